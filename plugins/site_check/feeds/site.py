"""All feeds of a site together, and what their entries hold: each text once, in however many feeds it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..articles import Article, Articles, has_cards
from ..markup import Event, Start, Text, events_of, without
from ..readers import READERS, kept
from ..requests import address
from .model import FeedFile, Opml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..config import CheckConfig
    from ..texts import SourceText
    from .model import Entry, Feed, Html

UNSEEN = frozenset({"script", "style", "template"})
"""Elements whose text nobody was meant to read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody sees of an entry: addresses of links and pictures, and texts."""

    links: tuple[Start, ...]
    pictures: tuple[Start, ...]
    texts: tuple[Text, ...]
    text: str
    """All of them together."""

    @classmethod
    def of(cls, events: Iterable[Event]) -> Shown:
        links, pictures, texts = [], [], []
        for event in events:
            if isinstance(event, Text):
                texts.append(event)
            elif isinstance(event, Start) and event.tag == "a" and event.get("href"):
                links.append(event)
            elif isinstance(event, Start) and event.tag == "img" and event.get("src"):
                pictures.append(event)
        return cls(tuple(links), tuple(pictures), tuple(texts), "".join(text.data for text in texts))


@dataclass(frozen=True, slots=True)
class EntryContent:
    """The HTML of an entry, at the first place where it stands; `article` is what it was made of, if that was found."""

    path: str
    html: Html
    entry: Entry
    article: Article | None
    events: tuple[Event, ...]
    needs_reply: bool
    """Whether it must end in a way to answer."""

    @property
    def key(self) -> str:
        """What is one text, whatever the format."""
        return self.entry.url or self.entry.id


@dataclass(frozen=True, slots=True)
class FullContent(EntryContent):
    """The whole text of an entry, not its summary: as it was meant, and as each reader shows it."""

    meant: Shown
    shown: Mapping[str, Shown]


@dataclass(frozen=True, slots=True)
class FeedSite:
    """Every feed of the site. `places` are all files of the finished site, as addresses below its root."""

    feeds: tuple[FeedFile, ...]
    lists: tuple[Opml, ...]
    places: frozenset[str]
    articles: Articles
    copies: frozenset[str]
    """Paths of feeds that are the same as another one, at whose address they say to be: former addresses."""

    def has(self, place: str) -> bool:
        """Whether the site has a file, or a folder with an index."""
        is_folder = place == "" or place.endswith("/")
        return place in self.places or (is_folder and any(f"{place}index{end}" in self.places for end in _ENDS))


_ENDS = (".html", ".xml", ".json")


def feed_site(feeds: Iterable[Feed], places: Iterable[str], texts: Iterable[SourceText], config: CheckConfig) -> FeedSite:
    """All that could be read, together."""
    files = tuple(feed for feed in feeds if isinstance(feed, FeedFile))
    lists = tuple(feed for feed in feeds if isinstance(feed, Opml))
    return FeedSite(files, lists, frozenset(places), Articles.among(texts, config), _copies(files, config))


def contents(site: FeedSite, texts: Iterable[SourceText], config: CheckConfig) -> Iterator[EntryContent]:
    """What the entries of all feeds hold, each content and each summary once."""
    is_reachable = has_cards(texts, config)
    seen: set[tuple[str, str, bool]] = set()
    for feed in site.feeds:
        for entry in feed.entries:
            for html in filter(None, (entry.content, entry.summary)):
                key = (html.text.strip(), entry.url, html is entry.content)
                if key not in seen:
                    seen.add(key)
                    article = article_of(entry, site, config)
                    yield _content(feed.path, html, entry, article, is_reachable=is_reachable)


def article_of(entry: Entry, site: FeedSite, config: CheckConfig) -> Article | None:
    """The file that an entry was made of; an entry of another site has none here."""
    host = address(entry.url)[1]
    return (
        site.articles.at(entry.url, entry.title) if entry.url and (not host or not config.own_hosts or host in config.own_hosts) else None
    )


def needle_of(url: str, config: CheckConfig) -> str:
    """What of an address stands in the author's file as well: of one of the site's own only the name of the file."""
    scheme, host = address(url)
    if scheme == "mailto":
        return unquote(url.partition(":")[2].partition("?")[0])
    is_own = scheme in {"", "http", "https"} and (not host or host in config.own_hosts)
    name = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2] if is_own else ""
    return name or url[:60]


def _content(path: str, html: Html, entry: Entry, article: Article | None, *, is_reachable: bool) -> EntryContent:
    events = events_of(html.text)
    if html is not entry.content:
        return EntryContent(path, html, entry, article, events, needs_reply=False)
    needs_reply = is_reachable and not (article and article.has_no_invitation)
    meant = Shown.of(without(events, UNSEEN, is_hidden_kept=False))
    shown = {reader.title: Shown.of(kept(reader, events)) for reader in READERS.values()}
    return FullContent(path, html, entry, article, events, needs_reply, meant, shown)


def _copies(feeds: tuple[FeedFile, ...], config: CheckConfig) -> frozenset[str]:
    digests = {feed.place: feed.digest for feed in feeds}
    originals = ((feed, config.place_of(feed.addresses[0])) for feed in feeds if feed.addresses)
    return frozenset(feed.path for feed, place in originals if place not in {None, feed.place} and digests.get(place or "") == feed.digest)
