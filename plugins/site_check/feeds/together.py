"""Rules over all feeds of a site together: their addresses, their ids, what they lead to, and what should not be in them."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from ..articles import UNPUBLISHED
from ..model import Hit, Severity
from .model import AtomFeed, JsonFeed
from .parts import IRI, moment
from .site import article_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..articles import Article
    from ..config import CheckConfig
    from .model import Entry, FeedFile
    from .site import FeedSite

ARCHIVES = frozenset({"current", "prev-archive", "next-archive"})
"""Links between the documents of a feed (RFC 5005, section 4)."""

_REFERENCE = re.compile(r"\?ref=feed$")
"""What Pelican's FEED_APPEND_REF puts behind an address."""


def own_address(site: FeedSite, config: CheckConfig) -> Iterator[Hit]:
    """A feed that does not say where it is published, or says so wrongly: readers move their subscriptions there."""
    for feed in site.feeds:
        if feed.path in site.copies:
            continue
        wrong = _wrong_address(feed, config)
        if wrong:
            yield Hit(
                feed.root.line, wrong[0], _SELF_IN_JSON if isinstance(feed, JsonFeed) else _SELF_IN_XML, severity=wrong[1], path=feed.path
            )
    if site.feeds and not config.public_url:
        what = "Nobody can tell whether feeds name their own addresses, since the site's is not known."
        yield Hit(0, what, "Set `url` in site.toml, or SITEURL.", severity=Severity.WARNING, path=site.feeds[0].path)


_SELF_IN_XML = 'Write one `<link rel="self" href="https://…"/>` of Atom with the address at which the feed is published.'
_SELF_IN_JSON = "Write the address at which the feed is published into `feed_url`."


def same_id(site: FeedSite, config: CheckConfig) -> Iterator[Hit]:
    """One id for two articles, or for two feeds: readers take the one for the other."""
    articles: dict[str, Entry] = {}
    feeds: dict[str, FeedFile] = {}
    for feed in site.feeds:
        if isinstance(feed, AtomFeed) and feed.id and not feed.is_archive and feed.path not in site.copies:
            first = feeds.setdefault(feed.id, feed)
            if first is not feed:
                what = f"The feed has the id of another one, `{feed.id}`, that of {first.place}."
                yield Hit(feed.root.line, what, "Give each feed an id of its own.", path=feed.path)
        for entry in feed.entries:
            known = articles.setdefault(entry.id, entry) if entry.id and entry.url else entry
            if _url(known) != _url(entry):
                yield _same_entry(known, entry, article_of(entry, site, config), feed)


def unpublished(site: FeedSite, config: CheckConfig) -> Iterator[Hit]:
    """A draft, a hidden article, or one of the future in a feed: what is sent cannot be taken back."""
    told: set[tuple[str, str]] = set()
    for feed in site.feeds:
        for entry in feed.entries:
            article = article_of(entry, site, config)
            why, field = _not_yet(entry, article, config)
            key = (why, entry.url)
            if why and key not in told:
                told.add(key)
                path, line = (article.text.path, article.line(field)) if article else (feed.path, entry.node.line)
                fix = "Build the site anew. If it is still there, a template or setting puts it there: mend that, or publish the article."
                yield Hit(line, f"{entry.name} is {why}, and in the feed {feed.place}.", fix, path=path)


def dead_archive(site: FeedSite, config: CheckConfig) -> Iterator[Hit]:
    """A feed whose older or newer entries stand in a file that is not there."""
    for feed in site.feeds:
        links = [(link.get("rel"), link.get("href")) for link in feed.root.all("atom:link") if link.get("rel") in ARCHIVES]
        for name, url in [*links, ("next_url", feed.root.value("next_url"))]:
            place = config.place_of(url)
            if place is not None and not site.has(place):
                fix = "Write the archives with the feed, or leave the link out."
                yield Hit(feed.root.line, f"The feed leads to {url} (`{name}`), which is not there.", fix, path=feed.path)


def list_of_feeds(site: FeedSite, config: CheckConfig) -> Iterator[Hit]:
    """A list of feeds (OPML) with an address that is relative, or a file of this site that is not there."""
    for opml in site.lists:
        for outline in opml.outlines:
            url = outline.get("xmlUrl")
            place = config.place_of(url)
            if outline.get("type") == "rss" and not url:
                yield Hit(outline.line, "The list has a feed without an address.", "Give it an `xmlUrl`.", path=opml.path)
            elif url and not IRI.fullmatch(url):
                yield Hit(outline.line, f"The list has a relative address, {url}.", "Write it whole.", path=opml.path)
            elif place is not None and not site.has(place):
                yield Hit(outline.line, f"The list names {url}, which is not there.", "Leave it out, or write that feed.", path=opml.path)


def _wrong_address(feed: FeedFile, config: CheckConfig) -> tuple[str, Severity | None] | None:
    """What is wrong with what a feed says of its address; only Atom must say it."""
    if not feed.addresses:
        return "The feed does not say where it is published.", None if isinstance(feed, AtomFeed) else Severity.WARNING
    if len(feed.addresses) > 1:
        return "The feed names several addresses of its own.", None
    (url,) = feed.addresses
    if not IRI.fullmatch(url):
        return "The feed's address of its own is relative.", None
    if config.public_url and config.place_of(url) not in {feed.place, re.sub(r"(^|/)index\.\w+$", r"\1", feed.place)}:
        base = url.removesuffix(feed.place)
        here, there = (config.public_url + "/", base) if base != url else (f"{config.public_url}/{feed.place}", url)
        return f"The feed says that it is published at {there}, and it is at {here}.", None
    return None


def _url(entry: Entry) -> str:
    return _REFERENCE.sub("", entry.url)


def _same_entry(first: Entry, second: Entry, article: Article | None, feed: FeedFile) -> Hit:
    path, line = (article.text.path, article.line("id")) if article else (feed.path, second.node.line)
    what = f"{second.name} has the id of {first.name}, `{second.id}`, in feeds."
    return Hit(line, what, "Give it an id of its own; the article that was published first keeps its.", path=path)


def _not_yet(entry: Entry, article: Article | None, config: CheckConfig) -> tuple[str, str]:
    """Why an entry should not be in a feed, and the field that says so."""
    status = article.value("status").lower() if article else ""
    if status in UNPUBLISHED:
        return UNPUBLISHED[status], "status"
    when = moment(entry.date)
    if not config.publishes_future and (_is_later(article, config) or (when and when > config.now)):
        return "dated in the future", "date"
    return "", ""


def _is_later(article: Article | None, config: CheckConfig) -> bool:
    """Whether an article's day has not yet come anywhere on earth."""
    day = re.match(r"\d{4}-\d\d-\d\d", article.value("date")) if article else None
    return day is not None and day[0] > (config.now + datetime.timedelta(days=1)).strftime("%Y-%m-%d")
