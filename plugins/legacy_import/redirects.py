"""Redirects for addresses that belong to no text: feeds, labels, categories, authors, months of the old blog."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .index import Known

CLOSED = "/feeds/closed.atom.xml"
"""A feed of one entry, which says that there are no comments any more and whom to write to."""

ALL_ATOM, ALL_RSS = "/feeds/all.atom.xml", "/feeds/all.rss.xml"
FEEDS = {
    "/feeds/posts/default": ALL_ATOM,
    "/feeds/posts/full": ALL_ATOM,
    "/feeds/posts/summary": ALL_ATOM,
    "/atom.xml": ALL_ATOM,
    "/rss.xml": ALL_RSS,
    "/feeds/comments/default": CLOSED,
    "/feed/": ALL_RSS,
    "/feed/rss/": ALL_RSS,
    "/feed/rss2/": ALL_RSS,
    "/feed/atom/": ALL_ATOM,
    "/comments/feed/": CLOSED,
    "/comments/feed/atom/": CLOSED,
}
"""Where Blogger and WordPress had theirs."""


def redirects(texts: Iterable[Known], slug_of: Callable[[str], str], *, taken: Iterable[str] = ()) -> dict[str, str]:
    """Old address → new one, each of them once, without those that are `taken`."""
    public = list(texts)
    found = dict(FEEDS) if public else {}
    for origin, target in (*_labels(public, slug_of), *_months(public)):
        found.setdefault(origin, target)
    return {origin: target for origin, target in sorted(found.items()) if origin not in set(taken)}


def _labels(texts: Iterable[Known], slug_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Tags and categories that something public has, at the addresses of both systems."""
    for kind, folder in (("tags", "tag"), ("categories", "category")):
        names = {name for known in texts for name in getattr(known, kind)}
        for name in sorted(names):
            slug = slug_of(name)
            if slug:
                page, feed = f"/{kind}/{slug}/", f"/feeds/{kind}/{slug}.atom.xml"
                yield f"/{folder}/{slug}/", page
                yield f"/{folder}/{slug}/feed/", feed
                yield f"/search/label/{quote(name, safe='')}", page
                yield f"/feeds/posts/default/-/{quote(name, safe='')}", feed


def _months(texts: Iterable[Known]) -> Iterator[tuple[str, str]]:
    """Archives of years and months, which both systems had at the same addresses."""
    months = {(known.published.year, known.published.month) for known in texts if known.published}
    for year, month in sorted(months):
        yield f"/{year}/{month:02}/", f"/archive/{year}/"
        yield f"/{year}/", f"/archive/{year}/"


def with_redirects(toml: str, new: dict[str, str]) -> str:
    """`site.toml` with further lines in its table `[redirects]`; everything else stays as it is."""
    if not new:
        return toml
    lines = "".join(f"{_quoted(origin)} = {_quoted(target)}\n" for origin, target in new.items())
    heading = re.search(r"(?m)^\[redirects\][^\n]*\n", toml)
    if heading:
        return toml[: heading.end()] + lines + toml[heading.end() :]
    return f"{toml.rstrip()}\n\n# Old addresses that belong to no article.\n[redirects]\n{lines}"


def _quoted(text: str) -> str:
    """A TOML string; JSON's escapes are among TOML's."""
    return f"'{text}'" if "'" not in text and text.isprintable() else json.dumps(text)
