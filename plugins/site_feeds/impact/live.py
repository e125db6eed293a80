"""What is live: as it was recorded, or as files say that the owner names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .documents import Source, read_file, read_folder
from .feeds import feed_path, feeds_of, main_feeds
from .model import UNUSABLE, ImpactError
from .published import NAME, read_published

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .digests import Digester
    from .documents import Read
    from .model import Document, Feed, State

_FIX = "Take it once more from where it is live, or leave it out."


@dataclass(frozen=True, slots=True)
class Live:
    """What is compared with, called `name`: the `recorded` state (None if there is none yet), or documents that the owner named.

    Those of `folders` have the paths that they have there, those of `files` the paths by which they were named.
    """

    name: str
    recorded: State | None = None
    folders: tuple[Document, ...] = ()
    files: tuple[Document, ...] = ()
    notes: tuple[str, ...] = ()

    def state(self, new: State) -> State:
        """All that is live, each document at the path that its feed has in `new`."""
        own = main_feeds(feeds_of(new).values())
        placed = [*_moved_in(self.folders, own), *(replace(it, path=_path_of_file(it, new, own)) for it in self.files)]
        return _merged(placed) if self.recorded is None else self.recorded


def read_live(root: Path, names: Sequence[str], digester: Digester) -> Live:
    """What `names` lead to, or `root/published.json` if there are none. ImpactError if something is not there or damaged."""
    if not names:
        return Live(NAME, read_published(root))
    paths = [Path(name).expanduser() for name in names]
    absent = [f"impact: {path}: there is no such file or folder. Name a built site, or a feed." for path in paths if not path.exists()]
    if absent:
        raise ImpactError(*absent, exit_code=UNUSABLE)
    folders = [_folder(path, digester) for path in paths if path.is_dir()]
    files = [read_file(Source(path, path.as_posix(), str(path), _FIX), digester) for path in paths if not path.is_dir()]
    notes = tuple(note for read in (*folders, *files) for note in read.notes)
    return Live(", ".join(names), None, _documents(folders), _documents(files), notes)


def _folder(path: Path, digester: Digester) -> Read:
    read = read_folder(path, digester, shown=f"{path}/", fix=_FIX)
    if not read.documents:
        raise ImpactError(f"impact: {path}: no feed is in this folder. Name the folder of a built site, or a feed.", exit_code=UNUSABLE)
    return read


def _documents(reads: Iterable[Read]) -> tuple[Document, ...]:
    return tuple(document for read in reads for document in read.documents)


# --- Feeds from elsewhere


def _moved_in(documents: Sequence[Document], own: Sequence[Feed]) -> list[Document]:
    """Where no document is of the new site's `own` feed, the folder's own stands for it: the site moves here from elsewhere."""
    paths = {feed_path(document.path) for document in documents}
    if not own or any(feed.path in paths for feed in own):
        return list(documents)
    theirs = {feed.path for feed in main_feeds(feeds_of(_merged(documents)).values())}
    ordered = sorted(documents, key=lambda it: it.path != feed_path(it.path))  # an archive never comes before its newest document
    return [replace(it, path=_own_path(it, own)) if feed_path(it.path) in theirs else it for it in ordered]


def _path_of_file(document: Document, new: State, own: Sequence[Feed]) -> str:
    """The longest path in `new` that the file's own path ends in; else one of its name; else the site's own feed."""
    parts = document.path.split("/")
    for length in range(len(parts), 0, -1):
        if (path := "/".join(parts[-length:])) in new:
            return path
    same_name = [path for path in new if path.rpartition("/")[2] == parts[-1]]
    return min(same_name, key=lambda path: (path.count("/"), path), default=_own_path(document, own))


def _own_path(document: Document, own: Sequence[Feed]) -> str:
    """The path of the site's own feed in the document's format, if there is one."""
    same = [feed.path for feed in own if feed.format == document.format]
    return (same or [feed.path for feed in own] or [document.path])[0]


def _merged(documents: Iterable[Document]) -> State:
    """Documents that are one feed's newest are one; what came first counts."""
    state: State = {}
    for document in documents:
        first = state.get(document.path, document)
        state[document.path] = replace(first, entries={**document.entries, **first.entries})
    return state
