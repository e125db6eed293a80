"""Documents put together into the feeds that one can follow."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .model import FORMATS, Feed

if TYPE_CHECKING:
    from collections.abc import Collection

    from .model import Document, State

_ARCHIVE = re.compile(r"(?P<feed>.+)/archive-\d+(?P<ending>\.[^/]+)")


def feeds_of(state: State) -> dict[str, Feed]:
    """All feeds by the paths of their newest documents."""
    parts: dict[str, list[Document]] = defaultdict(list)
    for path in sorted(state):
        parts[feed_path(path)].append(state[path])
    return {path: _feed(path, documents) for path, documents in parts.items()}


def feed_path(path: str) -> str:
    """The path of the newest document of the feed that the document at `path` belongs to."""
    archive = _ARCHIVE.fullmatch(path)
    return f"{archive['feed']}{archive['ending']}" if archive else path


def _feed(path: str, documents: list[Document]) -> Feed:
    newest = {document.path: document for document in documents}.get(path)
    known = newest.entries if newest else {}
    archives = (document for document in documents if document is not newest)
    older = {name: entry for document in archives for name, entry in document.entries.items() if name not in known}
    return Feed(path, documents[0].format, newest.bytes if newest else None, known, older)


def main_feeds(feeds: Collection[Feed]) -> list[Feed]:
    """The site's own feed in each of its formats: it is called `all.*`, and a tag of that name lies deeper. Else the largest feed."""
    called_all = [feed for feed in feeds if PurePosixPath(feed.path).name.startswith("all.")]
    if not called_all:
        return sorted(feeds, key=lambda feed: (-len(feed.newest), _rank(feed)))[:1]
    depth = min(feed.path.count("/") for feed in called_all)
    return sorted((feed for feed in called_all if feed.path.count("/") == depth), key=_rank)


def _rank(feed: Feed) -> tuple[int, str]:
    return list(FORMATS).index(feed.format), feed.path
