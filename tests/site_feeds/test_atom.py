"""Atom as RFC 4287 and RFC 5005 have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import feedparser
import pytest
from hypothesis import example, given
from site_feeds.atom import document as whole
from site_feeds.model import Channel, Document, Entry, Person

from .html import between_elements, xml
from .samples import ANN, BARE, BEA, CHANNELS, DAY, ENTRIES, FOR_FEEDPARSER, ONE, SITE, channels, document, entries

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}content"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HISTORY = "{http://purl.org/syndication/history/1.0}archive"
NASTY = replace(
    ONE,
    title="</title><script>x</script>]]>&amp;\u00a0\u2028\u202e",
    summary="<b>&lt;</b>",
    html="<p>]]>&amp;<![CDATA[x]]></p></content>",
    authors=(replace(ANN, name="</name>&"), BEA),
)


def person(it: Person) -> list[tuple[str, str]]:
    return [(f"{ATOM}{name}", text) for name, text in (("name", it.name), ("uri", it.url), ("email", it.email)) if text]


@given(ENTRIES)
@example(NASTY)
def test_an_entry_says_what_was_meant(it: Entry) -> None:
    entry = xml(document("atom", it)).find(f"{ATOM}entry")
    assert entry is not None
    assert {name: entry.findtext(f"{ATOM}{name}") for name in ("title", "id", "content")} == {
        "title": it.title,
        "id": it.id,
        "content": it.html,
    }
    assert entry.findtext(f"{ATOM}summary", "") == it.summary
    assert [[(child.tag, child.text) for child in author] for author in entry.findall(f"{ATOM}author")] == [person(a) for a in it.authors]
    assert [category.attrib for category in entry.findall(f"{ATOM}category")] == [
        {"scheme": label.scheme, "term": label.term, "label": label.name} for label in it.labels
    ]
    assert entry.get(LANGUAGE) == it.language


@given(ENTRIES)
@example(NASTY)
def test_an_entry_holds_nothing_else(it: Entry) -> None:
    entry = xml(document("atom", it)).find(f"{ATOM}entry")
    assert entry is not None
    names = [child.tag.removeprefix(ATOM) for child in entry if child.tag != MEDIA]
    once = ["title", "link", "id", "published", "updated", *(["summary"] if it.summary else []), "content"]
    assert sorted(names) == sorted([*once, *["author"] * len(it.authors), *["category"] * len(it.labels)])
    assert len(entry.findall(MEDIA)) == (it.picture is not None)
    assert not [child for child in entry.iter() if child is not entry and len(child) and child.tag != f"{ATOM}author"]
    assert between_elements(entry) == ""


@given(ENTRIES)
def test_the_article_is_an_entrys_only_link(it: Entry) -> None:
    """Some readers take the first link that they find, some the last."""
    entry = xml(document("atom", it)).find(f"{ATOM}entry")
    assert entry is not None
    assert [link.attrib for link in entry.findall(f"{ATOM}link")] == [{"rel": "alternate", "type": "text/html", "href": it.url}]


@given(ENTRIES)
def test_dates_are_those_of_rfc_3339(it: Entry) -> None:
    entry = xml(document("atom", it)).find(f"{ATOM}entry")
    assert entry is not None
    for name, date in (("published", it.published), ("updated", it.updated)):
        text = entry.findtext(f"{ATOM}{name}", "")
        assert len(text) == len("2026-03-04T09:30:15-05:00")
        assert datetime.fromisoformat(text) == date


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (DAY, "2026-03-04T09:30:15-05:00"),
        (datetime(1660, 1, 1, tzinfo=UTC), "1660-01-01T00:00:00+00:00"),
        (datetime(2026, 3, 29, 2, 30, 0, 999_999, timezone(timedelta(hours=5, minutes=45))), "2026-03-29T02:30:00+05:45"),
    ],
)
def test_dates_have_all_digits_and_an_offset(date: datetime, text: str) -> None:
    made = document("atom", replace(ONE, published=date, updated=date), updated=date)
    assert made.count(f">{text}<") == 3


@given(entries(FOR_FEEDPARSER), channels(FOR_FEEDPARSER))
@example(replace(NASTY, title=NASTY.title.replace("\u00a0", " ")), SITE)
def test_feed_readers_find_what_was_meant(it: Entry, channel: Channel) -> None:
    feed = feedparser.parse(document("atom", it, channel=channel).encode(), sanitize_html=False, resolve_relative_uris=False)
    (entry,) = feed.entries
    assert not feed.bozo
    assert (entry.title, entry.get("summary", "")) == (it.title.strip(), (it.summary or it.html).strip())
    assert [content.value for content in entry.content] == [it.html.strip()]
    assert [author.get("name") for author in entry.get("authors", []) if author] == [author.name.strip() for author in it.authors]
    assert (entry.id, entry.link) == (it.id, it.url)
    assert (feed.feed.title, feed.feed.id, len(feed.feed.links)) == (channel.title.strip(), channel.id, 3 if channel.hub else 2)


@given(CHANNELS)
def test_a_feed_says_what_it_is(channel: Channel) -> None:
    root = xml(document("atom", channel=channel))
    meant = {"title": channel.title, "subtitle": channel.subtitle, "id": channel.id, "icon": channel.icon, "rights": channel.rights}
    assert {name: root.findtext(f"{ATOM}{name}", "") for name in meant} == meant
    author = root.find(f"{ATOM}author")
    assert author is not None
    assert [(child.tag, child.text) for child in author] == person(channel.author)
    assert root.get(LANGUAGE) == "en-GB"


def test_a_feed_of_a_site_that_says_little_has_nothing_empty() -> None:
    root = xml(document("atom", replace(ONE, summary="", authors=(), labels=(), picture=None), channel=BARE))
    assert [child.tag.removeprefix(ATOM) for child in root] == ["title", "id", "updated", "link", "link", "author", "generator", "entry"]
    assert root.findtext(f"{ATOM}generator") == "Rapport"
    assert between_elements(root) == ""
    assert not [element for element in root.iter() if not ((element.text or "").strip() or element.attrib or len(element))]


def test_links_of_a_feed() -> None:
    links = [tuple(link.attrib.values()) for link in xml(document("atom", ONE)).findall(f"{ATOM}link")]
    assert links == [
        ("self", "application/atom+xml", "https://example.com/feeds/all.atom.xml"),
        ("alternate", "text/html", "https://example.com/"),
        ("hub", "https://hub.example/"),
    ]


@pytest.mark.parametrize(
    ("older", "newer", "relations"),
    [
        ("", "", ["self", "alternate", "current"]),
        ("https://example.com/1", "", ["self", "alternate", "current", "prev-archive"]),
        ("https://example.com/1", "https://example.com/3", ["self", "alternate", "current", "prev-archive", "next-archive"]),
    ],
)
def test_an_archive_says_that_it_is_one(older: str, newer: str, relations: list[str]) -> None:
    root = xml(document("atom", ONE, channel=BARE, url="https://example.com/2", older=older, newer=newer))
    assert len(root.findall(HISTORY)) == 1
    assert between_elements(root) == ""
    links = {str(link.get("rel")): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert list(links) == relations
    assert links["self"] == "https://example.com/2"
    assert links["current"] == "https://example.com/feeds/all.atom.xml"


def test_the_newest_document_is_no_archive() -> None:
    made = document("atom", ONE, older="https://example.com/2")
    assert "fh:archive" not in made
    assert 'rel="prev-archive"' in made


def test_entries_stand_in_the_order_in_which_they_are_given() -> None:
    ids = [f"{ONE.id}{number}" for number in range(3)]
    root = xml(document("atom", *(replace(ONE, id=name) for name in ids)))
    assert [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")] == ids


def test_a_style_sheet_stands_before_the_feed() -> None:
    lines = document("atom", ONE).splitlines()
    assert lines[:2] == [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<?xml-stylesheet type="text/css" href="https://example.com/feed.css"?>',
    ]
    assert whole(Document(BARE, "atom", "x", "x", "x", DAY, ())).splitlines()[1].startswith("<feed ")


def test_a_picture_has_its_size() -> None:
    found = xml(document("atom", ONE)).find(f"{ATOM}entry/{MEDIA}")
    assert found is not None
    assert found.attrib == {"url": "https://example.com/images/two-chairs.png", "medium": "image", "width": "1200", "height": "800"}
