"""Text as it is compared: without capitals and accents, with plain apostrophes and blanks, and exactly as long as before."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "\u200b": " ", "\ufeff": " "}


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isspace() and character != "\u2028":
        return " "
    return normalize("NFD", character.lower())[0]


def folded(text: str) -> str:
    """`text` for looking up words; what is found in it stands at the same place in `text`. `ß` stays."""
    return "".join(map(_folded_character, text))
