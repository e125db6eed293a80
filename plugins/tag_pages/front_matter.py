"""The lines before an article's or tag file's text, as Pelican reads them, each with its place in the file.

    Title: Trust                      a field on one line
    Aliases: Confidence, Reliance     a list: split at `;` if one occurs, else at `,`
    Pinned: the-friday-list           a list of several lines: one member a line
        two-chairs

What counts is what Pelican makes of it: it opens the file as UTF-8 without the byte order mark and with universal newlines; Python-Markdown
drops the characters STX and ETX and expands tabs, then its `meta` extension takes the fields; a list goes through Pelican's
`ensure_metadata_list`. (Of `Tags` and `Authors` it would take the first line alone; this plugin has it take them all.) All places are
offsets into the bytes, so that whoever changes something leaves the rest as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINE_END = re.compile(rb"\r\n|\n|\r")

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"([^\r\n]*)(\r\n|\n|\r|\Z)")
_OPENS = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")  # this and the next two as in markdown.extensions.meta
_CONTINUES = re.compile(r" {4,}(.*)")
_FENCE, _CLOSES = "---", ("---", "...")
_MEANT_BY_YAML = re.compile(r"[\[{\"'|>&*!%@`]|.*\s#")
_NO_TEXT = re.compile(r"\s|- |#|[A-Za-z0-9_-]+:")
_TEXT = re.compile(r"[^\s\x02\x03](?:.*[^\s\x02\x03])?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a field: `start` to `stop` without its end, `next` is where the line below starts; what it says begins at `value`."""

    text: str
    number: int
    start: int
    value: int
    stop: int
    next: int

    @property
    def opens(self) -> bool:
        """Whether it names the field, and does not only go on with it."""
        return self.value > self.start


@dataclass(frozen=True, slots=True)
class Part:
    """One member of a list; `start` to `stop` is its text, without the blanks around it."""

    text: str
    line: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Field:
    """All lines of one field. A field that occurs twice is one with more lines."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines).strip()

    @property
    def line(self) -> int:
        return self.lines[0].number


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file that has been looked at; `fields` by their names in lower case, in the order of the file."""

    data: bytes = field(repr=False)
    fields: Mapping[str, Field] = field(hash=False)
    start: int
    """Where the first field stands or could stand: behind the byte order mark and the fence."""
    body_start: int
    body_line: int

    @property
    def has_fields(self) -> bool:
        return bool(self.fields)

    def text(self, name: str) -> str:
        """The lines of a field with a blank between them; empty if it is not there."""
        return self.fields[name].text if name in self.fields else ""

    def line(self, name: str) -> int:
        """The line of a field, or the first if it is not there."""
        return self.fields[name].line if name in self.fields else 1

    def list_lines(self, name: str) -> tuple[Line, ...]:
        """The lines of a list; none if it is not there."""
        return self.fields[name].lines if name in self.fields else ()

    def parts(self, name: str) -> tuple[Part, ...]:
        """The members of a list. Empty ones are left out; what stands there twice comes twice."""
        lines = self.list_lines(name)
        separator = _separator(lines[0].text) if len(lines) == 1 else ""
        return tuple(part for line in lines for part in self._members(line, separator))

    def _members(self, line: Line, separator: str) -> Iterator[Part]:
        """What is read comes from the line's text, in which tabs are blanks; where it stands, from the bytes."""
        raw, at = self.data[line.value : line.stop], line.value
        pieces = zip(raw.split(separator.encode()), line.text.split(separator), strict=True) if separator else ((raw, line.text),)
        for piece, text in pieces:
            decoded = piece.decode(errors="surrogateescape")
            if found := _TEXT.search(decoded):
                start = at + _width(decoded[: found.start()])
                yield Part(text.strip(), line.number, start, start + _width(found[0]))
            at += len(piece) + 1

    @property
    def body(self) -> str:
        """The text behind the fields, with line ends as Pelican makes them."""
        return LINE_END.sub(b"\n", self.data[self.body_start :]).decode(errors="replace")

    @property
    def line_end(self) -> bytes:
        """How a line that is added ends: as the last one of the fields that ends, else as the file's first."""
        ends = [self.data[line.stop : line.next] for it in self.fields.values() for line in it.lines if line.next > line.stop]
        found = LINE_END.search(self.data)
        return ends[-1] if ends else found[0] if found else b"\n"

    @property
    def is_yaml(self) -> bool:
        """Whether the fields stand between fences and say something in YAML that is not read here, such as a list behind hyphens."""
        if not self.data.removeprefix(_BOM).startswith(_FENCE.encode()):
            return False
        lines = [_as_markdown_sees(line) for line in LINE_END.split(self.data.removeprefix(_BOM))]
        close = next((at for at, line in enumerate(lines) if at and line.rstrip() in _CLOSES), 0)
        if lines[0].rstrip() != _FENCE or not close:
            return False
        if any(_MEANT_BY_YAML.match(line.text) for field in self.fields.values() for line in field.lines if line.text):
            return True
        read = len(LINE_END.findall(self.data, 0, self.body_start))
        below = next((line for line in lines[read:close] if line.strip()), "")
        return read <= close and bool(_NO_TEXT.match(below))

    @property
    def utf8_error_line(self) -> int:
        """The first line that is not UTF-8; 0 if all are."""
        try:
            self.data.decode()
        except UnicodeDecodeError as error:
            return len(LINE_END.findall(self.data, 0, error.start)) + 1
        return 0


def parse(data: bytes) -> FrontMatter:
    """What the file with this content says before its text. Nothing is raised; what is not UTF-8 reads as U+FFFD."""
    fields: dict[str, list[Line]] = {}
    start, name = len(_BOM) if data.startswith(_BOM) else 0, ""
    body_start, body_line = start, 1
    for number, found in enumerate(_LINE.finditer(data, start), 1):
        seen = _as_markdown_sees(found[1])
        body_start, body_line = found.start(), number
        if number == 1 and seen.startswith(_FENCE):
            start = found.end()
            continue
        if not seen.strip() or seen.startswith(_CLOSES):
            body_start, body_line = found.end(), number + (found.end() > found.end(1))
            break
        if opens := _OPENS.match(seen):
            name = opens[1].lower()
            fields.setdefault(name, []).append(_line(opens[2], number, found, found.start() + found[1].index(b":") + 1))
        elif name and (continues := _CONTINUES.match(seen)):
            fields[name].append(_line(continues[1], number, found, found.start()))
        else:
            break
    return FrontMatter(data, {name: Field(tuple(lines)) for name, lines in fields.items()}, start, body_start, body_line)


def _line(text: str, number: int, found: re.Match[bytes], value: int) -> Line:
    return Line(text.strip(), number, found.start(), value, found.end(1), found.end())


def _as_markdown_sees(line: bytes) -> str:
    return line.decode(errors="replace").replace("\x02", "").replace("\x03", "").expandtabs(4)


def _separator(text: str) -> str:
    return ";" if ";" in text else ","


def _width(text: str) -> int:
    return len(text.encode(errors="surrogateescape"))
