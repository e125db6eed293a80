"""What templates learn of the feeds."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from site_feeds.config import FeedsConfig
from site_feeds.model import FeedLink
from site_feeds.offers import STOCK, offer
from site_feeds.plan import Group

CONFIG = FeedsConfig(site_name="Letters", public_url="https://example.com", authority="example.org,2026")
ARTICLES = (SimpleNamespace(),)


def group(scope: str, slug: str, name: str, articles: tuple[Any, ...] = ARTICLES, **more: Any) -> Group:
    return Group(scope, f"feeds/{slug}", name, f"{name} · Letters", f"{slug}/", "", "en", articles, **more)


SITE = group("site", "all", "Letters")


def offered(*groups: Group, config: FeedsConfig = CONFIG) -> dict[str, Any]:
    context: dict[str, Any] = {}
    offer(groups, context, config)
    return context


def test_the_site_has_a_feed_in_each_format() -> None:
    context = offered(group("tag", "tags/trust", "Trust"), SITE)
    assert [(feed.path, feed.format, feed.format_name, feed.media_type) for feed in context["site_feeds"]] == [
        ("feeds/all.atom.xml", "atom", "Atom", "application/atom+xml"),
        ("feeds/all.rss.xml", "rss", "RSS", "application/rss+xml"),
        ("feeds/all.json", "json", "JSON Feed", "application/feed+json"),
    ]
    assert context["feeds_opml"] == "feeds/all.opml"


def test_what_a_feed_is_about_has_it() -> None:
    tag, empty = SimpleNamespace(), SimpleNamespace()
    offered(SITE, group("tag", "tags/trust", "Trust", about=(tag,)), group("tag", "tags/none", "None", (), about=(empty,)))
    assert tag.feeds == (FeedLink("atom", "feeds/tags/trust.atom.xml", "tags/trust/", "Trust", "Trust · Letters", "application/atom+xml"),)
    assert empty.feeds == ()


def test_lists_have_one_feed_of_each_in_the_order_of_names() -> None:
    names = ["zeal", "Äther", "Beta", "alpha"]
    lists = offered(SITE, *(group("tag", f"tags/{name}", name) for name in names), group("author", "authors/ann", "Ann"))["feed_lists"]
    assert [feed.name for feed in lists["tag"]] == ["alpha", "Beta", "zeal", "Äther"]
    assert [feed.name for feed in lists["author"]] == ["Ann"]
    assert lists["series"] == lists["category"] == lists["language"] == ()
    assert [feed.format for feed in lists["site"]] == ["atom"]


def test_feeds_of_series_are_found_by_their_page() -> None:
    context = offered(SITE, group("series", "series/book", "The book"))
    assert {page: [feed.path for feed in feeds] for page, feeds in context["series_feeds"].items()} == {
        "series/book/": ["feeds/series/book.atom.xml"]
    }


@pytest.mark.parametrize("config", [CONFIG, replace(CONFIG, public_url="")])
def test_without_feeds_nothing_is_offered(config: FeedsConfig) -> None:
    tag = SimpleNamespace()
    articles = ARTICLES if not config.public_url else ()
    context = offered(replace(SITE, articles=articles), group("tag", "tags/trust", "Trust", articles, about=(tag,)), config=config)
    assert (context["site_feeds"], context["feeds_opml"], tag.feeds) == ((), "", ())
    assert not any(context["feed_lists"].values())
    assert not any(context[name] for name in STOCK)


def test_themes_made_for_pelican_find_ours() -> None:
    context = offered(SITE)
    assert {name: context[name] for name in STOCK if context[name]} == {
        "FEED_ALL_ATOM": "feeds/all.atom.xml",
        "FEED_ALL_RSS": "feeds/all.rss.xml",
        "TAG_FEED_ATOM": "feeds/tags/{slug}.atom.xml",
        "CATEGORY_FEED_ATOM": "feeds/categories/{slug}.atom.xml",
        "AUTHOR_FEED_ATOM": "feeds/authors/{slug}.atom.xml",
    }
    assert context["FEED_DOMAIN"] == "https://example.com"


def test_themes_made_for_pelican_find_only_what_there_is() -> None:
    formats = {"site": ("json",), "language": (), "tag": ("rss",), "category": ("rss",), "author": ("rss", "json"), "series": ()}
    context = offered(SITE, config=replace(CONFIG, formats=tuple(formats.items()), path="f"))
    assert {name: context[name] for name in STOCK if context[name]} == {
        "TAG_FEED_RSS": "f/tags/{slug}.rss.xml",
        "CATEGORY_FEED_RSS": "f/categories/{slug}.rss.xml",
        "AUTHOR_FEED_RSS": "f/authors/{slug}.rss.xml",
    }
