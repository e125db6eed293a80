"""JSON Feed 1.1: what was meant, and no empty values."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from site_feeds.model import Label, Person

from .samples import ANN, ANY_TEXT, BARE, BEA, CHANNELS, ENTRIES, ONE, document

if TYPE_CHECKING:
    from site_feeds.model import Channel, Entry

NEEDED = {"id", "url", "content_html", "date_published", "date_modified", "language"}


def item_of(it: Entry) -> dict[str, Any]:
    (item,) = json.loads(document("json", it))["items"]
    return dict(item)


@given(ENTRIES)
@example(replace(ONE, title='"}],\\u2028\\"', html='{"a": "\\\\"}\n', text="\t\x85\x7f"))
def test_an_item_says_what_was_meant(it: Entry) -> None:
    item = item_of(it)
    meant = {"id": it.id, "url": it.url, "title": it.title, "summary": it.summary, "content_html": it.html, "content_text": it.text}
    assert {name: item.get(name, "") for name in meant} == meant
    assert item.get("image", "") == (it.picture.url if it.picture else "")
    assert [author["name"] for author in item.get("authors", [])] == [author.name for author in it.authors]
    assert item["language"] == it.language
    assert (datetime.fromisoformat(item["date_published"]), datetime.fromisoformat(item["date_modified"])) == (it.published, it.updated)


@given(ENTRIES)
@example(replace(ONE, html="", text="", title="", summary="", authors=(), labels=(), picture=None))
def test_an_item_has_no_empty_values_but_a_content(it: Entry) -> None:
    item = item_of(it)
    assert item.keys() >= NEEDED
    assert all(value for name, value in item.items() if name != "content_html")
    assert item.keys() <= NEEDED | {"title", "summary", "content_text", "image", "authors", "tags"}


def test_a_name_that_is_tag_and_category_is_there_once() -> None:
    labels = (
        Label("tag:x,2026:categories", "trust", "Trust"),
        Label("tag:x,2026:tags", "trust", "Trust"),
        Label("tag:x,2026:tags", "b", "B"),
    )
    assert item_of(replace(ONE, labels=labels))["tags"] == ["Trust", "B"]


@pytest.mark.parametrize(
    ("author", "told"),
    [
        (ANN, {"name": "Ann Lee", "url": "https://example.com/authors/ann-lee/"}),
        (replace(ANN, url=""), {"name": "Ann Lee", "url": "mailto:ann@example.com"}),
        (replace(ANN, email=""), {"name": "Ann Lee", "url": "https://example.com/authors/ann-lee/"}),
        (BEA, {"name": "Bea Moss"}),
    ],
)
def test_an_author_can_be_found(author: Person, told: dict[str, str]) -> None:
    assert item_of(replace(ONE, authors=(author,)))["authors"] == [told]


@given(CHANNELS)
def test_a_feed_says_what_it_is(channel: Channel) -> None:
    feed = json.loads(document("json", channel=channel))
    meant = {"title": channel.title, "home_page_url": channel.page_url, "description": channel.subtitle, "icon": channel.icon}
    assert {name: feed.get(name, "") for name in meant} == meant
    assert (feed["version"], feed["language"]) == ("https://jsonfeed.org/version/1.1", "en-GB")
    assert feed["feed_url"] == "https://example.com/feeds/all.json"
    assert feed["items"] == []
    assert feed.get("hubs", []) == ([{"type": "WebSub", "url": channel.hub}] if channel.hub else [])


def test_a_feed_of_a_site_that_says_little_has_nothing_empty() -> None:
    assert json.loads(document("json", channel=BARE)).keys() == {
        "version",
        "title",
        "home_page_url",
        "feed_url",
        "authors",
        "language",
        "items",
    }


def test_older_articles_are_found() -> None:
    older = "https://example.com/feeds/all/archive-2.json"
    assert json.loads(document("json", ONE, older=older))["next_url"] == older
    assert "next_url" not in json.loads(document("json", ONE))


def test_items_stand_in_the_order_in_which_they_are_given() -> None:
    ids = [f"{ONE.id}{number}" for number in range(3)]
    assert [item["id"] for item in json.loads(document("json", *(replace(ONE, id=name) for name in ids)))["items"]] == ids


@given(ANY_TEXT)
def test_a_feed_is_utf_8_and_ends_in_a_line_feed(text: str) -> None:
    made = document("json", replace(ONE, title=f"日本{text.encode('utf-8', 'ignore').decode()}"))
    assert "日本" in made
    assert made.endswith("}\n")
    assert made.encode()
