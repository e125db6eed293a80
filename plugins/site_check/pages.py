"""A page of the finished site as a check sees it: elements, texts and code in the order of the file, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CODE = frozenset({"script", "style"})
QUOTING = frozenset({"blockquote", "code", "kbd", "pre", "q", "samp"})
"""Elements whose text is somebody else's, or an example."""


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag; names of attributes are in lower case, and one without a value has an empty one."""

    name: str
    attributes: Mapping[str, str]
    line: int

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass(frozen=True, slots=True)
class Words:
    """Text between two tags, within an element of this name."""

    text: str
    line: int
    inside: str
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class Code:
    """What stands within a `script` or `style` element."""

    element: Element
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A file with HTML. `path` is as one would type it."""

    path: str
    elements: tuple[Element, ...]
    words: tuple[Words, ...]
    code: tuple[Code, ...]

    @classmethod
    def parse(cls, path: str, html: str, *, line: int = 0) -> Page:
        """Read `html`, however broken; all its lines are said to be `line`, if that is given."""
        reader = _Reader(line)
        reader.feed(html)
        reader.close()
        return cls(path, tuple(reader.elements), tuple(reader.words), tuple(reader.code))


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the finished site that is text but no page: a style sheet, a feed, a script."""

    path: str
    text: str

    @property
    def kind(self) -> str:
        return self.path.rpartition(".")[2].lower()

    def line_at(self, position: int) -> int:
        return self.text.count("\n", 0, position) + 1


@dataclass(slots=True)
class _Open:
    """Elements that have begun and not ended."""

    names: list[str] = field(default_factory=list)

    def close(self, name: str) -> None:
        if name in self.names:
            while self.names.pop() != name:
                pass


VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


class _Reader(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.words: list[Words] = []
        self.code: list[Code] = []
        self._open = _Open()
        self._line = line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")  # of two, a browser takes the first
        self.elements.append(Element(tag, attributes, self._here))
        if tag not in VOID:
            self._open.names.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._open.close(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.close(tag)

    def handle_data(self, data: str) -> None:
        inside = self._open.names[-1] if self._open.names else ""
        if inside in CODE:
            self.code.append(Code(self.elements[-1], data, self._here))
        elif data.strip():
            blank_lines = 0 if self._line else data[: len(data) - len(data.lstrip())].count("\n")
            self.words.append(Words(data.strip(), self._here + blank_lines, inside, not QUOTING.isdisjoint(self._open.names)))

    @property
    def _here(self) -> int:
        return self._line or self.getpos()[0]
