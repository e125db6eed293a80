"""Feeds as a check sees them: Atom 1.0, RSS 2.0, JSON Feed and OPML in one shape. Frozen values; `parsing` makes them.

Names of elements have the prefix that is usual for their namespace, whatever the file calls it: `atom:link`, `content:encoded`. RSS's own
elements and the keys of JSON have none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Node:
    """An element with its text, or a key of JSON with what it holds, if that is text or a number."""

    name: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    children: tuple[Node, ...] = ()

    def get(self, attribute: str) -> str:
        return self.attributes.get(attribute, "").strip()

    def all(self, *names: str) -> tuple[Node, ...]:
        """The children that have one of these names, in their order."""
        return tuple(child for child in self.children if child.name in names)

    def first(self, name: str) -> Node | None:
        return next((child for child in self.children if child.name == name), None)

    def value(self, name: str) -> str:
        """The text of the first child of this name, empty if there is none."""
        child = self.first(name)
        return child.text.strip() if child else ""


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that stands in a feed; `has_lines` says whether it has them in the file as well, which JSON has not."""

    text: str
    line: int
    has_lines: bool = True

    def line_at(self, line: int) -> int:
        """Where a line of it stands in the file."""
        return self.line + line - 1 if self.has_lines else self.line


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in a feed, as it is there; `content` and `summary` are None where the feed has none as HTML."""

    node: Node
    id: str
    url: str
    title: str
    date: str
    content: Html | None = None
    summary: Html | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"“{self.title}”" if self.title else f"`{self.url or self.id}`" if self.url or self.id else "without a title"


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A feed. `path` is as one would type it, `place` where it stands in the finished site; `addresses` are what it says of its own."""

    path: str
    place: str
    root: Node
    entries: tuple[Entry, ...]
    id: str = ""
    addresses: tuple[str, ...] = ()
    digest: bytes = b""


@dataclass(frozen=True, slots=True)
class AtomFeed(FeedFile):
    """RFC 4287."""

    @property
    def is_archive(self) -> bool:
        """RFC 5005, section 4."""
        return self.root.first("fh:archive") is not None


@dataclass(frozen=True, slots=True)
class RssFeed(FeedFile):
    """RSS 2.0; `root` is the channel."""


@dataclass(frozen=True, slots=True)
class JsonFeed(FeedFile):
    """JSON Feed; `data` is the object as JSON has it."""

    data: Mapping[str, Any] = field(default_factory=dict)
    forbidden: tuple[int, ...] = ()
    """Lines with characters that XML cannot hold."""


@dataclass(frozen=True, slots=True)
class Opml:
    """A list of feeds, OPML 2.0."""

    path: str
    place: str
    outlines: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class BrokenFeed:
    """A file that is meant to be a feed and cannot be read: `why` is what its parser says, at `line`."""

    path: str
    place: str
    line: int
    why: str
    has_forbidden_character: bool = False


Feed = FeedFile | Opml | BrokenFeed
