"""Titles, tags and names that look like markup are shown as they were typed, everywhere."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import feedparser
import pytest

from .sources import read_sources
from .variants import ROOT

if TYPE_CHECKING:
    from bs4 import Tag

    from .builds import Build, Builds
    from .pages import Page
    from .sources import Source

SAMPLE = ROOT / "tests" / "whole_site" / "sample"
HOSTILE = [source for source in read_sources(SAMPLE / "content") if "tame body" in source.body]
SITE_NAME = tomllib.loads((SAMPLE / "site.toml").read_text(encoding="utf-8"))["name"]
TAGS = sorted({tag for source in HOSTILE for tag in source.tags})
CATEGORIES = sorted({source.fields["category"] for source in HOSTILE})


@pytest.fixture(params=["sample", "sample-published"])
def build(request: pytest.FixtureRequest, builds: Builds) -> Build:
    return builds[request.param]


def shown(element: Tag) -> str:
    return " ".join(element.get_text().split())


def page_of(build: Build, source: Source) -> Page:
    return build.pages[f"{source.slug}/index.html"]


def entitled(build: Build, folder: str, title: str) -> list[Page]:
    """Pages below `folder` whose heading is `title`."""
    return [page for page in build.pages.values() if page.path.startswith(folder) and shown(page.one("h1")) == title]


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source.slug)
def test_an_article_shows_its_title_as_typed(build: Build, source: Source) -> None:
    page = page_of(build, source)
    assert shown(page.one("h1")) == source.title
    assert source.title in page.one("title").get_text()
    assert page.attribute('meta[property="og:title"]', "content") == source.title


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source.slug)
def test_descriptions_are_the_summary_as_typed(build: Build, source: Source) -> None:
    page = page_of(build, source)
    assert page.attribute('meta[name="description"]', "content") == source.fields["summary"]
    assert source.fields["summary"] in shown(page.one("main"))


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source.slug)
def test_structured_data_hold_the_title_as_typed(build: Build, source: Source) -> None:
    posting = next(node for node in page_of(build, source).graph if node["@type"] == "BlogPosting")
    assert posting["headline"] == source.title
    assert set(source.tags) <= set(posting["keywords"])


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source.slug)
def test_lists_show_titles_as_typed(build: Build, source: Source) -> None:
    links = [shown(link) for link in build.pages["archive/index.html"].soup.select("main a")]
    assert source.title in links


@pytest.mark.parametrize("tag", TAGS)
def test_tags_are_shown_as_typed(build: Build, tag: str) -> None:
    assert any(tag in shown(link) for link in build.pages["tags/index.html"].soup.select("main a"))
    assert entitled(build, "tags/", tag)


@pytest.mark.parametrize("category", CATEGORIES)
def test_categories_are_shown_as_typed(build: Build, category: str) -> None:
    assert any(category in shown(link) for link in build.pages["categories/index.html"].soup.select("main a"))
    assert entitled(build, "categories/", category)


def test_a_series_is_shown_as_typed(build: Build) -> None:
    name = next(source.fields["series"] for source in HOSTILE if "series" in source.fields)
    assert entitled(build, "series/", name)


def test_an_ask_is_shown_as_typed(build: Build) -> None:
    for source in HOSTILE:
        if "ask" in source.fields:
            assert source.fields["ask"] in shown(page_of(build, source).one("main"))


def test_the_site_name_is_shown_as_typed(build: Build) -> None:
    for page in build.pages.values():
        assert SITE_NAME in shown(page.one("header.masthead")), page.path
    assert build.pages["index.html"].attribute('meta[property="og:site_name"]', "content") == SITE_NAME


def test_nothing_typed_becomes_markup(build: Build) -> None:
    for page in build.pages.values():
        assert [script for script in page.soup.select("script") if script.get("type") != "application/ld+json"] == [], page.path
        handlers = [
            (element.name, name)
            for element in page.soup.find_all(True)
            for name in element.attrs
            if name.startswith("on") or name == "autofocus"
        ]
        assert handlers == [], page.path
        assert page.soup.select("h1 *:not(a, span), title *, .list-link > :not(span), .masthead b, .masthead i") == [], page.path


def test_the_feed_shows_titles_as_typed(builds: Builds) -> None:
    feed = feedparser.parse(builds["sample-published"].read("feeds/all.atom.xml"))
    titles = {_unescaped(entry.title_detail) for entry in feed.entries}
    assert {source.title for source in HOSTILE} <= titles
    assert _unescaped(feed.feed.title_detail) == SITE_NAME


def _unescaped(detail: feedparser.FeedParserDict) -> str:
    """A title as a reader shows it: a text as it stands, HTML with its entities resolved."""
    from html import unescape

    return unescape(detail.value) if detail.type == "text/html" else str(detail.value)
