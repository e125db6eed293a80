"""Texts made fit for a place that has lines of its own: a header, a link, a vCard.

Titles and names come from anywhere, and a line break in one of them would begin a header or a property that nobody wrote. Python, Java and
JavaScript disagree on what ends a line, so that every candidate counts here (the list of `str.splitlines`).
"""

from __future__ import annotations

import re

# Control characters (C0, DEL, C1), the blank itself, and the two separators that only Unicode has.
_BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
# What has no UTF-8 form, and the two code points that XML forbids.
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """`text` on a single line: each run of blanks, control characters and line ends is one blank, none at the ends.

    Non-breaking blanks and joiners stay, since French and emoji need them. A lone surrogate becomes U+FFFD.
    """
    if text.isprintable() and "  " not in text:  # most texts are in order, which this tells faster than a pattern does
        return text.strip(" ")
    return _NO_CHARACTERS.sub("\ufffd", _BREAKS.sub(" ", text)).strip(" ")


def several_lines(text: str) -> str:
    r"""`text` with `\n` as its only line end and control character, no empty lines at its ends."""
    return "\n".join(one_line(line) for line in text.splitlines()).strip("\n")
