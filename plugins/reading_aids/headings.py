"""Headings of a text: one level down if it uses `#`, and ids that are unique and not the page's own."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markdown.extensions.toc import remove_fnrefs, render_inner_html, slugify_unicode, strip_tags, unique
from markdown.util import STX, AtomicString

if TYPE_CHECKING:
    from collections.abc import Container
    from xml.etree.ElementTree import Element

    from markdown import Markdown

RESERVED_IDS = frozenset(
    {
        *("main", "header", "footer", "menu", "top", "search"),
        *("write", "write-heading", "contents", "series-name", "related-heading", "newest", "topics", "feeds", "subscribe"),
        *("feeds-tag", "feeds-series", "feeds-author", "feeds-category", "feeds-language"),
    }
)
"""Ids of the theme that comes along, and what others usually take."""

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINKABLE = ("h2", "h3", "h4")
_RAW_ID = re.compile(r"""\sid=["']?([^\s"'>]+)""")


def lower_headings(root: Element) -> None:
    """If the text has an h1, move all headings one level down: the page's h1 is the title."""
    if next(root.iter("h1"), None) is None:
        return
    for element in root.iter():
        if element.tag in _LEVELS:
            element.tag = _LEVELS[min(_LEVELS.index(element.tag) + 1, len(_LEVELS) - 1)]


def number_headings(root: Element, md: Markdown, reserved: Container[str]) -> None:
    """Give each h2 to h4 that has none an id from its text; `reserved` ids get `section-` in front."""
    used = {id_ for element in root.iter() if (id_ := element.get("id"))}
    used.update(id_ for block in md.htmlStash.rawHtmlBlocks for id_ in _RAW_ID.findall(str(block)))
    counters: dict[str, int] = {}
    for element in root.iter():
        if element.tag in _LINKABLE and not element.get("id"):
            slug = slugify_unicode(text_of(element, md), "-") or "section"
            element.set("id", unique(f"section-{slug}" if slug in reserved else slug, used, counters))


def text_of(element: Element, md: Markdown) -> str:
    """What a reader reads of an element, while Markdown still holds placeholders for some of it; footnote numbers are left out."""
    element = remove_fnrefs(element)
    text = "".join(unescape(part) if isinstance(part, AtomicString) else part for part in element.itertext())
    if STX in text:
        text = unescape(strip_tags(render_inner_html(element, md)))
    return " ".join(text.split())
