"""The way back from a footnote, in the site's language; the rest is Python-Markdown's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ENGLISH = re.compile(r"Jump back to footnote (\d+) in the text")


def translate_back_links(root: Element, pattern: str) -> None:
    """Replace the title that Python-Markdown gives; one that the site has set stays."""
    for link in root.iter("a"):
        match = _ENGLISH.fullmatch(link.get("title", ""))
        if match and link.get("class") == "footnote-backref":
            link.set("title", pattern.format(number=match[1]))
