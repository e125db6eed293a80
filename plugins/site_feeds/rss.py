"""RSS 2.0 as the RSS Advisory Board's profile wants it: a summary in `description`, the whole text in `content:encoded` behind it."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

from .media_rss import media
from .xml import DECLARATION, attributes, element, empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Document, Entry

MEDIA_TYPE = "application/rss+xml"
_START = (
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">'
)


def entry(it: Entry) -> str:
    """One `item`. A text that is no HTML is escaped once more in `description`, which readers take for HTML."""
    parts = [
        element("title", it.title),
        element("link", it.url),
        element("guid", it.id, isPermaLink="false"),
        element("pubDate", format_datetime(it.published)),
        *_authors(it),
        *(element("category", label.name, domain=label.scheme) for label in it.labels),
        *media(it.picture),
        element("description", escape(it.summary, quote=False)),
        element("content:encoded", it.html),
    ]
    return "\n".join(["<item>", *parts, "</item>"])


def document(it: Document) -> str:
    """A whole file. RSS has no archives here: whoever wants the older articles takes Atom or JSON."""
    return "\n".join([*_head(it), *it.entries, "</channel>", "</rss>", ""])


def _head(it: Document) -> Iterator[str]:
    channel = it.channel
    yield DECLARATION
    if channel.style:
        yield f"<?xml-stylesheet{attributes({'type': 'text/css', 'href': channel.style})}?>"
    yield _START
    yield "<channel>"
    yield element("title", channel.title)
    yield element("link", channel.page_url)
    yield element("description", channel.subtitle or channel.title)
    yield element("language", channel.language)
    yield element("lastBuildDate", format_datetime(it.updated))  # of the content, as all that is here
    yield empty("atom:link", rel="self", type=MEDIA_TYPE, href=it.url)
    if channel.hub:
        yield empty("atom:link", rel="hub", href=channel.hub)
    if channel.author.email:
        yield element("managingEditor", f"{channel.author.email} ({channel.author.name})")
    if channel.rights:
        yield element("copyright", channel.rights)
    yield element("generator", "Rapport")


def _authors(it: Entry) -> Iterator[str]:
    """`author` is one mail address with a name; whoever has none, or is not alone, is a `dc:creator`. Never both."""
    if len(it.authors) == 1 and it.authors[0].email:
        yield element("author", f"{it.authors[0].email} ({it.authors[0].name})")
    else:
        yield from (element("dc:creator", author.name) for author in it.authors)
