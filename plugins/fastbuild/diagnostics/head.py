r"""The lines before a text, as Pelican reads them: Python-Markdown's `meta` extension, behind what opens the file.

Of a file's characters, `\r\n` and `\r` are `\n`, tabs are blanks up to the next fourth column, and one byte order mark is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")  # this and the next as in markdown.extensions.meta
_GOES_ON = re.compile(r" {4,}(.*)")
FENCE = "---"
CLOSES = ("---", "...")
PLAIN, YAML = "plain", "YAML"


class Value(NamedTuple):
    """What one line says of a field; `opens` if the field's name stands there."""

    text: str
    line: int
    opens: bool


@dataclass(slots=True)
class Head:
    """The fields by their names in lower case, in the order of the file, and where they end."""

    lines: list[str]
    """Of the file, as far as they matter."""
    fields: dict[str, list[Value]] = field(default_factory=dict)
    has_fence: bool = False
    kind: str = PLAIN
    end: int = 0
    """How many lines have been read: the next one is the first that is no field."""
    is_closed: bool = False
    """Whether an empty line, or a fence, ended the fields."""

    @property
    def after(self) -> str:
        """The line that ended the fields; empty if nothing follows."""
        return self.lines[self.end] if self.end < len(self.lines) else ""

    def text(self, name: str) -> str:
        """The first line of a field, which is what Pelican takes; empty if it is not there."""
        values = self.fields.get(name)
        return values[0].text if values else ""

    def line(self, name: str) -> int:
        values = self.fields.get(name)
        return values[0].line if values else 1


def universal(text: str) -> str:
    """With the line ends that Python gives to whoever reads text."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def plain_head(text: str) -> Head:
    """The head of `text`, which has universal line ends, in the plain style."""
    head = Head(text.split("\n"))
    fields, name = head.fields, ""
    for number, line in enumerate(head.lines, 1):
        seen = line.expandtabs(4) if "\t" in line else line
        if number == 1 and seen.startswith(FENCE):
            head.has_fence = True
            continue
        if not seen or seen.isspace() or seen.startswith(CLOSES):
            head.end, head.is_closed = number - 1, True
            return head
        if found := FIELD.match(seen):
            name = found[1].lower()
            fields.setdefault(name, []).append(Value(found[2].strip(), number, opens=True))
        elif name and (more := _GOES_ON.match(seen)):
            fields[name].append(Value(more[1].strip(), number, opens=False))
        else:
            head.end = number - 1
            return head
    head.end = len(head.lines)
    return head


def fields_in(lines: list[str], start: int) -> Iterator[tuple[str, int]]:
    """Names and line numbers of what looks like fields from the line with index `start` to the next empty line."""
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip() or line.startswith(CLOSES):
            return
        if found := FIELD.match(line.expandtabs(4)):
            yield found[1].lower(), number
