"""The table of contents of a long text."""

from __future__ import annotations

import re
from html import unescape

from .html_text import plain_text
from .model import Heading

FEWEST_SECTIONS = 3
"""Two sections are seen at a glance."""

_HEADING = re.compile(r"""<h([23])\b[^>]*?\sid=(?:"([^"]+)"|'([^']+)')[^>]*>(.*?)</h\1\s*>""", re.DOTALL | re.IGNORECASE)


def headings_of(html: str) -> tuple[Heading, ...]:
    """The h2 and h3 that a link can lead to, in order; none if there are fewer than three h2."""
    found = [(int(level), unescape(double or single), plain_text(inner)) for level, double, single, inner in _HEADING.findall(html)]
    headings = tuple(Heading(level, id_, text) for level, id_, text in found if text)
    sections = sum(heading.level == 2 for heading in headings)
    return headings if sections >= FEWEST_SECTIONS else ()
