"""Reads an author's file in Pelican's plain style, line by line, so that a mistake can be named with its line.

    Name: Ann Lee
    Profiles: https://example.com/@ann
        https://example.com/ann            (an indented line goes on with the field above)

    The body begins after the first empty line.

Fields are known by their names in lower case. A fence of three hyphens around them is allowed, as Python-Markdown allows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from .plain_text import one_line
from .report import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):[ \t]*(.*)")
_END = re.compile(r"\s*$|(---|\.\.\.)\s*$")
_GOES_ON = re.compile(r"(?:\t| {4,})(\S.*)")

Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field's lines with their numbers, the first one being that of its name."""

    lines: tuple[Line, ...]

    @property
    def line(self) -> int:
        return self.lines[0][0]

    @property
    def text(self) -> str:
        """All lines as one."""
        return one_line(" ".join(text for _, text in self.lines))

    @property
    def text_lines(self) -> str:
        """The lines as they stand, for a letter."""
        return "\n".join(one_line(text) for _, text in self.lines).strip()

    @property
    def parts(self) -> tuple[Line, ...]:
        """The members of a list: one a line, and on each line separated by semicolons if there are any, else by commas."""
        mark = ";" if any(";" in text for _, text in self.lines) else ","
        found = ((number, one_line(part)) for number, text in self.lines for part in text.split(mark))
        return tuple((number, part) for number, part in found if part)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says: its fields by name, its body, and what is wrong with its form."""

    path: str
    fields: dict[str, Field] = field(default_factory=dict)
    body: str = ""
    findings: tuple[Finding, ...] = ()
    body_line: int = 1
    """The line where the body begins."""

    def text(self, name: str) -> str:
        found = self.fields.get(name)
        return found.text if found else ""

    def lines(self, name: str) -> str:
        """A field's lines as they stand."""
        found = self.fields.get(name)
        return found.text_lines if found else ""

    def line(self, name: str) -> int:
        """The line of a field, or 1."""
        found = self.fields.get(name)
        return found.line if found else 1

    def parts(self, name: str) -> tuple[Line, ...]:
        found = self.fields.get(name)
        return found.parts if found else ()

    def unknown_fields(self, known: Collection[str]) -> Iterator[Finding]:
        """One finding for each field whose name is not in `known` (in lower case), with the nearest that is."""
        for name, found in self.fields.items():
            if name not in known:
                near = get_close_matches(name, known, n=1)
                fix = f"Did you mean {near[0].capitalize()}?" if near else f"Use {', '.join(word.capitalize() for word in known)}"
                yield Finding(self.path, found.line, "contact-field", f"unknown field {name.capitalize()}", fix)


def files_in(folder: Path, ignored: Iterable[str]) -> list[Path]:
    """The Markdown files in `folder` by name, without hidden ones (editors leave some) and those that a pattern of `ignored` matches."""
    patterns = (".*", *ignored)
    files = (path for path in sorted(folder.glob("*.md")) if not any(fnmatch(path.name, pattern) for pattern in patterns))
    return [path for path in files if path.is_file()]


def read_front_matter(path: Path) -> FrontMatter:
    """The file at `path`; a file that is not UTF-8 is empty, with a finding."""
    try:
        return parse(path.read_bytes().decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        finding = Finding(str(path), line, "contact-encoding", "the file is not UTF-8", "Save it with the encoding UTF-8")
        return FrontMatter(str(path), findings=(finding,))


def parse(text: str, path: str) -> FrontMatter:
    r"""`text` as the file at `path` holds it. Only `\n` and `\r\n` end a line; a text without any field is all body."""
    lines = text.replace("\r\n", "\n").split("\n")
    start = 1 if lines[0].strip() == "---" else 0
    if not _FIELD.match(lines[start] if start < len(lines) else ""):
        return FrontMatter(path, body=text.strip("\n"))
    end = next((at for at in range(start, len(lines)) if _END.match(lines[at])), len(lines))
    body_at = next((at for at in range(end, len(lines)) if not _END.match(lines[at])), len(lines))
    gathered = _Gathered(path)
    for at in range(start, end):
        gathered.add(at + 1, lines[at])
    fields = {name: Field(tuple(found)) for name, found in gathered.fields.items()}
    return FrontMatter(path, fields, "\n".join(lines[body_at:]).rstrip("\n"), tuple(gathered.findings), body_at + 1)


@dataclass(slots=True)
class _Gathered:
    """Fields while their lines come in, one after the other."""

    path: str
    fields: dict[str, list[Line]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    current: list[Line] = field(default_factory=list)

    def add(self, number: int, line: str) -> None:
        goes_on, begins = _GOES_ON.match(line), _FIELD.match(line)
        if goes_on:
            self.current.append((number, goes_on[1]))
        elif begins:
            self._begin(begins[1], (number, begins[2]))
        else:
            self._wrong(number, f"'{_short(line)}' is no field", "Write it as 'Name: text', or indent it by four blanks")

    def _begin(self, name: str, line: Line) -> None:
        """A name that stands twice counts once; what follows the second belongs to nobody."""
        self.current = [line]
        if name.lower() in self.fields:
            self._wrong(line[0], f"{name} stands twice", "Keep one of them")
        else:
            self.fields[name.lower()] = self.current

    def _wrong(self, number: int, what: str, fix: str) -> None:
        self.findings.append(Finding(self.path, number, "contact-field", what, fix))


def _short(line: str) -> str:
    line = one_line(line)
    return line if len(line) <= 40 else f"{line[:39]}…"
