"""Which feeds a site has: one group of articles for each scope and name, in each of its formats, and what of it stands in which file.

The newest document of an archived feed holds what is in no archive yet, and never fewer entries than FEEDS_ENTRIES; archives have a fixed
size, are numbered from the oldest, and never change (RFC 5005, section 4). So a new article touches the newest document alone, once in
FEEDS_ARCHIVE_ENTRIES articles a new archive as well; the archive before learns of its successor with the article after that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from . import atom, jsonfeed, rss
from .characters import one_line
from .languages import spelled
from .model import Channel, Document, FeedLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .config import FeedsConfig
    from .model import Entry, Person

Article = Any

SERIALIZERS: Mapping[str, Any] = {"atom": atom, "rss": rss, "json": jsonfeed}
SUFFIXES = {"atom": ".atom.xml", "rss": ".rss.xml", "json": ".json"}
ARCHIVED = ("atom", "json")
"""Formats of the site's own feed that have archives."""
FOLDERS = {"tag": "tags", "category": "categories", "author": "authors", "series": "series"}


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that one can subscribe to together. `stem` is the path of its feeds without suffix, `page_path` that of its page."""

    scope: str
    stem: str
    name: str
    title: str
    page_path: str
    subtitle: str
    language: str
    articles: tuple[Article, ...] = field(default=(), repr=False)
    """Oldest first."""
    about: tuple[Any, ...] = field(default=(), repr=False)
    """What Pelican has for it: the tag, or the articles in a language."""
    is_listed: bool = True
    """Whether lists of feeds name it; who has subscribed to it gets it all the same."""
    old_stems: tuple[str, ...] = ()
    """Where its feeds were under other names. Those who have subscribed there get a copy, which says where the feed is now."""

    def links(self, config: FeedsConfig) -> tuple[FeedLink, ...]:
        """Its feeds as pages offer them, in the order of the formats in the settings; none without an article or a public address."""
        formats = config.formats_of(self.scope) if self.articles and config.public_url else ()
        return tuple(
            FeedLink(name, f"{self.stem}{SUFFIXES[name]}", self.page_path, self.name, self.title, SERIALIZERS[name].MEDIA_TYPE)
            for name in formats
        )


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a feed's entries, oldest first, for one file; archive 0 is the newest document."""

    number: int
    first: int
    last: int
    older: int = 0
    newer: int = 0


def windows(total: int, newest: int, size: int) -> tuple[Window, ...]:
    """How `total` entries are spread over archives of `size` and a newest document of at least `newest`; that one comes first."""
    archives = max(total - newest, 0) // size
    known = max(total - newest - 1, 0) // size  # the archives that their elders know of: with one article less there were so many
    later = (
        Window(number, (number - 1) * size, number * size, older=number - 1, newer=number + 1 if number < known else 0)
        for number in range(1, archives + 1)
    )
    return (Window(0, archives * size, total, older=archives), *later)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in one file of a group's feed in one format; `articles` are oldest first."""

    link: FeedLink
    window: Window
    articles: tuple[Article, ...] = field(repr=False)

    @property
    def path(self) -> str:
        return _path(self.link, self.window.number)


class Entries(Protocol):
    """Articles as entries, and as a format has them."""

    def entry(self, article: Article) -> Entry: ...

    def text(self, article: Article, name: str, *, is_archive: bool) -> str: ...


def outputs(groups: Iterable[Group], config: FeedsConfig) -> Iterator[tuple[str, str]]:
    """Path and source of every file that will be written."""
    written = [(group, link) for group in groups for link in group.links(config)]
    for group, link in written:
        for window in _windows(group, link.format, config):
            yield _path(link, window.number), f"the feed of {group.title}"
        yield from ((f"{stem}{SUFFIXES[link.format]}", f"the feed of {group.title} at an old address") for stem in group.old_stems)
    yield from [(opml_path(config), "the list of all feeds")] if written else []


def parts(group: Group, config: FeedsConfig) -> Iterator[Part]:
    """The files of a group, one after the other."""
    for link in group.links(config):
        for window in _windows(group, link.format, config):
            yield Part(link, window, group.articles[window.first : window.last])


def documents(group: Group, entries: Entries, author: Person, config: FeedsConfig) -> Iterator[Document]:
    """The files of a group with their entries."""
    channel = channel_of(group, author, config)
    yield from (document(part, channel, entries, config) for part in parts(group, config))


def document(part: Part, channel: Channel, entries: Entries, config: FeedsConfig) -> Document:
    """One file with its entries."""
    link, window = part.link, part.window
    return Document(
        channel=channel,
        format=link.format,
        path=part.path,
        url=config.url(part.path),
        current=config.url(link.path),
        updated=max(entries.entry(article).updated for article in part.articles),
        entries=tuple(entries.text(article, link.format, is_archive=bool(window.number)) for article in reversed(part.articles)),
        older=config.url(_path(link, window.older)) if window.older else "",
        newer=config.url(_path(link, window.newer)) if window.newer else "",
    )


def copies(group: Group, part: Part) -> tuple[str, ...]:
    """Paths at which the file stands a second time."""
    return tuple(f"{stem}{SUFFIXES[part.link.format]}" for stem in group.old_stems)


def opml_path(config: FeedsConfig) -> str:
    return f"{config.path}/all.opml"


def groups(context: Mapping[str, Any], everything: Iterable[Article], config: FeedsConfig) -> tuple[Group, ...]:
    """All groups of the site, the site's own first.

    `context` is Pelican's, after all articles have been read; `everything` are the articles with their translations.
    """
    site = Group("site", f"{config.path}/all", config.site_name, config.site_name, "", config.subtitle, config.language)
    return (replace(site, articles=_by_date(context["articles"])), *_languages(everything, config), *_named(context, config))


def _languages(everything: Iterable[Article], config: FeedsConfig) -> Iterator[Group]:
    """The other languages into which something is translated: the site's feed has each article once, in one of its languages."""
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in everything:
        by_language[article.lang.lower()].append(article)
    for language, articles in sorted(by_language.items()):
        if language != config.language.lower():
            found = _by_date(articles) if any(article.translations for article in articles) else ()
            title, stem = f"{config.site_name} ({language})", f"{config.path}/{language}/all"
            yield Group("language", stem, language, title, "", config.subtitle, language, found, tuple(articles))


def _named(context: Mapping[str, Any], config: FeedsConfig) -> Iterator[Group]:
    """Tags, categories and authors, as their lists name them, and series."""
    for scope, key in (("tag", "tags"), ("category", "categories"), ("author", "authors")):
        for named, articles in sorted(context.get(key, ()), key=lambda pair: str(pair[0].slug)):
            group = _group(scope, str(named.slug), named.name, articles, config)
            info = getattr(named, "info", None)
            subtitle = one_line(str(getattr(info, "summary", "") or ""))
            page_path = named.url if named.save_as else ""
            old = tuple(f"{config.path}/{FOLDERS[scope]}/{alias.slug}" for alias in getattr(info, "aliases", ()))
            listed = bool(getattr(info, "is_listed", True))
            yield replace(group, page_path=page_path, subtitle=subtitle, about=(named,), is_listed=listed, old_stems=old)
    for series in context.get("series", ()):
        is_own = series.lang.lower() == config.language.lower()
        slug = series.slug if is_own else f"{series.lang}/{series.slug}"
        yield replace(_group("series", slug, series.name, series.parts, config), page_path=series.url, language=series.lang)


def _group(scope: str, slug: str, name: str, articles: Iterable[Article], config: FeedsConfig) -> Group:
    name = one_line(name)
    stem = f"{config.path}/{FOLDERS[scope]}/{slug}"
    return Group(scope, stem, name, f"{name} · {config.site_name}", "", "", config.language, _by_date(articles))


def _by_date(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Oldest first; articles of one moment in an order that no renaming changes."""
    return tuple(sorted(articles, key=lambda article: (article.date, str(article.metadata.get("id", "")), article.slug)))


def _windows(group: Group, name: str, config: FeedsConfig) -> tuple[Window, ...]:
    total = len(group.articles)
    if group.scope != "site":
        return (Window(0, max(total - config.entries, 0), total),)
    found = windows(total, config.entries, config.archive_entries)
    return found if name in ARCHIVED else (Window(0, found[0].first, total),)


def _path(link: FeedLink, number: int) -> str:
    suffix = SUFFIXES[link.format]
    return f"{link.path.removesuffix(suffix)}/archive-{number}{suffix}" if number else link.path


def channel_of(group: Group, author: Person, config: FeedsConfig) -> Channel:
    """What all files of a group say of themselves."""
    return Channel(
        id=config.urn(f"feeds/{group.stem.removeprefix(f'{config.path}/')}"),  # the folder may move, the feed stays itself
        title=group.title,
        page_url=config.url(group.page_path),
        subtitle=group.subtitle,
        language=spelled(group.language),
        author=author,
        rights=config.rights,
        icon=config.file_url(config.icon),
        hub=config.file_url(config.hub),
        style=config.file_url(config.style),
    )
