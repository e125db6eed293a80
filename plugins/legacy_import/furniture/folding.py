"""Text as furniture is looked for in it: lower case, without accents, with plain apostrophes, quotes and blanks, and of the same length.

Because the length stays, what was found in the folded text can be cut out of the text itself.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u00b4": "'",
    "`": "'",
    "\u2032": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
}
_BLANKS = re.compile(r"[\s\u00a0\u200b\u200e\u200f\u202f\ufeff]+")


class _Folding(dict[int, str]):
    """Filled as characters are met, so that `str.translate` need not be told of all of Unicode."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _PLAIN.get(char) or unicodedata.normalize("NFD", char)[0].lower()
        self[code] = plain if len(plain) == 1 else char
        return self[code]


_FOLDING = _Folding()


def squeezed(text: str) -> str:
    """The text on one line, composed (NFC), each run of blanks one space."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """`text`, character by character, as it is compared."""
    return text.translate(_FOLDING)
