"""The sentence or two that stand for a text on lists and in search results."""

from __future__ import annotations

import re

from .html_text import plain_text

LONGEST = 160
"""Search engines show about so many characters of a description."""

ELLIPSIS = "…"
_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p\s*>", re.DOTALL | re.IGNORECASE)


def lede_of(summary: object, body: str, *, is_html: bool) -> str:
    """Plain text: the `summary` of the front matter if there is one, else the beginning of `body`.

    `is_html` says what the summary is (Pelican's FORMATTED_FIELDS); a list is a summary of several lines.
    """
    lines = summary if isinstance(summary, (list, tuple)) else [summary or ""]
    given = " ".join(str(line) for line in lines)
    return (plain_text(given) if is_html else " ".join(given.split())) or cut(first_paragraph(body))


def first_paragraph(body: str) -> str:
    """The text of the first paragraph that has any."""
    return next((text for match in _PARAGRAPH.finditer(body) if (text := plain_text(match[1]))), "")


def cut(text: str, longest: int = LONGEST) -> str:
    """`text`, or as many of its words as fit with an ellipsis into `longest` characters."""
    if len(text) <= longest:
        return text
    head = text[:longest]  # one more than fits beside the ellipsis, so that a word ending there is seen to end
    whole_words = head.rpartition(" ")[0]
    if len(whole_words) < longest // 2:  # a script without spaces between words
        whole_words = head[:-1]
    return whole_words.rstrip(" ,;:.–—-") + ELLIPSIS
