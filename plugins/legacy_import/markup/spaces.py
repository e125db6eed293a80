"""Blanks: one where there were several, and no-break spaces only where typography wants them."""

from __future__ import annotations

import re

BLANKS = " \t\n\r\f\xa0\u202f"

_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_RUN = re.compile(f"[{BLANKS}]+")
_BEFORE = re.compile("[\xa0\u202f](?=[:;!?»›%‰€$£°×=+–—])")
"""French punctuation, units that are signs, and a dash that must not begin a line."""
_AFTER = re.compile(
    r"(?:[«‹§№]|\d(?=[\xa0\u202f](?:[\d°€$£%µΩ]|[^\W\d_]{1,3}\b))"
    r"|\b(?:M|p|S|Mr|Ms|Dr|St|No|Nr|Sr|Mrs|Mme|Mlle|Sra|Abs|Art|Vol|[A-Z])\.|\b(?:Mr|Ms|Mrs|Dr|St|Mme|Mlle))[\xa0\u202f]"
)
"""Opening quotation marks, `10 000`, `20 km`, `Mr. X`."""


def one_blank(text: str) -> str:
    """Runs of blanks become one, as in attributes, where no line can break."""
    return _RUN.sub(" ", visible(text))


def visible(text: str) -> str:
    """Without characters that show nothing and only trouble whoever edits the text."""
    return _INVISIBLE.sub("", text)


def wanted(line: str) -> set[int]:
    """Places of the no-break spaces that stay what they are; all others become ordinary blanks."""
    places = {match.start() for match in _BEFORE.finditer(line)} | {match.end() - 1 for match in _AFTER.finditer(line)}
    return {place for place in places if not (_is_blank(line, place - 1) or _is_blank(line, place + 1))}


def _is_blank(line: str, place: int) -> bool:
    return not 0 <= place < len(line) or line[place] in BLANKS
