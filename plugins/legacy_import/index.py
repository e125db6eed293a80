"""All texts of all sources, known before the first is written: who is at which old address, and where it will be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .addresses import Address, address_of, last_name
from .model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from .model import Blog, Item
    from .naming import Names

KINDS = (Kind.POST, Kind.PAGE)
FOLDERS = {Kind.POST: "articles", Kind.PAGE: "pages"}


@dataclass(frozen=True, slots=True)
class Known:
    """A text before it is read a second time. `key` finds it again: the place in its source."""

    key: tuple[str, int]
    kind: Kind
    status: Status
    id: str
    title: str
    published: datetime | None
    urls: tuple[str, ...]
    number: str
    slug: str
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    path: str = ""
    """The file that it becomes, below the content folder."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of the old blog that texts name by its number."""

    url: str
    parent: str
    alt: str = ""


@dataclass(slots=True)
class Index:
    """Texts by old address and by number, files by number, and what the sources say of the blog."""

    texts: list[Known] = field(default_factory=list)
    media: dict[str, Shown] = field(default_factory=dict)
    """Files by the source's numbers of them."""
    blogs: list[Blog] = field(default_factory=list)
    _by_address: dict[Address, Known] = field(default_factory=dict)
    _by_key: dict[tuple[str, int], Known] = field(default_factory=dict)
    _by_id: dict[str, Known] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    def add(self, item: Item) -> None:
        if item.kind is Kind.MEDIA:
            self.media[item.number] = Shown(item.url, item.parent, item.alt)
        elif item.kind in KINDS and item.status is not Status.TRASHED:
            urls = tuple(url for url in (item.url, *item.other_urls) if url)
            key = (item.place.file, item.place.line)
            dates = (item.title or _first_words(item.html), item.published, urls)
            self.texts.append(Known(key, item.kind, item.status, item.id, *dates, item.number, item.slug, item.tags, item.categories))

    def settle(self, names: Names) -> None:
        """Give every text its file, the oldest first, so that the order of the sources makes no difference."""
        seen: set[str] = set()
        settled = []
        for known in sorted(self.texts, key=_age):
            if known.id and known.id in seen:
                continue  # the same post in two sources
            seen.add(known.id)
            slug = names.give((known.slug, *map(last_name, known.urls), short(known.title)))
            settled.append(replace(known, slug=slug, path=f"{FOLDERS[known.kind]}/{slug}.md"))
        self.texts = settled
        own = {blog_address.host for blog in self.blogs if (blog_address := address_of(blog.url)) and blog_address.host}
        self.hosts = own | {found.host for known in settled for url in known.urls if (found := address_of(url)) and found.host}
        for known in settled:
            self._register(known)

    def _register(self, known: Known) -> None:
        self._by_key[known.key] = known
        if known.id:
            self._by_id[known.id] = known
        for url in known.urls:
            found = address_of(url)
            if found:
                self._by_address.setdefault(replace(found, host="", number=found.number), known)
        if known.number:
            self._by_address.setdefault(Address("", "", known.number), known)

    def find(self, item: Item) -> Known | None:
        """What the item becomes; None if another source has the same."""
        return self._by_key.get((item.place.file, item.place.line))

    def by_id(self, name: str) -> Known | None:
        return self._by_id.get(name)

    def at(self, url: str, base: str) -> Known | None:
        """The text to which a link leads."""
        found = address_of(url, base)
        if found is None or (found.host and found.host not in self.hosts):
            return None
        if found.number:
            return self._by_address.get(Address("", "", found.number))
        return self._by_address.get(Address("", found.path)) if found.path != "/" else None

    def is_own(self, url: str, base: str) -> bool:
        found = address_of(url, base)
        return bool(found and (not found.host or found.host in self.hosts))

    def public(self) -> Iterator[Known]:
        return (known for known in self.texts if known.status is Status.PUBLISHED)


def _first_words(html: str) -> str:
    """What stands for a missing title in the name of the file."""
    return " ".join(re.sub(r"<[^>]*>|&[#\w]+;", " ", html[:2000]).split()[:8])


def short(title: str) -> str:
    """So much of a title as an address takes."""
    words = re.sub(r"<[^>]*>", " ", title).split()
    text = ""
    for word in words:
        if len(text) + len(word) > 70:
            break
        text += f"{word} "
    return text.strip() or title[:70]


def _age(known: Known) -> tuple[bool, str, tuple[str, int]]:
    return known.published is None, known.published.isoformat() if known.published else "", known.key
