"""Text as it is compared: small letters without accents, with plain apostrophes, quotes, hyphens and blanks, and exactly as long as before.

Because the length stays, what was found in the folded text can be cut out of the text itself.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {
    **dict.fromkeys("‘’ʼ´`′", "'"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("\u200b\ufeff", " "),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("øØ", "o"),
}
_LINE_SEPARATOR = "\u2028"
"""Stands for a line break in a text of one line, and stays."""
_BLANKS = re.compile(r"[\s\u00a0\u200b\u200e\u200f\u202f\ufeff]+")


class _Folding(dict[int, str]):
    """Filled as characters are met, so that `str.translate` need not be told of all of Unicode."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


def _folded(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isspace():
        return character if character == _LINE_SEPARATOR else " "
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text`, character by character, as it is compared. `ß` stays."""
    return text.translate(_FOLDING)


def squeezed(text: str) -> str:
    """The text on one line, composed (NFC), each run of blanks one space."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()
