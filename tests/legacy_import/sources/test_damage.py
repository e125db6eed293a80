"""Damaged exports: everything that can be read is, and what was mended is told."""

from __future__ import annotations

import codecs
from dataclasses import replace

import pytest
from legacy_import.model import Item, Kind, Place, Status

from tests.legacy_import.sources.corpus import Read, blogs, by_number, items, read_bytes, sample, troubles

WORDPRESS = sample("wordpress-1.2.xml")
TAKEOUT = sample("takeout.atom")
SOUND = read_bytes(WORDPRESS)


def placeless(found: list[Read]) -> list[Item]:
    return [replace(item, place=Place("")) for item in items(found)]


def with_text(text: str, *, cdata: bool = True) -> bytes:
    """The export with another text of post 12."""
    begin = WORDPRESS.index(b"<![CDATA[First paragraph")
    end = WORDPRESS.index(b"</content:encoded>", begin)
    wrapped = f"<![CDATA[{text}]]>" if cdata else text
    return WORDPRESS[:begin] + wrapped.encode() + WORDPRESS[end:]


def test_prefixes_that_nobody_declares() -> None:
    head_end = WORDPRESS.index(b"<channel>")
    bare = WORDPRESS[: WORDPRESS.index(b"<rss")] + b'<rss version="2.0">\n\n\n\n\n\n\n' + WORDPRESS[head_end:]
    found = read_bytes(bare)
    assert placeless(found) == placeless(SOUND)
    assert "repaired-undeclared-prefix" in troubles(found)


def test_a_takeout_without_any_namespace() -> None:
    found = read_bytes(
        TAKEOUT.replace(b" xmlns='http://www.w3.org/2005/Atom'", b"").replace(
            b" xmlns:blogger='http://schemas.google.com/blogger/2018'", b""
        )
    )
    assert placeless(found) == placeless(read_bytes(TAKEOUT))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_and_marks(encoding: str) -> None:
    found = read_bytes(TAKEOUT.decode().replace(" encoding='utf-8'", "").encode(encoding), block=1001)
    assert placeless(found) == placeless(read_bytes(TAKEOUT))
    assert not [rule for rule in troubles(found) if rule.startswith("repaired")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_blank_lines_before_an_export_without_a_mark(encoding: str) -> None:
    found = read_bytes(("\n\r\n" + TAKEOUT.decode().replace(" encoding='utf-8'", "")).encode(encoding))
    assert placeless(found) == placeless(read_bytes(TAKEOUT))


@pytest.mark.parametrize(
    ("declared", "encoding"), [("ISO-8859-1", "cp1252"), ("shift_jis", "cp932"), ("koi8-r", "koi8-r"), ("gb2312", "gb18030")]
)
def test_what_is_declared_is_believed(declared: str, encoding: str) -> None:
    title = {"cp1252": "Café “tour”", "cp932": "日本①", "koi8-r": "Привет", "gb18030": "中文€"}[encoding]
    data = TAKEOUT.decode().replace("encoding='utf-8'", f"encoding='{declared}'").replace("Città", "x").replace("About", title)
    assert title in [item.title for item in items(read_bytes(data.encode(encoding)))]


@pytest.mark.parametrize("declared", ["rot13", "zip", "idna", "utf-7", "unicode_escape", "utf-16", "no-such", "punycode"])
def test_an_encoding_that_no_export_has_is_not_believed(declared: str) -> None:
    found = read_bytes(TAKEOUT.replace(b"encoding='utf-8'", f"encoding='{declared}'".encode()))
    assert placeless(found) == placeless(read_bytes(TAKEOUT))


def test_blank_lines_and_line_ends_of_windows() -> None:
    found = read_bytes(b"\n\r\n  " + WORDPRESS.replace(b"\n", b"\r\n"), block=37)
    assert placeless(found) == placeless(SOUND)


def test_ampersands_that_nobody_escaped_and_names_of_html() -> None:
    data = WORDPRESS.replace(b"<title>Onion soup</title>", b"<title>Oil & onions&hellip;&nbsp;R&D; &unknown;</title>")
    found = read_bytes(data)
    assert by_number(found)["20"].title == "Oil & onions… R&D; &unknown;"
    assert {"repaired-bare-ampersands", "repaired-html-entities"} <= set(troubles(found))
    assert troubles(found)["repaired-bare-ampersands"].place.line == data[: data.index(b"Oil &")].count(b"\n") + 1


def test_characters_that_no_text_may_have() -> None:
    found = read_bytes(WORDPRESS.replace(b"Onions, slowly.", b"On\x00ions\x0b, \x1fslowly."))
    assert by_number(found)["20"].html == "Onions, slowly."
    assert troubles(found)["repaired-control-characters"].what.startswith("3 ")


def test_bytes_that_are_no_utf_8() -> None:
    found = read_bytes(WORDPRESS.replace(b"Onions, slowly.", "Café “slowly” – ".encode("cp1252") + "Café".encode()))
    assert by_number(found)["20"].html == "Café “slowly” – Café"
    assert "repaired-invalid-bytes" in troubles(found)


@pytest.mark.parametrize(
    "text",
    [
        "one ]]> two",
        "<script>//<![CDATA[\nalert(1) //]]></script> after",
        "<script>//<![CDATA[\na //]]></script> mid <script>//<![CDATA[\nb //]]></script> after",
        "see <b>a[0]]></b><i>x</i>",
        "]]>",
    ],
)
def test_an_end_of_cdata_within_a_text_does_not_end_it(text: str) -> None:
    found = read_bytes(with_text(text))
    assert by_number(found)["12"].html == text.strip()
    assert "repaired-stray-cdata-end" in troubles(found)
    assert len(items(found)) == len(items(SOUND))


def test_cdata_that_was_split_as_it_should_be_is_no_damage() -> None:
    found = read_bytes(with_text("a ]]]]><![CDATA[> b <![CDATA[ c ]]]]><![CDATA[>"))
    assert by_number(found)["12"].html == "a ]]> b <![CDATA[ c ]]>"
    assert not [rule for rule in troubles(found) if rule.startswith("repaired")]


def test_a_text_that_never_ends_ends_with_its_element() -> None:
    found = read_bytes(with_text("<![CDATA[Without an end", cdata=False))
    assert by_number(found)["12"].html == "Without an end"
    assert [item.id for item in items(found)] == [item.id for item in items(SOUND)]
    assert "repaired-unclosed-cdata" in troubles(found)


def test_the_last_text_may_be_the_one_that_never_ends() -> None:
    data = WORDPRESS.replace(b"<![CDATA[First]]>", b"<![CDATA[First")
    assert placeless(read_bytes(data)) == placeless(SOUND)


def test_a_text_that_was_not_escaped_at_all() -> None:
    text = "<p>One &amp; two<br> <b>three</b>, 1 < 2.</p><!--more--><p>Rest</p>"
    found = read_bytes(with_text(text, cdata=False))
    assert by_number(found)["12"].html == text.replace("&amp;", "&")
    assert len(items(found)) == len(items(SOUND))


def test_several_exports_in_one_file() -> None:
    found = read_bytes(WORDPRESS + codecs.BOM_UTF8 + sample("wordpress-1.1.xml") + sample("takeout.atom"))
    assert placeless(found) == placeless(SOUND) + placeless(read_bytes(sample("wordpress-1.1.xml"))) + placeless(read_bytes(TAKEOUT))
    assert [blog.system for blog in blogs(found)] == ["wordpress", "wordpress.com", "blogger"]
    assert troubles(found)["repaired-several-exports"].what.startswith("3 ")


def test_an_export_that_is_cut_off_in_a_post_makes_it_a_draft() -> None:
    found = read_bytes(
        WORDPRESS[: WORDPRESS.index(b"</item>\n\t<item><title>Tomorrow")].replace(b"<wp:post_password>sesame</wp:post_password>", b"")
    )
    cut = by_number(found)["14"]
    assert (cut.status, [note.rule for note in cut.notes]) == (Status.DRAFT, ["source-cut"])
    assert placeless(found)[:-1] == placeless(SOUND)[: len(items(found)) - 1]
    assert "repaired-ends-early" in troubles(found)


@pytest.mark.parametrize("name", ["takeout.atom", "blogger-backup.xml", "atom-1.0.xml", "rss-2.0.xml"])
def test_a_public_post_that_is_cut_off_is_a_draft_whatever_it_comes_from(name: str) -> None:
    sound = sample(name)
    first = items(read_bytes(sound))[0]
    ends = [at for end in (b"</entry>", b"</item>") if (at := sound.find(end, sound.index(first.id.encode()))) >= 0]
    cut = items(read_bytes(sound[: min(ends)]))[-1]
    assert first.status is Status.PUBLISHED
    assert (cut.id, cut.html, cut.status) == (first.id, first.html, Status.DRAFT)
    assert "source-cut" in [note.rule for note in cut.notes]


def test_a_post_that_is_cut_off_before_its_kind_is_told() -> None:
    found = read_bytes(WORDPRESS[: WORDPRESS.index(b"The key is under") + 5])
    assert placeless(found) == placeless(SOUND)[: len(items(found))]
    assert troubles(found)["kept-out"].items == 1
    assert "repaired-ends-early" in troubles(found)


def test_an_export_that_is_cut_off_between_posts_is_told() -> None:
    found = read_bytes(WORDPRESS[: WORDPRESS.index(b"<item><title>Tomorrow")])
    assert placeless(found) == placeless(SOUND)[: len(items(found))]
    assert "repaired-ends-early" in troubles(found)


def test_an_end_that_is_missing_ends_only_its_item() -> None:
    found = read_bytes(WORDPRESS.replace(b"</item>", b"", 5))
    assert [item.id for item in items(found)] == [item.id for item in items(SOUND)]
    assert "repaired-unclosed-elements" in troubles(found)


def test_a_title_that_never_ends() -> None:
    found = read_bytes(WORDPRESS.replace(b"<title>Onion soup</title>", b"<title>Onion soup"))
    assert by_number(found)["20"].html == "Onions, slowly."


def test_quotes_that_are_missing_in_a_tag() -> None:
    found = read_bytes(WORDPRESS.replace(b'domain="post_tag" nicename="trust"', b'domain="post_tag" nicename="trust'))
    assert by_number(found)["12"].tags == ("Trust", "slow-food")


def test_an_item_without_a_feed_around_it() -> None:
    begin = WORDPRESS.index(b"<item><title>For friends")
    found = read_bytes(WORDPRESS[begin : WORDPRESS.index(b"</item>", begin) + 7])
    assert [item.kind for item in items(found)] == [Kind.POST]
    assert items(found)[0].status is Status.PROTECTED


def test_no_feed_at_all_is_told() -> None:
    assert set(troubles(read_bytes(b"<a>b</a>"))) == {"no-items"}
