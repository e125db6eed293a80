"""A list of all feeds, to be taken into a reader at once: OPML 2.0 (https://opml.org/spec2.opml)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .xml import DECLARATION, attributes, element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .model import FeedLink

MEDIA_TYPE = "text/x-opml"


def document(title: str, feeds: Iterable[FeedLink], url: Callable[[str], str]) -> str:
    """A whole file; `url` makes a public address of a path."""
    outlines = (_outline(it.title, url(it.path), url(it.page_path)) for it in feeds)
    lines = [DECLARATION, '<opml version="2.0">', f"<head>{element('title', title)}</head>", "<body>", *outlines, "</body>", "</opml>", ""]
    return "\n".join(lines)


def _outline(title: str, feed_url: str, page_url: str) -> str:
    return f"<outline{attributes({'type': 'rss', 'text': title, 'title': title, 'xmlUrl': feed_url, 'htmlUrl': page_url})}/>"
