"""Which line of an author's file decides its address. Asked only where something is wrong, since it reads the file."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

FIELDS = ("save_as", "slug", "title", "date")
"""The first of them that a file has is the one to change. Pelican takes `Save_as` as it is and puts the rest together."""
_FIELD = re.compile(rf"[ \t]*(?::|<meta\s+name=[\"'])?({'|'.join(FIELDS)})\b", re.IGNORECASE)
_FRONT_MATTER = 60  # lines; nobody's is longer


def deciding_line(path: str) -> tuple[str, int]:
    """Field and line; no field and line 0 if the file has no front matter, as a picture has none."""
    try:
        with Path(path).open(encoding="utf-8-sig") as file:
            lines = list(islice(file, _FRONT_MATTER))
    except (OSError, ValueError):
        return "", 0
    found: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if number > 1 and not line.strip() and found:
            break
        if field := _FIELD.match(line):
            found.setdefault(field[1].lower(), number)
    return next(((field.capitalize(), found[field]) for field in FIELDS if field in found), ("", 0))
