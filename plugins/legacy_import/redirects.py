"""Redirects for addresses that belong to no text: feeds, labels, categories, authors, months of the old blog."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from .model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .index import Known

CLOSED = "/feeds/closed.atom.xml"
"""A feed of one entry, which says that there are no comments any more and whom to write to."""

ALL_ATOM, ALL_RSS = "/feeds/all.atom.xml", "/feeds/all.rss.xml"
BLOGGER, WORDPRESS = "blogger", "wordpress"
FEEDS = {
    BLOGGER: {
        "/feeds/posts/default": ALL_ATOM,
        "/feeds/posts/full": ALL_ATOM,
        "/feeds/posts/summary": ALL_ATOM,
        "/atom.xml": ALL_ATOM,
        "/rss.xml": ALL_RSS,
        "/feeds/comments/default": CLOSED,
    },
    WORDPRESS: {
        "/feed/": ALL_RSS,
        "/feed/rss/": ALL_RSS,
        "/feed/rss2/": ALL_RSS,
        "/feed/atom/": ALL_ATOM,
        "/comments/feed/": CLOSED,
        "/comments/feed/atom/": CLOSED,
    },
}
"""Where each system had its feeds."""


@dataclass(slots=True)
class _Filed:
    """Under what posts are filed, each of it once."""

    posts: int = 0
    first_categories: set[str] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    slugs: dict[str, str] = field(default_factory=dict)
    """What stood for a category or tag in old addresses, by its name."""
    authors: set[tuple[str, str]] = field(default_factory=set)
    """What stood for each in old addresses, and the name."""
    months: set[tuple[int, int]] = field(default_factory=set)

    def add(self, known: Known) -> None:
        self.posts += 1
        self.first_categories.update(known.category)
        self.categories.update(known.categories)
        self.tags.update(known.tags)
        self.slugs.update(known.label_slugs)
        self.authors.add((known.author_slug, known.author))
        if known.published:
            self.months.add((known.published.year, known.published.month))


def redirects(texts: Iterable[Known], slug_of: Callable[[str], str], systems: Iterable[str] = ()) -> dict[str, str]:
    """Old address → new one, each of them once, for posts that are public. Without a known system those of all are led."""
    filed = _Filed()
    for known in texts:
        if known.kind is Kind.POST:
            filed.add(known)
    known_systems = [name for name in FEEDS if any(system.startswith(name) for system in systems)] or list(FEEDS)
    found: dict[str, str] = {}
    for system in known_systems if filed.posts else ():
        found |= FEEDS[system] | dict(_labels(filed, slug_of, system))
    return dict(sorted((found | dict(_months(filed))).items()))


def _labels(filed: _Filed, slug_of: Callable[[str], str], system: str) -> Iterator[tuple[str, str]]:
    """Tags, categories and authors that something public has, with their feeds."""
    there = {slug_of(name) for name in filed.first_categories}
    for folder, names in (("category", filed.categories), ("tag", filed.tags)):
        for name in sorted(names):
            slug, escaped = slug_of(name), quote(name, safe="")
            kind = "categories" if folder == "category" and slug in there else "tags"
            page, feed = f"/{kind}/{slug}/", f"/feeds/{kind}/{slug}.atom.xml"
            if slug and system == BLOGGER:
                yield from ((f"/search/label/{escaped}", page), (f"/feeds/posts/default/-/{escaped}", feed))
            elif slug:
                old = f"/{folder}/{quote(filed.slugs.get(name, slug), safe='')}/"
                yield from ((old, page), (f"{old}feed/", feed))
    authors = {(slug_of(old) or slug, slug) for old, name in filed.authors if (slug := slug_of(name))}
    for old, slug in sorted(authors) if system == WORDPRESS else ():
        yield from ((f"/author/{old}/", f"/authors/{slug}/"), (f"/author/{old}/feed/", f"/feeds/authors/{slug}.atom.xml"))


def _months(filed: _Filed) -> Iterator[tuple[str, str]]:
    """Archives of years and months, which both systems had at the same addresses."""
    for year, month in sorted(filed.months):
        yield f"/{year}/{month:02}/", f"/archive/{year}/"
        yield f"/{year}/", f"/archive/{year}/"


def with_redirects(toml: str, new: dict[str, str]) -> str:
    """`site.toml` with further lines in its table `[redirects]`; everything else stays as it is."""
    if not new:
        return toml
    lines = "".join(f"{quoted(origin)} = {quoted(target)}\n" for origin, target in new.items())
    heading = re.search(r"(?m)^\[redirects\][^\n]*\n", toml)
    if heading:
        return toml[: heading.end()] + lines + toml[heading.end() :]
    return f"{toml.rstrip()}\n\n# Old addresses that belong to no article.\n[redirects]\n{lines}"


def quoted(text: str) -> str:
    """A TOML string; JSON's escapes are among TOML's."""
    return f"'{text}'" if "'" not in text and text.isprintable() else json.dumps(text)
