"""All texts of all sources, known before the first is written: who is at which old address, and where it will be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .addresses import address_of, last_name
from .categories import real
from .model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from .addresses import Address
    from .model import Blog, Item
    from .naming import Names
    from .shelf import Rows, Shelf, Table

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
    age: int = 0
    """Its number among all texts, the oldest first."""
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


class Index:
    """Texts by old address, id and place, files by number, all on the shelf; and what the sources say of the blog."""

    def __init__(self, shelf: Shelf, *blogs: Blog) -> None:
        self.blogs: dict[Blog, None] = dict.fromkeys(blogs)
        self.hosts: set[str] = set()
        self.media: Table[str, Shown] = shelf.table("media")
        """Files by the source's numbers of them."""
        self.media_of: Rows[Shown] = shelf.rows("media_of", "parent")
        """Files by the number of the text to which they belong."""
        self._alts: Table[str, str] = shelf.table("alts")
        self._found: Rows[Known] = shelf.rows("found", "is_undated", "moment", "name", "title", "place")
        self._texts: Table[int, Known] = shelf.table("texts")
        """By age, once they have their files."""
        self._by_place: Table[int, int] = shelf.table("places")
        self._by_id: Table[str, int] = shelf.table("ids")
        self._by_address: Table[str, int] = shelf.table("addresses")
        self._old: Table[str, None] = shelf.table("old")
        self._read = 0

    def add(self, item: Item) -> None:
        """Take note of a file or a text; of texts in the order in which they will be read again."""
        if item.kind is Kind.MEDIA:
            self._add_file(item)
        if item.kind not in KINDS:
            return
        self._read += 1
        if item.status is not Status.TRASHED:
            known = _known(item, self._read)
            self._found.put(known, *_order(known))

    def _add_file(self, item: Item) -> None:
        shown = Shown(item.url, item.alt)
        self.media[item.number] = shown
        self.media_of.put(shown, item.parent)
        if item.alt and (found := address_of(item.url)):
            self._alts[found.path] = item.alt

    def settle(self, names: Names, site_url: str = "") -> None:
        """Give every text its file, the oldest first, so that the order of the sources makes no difference.

        What stands before the paths of the site at `site_url` is cut off old addresses there.
        """
        number = 0
        for known in self._found:
            if known.id and known.id in self._by_id:
                continue  # the same post in two sources
            number += 1
            slug = names.give((known.slug, *map(last_name, known.urls), short(known.title)))
            self._register(replace(known, age=number, slug=slug, path=f"{FOLDERS[known.kind]}/{slug}.md"))
        site = address_of(site_url)
        for age in range(1, number + 1):  # now that all files have their names
            self._texts[age] = self._with_old_addresses(self._texts[age], names, site)
        self.hosts |= {found.host for blog in self.blogs if (found := address_of(blog.url)) and found.host}

    def _register(self, known: Known) -> None:
        self._texts[known.age] = known
        self._by_place[known.place] = known.age
        if known.id:
            self._by_id[known.id] = known.age
        for found in filter(None, map(address_of, known.urls)):
            if found.host:
                self.hosts.add(found.host)
            if not found.number:
                self._by_address.claim(found.path, known.age)
        if known.number:
            self._by_address.claim(f"?{known.number}", known.age)

    def _with_old_addresses(self, known: Known, names: Names, site: Address | None) -> Known:
        paths = [path for path in dict.fromkeys(old_paths(known.urls, site)) if path not in {"/", f"/{known.slug}"}]
        old = tuple(path for path in paths if path[1:] not in names.taken and self._old.claim(path, None))
        return replace(known, old=old, shared=tuple(path for path in paths if path not in old))

    def is_public(self, known: Known) -> bool:
        """Whether the text will have a page that anybody may see; what has no date waits for one."""
        return known.status is Status.PUBLISHED and (known.published is not None or known.kind is Kind.PAGE)

    def texts(self) -> Iterator[Known]:
        """All that become files, the oldest first."""
        return iter(self._texts.values())

    def public(self) -> Iterator[Known]:
        return filter(self.is_public, self.texts())

    def retitle(self, known: Known, title: str) -> None:
        """What stands for the title that the source does not have."""
        self._texts[known.age] = replace(known, title=title)

    def of_age(self, age: int) -> Known | None:
        return self._texts.get(age)

    def find(self, place: int) -> Known | None:
        """What the text at this place among all texts becomes; None if another source has the same, or it was in the trash."""
        return self._texts.get(self._by_place.get(place, 0))

    def by_id(self, name: str) -> Known | None:
        return self._texts.get(self._by_id.get(name, 0))

    def at(self, url: str, base: str) -> Known | None:
        """The text to which a link leads."""
        found = address_of(url, base)
        if found is None or (found.host and self.hosts and found.host not in self.hosts):
            return None  # a source that does not say where the blog was, as Takeout, has paths that no other site has
        if not found.number and found.path == "/":
            return None
        return self._texts.get(self._by_address.get(f"?{found.number}" if found.number else found.path, 0))

    def alt_of(self, url: str, base: str) -> str:
        """What the source itself says can be seen on a picture; empty if it does not."""
        found = address_of(url, base)
        return self._alts.get(found.path, "") if found else ""

    def is_own(self, url: str, base: str) -> bool:
        found = address_of(url, base)
        return bool(found and (not found.host or found.host in self.hosts))


def _known(item: Item, place: int) -> Known:
    return Known(
        place,
        item.kind,
        item.status,
        item.id,
        item.title or _first_words(item.html),
        item.published,
        tuple(url for url in (item.url, *item.other_urls) if url),
        item.number,
        item.slug,
        item.tags,
        real(item.categories),
        item.author,
        item.label_slugs,
        item.author_slug,
    )


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


def _order(known: Known) -> tuple[bool, str, str, str, int]:
    """By age; texts of one moment in an order that does not depend on that of the sources."""
    moment = known.published.isoformat() if known.published else ""
    return known.published is None, moment, known.id or next(iter(known.urls), ""), known.title, known.place
