"""Text that was copied from a page: when, under what title, and which lines belong together."""

from __future__ import annotations

from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.model import Action, Item, Place, Trouble
from legacy_import.sources.plain_text import read_text

WRAPPED = """I had known him for three years before I said a word
about what we sell. He never asked, and I never told
him -- until the day he phoned… and that was that.

The second paragraph is here, and it is as long as it
has to be, no longer.
"""
FLOWED = (
    "<p>I had known him for three years before I said a word about what we sell. He never asked, and I never told him -- until the day he "
    "phoned… and that was that.</p>\n<p>The second paragraph is here, and it is as long as it has to be, no longer.</p>"
)


def read(text: str | bytes) -> Item:
    (item,) = read_text(text if isinstance(text, bytes) else text.encode(), Place("post.txt"))
    assert isinstance(item, Item)
    return item


@pytest.mark.parametrize(
    ("head", "when", "author", "categories"),
    [
        ("May 4th, 2009 on 5:17 pm | In Sales | Comments Off\n\nTwo chairs\n\n", "2009-05-04T17:17", "", ("Sales",)),
        ("Monday, May 4, 2009\nTwo chairs\n\n", "2009-05-04", "", ()),
        ("May 4, 2009 / Ann Lee / Sales\nTwo chairs\n\n", "2009-05-04", "Ann Lee", ("Sales",)),
        ("Two chairs\nPosted by Ann on Monday, May 4, 2009\n\n", "2009-05-04", "Ann", ()),
        ("Two chairs\n==========\n4. Mai 2009 um 17:17\n\n", "2009-05-04T17:17", "", ()),
        ("Title: Two chairs\nDate: 2009-05-04 17:17\nAuthor: Ann Lee\nCategory: Sales\n\n", "2009-05-04T17:17", "Ann Lee", ("Sales",)),
        ("# Two chairs\n\nPublié par Ann Lee le 4 mai 2009 à 17 h 17\n\n", "2009-05-04T17:17", "Ann Lee", ()),
        ("\n\nTwo chairs\n\n", "", "", ()),
    ],
)
def test_the_first_lines_tell_title_and_date(head: str, when: str, author: str, categories: tuple[str, ...]) -> None:
    item = read(head + WRAPPED)
    assert (item.title, item.author, item.categories) == ("Two chairs", author, categories)
    assert item.published == (datetime.fromisoformat(when) if when else None)
    assert item.html == FLOWED


def test_the_name_of_the_blog_above_the_date_is_not_the_title() -> None:
    item = read("Ann's desk\n\nMonday, May 4, 2009\n\nTwo Chairs\n\n" + WRAPPED)
    assert (item.title, item.html) == ("Two Chairs", FLOWED)
    assert ("text-blog-name", "Ann's desk") in [(note.rule, note.text) for note in item.notes]


def test_the_time_and_the_author_below_belong_to_the_date_above_and_those_of_comments_do_not() -> None:
    below = "Posted by Ann at 5:17 PM\nLabels: trust, calls\n1 comment:\nBob said...\nNice one.\nMay 9, 2009 at 3:14 PM\n"
    item = read(f"Monday, May 4, 2009\n\nTwo chairs\n\n{WRAPPED}\n{below}")
    assert (item.published, item.author, item.tags) == (datetime.fromisoformat("2009-05-04T17:17"), "Ann", ("trust", "calls"))
    assert read(f"Two chairs\n\n{WRAPPED}\n{below}").published is None


def test_without_title_and_date_there_is_none() -> None:
    item = read(WRAPPED)
    assert (item.title, item.published, item.html) == ("", None, FLOWED)


def test_an_ambiguous_date_is_noted() -> None:
    item = read("Two chairs\nPosted on 04/05/2009\n\n" + "Nothing more.\n")
    assert [note.rule for note in item.notes if note.action is Action.DOUBTFUL] == ["furniture-dateline"]


def test_paragraphs_without_empty_lines_are_told_by_indents_and_short_last_lines() -> None:
    text = (
        "It was a fine day, and I had nothing to do but wait for\nthe customer to come down.\n"
        "He came at noon, and he said nothing about the price and\nnothing about the date.\n"
        "  A third one is indented, whatever the line before it was\nlike, and it goes on for a while.\n"
    )
    assert read(text).html.count("<p>") == 3


def test_lines_without_wrapping_are_a_paragraph_each() -> None:
    long = "This is one long line, as editors that wrap on the screen write it, and it is a whole paragraph by itself. " * 3
    assert read(f"{long}\n{long}\nA short end.\n").html.count("<p>") == 3


def test_empty_lines_between_wrapped_lines_part_nothing() -> None:
    lines = [
        "I had known him for three years before I said a word",
        "about what we sell. He never asked, and I never told him",
        "anything until the day he phoned.",
    ]
    assert read("Two chairs\n\n" + "\n\n".join(lines) + "\n").html == f"<p>{' '.join(lines)}</p>"


def test_lists_keep_their_items_and_their_leads() -> None:
    html = read(
        "Before the list.\n\n1. *Ask first.* Then listen until the other\nhas said all of it.\n\n2. Write it down.\n\n3. Go home.\n\n"
        "- one\n- two\n  that wraps\n"
    ).html
    assert (
        "<ol><li><strong>Ask first.</strong> Then listen until the other has said all of it.</li>"
        "<li>Write it down.</li><li>Go home.</li></ol>" in html
    )
    assert "<ul><li>one</li><li>two that wraps</li></ul>" in html


def test_ten_points_are_one_list() -> None:
    points = "\n\n".join(f"{number}. Be early, point {number}. It is a\nmatter of manners." for number in range(1, 11))
    tree = BeautifulSoup(read(f"Ten points\n\n{points}\n").html, "lxml")
    assert len(tree.find_all("ol")) == 1
    assert len(tree.find_all("li")) == 10


def test_a_year_begins_no_list() -> None:
    assert "<ol" not in read("We began late.\n\n84. was the number of the house, and nobody knew it.\n").html


def test_quotes_headings_and_rules() -> None:
    html = read(
        "Before.\n\n> A customer is the most important\n> visitor.\n\nWHAT I LEARNED\n\nNot much.\n\n* * *\n\nThree rules:\n\nAll.\n"
    ).html
    assert "<blockquote><p>A customer is the most important visitor.</p></blockquote>" in html
    assert "<h2>WHAT I LEARNED</h2>" in html
    assert "<hr/>" in html
    assert "<h2>Three rules:</h2>" in html


def test_an_address_keeps_its_lines() -> None:
    assert (
        "<p>Ann Lee<br/>Lee &amp; Sons<br/>555-0100</p>"
        in read("The text itself is here, in a line.\n\nAnn Lee\nLee & Sons\n555-0100\n").html
    )


def test_contact_lines_and_furniture_below_stay_for_later_stages_in_lines_of_their_own() -> None:
    html = read(WRAPPED + "Please email me at ann@example.com.\nPosted by Ann at 5:17 PM 3 comments\nLabels: sales\n").html
    assert html.endswith("<p>Posted by Ann at 5:17 PM 3 comments</p>\n<p>Labels: sales</p>")
    assert "ann@example.com" in html


def test_what_looks_like_markup_is_text() -> None:
    assert (
        read("Use <b> & <script>alert(1)</script> with care.\n").html
        == "<p>Use &lt;b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt; with care.</p>"
    )


@pytest.mark.parametrize(
    ("data", "rule"), [(b"", "text-empty"), (b" \n\n", "text-empty"), (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "text-binary")]
)
def test_what_is_no_text_is_told(data: bytes, rule: str) -> None:
    (trouble,) = read_text(data, Place("post.txt"))
    assert isinstance(trouble, Trouble)
    assert trouble.rule == rule


@given(st.lists(st.text(alphabet="ab .,\t-*>1#=_:<&\u00a0é", max_size=40), max_size=12))
def test_no_letter_of_a_text_is_lost(lines: list[str]) -> None:
    """Whatever the lines look like: what is not a sign of a list, a quote or a rule is in the title or in the text."""
    (item,) = read_text("\n".join(lines).encode(), Place("post.txt"))
    letters = [char for line in lines for char in line if char in "abé"]
    if isinstance(item, Trouble):
        assert not letters
    else:
        shown = item.title + BeautifulSoup(item.html, "lxml").get_text()
        assert [char for char in shown if char in "abé"] == letters


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    assert list(read_text(data, Place("post.txt")))
