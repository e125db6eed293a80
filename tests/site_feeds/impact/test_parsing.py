"""Feeds of all formats, ours and others', read into the same entries."""

from __future__ import annotations

import time
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_feeds.characters import one_line
from site_feeds.impact.dates import in_utc
from site_feeds.impact.digests import Digester
from site_feeds.impact.parsing import NoFeedError, read_feed

from tests.site_feeds.impact.samples import WRITERS, article, feed

if TYPE_CHECKING:
    from pathlib import Path

    from site_feeds.impact.model import Entry, Item
    from site_feeds.model import Entry as WrittenEntry

TEXTS = st.lists(
    st.sampled_from([*"ab<>&'\"; \n\té¶€😀\xa0#/!-[]", "&amp;", "&lt;b>", "<b>", "]]>", "&#8217;", "<!--"]) | st.characters()
).map("".join)
ELEMENTS = st.tuples(st.sampled_from(["p", "pre", "blockquote", "em", "td"]), TEXTS).map(lambda it: f"<{it[0]}>{escape(it[1])}</{it[0]}>\n")
ARTICLES = st.builds(
    article,
    name=st.text("abcxyz", min_size=1),
    html=st.lists(ELEMENTS).map("".join).map(one_line),
    invitation=st.lists(ELEMENTS).map("".join).map(one_line),
    title=TEXTS.map(one_line),
    summary=TEXTS.map(one_line),
)


def read(suffix: str, *articles: WrittenEntry) -> list[Entry]:
    return [Digester().entry(item) for item in read_feed(feed(suffix, *articles).encode("utf-8"))[1]]


def items(text: str | bytes) -> tuple[Item, ...]:
    return read_feed(text.encode("utf-8") if isinstance(text, str) else text)[1]


@given(ARTICLES)
def test_the_three_formats_of_an_entry_give_the_same(written: WrittenEntry) -> None:
    in_atom, in_rss, in_json = (read(suffix, written)[0] for suffix in WRITERS)
    assert in_atom.digest == in_rss.digest == in_json.digest
    assert in_atom.title == in_rss.title == in_json.title
    assert in_atom.url == in_rss.url == in_json.url == written.url
    assert in_atom.published == in_rss.published == in_json.published == "2026-03-04T09:30:00Z"


@pytest.mark.parametrize(("suffix", "form"), [(".atom.xml", "atom"), (".rss.xml", "rss"), (".json", "json")])
def test_the_format_is_that_of_the_content(suffix: str, form: str) -> None:
    assert read_feed(feed(suffix, article("a")).encode())[0] == form
    assert read_feed(b"\xef\xbb\xbf" + feed(suffix, article("a")).encode())[0] == form


WORDPRESS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>Old site</title><atom:link href="https://old.example/feed/" rel="self" type="application/rss+xml"/>
<item>
  <media:title>Not this</media:title><title>Don&#8217;t &amp; do</title><link>https://old.example/2019/dont/</link>
  <dc:creator><![CDATA[Ada]]></dc:creator><pubDate>Mon, 04 Mar 2019 08:00:00 -0100</pubDate>
  <guid isPermaLink="false">https://old.example/?p=12</guid>
  <description><![CDATA[<p>A <b>short</b> one [&#8230;]</p>]]></description>
  <content:encoded><![CDATA[<p>The whole.</p>]]></content:encoded>
</item>
<item><title>No guid</title><link>https://old.example/b/</link><description>&lt;p&gt;All of it&lt;/p&gt;</description></item>
<item><title>No link</title><guid>https://old.example/c/</guid><author>ada@old.example (Ada)</author></item>
</channel></rss>"""


def test_rss_of_another_generator() -> None:
    first, second, third = items(WORDPRESS)
    assert (first.id, first.url, first.title) == ("https://old.example/?p=12", "https://old.example/2019/dont/", "Don’t & do")
    assert (first.published, first.summary, first.html) == ("2019-03-04T09:00:00Z", "A short one […]", "<p>The whole.</p>")
    assert (second.id, second.url, second.summary, second.html) == ("", "https://old.example/b/", "", "<p>All of it</p>")
    assert (third.id, third.url, third.email) == ("https://old.example/c/", "https://old.example/c/", "ada@old.example")


def test_rss_1() -> None:
    (item,) = items(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://old.example/"><title>Old</title></channel>'
        '<item rdf:about="https://old.example/a"><title>A</title><link>https://old.example/a</link><dc:date>2004-05-06</dc:date></item></rdf:RDF>'
    )
    assert (item.id, item.url, item.title, item.published) == (*["https://old.example/a"] * 2, "A", "2004-05-06T00:00:00Z")


def test_atom_of_another_generator() -> None:
    first, second = items(
        "<?xml version='1.0'?><f:feed xmlns:f='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>"
        "<f:entry><f:id> tag:old.example,1999:1 </f:id><f:title type='html'>First &amp;amp; &lt;i&gt;best&lt;/i&gt;</f:title>"
        "<f:link rel='replies' href='https://old.example/1/comments'/><f:link href='https://old.example/1'/>"
        "<f:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Some <b>text</b></div></f:content></f:entry>"
        "<f:entry><f:id>2</f:id><f:title/><f:link/></f:entry></f:feed>"
    )
    assert (first.id, first.url, first.title) == ("tag:old.example,1999:1", "https://old.example/1", "First & best")
    assert "Some <b>text</b>" in first.html
    assert (second.id, second.url, second.title, second.html, second.published) == ("2", "", "", "", "")


def test_json_feed_of_another_generator() -> None:
    first, second = items(
        '{"version": "https://jsonfeed.org/version/1", "items": [{"id": 7, "content_text": "a", "title": null, "authors": "Ada"},'
        ' {"id": "\\ud800", "url": "https://old.example/b", "authors": [3, {"url": "mailto:ada@old.example"}]}]}'
    )
    assert (first.id, first.html, first.title, first.email) == ("7", "a", "", "")
    assert (second.id, second.email) == ("?", "ada@old.example")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no well-formed XML"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "no well-formed XML"),
        (b"<!DOCTYPE html><html><body/></html>", "<html>, which is neither Atom nor RSS"),
        (b"<feed><entry/></feed>", "<feed>, which is neither"),
        (b"{", "no JSON"),
        (b'{"version": "\xff"}', "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "no JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": {}}', "no JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": [1]}', "no object"),
    ],
)
def test_what_is_no_feed_is_told(data: bytes, told: str) -> None:
    with pytest.raises(NoFeedError) as caught:
        read_feed(data)
    assert told in str(caught.value)


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("the secret", encoding="utf-8")
    head = f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{(tmp_path / 'file').as_uri()}'>]>"
    assert "secret" not in items(f"{head}<rss><item><guid>1</guid><title>&x;</title></item></rss>")[0].title


@pytest.mark.parametrize("item", ["<title>&e11;</title>", "<guid isPermaLink='&e11;'>1</guid>"])
def test_entities_that_grow_are_told_before_they_do(item: str) -> None:
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    begun = time.monotonic()
    with pytest.raises(NoFeedError):
        items(f"<!DOCTYPE rss [<!ENTITY e0 'ha'>{entities}]><rss><item>{item}</item></rss>")
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-04T09:30:00+01:00", "2026-03-04T08:30:00Z"),
        ("2026-03-04T09:30:00.123Z", "2026-03-04T09:30:00Z"),
        (" Wed, 04 Mar 2026\n 09:30:00 GMT", "2026-03-04T09:30:00Z"),
        ("2026-03-04", "2026-03-04T00:00:00Z"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
        ("some day", "some day"),
        ("", ""),
    ],
)
def test_dates_are_in_utc(text: str, moment: str) -> None:
    assert in_utc(text) == moment


@given(st.text())
def test_any_date_is_read(text: str) -> None:
    in_utc(text)
