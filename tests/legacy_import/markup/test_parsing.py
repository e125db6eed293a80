"""Fragments become trees, whatever is given."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.markup import parsed
from legacy_import.markup.parsing import MAX_DEPTH

TAGS = st.sampled_from(("<div>", "</div>", "<p>", "<b>", "</b>", "<ul><li>", "<table>", "</body>", "</html>", "<!--", "-->", "<![CDATA["))
SOUP = st.lists(TAGS | st.text()).map("".join)


def test_a_fragment_stands_in_a_div() -> None:
    assert str(parsed("<p>One</p> two")) == "<div><p>One</p> two</div>"


def test_of_a_page_the_content_is_taken() -> None:
    assert parsed("<!DOCTYPE html><html><head><title>T</title></head><body><p>One</p></body></html>").p.get_text() == "One"  # type: ignore[union-attr]


def test_text_behind_a_stray_end_is_kept() -> None:
    assert parsed("<p>One</p></div></body></html>two").get_text() == "Onetwo"


def test_text_in_cdata_is_text() -> None:
    assert parsed("<![CDATA[<p>One</p>]]>").get_text() == "One"


@pytest.mark.parametrize("opening", ["<div>", "<div>word ", "<blockquote>word ", "<span>", "<b><i>word "])
def test_depth_is_bounded_and_no_word_lost(opening: str) -> None:
    began = time.monotonic()
    tree = parsed(opening * 10_000 + "end")
    assert tree.get_text().split()[-1] == "end"
    assert tree.get_text().count("word") == opening.count("word") * 10_000
    assert all(len(list(tag.parents)) <= MAX_DEPTH + 1 for tag in tree.find_all(limit=500))
    assert time.monotonic() - began < 10


@given(SOUP)
def test_nothing_is_too_broken(html: str) -> None:
    assert parsed(html).name == "div"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("don&amp;#8217;t", "don’t"),
        ("and&amp;nbsp;then", "and\xa0then"),
        ("Q&amp;amp;A and Tom &amp;amp; Jerry", "Q&A and Tom & Jerry"),
        ("caf&amp;eacute;", "café"),
        ("&amp;#8220;Yes,&amp;#8221; she said", "“Yes,” she said"),
        ("a &amp;lt;b&amp;gt; c", "a &lt;b&gt; c"),
        ("In HTML write &amp;nbsp; or &amp;#160; for it", "In HTML write &nbsp; or &#160; for it"),
        ("<code>a&amp;nbsp;b</code>", "a&nbsp;b"),
        ("<pre>x&amp;amp;y</pre>", "x&amp;y"),
        ("R&amp;D; R&amp;B; AT&amp;T", "R&D; R&B; AT&T"),
    ],
)
def test_references_escaped_twice_are_read_where_nobody_meant_them(html: str, text: str) -> None:
    assert parsed(html).get_text() == text
