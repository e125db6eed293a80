"""What an export is made of: the blog's own elements, then one `item` or `entry` after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

RECORDS = frozenset({"item", "atom:entry"})
CONTAINERS = frozenset({"rss", "channel", "rdf:RDF", "atom:feed"})


@dataclass(slots=True)
class Element:
    """An element with its attributes (by their names in the file), its children, and its text, which may hold HTML."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    line: int = 0
    children: list[Element] = field(default_factory=list)
    text: str = ""
    is_whole: bool = True
    is_markup: bool = False
    """Whether inner tags stood there as tags (XHTML), so that text between them is still escaped."""
    base: str = ""
    parts: list[str] = field(default_factory=list)

    def first(self, *names: str) -> Element | None:
        """The first child with the first of the names that any child has."""
        return next((child for name in names for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Element]:
        return [child for child in self.children if child.name == name]

    def say(self, *names: str) -> str:
        """The text of the first child with one of the names that has any, without space around it."""
        return next((text for name in names for child in self.children if child.name == name and (text := child.text.strip())), "")


@dataclass(frozen=True, slots=True)
class Begun:
    """A feed or export begins."""

    name: str
    base: str
    is_wordpress: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A child of the feed itself."""

    element: Element


@dataclass(frozen=True, slots=True)
class Record:
    """An item or entry."""

    element: Element
