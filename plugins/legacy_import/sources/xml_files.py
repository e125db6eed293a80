"""From the text of an export or feed to its blog and items, whoever wrote it: each item is read by what stands in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Blog, Item, Kind, Place, Trouble
from . import atom, blogger, rss, wordpress
from .building import Builder
from .dates import offset_text
from .elements import Begun, Head, Record
from .known import KeptOut, Known
from .lexing import Lexer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .elements import Element
    from .repairs import Repairs

_HEAD = frozenset({"title", "link", "language", "generator", "dc:language", "wp:base_site_url", "wp:base_blog_url", "wp:wxr_version"})
_MOST_HEADS = 200
_WAITING = 100
"""How many posts wait until one of them tells the blog's offset, which belongs into what is said first."""


def read_xml(pieces: Iterator[str], file: str, repairs: Repairs) -> Iterator[Blog | Item | Trouble]:
    """The blog, its items as they stand, then what was kept out and what was mended."""
    is_empty = True
    for each in _read(pieces, file, repairs):
        is_empty = False
        yield each
    yield from repairs.troubles()
    if is_empty:
        fix = "Give the export as the old blog made it, or a feed, or a saved page"
        yield Trouble(Place(file), "no-items", "this looks like a feed, but nothing is in it", fix)


def _read(pieces: Iterator[str], file: str, repairs: Repairs) -> Iterator[Blog | Item | Trouble]:
    feed = _Feed(Known(file))
    for event in Builder(Lexer(pieces, repairs)).events():
        match event:
            case Begun("channel"):
                feed.known.is_wordpress |= event.is_wordpress
                feed.known.base = event.base or feed.known.base
            case Begun():
                yield from feed.finished()
                feed = _Feed(Known(file, event.base, event.is_wordpress))
            case Head(element):
                feed.head(element)
            case Record(element):
                yield from feed.take(element)
    yield from feed.finished()


class _Feed:
    """One export or feed of a file."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._waiting: list[Item] = []
        self._is_told = False
        self._kept: Counter[KeptOut] = Counter()
        self._is_atom = False

    def head(self, element: Element) -> None:
        wordpress.remember(element, self.known)
        self._is_atom |= element.name.startswith("atom:") and element.name != "atom:link"
        if (element.name in _HEAD or element.name.startswith("atom:")) and len(self.known.head) < _MOST_HEADS:
            self.known.head.append(element)
        self.known.is_wordpress |= element.name.startswith("wp:")

    def take(self, record: Element) -> Iterator[Blog | Item]:
        """The items of a record, as soon as the blog can be told."""
        self._is_atom |= record.name == "atom:entry"
        for read in self._read(record):
            if isinstance(read, KeptOut):
                self._kept[read] += 1
            else:
                self._waiting.append(read)
        if self._waiting and (self._is_told or not self.known.is_wordpress or self._offset() or len(self._waiting) >= _WAITING):
            yield from self._told()

    def _read(self, record: Element) -> Iterator[Item | KeptOut]:
        if record.name == "atom:entry":
            return blogger.read(record, self.known) if blogger.kind_of(record) else atom.read(record, self.known)
        is_wordpress = wordpress.is_wordpress(record) or (self.known.is_wordpress and not record.is_whole)
        self.known.is_wordpress |= is_wordpress
        return wordpress.read(record, self.known) if is_wordpress else rss.read(record, self.known)

    def _told(self) -> Iterator[Blog | Item]:
        if not self._is_told:
            yield self._blog()
            self._is_told = True
        yield from self._waiting
        self._waiting.clear()

    def _blog(self) -> Blog:
        if self.known.is_wordpress:
            return replace(wordpress.blog_of(self.known), utc_offset=self._offset())
        return atom.blog_of(self.known) if self._is_atom else rss.blog_of(self.known)

    def _offset(self) -> str:
        moments = (offset_text(item.published) for item in self._waiting if item.kind is not Kind.COMMENT)
        return next((offset for offset in moments if offset), "")

    def finished(self) -> Iterator[Blog | Item | Trouble]:
        if self._waiting or (self.known.head and not self._is_told):
            yield from self._told()
        for kept, number in sorted(self._kept.items(), key=lambda pair: (pair[0].what, pair[0].fix)):
            fix = kept.fix or "Nothing needs to be done: they are no posts"
            yield Trouble(Place(self.known.file), "kept-out", f"{kept.what}: {number} kept out", fix, items=number)
