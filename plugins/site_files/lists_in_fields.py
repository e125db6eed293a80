"""The members of a list in front matter, as authors write it: with commas, with semicolons if there is one, or one a line."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model import Asked

FRONT_MATTER = 100  # lines in which a field is looked for


def members(value: Any) -> tuple[str, ...]:
    """What Pelican makes of a field, a text or a list of its lines, as its members."""
    lines = [value] if isinstance(value, str) else [str(line) for line in value or ()]
    lines = [line for text in lines for line in text.splitlines()]
    mark = ";" if any(";" in line for line in lines) else ","
    return tuple(member for line in lines for part in line.split(mark) if (member := part.strip()))


def located(asked: Asked) -> Asked:
    """The same with the line of its origin in the author's file; that of the field, or none, where it cannot be found."""
    source = asked.source
    if source.line or not source.path:
        return asked
    lines = _first_lines(source.path)
    name = re.compile(rf"\s*:?{asked.field}\s*:", re.IGNORECASE)
    first = next((at for at, line in enumerate(lines) if name.match(line)), None)
    if first is None:
        return asked
    exact = (at for at in range(first, len(lines)) if asked.origin in members(name.sub("", lines[at])))
    return replace(asked, source=replace(source, line=next(exact, first) + 1))


@lru_cache(maxsize=16)
def _first_lines(path: str) -> tuple[str, ...]:
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace") as file:
            return tuple(line for _, line in zip(range(FRONT_MATTER), file, strict=False))
    except OSError:
        return ()
