"""Links and pictures of a text, led to where things are now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from bs4 import BeautifulSoup

from .addresses import fragment_of, is_broken, joined, last_name, parts_of, path_of, unwrapped
from .media import is_media
from .model import Action, Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bs4 import Tag

    from .index import Index, Known
    from .media import Media
    from .model import Item

SCHEMES = frozenset(["http", "https", "mailto", "tel", "sms", ""])
_LABEL = re.compile(
    r"^/(?:search/label|tags?|label|labels|topics?)/(?P<name>[^/]+)$|^/(?P<kind>category|categories|kategorie)/(?:[^/]+/)*(?P<last>[^/]+)$"
)
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file")


@dataclass(frozen=True, slots=True)
class Labels:
    """Tags and categories by their slugs."""

    slug_of: Callable[[str], str]
    tags: dict[str, str]
    categories: dict[str, str]

    def link(self, path: str) -> str:
        """What leads to the page of a label, `{tag}Name`; empty if the path is of none that there is."""
        found = _LABEL.match(path)
        if not found:
            return ""
        name = self.slug_of(found["name"] or found["last"])
        both = (("tag", self.tags), ("category", self.categories))
        order = both[::-1] if found["kind"] else both
        return next((f"{{{kind}}}{quote(names[name])}" for kind, names in order if name in names), "")

    @classmethod
    def of(cls, texts: Iterable[Known], slug_of: Callable[[str], str]) -> Labels:
        """Those of the texts, of one slug the last; also by what stood for them in old addresses, where that is no other's slug."""
        tags: dict[str, str] = {}
        categories: dict[str, str] = {}
        renamed: set[tuple[str, str]] = set()
        slug = cache(slug_of)  # many texts have few labels
        for known in texts:
            tags.update((slug(name), name) for name in sorted(known.labels))
            categories.update((slug(name), name) for name in known.category)
            renamed.update(known.label_slugs)
        for name, old in sorted(renamed):
            for names in (tags, categories):
                if found := names.get(slug(name)):
                    names.setdefault(slug(old), found)
        return cls(slug_of, tags, categories)


@dataclass(frozen=True, slots=True)
class Relinker:
    """Rewrites a text's addresses in place."""

    index: Index
    media: Media
    labels: Labels

    def relink(self, tree: Tag, item: Item, known: Known) -> tuple[Note, ...]:
        """Pictures first, since a link around one may lead to it."""
        beside, links = Path(item.place.file).parent, tree.select("a[href]")
        for gallery in tree.select("[data-gallery]"):
            self._fill(gallery, item)
        players = {player: _played(player) for player in tree.select("audio, video")}
        notes = [note for picture in tree.select("img, audio, video, source") for note in self._shown(picture, item, known, beside)]
        for player, address in players.items():
            notes += self._silenced(player, address, item, known, beside)
        return (*notes, *(note for link in links for note in self._linked(link, item, known, beside)))

    def _fill(self, gallery: Tag, item: Item) -> None:
        """The pictures of a gallery, one below the other; without numbers it is all that belong to the text."""
        media, wanted = self.index.media, [number.strip() for number in str(gallery["data-gallery"]).split(",") if number.strip()]
        shown = [media[number] for number in wanted if number in media] if wanted else self.index.media_of.of(item.number)
        for file in shown:
            paragraph = BeautifulSoup(features="lxml").new_tag("p")
            paragraph.append(BeautifulSoup(features="lxml").new_tag("img", attrs={"src": file.url, "alt": file.alt}))
            gallery.insert_before(paragraph)
        if shown:  # else it is told that nobody knows them
            gallery.decompose()

    def _shown(self, picture: Tag, item: Item, known: Known, beside: Path) -> Iterator[Note]:
        if picture.decomposed:  # with the one around it: the parser knows no end of `source`
            return
        given = (str(picture.get(name) or "") for name in (*_LAZY, "src"))
        wanted = next((address for address in given if address and not address.startswith("data:")), "")
        for name in ("srcset", "sizes", *_LAZY):
            del picture[name]
        if not wanted:
            if picture.name == "img":
                picture.decompose()
                yield Note(Action.DROPPED, "image-empty", "a picture without an address")
            return
        if is_broken(unwrapped(wanted)):
            picture.replace_with(str(picture.get("alt") or ""))
            yield Note(Action.DROPPED, "image-broken", "a picture whose address is none", wanted)
            return
        place = self.media.place_of(wanted, shown_in=known.path, beside=beside)
        if place is None:
            _link_instead(picture, joined(item.url, unwrapped(wanted)))
            what = "the file of this picture was not given, so a link leads to its old place: no page of this site loads from elsewhere"
            yield Note(Action.DOUBTFUL, "image-missing", what, wanted)
            return
        picture["src"] = f"{{static}}/{quote(place)}"
        if picture.name == "img":
            yield from self._described(picture, wanted, item)

    def _silenced(self, player: Tag, address: str, item: Item, known: Known, beside: Path) -> Iterator[Note]:
        """A player that has nothing to play any more leads to what it played; its still picture comes from here or not at all."""
        if player.decomposed or player.parent is None:
            return
        if not player.get("src") and player.find("source") is None:
            if address:
                _link_instead(player, joined(item.url, unwrapped(address)))
            else:
                player.decompose()
                yield Note(Action.DROPPED, "player-empty", "a player that had nothing to play")
            return
        poster = str(player.attrs.pop("poster", ""))
        place = self.media.place_of(poster, shown_in=known.path, beside=beside) if poster else None
        if place:
            player["poster"] = f"{{static}}/{quote(place)}"

    def _described(self, picture: Tag, url: str, item: Item) -> Iterator[Note]:
        """What can be seen, if text or source say it; else the picture says nothing to those who do not see it, as before."""
        picture["alt"] = str(picture.get("alt") or "").strip() or self.index.alt_of(url, item.url)
        if not picture["alt"]:
            picture["class"] = "decorative"
            yield Note(Action.DOUBTFUL, "image-alt", "nobody has said what this picture shows: write it into its brackets", url)

    def _linked(self, link: Tag, item: Item, known: Known, beside: Path) -> Iterator[Note]:
        href = unwrapped(str(link["href"]).strip())
        if href.startswith("#"):
            return
        scheme = "broken" if is_broken(href) else parts_of(href).scheme.lower()
        if scheme not in SCHEMES or not href:
            link.unwrap()
            yield Note(Action.DROPPED, "link-unsafe", "a link that no page may have", href)
        elif scheme in {"http", "https", ""}:
            yield from self._led(link, href, item, known, beside)

    def _led(self, link: Tag, href: str, item: Item, known: Known, beside: Path) -> Iterator[Note]:
        target = self.index.at(href, item.url)
        fragment = fragment_of(href)
        if target:
            if target.place == known.place and fragment:
                link["href"] = f"#{fragment}"
            elif self.index.is_public(target) or not self.index.is_public(known):
                link["href"] = f"{{filename}}/{quote(target.path)}{'#' + fragment if fragment else ''}"
            else:
                yield Note(Action.DROPPED, "link-private", f"a link to a text that is not public: {link.get_text()}", href)
                link.unwrap()
            return
        if is_media(href):
            yield from self._file(link, href, item, known, beside)
        elif self.index.is_own(href, item.url):
            yield from self._elsewhere_here(link, href, item)
        elif not parts_of(href).netloc:
            link["href"] = joined(item.url, href)

    def _file(self, link: Tag, href: str, item: Item, known: Known, beside: Path) -> Iterator[Note]:
        """A link around a picture to the larger picture says nothing that the picture does not."""
        place = self.media.place_of(href, shown_in=known.path, beside=beside)
        if place:
            link["href"] = f"{{static}}/{quote(place)}"
        elif link.find("img") and not link.get_text(strip=True):
            link.unwrap()
        else:
            link["href"] = joined(item.url, href)
            yield Note(Action.DOUBTFUL, "file-missing", "the file of this link was not given", href)

    def _elsewhere_here(self, link: Tag, href: str, item: Item) -> Iterator[Note]:
        whole = joined(item.url, href)
        path = path_of(parts_of(whole).path)
        if label := self.labels.link(path):
            link["href"] = label
        elif path == "/":
            link["href"] = "{index}"
        else:
            link["href"] = whole
            yield Note(Action.DOUBTFUL, "link-unknown", "a link to a page of the old blog that is in no source", unquote(whole))


def _played(player: Tag) -> str:
    return next((str(tag["src"]) for tag in (player, *player.find_all("source")) if tag.get("src")), "")


def _link_instead(picture: Tag, url: str) -> None:
    """What cannot be shown is named by its description, or by its file, and a link leads there if none does yet."""
    words = str(picture.get("alt") or "").strip() or last_name(url) or url
    if picture.find_parent("a"):
        picture.replace_with(words)
    elif picture.parent is not None and picture.name == "source":
        picture.decompose()
    else:
        link = BeautifulSoup(features="lxml").new_tag("a", href=url)
        link.string = words
        picture.replace_with(link)
