"""RSS, Atom and JSON feeds of all versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from legacy_import.model import Item, Kind, Trouble
from legacy_import.sources.json_feed import read_json

from tests.legacy_import.sources.corpus import accounted, blogs, items, read_bytes, sample

RSS = read_bytes(sample("rss-2.0.xml"))
ATOM = read_bytes(sample("atom-1.0.xml"))
OLD_ATOM = read_bytes(sample("atom-0.3.xml"))
JSON = list(read_json(sample("feed.json"), "feed.json"))


def rules(item: Item) -> set[str]:
    return {note.rule for note in item.notes}


@pytest.mark.parametrize("name", ["rss-2.0.xml", "rss-1.0.rdf", "rss-0.91.xml", "atom-1.0.xml", "atom-0.3.xml"])
def test_every_entry_becomes_an_item(name: str) -> None:
    data = sample(name)
    begun = data.count(b"<item>") + data.count(b"<item ") + data.count(b"<entry>")
    assert len(items(read_bytes(data))) == begun


def test_the_blog_of_rss() -> None:
    (blog,) = blogs(RSS)
    assert (blog.title, blog.url, blog.language, blog.system) == ("Desk & lamp", "https://desk.example", "en-GB", "wordpress")
    assert blog.feeds == ("https://desk.example/feed/",)


def test_the_whole_text_is_preferred_and_its_addresses_made_whole() -> None:
    post = items(RSS)[0]
    assert '<a href="https://desk.example/about/">' in post.html
    assert '<a href="#end">' in post.html
    assert '<img src="https://desk.example/2019/01/pic.png">' in post.html
    assert post.summary == "Only the beginning …"


def test_an_item_of_rss() -> None:
    post = items(RSS)[0]
    assert (post.title, post.id, post.author) == ("With “everything”", "https://desk.example/?p=5", "Ann & Bo")
    assert (post.url, post.other_urls) == ("https://desk.example/2019/01/everything/", ("https://feeds.example/~r/desk/1",))
    assert post.tags == ("Trust", "Listening & more")
    assert post.published == datetime(2019, 1, 1, 9, tzinfo=timezone(timedelta(hours=1)))
    assert post.number == "5"


def test_a_picture_becomes_the_cover_and_a_sound_a_link_but_the_face_of_the_author_neither() -> None:
    post = items(RSS)[0]
    assert post.cover == "https://desk.example/desk.jpg"
    assert post.html.endswith('<p><a href="https://desk.example/talk.mp3">talk.mp3</a></p>')
    assert "enclosure-linked" in rules(post)


def test_a_feed_that_has_only_a_summary_is_doubtful() -> None:
    assert "summary-only" in rules(items(RSS)[1])
    assert "summary-only" not in rules(items(RSS)[2])
    assert items(RSS)[1].author == "Ann Field"


def test_a_guid_may_be_the_address() -> None:
    post = items(RSS)[2]
    assert post.url == post.id == "https://desk.example/2019/03/guid/"
    assert (post.published, post.author) == (None, "")
    assert "date-impossible" in rules(post)
    assert post.html.startswith("<p>All of it: a &lt;b&gt; tag, an &amp; sign.</p>")


def test_a_guid_that_says_that_it_is_no_address_is_none() -> None:
    data = sample("rss-2.0.xml").replace(
        b"<guid>https://desk.example/2019/03/guid/", b'<guid isPermaLink="false">https://desk.example/2019/03/guid/'
    )
    assert (items(read_bytes(data))[2].url, items(read_bytes(data))[2].id) == ("", "https://desk.example/2019/03/guid/")


def test_an_item_that_is_a_comment_is_no_post() -> None:
    comment = items(RSS)[3]
    assert comment.notes == ()
    assert (comment.kind, comment.parent) == (Kind.COMMENT, "https://desk.example/2019/01/everything/")


def test_rss_1_0_and_its_dublin_core() -> None:
    found = read_bytes(sample("rss-1.0.rdf"))
    (post,) = items(found)
    assert (post.id, post.author, post.tags) == ("http://lathe.example/1.html", "Luc", ("Bois",))
    assert post.published == datetime(2003, 4, 5, 4, 7, tzinfo=UTC)
    assert blogs(found)[0].title == "The lathe"
    assert blogs(found)[0].language == "fr"


def test_rss_0_91_with_entities_of_html() -> None:
    (post,) = items(read_bytes(sample("rss-0.91.xml")))
    assert (post.title, post.html) == ("Café", "<p>Tea &amp; cake, in a long paragraph.</p>")


def test_latin_1_is_read_as_browsers_do() -> None:
    data = sample("rss-1.0.rdf").replace(b"Le tour", "Café “tour”".encode("cp1252"))
    assert items(read_bytes(data))[0].title == "Café “tour”"
    data = sample("rss-1.0.rdf").replace(b"Le tour", "Café".encode())
    assert items(read_bytes(data))[0].title == "Café", "UTF-8, whatever is declared"


def test_the_blog_of_atom() -> None:
    (blog,) = blogs(ATOM)
    assert (blog.title, blog.url) == ("Lamps & light", "https://lamp.example/blog/")
    assert blog.feeds == ("https://lamp.example/blog/feed.atom",)


def test_xhtml_with_a_prefix_and_bases_within_bases() -> None:
    post = items(ATOM)[0]
    assert post.html == ('<p>A <a href="https://lamp.example/blog/2011/two.html">two</a> &amp; 1 &lt; 2</p><svg><title>t</title></svg>')
    assert (post.url, post.cover) == ("https://lamp.example/blog/2011/one.html", "https://lamp.example/blog/one.jpg")
    assert (post.author, post.tags, post.summary) == ("Ann Field", ("Light",), "About it")


@pytest.mark.parametrize(
    ("inner", "markup"),
    [
        ("<div><p>a</p></div>", "<p>a</p>"),
        ("<div><div>a</div><div>b</div></div>", "<div>a</div><div>b</div>"),
        ("<div>a</div><div>b</div>", "<div>a</div><div>b</div>"),
        ("<div class='x'>a<div/></div>", "a<div/>"),
        ("<p>a</p>", "<p>a</p>"),
        ("<div><![CDATA[1 < 2 & <b>]]></div>", "1 &lt; 2 &amp; &lt;b&gt;"),
    ],
)
def test_only_the_div_around_xhtml_is_taken_away(inner: str, markup: str) -> None:
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><content type="xhtml">{inner}</content></entry></feed>'
    assert [item.html for item in items(read_bytes(feed.encode()))] == [markup]


def test_a_title_of_the_type_text_is_text() -> None:
    assert items(ATOM)[0].title == "A <b> in text &amp; more"
    assert items(ATOM)[1].title == "An xhtml title"


def test_a_summary_alone_and_a_text_elsewhere_are_doubtful() -> None:
    assert rules(items(ATOM)[1]) == {"summary-only", "date-of-change"}
    assert rules(items(ATOM)[3]) == {"text-elsewhere", "date-impossible"}


def test_plain_text_becomes_paragraphs() -> None:
    assert items(ATOM)[2].html == "<p>One &lt; two.</p>\n<p>Three &amp; four.</p>"


def test_a_reply_is_a_comment_and_not_of_the_blogs_author() -> None:
    reply = items(ATOM)[4]
    assert (reply.kind, reply.parent, reply.author) == (Kind.COMMENT, "tag:lamp.example,2010:1", "")


def test_the_three_ways_of_atom_0_3() -> None:
    assert [post.html for post in items(OLD_ATOM)] == ["<p>Escaped.</p>", "<p>In XML.</p>", "<p>Packed.</p>"]
    assert items(OLD_ATOM)[0].title == "R & B"
    assert items(OLD_ATOM)[0].published == datetime(2004, 5, 6, 12, 8, 9, tzinfo=UTC)


def test_json_feed() -> None:
    assert accounted(JSON) == 4
    first, second, third = items(JSON)
    assert first.html.startswith('<p>See <a href="https://jay.example/2">two</a>.</p>')
    assert (first.tags, first.summary, first.author, first.cover) == (("A", "B"), "Of one", "Jay Moss", "https://jay.example/1.jpg")
    assert (second.id, second.author, second.html) == ("2", "Kay", "<p>Plain &amp; simple.</p>\n<p>Two.</p>")
    assert second.published is None
    assert rules(third) == {"summary-only"}


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]", b'{"version": 1}', b"\xff\xfe{", b"[" * 100_000, b'{"version": "https://jsonfeed.org/version/1", "items": 3}'],
)
def test_json_that_is_no_feed_is_told(data: bytes) -> None:
    found = list(read_json(data, "feed.json"))
    assert not items(found)
    assert all(isinstance(each, Trouble) for each in found) or blogs(found)


def test_half_a_character_in_json_is_none() -> None:
    feed = b'{"version": "https://jsonfeed.org/version/1.1", "title": "x\\ud800y", "items": [{"id": "1", "content_text": "a\\udfffb"}]}'
    found = list(read_json(feed, "x"))
    assert (blogs(found)[0].title, items(found)[0].html) == ("x?y", "<p>a?b</p>")
