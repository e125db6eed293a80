from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest

if TYPE_CHECKING:
    from tests.conftest import Site

FEEDS = {"PLUGINS": ["site_feeds"], "FEED_ALL_ATOM": "all.atom.xml", "FEED_DOMAIN": "https://me.example", "SITEURL": "https://me.example"}


@pytest.mark.parametrize(("status", "has_feed"), [("published", True), ("draft", False), ("hidden", False)])
def test_there_is_a_feed_when_something_is_published(site: Site, status: str, *, has_feed: bool) -> None:
    site.write("articles/a.md", f"Title: A\nDate: 2026-01-02 10:00\nCategory: Notes\nStatus: {status}\n\nText.\n")
    built = site.build(**FEEDS)
    assert ("all.atom.xml" in built.files()) == has_feed
    assert ("all.atom.xml" in built.read("index.html")) == has_feed


def test_titles_and_text_summaries_are_shown_as_typed(site: Site) -> None:
    site.write("articles/a.md", "Title: <b>A & B</b>\nDate: 2026-01-02 10:00\nCategory: Notes\nSummary: <script>x</script> *y*\n\nText.\n")
    entry = feedparser.parse(site.build(**FEEDS, FORMATTED_FIELDS=[]).read("all.atom.xml")).entries[0]
    assert entry.title == "<b>A & B</b>"
    assert entry.summary == "&lt;script&gt;x&lt;/script&gt; *y*"
    formatted = feedparser.parse(site.build(**FEEDS).read("all.atom.xml")).entries[0]
    assert "<em>y</em>" in formatted.summary


def test_the_feed_is_named_as_the_site_and_a_categorys_feed_keeps_its_own_name(site: Site) -> None:
    site.write("articles/a.md", "Title: A\nDate: 2026-01-02 10:00\nCategory: Notes\n\nText.\n")
    built = site.build(**FEEDS, SITENAME="A <b> C", CATEGORY_FEED_ATOM="{slug}.atom.xml")
    assert feedparser.parse(built.read("all.atom.xml")).feed.title == "A <b> C"
    assert feedparser.parse(built.read("notes.atom.xml")).feed.title.endswith("- Notes")
