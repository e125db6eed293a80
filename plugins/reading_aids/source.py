"""Where in an author's file something stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE = re.compile(r"^ *(`{3,}|~{3,})[^\n]*\n.*?^ *\1[^\n]*$|(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)*?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r" {0,3}[\w-]+:|\s{4,}\S")  # as Python-Markdown's meta extension has it


@dataclass(frozen=True, slots=True)
class Source:
    """An author's file, front matter and all, with newlines as line ends."""

    text: str

    @classmethod
    def read(cls, path: str | Path) -> Source:
        """Read `path`; what is not UTF-8 in it does no harm, since only places are looked for."""
        return cls(Path(path).read_text(encoding="utf-8-sig", errors="replace"))

    def line_of_field(self, name: str) -> int:
        """The line of a field of the front matter, in Markdown, reStructuredText or HTML; 1 if it cannot be seen."""
        pattern = re.compile(rf"^ {{0,3}}:?{re.escape(name)}\s*:|<meta\s[^>]*name=[\"']?{re.escape(name)}\b", re.IGNORECASE | re.MULTILINE)
        match = pattern.search(self.text)
        return self._line_at(match.start()) if match else 1

    def line_of(self, needles: Iterable[str], occurrence: int = 0) -> int | None:
        """The line where the first of `needles` that occurs outside code stands for the n-th time, or last; None if none does."""
        text = _CODE.sub(_blank, self.text)
        for needle in filter(None, needles):
            places = [match.start() for match in re.finditer(re.escape(needle), text)]
            if places:
                return self._line_at(places[min(occurrence, len(places) - 1)])
        return None

    @property
    def first_line_of_text(self) -> int:
        """The line after the front matter."""
        lines = self.text.split("\n")
        at = 1 if lines[0].startswith("---") else 0
        while at < len(lines) and _FIELD.match(lines[at]):
            at += 1
        while at + 1 < len(lines) and (not lines[at].strip() or lines[at].startswith("---")):
            at += 1
        return at + 1

    def _line_at(self, position: int) -> int:
        return self.text.count("\n", 0, position) + 1


def _blank(match: re.Match[str]) -> str:
    """As many characters and lines, with nothing in them."""
    return re.sub(r"[^\n]", " ", match[0])
