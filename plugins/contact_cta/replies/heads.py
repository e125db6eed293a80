"""The head of a message, line by line, keeping only what counting needs and never more than a few KB."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WANTED = frozenset(
    {b"subject", b"date", b"from", b"message-id", b"auto-submitted", b"list-id", b"list-unsubscribe", b"precedence"},
)
# RFC 5322, 3.6.8: a name is printable ASCII without a colon; 4.5.8 knows blanks before the colon.
FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_LONGEST_FIELD = 8 * 1024
EMPTY_LINES = frozenset({b"\n", b"\r\n"})


@dataclass(frozen=True, slots=True)
class Message:
    """Where a message begins, and the fields of its head, names in lower case; `damage` says what is wrong with it, or nothing."""

    path: str
    line: int
    fields: Mapping[bytes, bytes]
    damage: str = ""

    def field(self, name: bytes) -> bytes:
        return self.fields.get(name, b"").strip()


@dataclass(slots=True)
class Head:
    """Is fed the lines of a message until it is closed."""

    path: str
    line: int
    is_open: bool = True
    _fields: dict[bytes, bytearray] = field(default_factory=dict)
    _current: bytearray | None = None
    _has_fields: bool = False
    _is_broken: bool = False

    def feed(self, line: bytes, *, is_new: bool = True) -> None:
        """Take the next line, or, if it is not new, the next part of a very long one."""
        if line in EMPTY_LINES and is_new:
            self.is_open = False
        elif not is_new or line[:1] in (b" ", b"\t"):
            self._append(line)
        elif found := FIELD.match(line):
            self._begin(found[1].lower(), line[found.end() :])
        elif not line.startswith(b">From "):  # some mail programs leave one below the separator
            self._is_broken, self._current = True, None

    def _begin(self, name: bytes, value: bytes) -> None:
        """Of a field that stands twice the first one counts."""
        self._has_fields = True
        self._current = self._fields.setdefault(name, bytearray()) if name in WANTED and name not in self._fields else None
        self._append(value)

    def _append(self, part: bytes) -> None:
        if self._current is not None:
            self._current += part.rstrip(b"\r\n")[: _LONGEST_FIELD - len(self._current)]

    def message(self) -> Message:
        return Message(self.path, self.line, {name: bytes(value) for name, value in self._fields.items()}, self._damage())

    def _damage(self) -> str:
        if not self._has_fields:
            return "it has no head"
        if b"subject" not in self._fields and (self.is_open or self._is_broken):
            return "its head is cut off" if self.is_open else "its head is broken, and no subject is in it"
        return ""
