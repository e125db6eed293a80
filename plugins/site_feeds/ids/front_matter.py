"""The front matter of an article as bytes: what Python-Markdown's `meta` extension reads in it, and where that stands in the file.

Pelican opens a file with universal newlines and drops one byte order mark; Python-Markdown then drops the characters STX and ETX and makes
blanks of tabs. The same is done here line by line, so that a place in the text is a place in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BOM = b"\xef\xbb\xbf"
LINE_END = re.compile(rb"\r\n|\n|\r")

_LINE = re.compile(rb"([^\r\n]*)(\r\n|\n|\r|\Z)")
_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")  # META_RE, META_MORE_RE, BEGIN_RE and END_RE of markdown.extensions.meta
_FURTHER = re.compile(r" {4,}(.*)")
_BEGIN, _END = "---", ("---", "...")
_NO_TEXT = re.compile(r"\s|- |#|[A-Za-z0-9_-]+:")
_UNSEEN = str.maketrans("", "", "\x02\x03")
_TAB = 4


@dataclass(frozen=True, slots=True)
class Value:
    """One line of a field, as Pelican reads it. From `start` to `stop` in the file is the whole line without its end."""

    text: str
    line: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values of each field, by its name in lower case; none if the file has no front matter."""

    fields: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    last: Value | None = None
    """The line that comes last."""
    line_end: bytes = b"\n"
    """How its lines end."""
    is_yaml: bool = False
    """Whether there are lines between its fences that only YAML has a meaning for, so that fields may have been missed."""

    def values(self, name: str) -> tuple[Value, ...]:
        return self.fields.get(name, ())

    def first(self, name: str) -> str:
        """The first value of a field, which is the one that Pelican takes; empty if there is none."""
        return next((value.text for value in self.values(name)), "")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int
    start: int
    stop: int
    end: bytes

    def value(self, text: str) -> Value:
        return Value(text.strip(), self.number, self.start, self.stop)


def parse(data: bytes) -> FrontMatter:
    """The front matter of a file with this content; bytes that are not UTF-8 do no harm."""
    fields: dict[str, tuple[Value, ...]] = {}
    last: Value | None = None
    ends: list[bytes] = []
    for name, text, line in _head(data):
        last = line.value(text)
        fields[name] = (*fields.get(name, ()), last)
        ends.append(line.end)
    end = next(filter(None, reversed(ends)), _first_line_end(data))
    return FrontMatter(fields, last, end, _is_yaml(data, last.line if last else 1))


def _head(data: bytes) -> Iterator[tuple[str, str, _Line]]:
    """(name of the field, text, line) for each line of the front matter."""
    name = ""
    for line in _lines(data):
        if line.number == 1 and line.text.startswith(_BEGIN):
            continue
        if not line.text.strip() or line.text.startswith(_END):
            return
        if begins := _FIELD.match(line.text):
            name = begins[1].lower()
            yield name, begins[2], line
        elif name and (goes_on := _FURTHER.match(line.text)):
            yield name, goes_on[1], line
        else:
            return


def _is_yaml(data: bytes, read: int) -> bool:
    """`read` lines have been understood. Where a text follows them, a line of hyphens further down belongs to that."""
    if not data.removeprefix(BOM).startswith(_BEGIN.encode()):
        return False
    lines = [line.text.rstrip() for line in _lines(data)]
    close = next((at for at, line in enumerate(lines) if at and line in _END), 0)
    below = next(filter(None, lines[read:close]), "")
    return lines[0] == _BEGIN and bool(_NO_TEXT.match(below))


def _lines(data: bytes) -> Iterator[_Line]:
    start = len(BOM) if data.startswith(BOM) else 0
    for number, found in enumerate(_LINE.finditer(data, start), 1):
        text = found[1].decode(errors="replace").translate(_UNSEEN).expandtabs(_TAB)
        yield _Line(text, number, found.start(1), found.end(1), found[2])


def _first_line_end(data: bytes) -> bytes:
    found = LINE_END.search(data)
    return found[0] if found else b"\n"
