"""Entries and documents for the tests of the formats, and others that hypothesis draws."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from site_feeds.characters import allowed, one_line
from site_feeds.model import Channel, Document, Entry, Label, Person, Picture
from site_feeds.plan import SERIALIZERS

if TYPE_CHECKING:
    from collections.abc import Callable

ZONE = timezone(timedelta(hours=-5))
DAY = datetime(2026, 3, 4, 9, 30, 15, tzinfo=ZONE)
ANN = Person("Ann Lee", "https://example.com/authors/ann-lee/", "ann@example.com")
BEA = Person("Bea Moss")
ONE = Entry(
    id="tag:example.org,2026:7KQ2MX",
    url="https://example.com/one/",
    title="One",
    summary="In short.",
    html="<p>Words.</p>",
    text="Words.",
    published=DAY,
    updated=DAY + timedelta(days=9),
    language="en-GB",
    authors=(ANN,),
    labels=(Label("tag:example.org,2026:categories", "notes", "Notes"), Label("tag:example.org,2026:tags", "trust", "Trust")),
    picture=Picture("https://example.com/images/two-chairs.png", 1200, 800),
)
SITE = Channel(
    id="tag:example.org,2026:feeds/all",
    title="A small site",
    page_url="https://example.com/",
    subtitle="Letters",
    language="en-GB",
    author=Person("A small site", "https://example.com/", "site@example.com"),
    rights="© Ann Lee",
    icon="https://example.com/icon.png",
    hub="https://hub.example/",
    style="https://example.com/feed.css",
)
BARE = replace(SITE, subtitle="", rights="", icon="", hub="", style="", author=Person("A small site"))
"""A channel of a site that says no more than it must."""

ANY_TEXT = st.text(st.characters(), max_size=30) | st.lists(
    st.sampled_from(
        [
            *"<>&\"'\n\r\t \u00a0\u2028\u202e\x00\x0b\x85\ud800\ufffe",
            "]]>",
            "<![CDATA[",
            "&amp;",
            "&#60;",
            "</title>",
            "<!--",
            "<b>x</b>",
            "%s{0}",
        ]
    ),
    max_size=8,
).map("".join)
LINES = ANY_TEXT.map(one_line)
"""As titles and names have come to be when a serializer gets them."""
HTML = ANY_TEXT.map(allowed)
URLS = st.text("abc/?&=%'#", max_size=12).map("https://example.com/".__add__)
MAILS = st.sampled_from(["", "ann@example.com", "ann+letters@example.com"])
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))) | st.just(UTC)
DATES = st.datetimes(
    min_value=datetime(1000, 1, 2),  # noqa: DTZ001  (hypothesis adds the zone)
    max_value=datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=ZONES,
).map(lambda date: date.replace(microsecond=0))


def persons(lines: st.SearchStrategy[str]) -> st.SearchStrategy[Person]:
    return st.builds(Person, lines.filter(str.strip), st.just("") | URLS, MAILS)


def entries(texts: st.SearchStrategy[str] = ANY_TEXT) -> st.SearchStrategy[Entry]:
    """Any entry that an article could become."""
    lines = texts.map(one_line)
    schemes = st.sampled_from([f"tag:example.org,2026:{kind}" for kind in ("tags", "categories")])
    return st.builds(
        Entry,
        id=st.just(ONE.id) | URLS,
        url=URLS,
        title=lines,
        summary=lines,
        html=texts.map(allowed),
        published=DATES,
        updated=DATES,
        language=st.sampled_from(["en", "en-GB", "zh-Hant-TW"]),
        authors=st.lists(persons(lines), max_size=3).map(tuple),
        labels=st.lists(st.builds(Label, schemes, lines, lines), max_size=3).map(tuple),
        picture=st.none() | st.builds(Picture, URLS, st.integers(1, 9999), st.integers(1, 9999)),
        text=texts.map(allowed),
    )


def channels(texts: st.SearchStrategy[str] = ANY_TEXT) -> st.SearchStrategy[Channel]:
    lines, perhaps = texts.map(one_line), st.just("") | URLS
    return st.builds(
        Channel,
        id=st.just(SITE.id),
        title=lines.filter(str.strip),
        page_url=URLS,
        subtitle=lines,
        language=st.just("en-GB"),
        author=persons(lines),
        rights=lines,
        icon=perhaps,
        hub=perhaps,
        style=perhaps,
    )


ENTRIES, CHANNELS = entries(), channels()
FOR_FEEDPARSER = ANY_TEXT.map(lambda text: re.sub("[\x80-\xbf]", "", text))
"""What feedparser leaves alone: it takes the other characters for text in a wrong encoding, and mends it."""
SUFFIXES = {"atom": ".atom.xml", "rss": ".rss.xml", "json": ".json"}


def document(name: str, *entries: Entry, channel: Channel = SITE, **changes: Any) -> str:
    """A whole feed in a format."""
    write: Callable[[Entry], str] = SERIALIZERS[name].entry
    url = f"https://example.com/feeds/all{SUFFIXES[name]}"
    whole = Document(channel, name, f"feeds/all{SUFFIXES[name]}", url, url, ONE.updated, tuple(map(write, entries)))
    return str(SERIALIZERS[name].document(replace(whole, **changes)))
