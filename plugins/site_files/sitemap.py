"""The site's map for search engines, by the rules of sitemaps.org: which addresses there are, and when each changed as far as it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from .model import SitePage

PATH = "sitemap.xml"
PART = "sitemap-{}.xml"
LARGEST = 50 * 1024 * 1024
"""Bytes that one file may have (sitemaps.org)."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MARKS = {"'": "&apos;", '"': "&quot;"}  # sitemaps.org wants all five escaped
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = "%:/?#[]@!$&'()*+,;=~"  # what has a meaning in a URI, or is encoded already (RFC 3986, 2)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one file holds, and the latest change in it."""

    entries: tuple[str, ...]
    changed: datetime | None


def sitemap_files(pages: Iterable[SitePage], url: Callable[[str], str], limit: int = 50_000) -> Iterator[tuple[str, str]]:
    """Path and text of `sitemap.xml`; with more than `limit` pages, or bytes than allowed, of its parts as well.

    `url` makes a whole address of one below the site's root. No pages, no files: an empty map is not valid.
    """
    parts = list(_parts(pages, url, limit))
    if len(parts) == 1:
        yield PATH, _document("urlset", parts[0].entries)
    elif parts:
        names = [PART.format(number) for number in range(1, len(parts) + 1)]
        places = [_entry("sitemap", url(name), part.changed) for name, part in zip(names, parts, strict=True)]
        yield PATH, _document("sitemapindex", places)
        yield from ((name, _document("urlset", part.entries)) for name, part in zip(names, parts, strict=True))


def uri(address: str) -> str:
    """A whole address in ASCII: the host as DNS has it, all else percent-encoded once, whether or not some of it was before."""
    scheme, host, path, query, fragment = urlsplit(_STRAY_PERCENT.sub("%25", address))
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    return quote(urlunsplit((scheme, host, path, query, fragment)), safe=_KEPT)


def w3c(moment: datetime) -> str:
    """A moment in W3C's date format, to the second; a day alone where nobody knows the offset."""
    return moment.isoformat(timespec="seconds") if moment.tzinfo else moment.date().isoformat()


def _parts(pages: Iterable[SitePage], url: Callable[[str], str], limit: int) -> Iterator[_Part]:
    """Pages in their order, as many in each part as it may hold."""
    entries: list[str] = []
    moments: list[datetime] = []
    room = _room()
    for page in pages:
        entry = _entry("url", url(page.address), page.changed)
        if entries and (len(entries) == limit or len(entry) > room):
            yield _part(entries, moments)
            entries, moments, room = [], [], _room()
        entries.append(entry)
        moments += [page.changed] if page.changed else []
        room -= len(entry)
    if entries:
        yield _part(entries, moments)


def _room() -> int:
    return LARGEST - len(_document("urlset", ()))


def _part(entries: Sequence[str], moments: Iterable[datetime]) -> _Part:
    return _Part(tuple(entries), max(moments, key=lambda moment: moment.timestamp(), default=None))


def _entry(name: str, address: str, changed: datetime | None) -> str:
    """All ASCII, so that its length is its bytes."""
    moment = f"<lastmod>{w3c(changed)}</lastmod>" if changed else ""
    return f"<{name}><loc>{escape(uri(address), _MARKS)}</loc>{moment}</{name}>\n"


def _document(root: str, entries: Iterable[str]) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{"".join(entries)}</{root}>\n'
