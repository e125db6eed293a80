"""What a file is, by how it begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.sources.detect import Form, form_of

from tests.legacy_import.sources.corpus import SAMPLES

HTML = "<!DOCTYPE html>\n<html lang=en><head><title>x</title></head><body><p>y</p></body></html>"
WARNING = "<br />\n<b>Warning</b>: Cannot modify header information in <b>/a/b.php</b> on line <b>3</b><br />\n"


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_samples(path: object) -> None:
    data = path.read_bytes()  # type: ignore[attr-defined]
    assert form_of(data[: 1 << 16]).form is (Form.JSON if data.startswith(b"{") else Form.XML)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (HTML, Form.PAGE),
        ("\ufeff\n  " + HTML.lower(), Form.PAGE),
        (
            '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml">',
            Form.PAGE,
        ),
        ("<!-- saved from url=(0014)about:internet -->\n<html><body>", Form.PAGE),
        ("<div class='post'><p>A fragment</p></div>", Form.PAGE),
        ("Some words, then <p>a</p><p>b</p> as HTML", Form.PAGE),
        ("From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=a\n\n", Form.MAIL),
        ("May 4th, 2009 on 5:17 pm | In Sales | Comments Off\n\nWhat I learned\n\nOne.", Form.TEXT),
        ("A text about <rss> and <feed>.\n\nAnd 1 < 2 & so on.", Form.TEXT),
        ("{curly} beginnings", Form.TEXT),
        ("[caption] A shortcode", Form.TEXT),
        ("<3 is a heart", Form.TEXT),
        (WARNING + '<?xml version="1.0"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>', Form.XML),
        ("<rss><channel><item>", Form.XML),
        ("<item><title>x</title></item>", Form.XML),
        ("<feed>", Form.XML),
        ('<!DOCTYPE rss [<!ENTITY a "<html>">]><rss version="2.0">', Form.XML),
    ],
)
def test_texts(text: str, form: Form) -> None:
    assert form_of(text.encode()).form is form


def test_a_page_that_shows_a_feed_is_a_page() -> None:
    page = HTML.replace("<p>y</p>", '<pre><rss version="2.0" xmlns="x"></pre>')
    assert form_of(page.encode()).form is Form.PAGE


def test_what_stands_before_an_export_is_noticed() -> None:
    export = b'<?xml version="1.0"?><rss version="2.0" xmlns:wp="x">'
    assert form_of(WARNING.encode() + export).has_preamble
    assert not form_of(b"\n\n" + export).has_preamble


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "an empty file"),
        (b"\xef\xbb\xbf \n", "an empty file"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x89PNG\r\n", "a picture"),
        (b"%PDF-1.4", "a PDF"),
        (b"Rar!\x1a", "a RAR archive"),
        (b"-- MySQL dump 10.13\n--\n", "a dump of a database"),
        (b"INSERT INTO `wp_posts` VALUES", "a dump of a database"),
        (b"<?xml version='1.0'?><opml version='2.0'>", "a list of feeds (OPML)"),
        (b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "a sitemap"),
        (b"<?xml version='1.0'?><invoice>", "XML of another kind (invoice)"),
        (b"<html xmlns:b='http://www.google.com/2005/gml/b'><head><b:skin><![CDATA[", "a template of Blogger"),
        (b"<html expr:dir='data:blog.languageDirection' xmlns:b='http://www.google.com/2005/gml/b'>", "a template of Blogger"),
        (b"<html><body><MainPage><$BlogItemBody$>", "a template of Blogger"),
        (bytes(range(32)) * 20, "no text"),
    ],
)
def test_what_is_no_source_is_named(data: bytes, what: str) -> None:
    seen = form_of(data)
    assert (seen.form, seen.what) == (Form.OTHER, what)
    assert seen.fix


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_in_other_encodings(encoding: str) -> None:
    assert form_of('<?xml version="1.0"?><rss version="2.0"><channel><title>Café</title>'.encode(encoding)).form is Form.XML


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_no_bytes_are_an_error(data: bytes) -> None:
    seen = form_of(data)
    assert seen.form is not Form.OTHER or (seen.what and seen.fix)
