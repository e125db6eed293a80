"""Characters that a feed may hold. XML 1.0 (section 2.2) forbids control characters, lone surrogates, U+FFFE and U+FFFF, escaped or not."""

from __future__ import annotations

import re

_VERTICAL = re.compile(r"\r\n?|[\x0b\x0c]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ANY = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c]+")
BLANKS = " \t\n\r\x0b\x0c"
"""What HTML takes for white space; NBSP and its kin are characters."""
_RUNS = re.compile(f"[{BLANKS}]+")


def allowed(text: str) -> str:
    r"""`text` without what XML forbids; line ends are `\n`, a vertical tab or form feed is a blank, as on the page."""
    if not _ANY.search(text):
        return text
    return _FORBIDDEN.sub("", _VERTICAL.sub(lambda match: "\n" if match[0].startswith("\r") else " ", text))


def one_line(text: str) -> str:
    """`text` as a title: allowed characters, no line breaks, no blanks at its ends. Everything else, NBSP and all, stays."""
    return allowed(_BREAKS.sub(" ", text)).strip(" ")


def words(text: str) -> str:
    """`text` as a page shows it: each run of white space is one blank, none at the ends."""
    return allowed(_RUNS.sub(" ", text)).strip(" ")
