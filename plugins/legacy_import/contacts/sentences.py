"""A block's text in sentences, and lines where the author broke them. Every character is in exactly one piece."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

BREAK = "\u2028"
"""Stands for `<br>`."""
PICTURE = "\ufffc"
"""Stands for a picture, a film, or whatever else is no text."""

_PART = re.compile(rf"{PICTURE}\s*|[^{BREAK}{PICTURE}]+{BREAK}?\s*|{BREAK}\s*")
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»“)\]]*+(?:\s*[:;]-?[)D(])?(?=\s)\s*")
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|sr|sra|jr|inc|ltd|co|corp|nr|vs|tel|fon|mob|ext|ph|approx|mme|mlle|m|cf|av|ud|uds|hr|fr|bzw"
    r"|ca|z\. ?b|d\. ?h|u\. ?a|e\.g|i\.e|p\. ?s|p\. ?p\. ?s|p\. ?d|n\. ?b|ps|a\.m|p\.m)|(?:^|[\s(.])\w)\.\s*$"
)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where each piece begins and ends, in order; blanks and a break after a sentence belong to it."""
    for part in _PART.finditer(text):
        start, end = part.span()
        for mark in _END.finditer(text, start, end):
            if mark.end() < end and _is_end(text, start, mark):
                yield start, mark.end()
                start = mark.end()
        if start < end:
            yield start, end


def _is_end(text: str, start: int, mark: re.Match[str]) -> bool:
    if "?" in mark[0]:
        return True
    if text[mark.end()].islower():
        return False
    return mark[0].strip() != "." or not _SHORT.search(fold(text[max(start, mark.start() - 12) : mark.end()]))
