"""The list of all feeds, OPML 2.0."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from site_feeds import opml
from site_feeds.model import FeedLink

from .html import between_elements, xml
from .samples import LINES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FEED = FeedLink("atom", "feeds/all.atom.xml", "", "A small site", "A small site", "application/atom+xml")


def public(path: str) -> str:
    return f"https://example.com/{path}"


def outlines(text: str) -> list[Element]:
    return xml(text).findall("body/outline")


def test_a_feed_is_an_outline_with_both_its_addresses() -> None:
    (outline,) = outlines(opml.document("A small site", [FEED], public))
    assert outline.attrib == {
        "type": "rss",
        "text": "A small site",
        "title": "A small site",
        "xmlUrl": "https://example.com/feeds/all.atom.xml",
        "htmlUrl": "https://example.com/",
    }


@given(LINES, st.lists(LINES, max_size=4))
def test_titles_come_back(title: str, names: list[str]) -> None:
    made = opml.document(title, [replace(FEED, title=name) for name in names], public)
    assert [outline.get("text") for outline in outlines(made)] == names
    assert xml(made).findtext("head/title") == title
    assert [child.tag for child in xml(made)] == ["head", "body"]
    assert (xml(made).get("version"), between_elements(xml(made))) == ("2.0", "")
