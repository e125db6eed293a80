"""Writing an Id into the bytes of an article: a line at the end of the front matter, or a value in the line that is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .front_matter import FrontMatter, Value

_SEEN = re.compile(r"[^\s\x02\x03](?:.*[^\s\x02\x03])?", re.DOTALL)  # a value without blanks, and what Python-Markdown drops, around it


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` in place of the bytes from `start` to `stop`; the Id then stands on `line`."""

    start: int
    stop: int
    new: bytes
    line: int

    def applied_to(self, data: bytes) -> bytes:
        return data[: self.start] + self.new + data[self.stop :]


def edit_for(data: bytes, head: FrontMatter, new: str) -> Edit:
    """How the article with the content `data` and the front matter `head` gets the Id `new`, in place of one that it has.

    ValueError if there is no front matter, or more than one value of `Id`.
    """
    values = head.values("id")
    if head.last is None or len(values) > 1:
        raise ValueError("there is not one place for an Id")
    return _in_line(data, values[0], new) if values else _below(head.last, head.line_end, new)


def _below(last: Value, line_end: bytes, new: str) -> Edit:
    """A line end before the new line, and not behind it: if the file ends here without one, it goes on to do so."""
    return Edit(last.stop, last.stop, line_end + f"Id: {new}".encode(), last.line + 1)


def _in_line(data: bytes, value: Value, new: str) -> Edit:
    colon = data.index(b":", value.start) + 1
    text = data[colon : value.stop].decode()
    if old := _SEEN.search(text):
        start = colon + len(text[: old.start()].encode())
        return Edit(start, start + len(old[0].encode()), new.encode(), value.line)
    return Edit(value.stop, value.stop, (new if text else f" {new}").encode(), value.line)
