"""From paths to items: files, folders and archives, each file by what it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from ..model import Place, Trouble
from . import folders
from .archives import BLOCK, USUAL, ArchiveError, guarded, gunzipped, tar_members, zip_members
from .detect import HEAD, Form, form_of
from .encodings import decoded, encoding_of
from .json_feed import read_json
from .pages import read_page, read_text
from .repairs import Repairs
from .xml_files import read_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ..model import Blog, Item
    from .archives import Limits, Member
    from .detect import Seen

    Read = Iterator[Blog | Item | Trouble]

LARGEST_WHOLE = 1 << 26
"""Of a page, a text or JSON, which are read in one piece, in bytes."""
_WHOLE: dict[Form, Callable[[bytes, str], Read]] = {
    Form.PAGE: lambda data, file: read_page(data, Place(file)),
    Form.TEXT: lambda data, file: read_text(data, Place(file)),
    Form.MAIL: lambda data, file: read_page(data, Place(file)),
    Form.JSON: read_json,
}


def read_all(paths: Iterable[Path], limits: Limits = USUAL) -> Read:
    """What is at each of the paths, in their order."""
    for path in paths:
        yield from read(path, limits)


def read(path: Path, limits: Limits = USUAL) -> Read:
    """What is at a path: a file, or all files of a folder by name."""
    file = path.as_posix()
    if path.is_dir():
        yield from _folder(path, limits)
    elif path.is_file():
        yield from _Reader(limits).file(path, file)
    elif path.exists():
        yield Trouble(Place(file), "source-unreadable", "this is neither a file nor a folder", "Give a file or a folder")
    else:
        yield Trouble(Place(file), "source-missing", "this does not exist", "Look whether the path is right")


def _folder(folder: Path, limits: Limits) -> Read:
    found = folders.walked(folder)
    among, passed = _Among(), folders.companions(found)
    for name, path in found.items():
        if name not in passed and not folders.is_of_system(name):
            yield from _Reader(limits, among).file(path, f"{folder.as_posix()}/{name}")
    yield from among.told(folder.as_posix(), is_empty=not found)


@dataclass(slots=True)
class _Among:
    """Counts files that lie among others and are no sources; alone, each would be a trouble."""

    others: Counter[str] = field(default_factory=Counter)

    def told(self, file: str, *, is_empty: bool = False) -> Iterator[Trouble]:
        if is_empty:
            yield Trouble(Place(file), "source-empty", "nothing is in it", "Give a folder or archive with the old posts")
        if self.others:
            kinds = ", ".join(f"{number} times {what}" for what, number in sorted(self.others.items()))
            what = f"{self.others.total()} files are no posts and were passed over: {kinds}"
            yield Trouble(Place(file), "other-files", what, "Nothing needs to be done if no posts are among them")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one file; `among` is there if it is one of many, `depth` how many archives are around it."""

    limits: Limits
    among: _Among | None = None
    depth: int = 0

    def file(self, path: Path, file: str) -> Read:
        if (among := self.among) and path.suffix.lower() in {".css", ".js"}:
            among.others["a style sheet or script"] += 1
            return
        yield from self.stream(_file_blocks(path), file, path)

    def stream(self, blocks: Iterator[bytes], file: str, path: Path | None = None) -> Read:
        """What the blocks are; `path` is where they come from, if they are a file of their own."""
        troubles: list[Trouble] = []
        blocks = guarded(blocks, file, troubles)
        head = _head(blocks)
        if head or not troubles:
            seen, whole = form_of(head), chain((head,), blocks)
            yield from self._archive(seen, whole, file, path) if seen.form in _ARCHIVES else self._single(seen, whole, head, file)
        yield from troubles

    # --- Archives

    def _archive(self, seen: Seen, blocks: Iterator[bytes], file: str, path: Path | None) -> Read:
        if self.depth > 1 or (seen.form is Form.ZIP and path is None):
            what = "this is an archive in an archive, which is not looked into"
            yield Trouble(Place(file), "archive-nested", what, "Unpack it, and give what was in it")
        elif seen.form is Form.GZIP:
            yield from _Reader(self.limits, self.among, self.depth + 1).stream(gunzipped(blocks, self.limits), file)
        elif seen.form is Form.TAR:
            yield from self._members(tar_members(blocks, self.limits), file)
        elif path is not None:
            yield from self._zip(path, file)

    def _zip(self, path: Path, file: str) -> Read:
        """The names are known before the members, so what belongs to saved pages can be passed over."""
        troubles: list[Trouble] = []
        names = [name.decode() for name in guarded((each.name.encode() for each in zip_members(path, self.limits)), file, troubles)]
        passed = folders.companions(names)
        if any(name.startswith(("word/", "xl/", "ppt/")) for name in names) and "[Content_Types].xml" in names:
            yield Trouble(Place(file), "unknown-source", "this is a document of Office", "Save it as plain text or HTML")
        elif troubles:
            yield from troubles
        else:
            yield from self._members((each for each in zip_members(path, self.limits) if each.name not in passed), file)

    def _members(self, members: Iterator[Member], file: str) -> Read:
        among, troubles, number = self.among or _Among(), [], 0
        inner = _Reader(self.limits, among, self.depth + 2)
        try:
            for number, member in enumerate(members, 1):  # noqa: B007  (counted for what is told below)
                if not folders.is_of_system(member.name):
                    yield from inner.stream(member.blocks, f"{file}/{member.name}")
        except ArchiveError as error:
            troubles.append(Trouble(Place(file), error.rule, error.what, error.fix))
        except (ValueError, EOFError, OSError) as error:
            what = f"the archive is damaged; what came before was read ({str(error)[:100]})"
            troubles.append(Trouble(Place(file), "archive-damaged", what, "Make the archive anew, or unpack it and give the folder"))
        yield from troubles
        if among is not self.among or not number:
            yield from among.told(file, is_empty=not number)

    # --- Files

    def _single(self, seen: Seen, blocks: Iterator[bytes], head: bytes, file: str) -> Read:
        if seen.form is Form.OTHER or (self.among and seen.form is Form.TEXT and not folders.is_text(file)):
            yield from self._other(seen, file)
        elif seen.form is Form.XML:
            repairs = Repairs(file)
            if seen.has_preamble:
                repairs.saw("before-the-beginning", 1)
            yield from read_xml(decoded(blocks, encoding_of(head), repairs), file, repairs)
        else:
            data = _whole(blocks)
            if data is None:
                what = f"it is larger than {LARGEST_WHOLE >> 20} MB, which no page and no text is"
                yield Trouble(Place(file), "too-large", what, "Give only the posts, one in a file")
            else:
                yield from _WHOLE[seen.form](data, file)

    def _other(self, seen: Seen, file: str) -> Iterator[Trouble]:
        what = seen.what or "a text of a program"
        if self.among:
            self.among.others[what] += 1
        else:
            yield Trouble(Place(file), "unknown-source", f"this is {what}", seen.fix)


_ARCHIVES = frozenset({Form.ZIP, Form.GZIP, Form.TAR})


def _file_blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            yield block


def _head(blocks: Iterator[bytes]) -> bytes:
    head = b""
    while len(head) < HEAD and (block := next(blocks, None)) is not None:
        head += block
    return head


def _whole(blocks: Iterator[bytes]) -> bytes | None:
    """All of it, None if that is too much."""
    pieces, size = [], 0
    for block in blocks:
        size += len(block)
        if size > LARGEST_WHOLE:
            return None
        pieces.append(block)
    return b"".join(pieces)
