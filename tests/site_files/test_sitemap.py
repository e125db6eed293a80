"""The sitemap is valid, complete, and split where it must be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from site_files import sitemap
from site_files.model import SitePage
from site_files.sitemap import sitemap_files, uri, w3c

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "schemas" / "sitemap.xsd"))
SITE = "https://letters.example.com"
MOMENT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def url(address: str) -> str:
    return f"{SITE}/{address}"


def documents(pages: list[SitePage], limit: int = 50_000) -> dict[str, etree._Element]:
    """All files by their paths; each of them valid."""
    found = {path: etree.fromstring(text.encode()) for path, text in sitemap_files(pages, url, limit)}
    for document in found.values():
        SCHEMA.assertValid(document)
    return found


def texts(document: etree._Element, name: str) -> list[str]:
    return [element.text or "" for element in document.iter(f"{{*}}{name}")]


def test_pages_and_when_they_changed() -> None:
    found = documents([SitePage("", MOMENT), SitePage("about/")])
    assert found.keys() == {"sitemap.xml"}
    assert texts(found["sitemap.xml"], "loc") == [f"{SITE}/", f"{SITE}/about/"]
    assert texts(found["sitemap.xml"], "lastmod") == ["2026-03-04T09:30:00+00:00"]
    assert etree.QName(found["sitemap.xml"]).text == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"


def test_no_page_no_file() -> None:
    assert not list(sitemap_files([], url))


def test_more_pages_than_a_file_may_have() -> None:
    pages = [SitePage(f"a{number}/", MOMENT + timedelta(days=number) if number < 3 else None) for number in range(5)]
    found = documents(pages, limit=2)
    assert list(found) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert texts(found["sitemap.xml"], "loc") == [f"{SITE}/sitemap-{number}.xml" for number in (1, 2, 3)]
    assert texts(found["sitemap.xml"], "lastmod") == ["2026-03-05T09:30:00+00:00", "2026-03-06T09:30:00+00:00"]
    assert [texts(found[f"sitemap-{number}.xml"], "loc") for number in (1, 2, 3)] == [
        [f"{SITE}/a0/", f"{SITE}/a1/"],
        [f"{SITE}/a2/", f"{SITE}/a3/"],
        [f"{SITE}/a4/"],
    ]


def test_as_many_pages_as_a_file_may_have() -> None:
    assert documents([SitePage("a/"), SitePage("b/")], limit=2).keys() == {"sitemap.xml"}


def test_no_file_is_larger_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 400)
    files = dict(sitemap_files([SitePage(f"ä{number}/", MOMENT) for number in range(9)], url))
    assert len(files) > 3
    assert max(len(text.encode()) for path, text in files.items() if path != "sitemap.xml") <= 400
    assert sum(text.count("<url>") for text in files.values()) == 9


@pytest.mark.parametrize(
    ("address", "encoded"),
    [
        ("https://example.com/über-uns/", "https://example.com/%C3%BCber-uns/"),
        ("https://example.com/%C3%BCber-uns/", "https://example.com/%C3%BCber-uns/"),
        ("https://example.com/100%/", "https://example.com/100%25/"),
        ("https://example.com/a b/?c=d&e=ü#f", "https://example.com/a%20b/?c=d&e=%C3%BC#f"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://example.com/~nora/it's(1)", "https://example.com/~nora/it's(1)"),
    ],
)
def test_addresses_are_encoded_once(address: str, encoded: str) -> None:
    assert uri(address) == uri(encoded) == encoded


def test_what_xml_gives_a_meaning_is_escaped() -> None:
    (_, text), *_ = sitemap_files([SitePage("a&b's/<c>")], url)
    assert f"<loc>{SITE}/a&amp;b&apos;s/%3Cc%3E</loc>" in text


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (MOMENT, "2026-03-04T09:30:00+00:00"),
        (MOMENT.replace(microsecond=5), "2026-03-04T09:30:00+00:00"),
        (MOMENT.astimezone(timezone(timedelta(hours=-3, minutes=-30))), "2026-03-04T06:00:00-03:30"),
        (MOMENT.replace(tzinfo=None), "2026-03-04"),
    ],
)
def test_moments(moment: datetime, said: str) -> None:
    assert w3c(moment) == said


@given(
    st.lists(st.text(st.characters(exclude_characters="%?#\\[]", exclude_categories=["C", "Z"]), min_size=1), min_size=1, max_size=20),
    st.integers(1, 5),
)
def test_every_page_is_in_one_file(slugs: list[str], limit: int) -> None:
    found = documents([SitePage(f"{slug}/") for slug in slugs], limit)
    places = [place for path, document in found.items() if len(found) == 1 or path != "sitemap.xml" for place in texts(document, "loc")]
    assert [unquote(place) for place in places] == [f"{SITE}/{slug}/" for slug in slugs]
    assert all(place.isascii() for place in places)
    assert all(len(document) <= limit for path, document in found.items() if path != "sitemap.xml")
