"""What is found wrong in one file."""

from __future__ import annotations

from typing import NamedTuple

ERROR, WARNING = "ERROR", "WARNING"


class Finding(NamedTuple):
    """A mistake with its line. `message` ends without a full stop, `fix` is one sentence or more, each with its mark at the end."""

    line: int
    level: str
    rule: str
    message: str
    fix: str


def error(line: int, rule: str, message: str, fix: str) -> Finding:
    """The file, or part of what it says, would be lost or wrong in the site."""
    return Finding(line, ERROR, rule, message, fix)


def warning(line: int, rule: str, message: str, fix: str) -> Finding:
    """Somebody may have meant it."""
    return Finding(line, WARNING, rule, message, fix)


def short(text: str, most: int = 60) -> str:
    """`text` on one line, cut if it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
