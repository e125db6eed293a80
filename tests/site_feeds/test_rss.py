"""RSS 2.0 as the RSS Advisory Board's profile wants it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from html import unescape
from typing import TYPE_CHECKING

import feedparser
import pytest
from hypothesis import example, given

from .html import between_elements, xml
from .samples import ANN, BARE, BEA, CHANNELS, DAY, ENTRIES, FOR_FEEDPARSER, ONE, SITE, document, entries

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from site_feeds.model import Channel, Entry, Person

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MEDIA = "{http://search.yahoo.com/mrss/}content"
LINK = "{http://www.w3.org/2005/Atom}link"


def item_of(it: Entry) -> Element:
    found = xml(document("rss", it)).find("channel/item")
    assert found is not None
    return found


@given(ENTRIES)
def test_an_item_says_what_was_meant(it: Entry) -> None:
    item = item_of(it)
    meant = {"title": it.title, "link": it.url, "guid": it.id, CONTENT: it.html}
    assert {name: item.findtext(name) for name in meant} == meant
    assert [(category.text or "", category.get("domain")) for category in item.findall("category")] == [
        (label.name, label.scheme) for label in it.labels
    ]
    if it.summary:
        assert unescape(item.findtext("description", "")) == unescape(it.summary.replace("&", "&amp;"))


@given(ENTRIES)
@example(replace(ONE, title="</title><x/>]]>", html="</content:encoded><x/>", authors=(replace(BEA, name="</dc:creator><x/>"),)))
def test_an_item_holds_nothing_else(it: Entry) -> None:
    item = item_of(it)
    names = [child.tag for child in item if child.tag not in {"author", CREATOR, "category", MEDIA, "description"}]
    assert names == ["title", "link", "guid", "pubDate", CONTENT]
    assert not [child for child in item if len(child)]
    assert between_elements(item) == ""
    assert len(item.findall(MEDIA)) == (it.picture is not None)


@given(ENTRIES)
def test_the_summary_stands_before_the_text(it: Entry) -> None:
    names = [child.tag for child in item_of(replace(it, summary="x"))]
    assert names.count("description") == names.count(CONTENT) == 1
    assert names.index("description") < names.index(CONTENT)


def test_a_summary_is_text_where_readers_take_it_for_html() -> None:
    description = item_of(replace(ONE, summary="a < b & <b>c</b>")).findtext("description")
    assert description == "a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;"


@given(ENTRIES)
def test_an_id_is_not_taken_for_an_address(it: Entry) -> None:
    (guid,) = item_of(it).findall("guid")
    assert guid.attrib == {"isPermaLink": "false"}


@pytest.mark.parametrize(
    ("authors", "author", "creators"),
    [
        ((ANN,), "ann@example.com (Ann Lee)", []),
        ((BEA,), None, ["Bea Moss"]),
        ((ANN, BEA), None, ["Ann Lee", "Bea Moss"]),
        ((replace(ANN, name="A & B (of C)"),), "ann@example.com (A & B (of C))", []),
        ((), None, []),
    ],
)
def test_an_author_has_an_address_or_is_a_name(authors: tuple[Person, ...], author: str | None, creators: list[str]) -> None:
    item = item_of(replace(ONE, authors=authors))
    assert item.findtext("author") == author
    assert [creator.text for creator in item.findall(CREATOR)] == creators


@given(ENTRIES)
def test_an_author_is_never_told_twice(it: Entry) -> None:
    item = item_of(it)
    assert len(item.findall("author")) + len(item.findall(CREATOR)) == len(it.authors)
    assert not (item.findall("author") and item.findall(CREATOR))


@given(ENTRIES)
def test_dates_are_those_of_rfc_822(it: Entry) -> None:
    text = item_of(it).findtext("pubDate", "")
    assert parsedate_to_datetime(text) == it.published
    assert text.split()[3] == f"{it.published.year:04}"
    assert text[-5:-4] in {"+", "-"}
    assert text[-4:].isdigit()


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (DAY, "Wed, 04 Mar 2026 09:30:15 -0500"),
        (datetime(1660, 1, 1, tzinfo=UTC), "Thu, 01 Jan 1660 00:00:00 +0000"),
        (datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))), "Sun, 29 Mar 2026 02:30:00 +0545"),
    ],
)
def test_dates_have_a_day_four_digits_and_an_offset(date: datetime, text: str) -> None:
    root = xml(document("rss", replace(ONE, published=date), updated=date))
    assert root.findtext("channel/item/pubDate") == root.findtext("channel/lastBuildDate") == text


@given(CHANNELS)
def test_a_channel_says_what_it_is(channel: Channel) -> None:
    found = xml(document("rss", channel=channel)).find("channel")
    assert found is not None
    meant = {"title": channel.title, "link": channel.page_url, "description": channel.subtitle or channel.title, "language": "en-GB"}
    assert {name: found.findtext(name) for name in meant} == meant
    assert found.findtext("copyright", "") == channel.rights
    own, *hub = (link.attrib for link in found.findall(LINK))
    assert own == {"rel": "self", "type": "application/rss+xml", "href": "https://example.com/feeds/all.rss.xml"}
    assert hub == ([{"rel": "hub", "href": channel.hub}] if channel.hub else [])
    editor = found.findtext("managingEditor", "")
    assert editor == (f"{channel.author.email} ({channel.author.name})" if channel.author.email else "")


def test_a_channel_of_a_site_that_says_little_has_nothing_empty() -> None:
    root = xml(document("rss", replace(ONE, authors=(), labels=(), picture=None), channel=BARE))
    found = root.find("channel")
    assert found is not None
    assert (root.get("version"), between_elements(root)) == ("2.0", "")
    assert [child.tag for child in found] == ["title", "link", "description", "language", "lastBuildDate", LINK, "generator", "item"]
    assert found.findtext("generator") == "Rapport"
    assert not [element for element in found.iter() if not ((element.text or "").strip() or element.attrib or len(element))]


@given(entries(FOR_FEEDPARSER))
def test_feed_readers_find_what_was_meant(it: Entry) -> None:
    feed = feedparser.parse(document("rss", it, channel=SITE).encode(), sanitize_html=False, resolve_relative_uris=False)
    (entry,) = feed.entries
    assert not feed.bozo
    assert (entry.id, entry.link, entry.guidislink) == (it.id, it.url, False)
    assert [content.value for content in entry.content] == [it.html.strip()]
    if len(it.authors) == 1:
        assert entry.author_detail.get("email", "") == it.authors[0].email


def test_a_style_sheet_stands_before_the_feed() -> None:
    assert document("rss").splitlines()[1] == '<?xml-stylesheet type="text/css" href="https://example.com/feed.css"?>'
    assert document("rss", channel=BARE).splitlines()[1].startswith("<rss ")


def test_a_picture_has_its_size_and_is_no_enclosure() -> None:
    item = item_of(ONE)
    found = item.find(MEDIA)
    assert found is not None
    assert found.attrib == {"url": "https://example.com/images/two-chairs.png", "medium": "image", "width": "1200", "height": "800"}
    assert item.find("enclosure") is None
