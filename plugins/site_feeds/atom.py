"""Atom 1.0 (RFC 4287), with RFC 5005's archives and Media RSS's pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .media_rss import media
from .xml import DECLARATION, attributes, element, empty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from .model import Document, Entry, Person

MEDIA_TYPE = "application/atom+xml"
_START = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:fh="http://purl.org/syndication/history/1.0"{lang}>'
)


def entry(it: Entry) -> str:
    """One `entry`. Its only `link` is the article: some readers take the first they find, some the last (RFC 4287, section 4.1.2)."""
    parts = [
        element("title", it.title),
        empty("link", rel="alternate", type="text/html", href=it.url),
        element("id", it.id),
        element("published", _date(it.published)),
        element("updated", _date(it.updated)),
        *(_person(author) for author in it.authors),
        *(empty("category", scheme=label.scheme, term=label.term, label=label.name) for label in it.labels),
        *media(it.picture),
        *([element("summary", it.summary)] if it.summary else []),
        element("content", it.html, type="html"),
    ]
    start = f"<entry{attributes({'xml:lang': it.language})}>"
    return "\n".join([start, *parts, "</entry>"])


def document(it: Document) -> str:
    """A whole file."""
    return "\n".join([*_head(it), *it.entries, "</feed>", ""])


def _head(it: Document) -> Iterator[str]:
    channel = it.channel
    yield DECLARATION
    if channel.style:
        yield f"<?xml-stylesheet{attributes({'type': 'text/css', 'href': channel.style})}?>"
    yield _START.format(lang=attributes({"xml:lang": channel.language}))
    yield element("title", channel.title)
    if channel.subtitle:
        yield element("subtitle", channel.subtitle)
    yield element("id", channel.id)
    yield element("updated", _date(it.updated))
    yield empty("link", rel="self", type=MEDIA_TYPE, href=it.url)
    yield empty("link", rel="alternate", type="text/html", href=channel.page_url)
    yield from _archive(it)
    if channel.hub:
        yield empty("link", rel="hub", href=channel.hub)
    yield _person(channel.author)
    for name, text in (("icon", channel.icon), ("rights", channel.rights), ("generator", "Rapport")):
        if text:
            yield element(name, text)


def _archive(it: Document) -> Iterator[str]:
    """RFC 5005, section 4."""
    if it.is_archive:
        yield "<fh:archive/>"
        yield empty("link", rel="current", type=MEDIA_TYPE, href=it.current)
    for relation, url in (("prev-archive", it.older), ("next-archive", it.newer)):
        if url:
            yield empty("link", rel=relation, type=MEDIA_TYPE, href=url)


def _person(it: Person) -> str:
    details = [("name", it.name), ("uri", it.url), ("email", it.email)]
    return f"<author>{''.join(element(name, text) for name, text in details if text)}</author>"


def _date(moment: datetime) -> str:
    """RFC 3339, with the offset of the site's time zone."""
    return moment.isoformat(timespec="seconds")
