"""All texts of all sources, known before the first is written: who is at which old address, and where it will be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .addresses import Address, address_of, last_name
from .categories import real
from .model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from .model import Blog, Item
    from .naming import Names

KINDS = (Kind.POST, Kind.PAGE)
FOLDERS = {Kind.POST: "articles", Kind.PAGE: "pages"}


@dataclass(frozen=True, slots=True)
class Known:
    """A text before it is read a second time; `place` is its number among all texts of the sources."""

    place: int
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
    """As the old blog had them; the first becomes the category, the others become tags."""
    author: str = ""
    label_slugs: tuple[tuple[str, str], ...] = ()
    author_slug: str = ""
    """Both as of an item."""
    path: str = ""
    """The file that it becomes, below the content folder."""
    old: tuple[str, ...] = ()
    """Where it was, as paths below the root of the site, but for where it will be and where another text was or will be."""
    shared: tuple[str, ...] = ()
    """Where it was, and another text as well, which keeps the address."""

    @property
    def category(self) -> tuple[str, ...]:
        """The one category that it will have, if any."""
        return self.categories[:1]

    @property
    def labels(self) -> tuple[str, ...]:
        """The tags that it will have."""
        return (*self.categories[1:], *self.tags)


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of the old blog that texts name by its number."""

    url: str
    alt: str = ""


@dataclass(slots=True)
class Index:
    """Texts by old address and by number, files by number, and what the sources say of the blog."""

    texts: list[Known] = field(default_factory=list)
    media: dict[str, Shown] = field(default_factory=dict)
    """Files by the source's numbers of them."""
    media_of: dict[str, list[Shown]] = field(default_factory=dict)
    """Files by the number of the text to which they belong."""
    blogs: list[Blog] = field(default_factory=list)
    _by_address: dict[Address, Known] = field(default_factory=dict)
    _by_place: dict[int, Known] = field(default_factory=dict)
    _alts: dict[str, str] = field(default_factory=dict)
    _read: int = 0
    _by_id: dict[str, Known] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    def add(self, item: Item) -> None:
        """Take note of a file or a text; of texts in the order in which they will be read again."""
        if item.kind is Kind.MEDIA:
            self.media[item.number] = Shown(item.url, item.alt)
            self.media_of.setdefault(item.parent, []).append(self.media[item.number])
            if item.alt and (found := address_of(item.url)):
                self._alts[found.path] = item.alt
        if item.kind not in KINDS:
            return
        self._read += 1
        if item.status is not Status.TRASHED:
            urls = tuple(url for url in (item.url, *item.other_urls) if url)
            own = (item.id, item.title or _first_words(item.html), item.published, urls)
            self.texts.append(
                Known(
                    self._read,
                    item.kind,
                    item.status,
                    *own,
                    item.number,
                    item.slug,
                    item.tags,
                    real(item.categories),
                    item.author,
                    label_slugs=item.label_slugs,
                    author_slug=item.author_slug,
                )
            )

    def settle(self, names: Names, site_url: str = "") -> None:
        """Give every text its file, the oldest first, so that the order of the sources makes no difference.

        What stands before the paths of the site at `site_url` is cut off old addresses there.
        """
        seen: set[str] = set()
        settled = []
        for known in sorted(self.texts, key=_age):
            if known.id and known.id in seen:
                continue  # the same post in two sources
            seen.add(known.id)
            slug = names.give((known.slug, *map(last_name, known.urls), short(known.title)))
            settled.append(replace(known, slug=slug, path=f"{FOLDERS[known.kind]}/{slug}.md"))
        self.texts = list(_with_old_addresses(settled, {f"/{slug}" for slug in names.taken}, address_of(site_url)))
        own = {blog_address.host for blog in self.blogs if (blog_address := address_of(blog.url)) and blog_address.host}
        self.hosts = own | {found.host for known in settled for url in known.urls if (found := address_of(url)) and found.host}
        for known in self.texts:
            self._register(known)

    def _register(self, known: Known) -> None:
        self._by_place[known.place] = known
        if known.id:
            self._by_id[known.id] = known
        for url in known.urls:
            found = address_of(url)
            if found:
                self._by_address.setdefault(replace(found, host="", number=found.number), known)
        if known.number:
            self._by_address.setdefault(Address("", "", known.number), known)

    def is_public(self, known: Known) -> bool:
        """Whether the text will have a page that anybody may see; what has no date waits for one."""
        return known.status is Status.PUBLISHED and (known.published is not None or known.kind is Kind.PAGE)

    def find(self, place: int) -> Known | None:
        """What the text at this place among all texts becomes; None if another source has the same, or it was in the trash."""
        return self._by_place.get(place)

    def by_id(self, name: str) -> Known | None:
        return self._by_id.get(name)

    def at(self, url: str, base: str) -> Known | None:
        """The text to which a link leads."""
        found = address_of(url, base)
        if found is None or (found.host and self.hosts and found.host not in self.hosts):
            return None  # a source that does not say where the blog was, as Takeout, has paths that no other site has
        if found.number:
            return self._by_address.get(Address("", "", found.number))
        return self._by_address.get(Address("", found.path)) if found.path != "/" else None

    def alt_of(self, url: str, base: str) -> str:
        """What the source itself says can be seen on a picture; empty if it does not."""
        found = address_of(url, base)
        return self._alts.get(found.path, "") if found else ""

    def is_own(self, url: str, base: str) -> bool:
        found = address_of(url, base)
        return bool(found and (not found.host or found.host in self.hosts))

    def public(self) -> Iterator[Known]:
        return (known for known in self.texts if self.is_public(known))


def _with_old_addresses(texts: Iterable[Known], taken: set[str], site: Address | None) -> Iterator[Known]:
    for known in texts:
        paths = [path for path in dict.fromkeys(old_paths(known.urls, site)) if path not in {"/", f"/{known.slug}"}]
        old = tuple(path for path in paths if path not in taken)
        taken.update(old)
        yield replace(known, old=old, shared=tuple(path for path in paths if path not in old))


def old_paths(urls: Iterable[str], site: Address | None) -> Iterator[str]:
    """Addresses as paths. Those that were made of numbers alone (`/?p=12`) are none that a host of files could tell apart."""
    before = f"{site.path.rstrip('/')}/" if site else "/"
    for found in filter(None, map(address_of, urls)):
        if not found.number:
            is_below = site and found.host in {"", site.host} and found.path.startswith(before)
            yield f"/{found.path.removeprefix(before)}" if is_below else found.path


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


def _age(known: Known) -> tuple[bool, str, str, str, int]:
    """By date; texts of one moment in an order that does not depend on that of the sources."""
    moment = known.published.isoformat() if known.published else ""
    return known.published is None, moment, known.id or next(iter(known.urls), ""), known.title, known.place
