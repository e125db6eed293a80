"""The review: complete, safe, by itself, the doubtful first, and the same for the same import."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from legacy_import import report
from legacy_import.model import Action, Note, Place, Trouble
from legacy_import.report import Counts, Entry, Outcome

from .items import DOUBT, DROP, entries, item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TROUBLES = (
    Trouble(Place("blog.xml", 40), "source-xml", "the XML is broken here", "Export again", items=2),
    Trouble(Place("a.xml"), "source-kind", "this is no export", "Name another file"),
)


def review(entries: Sequence[Entry], troubles: Sequence[Trouble], **known: Any) -> str:
    """The whole page of entries in any order."""
    return "".join(report.review(in_order(entries), troubles, Counts.of(entries, troubles, **known)))


def as_json(entries: Sequence[Entry], troubles: Sequence[Trouble], **known: Any) -> str:
    return "".join(report.as_json(in_order(entries), troubles, Counts.of(entries, troubles, **known)))


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.order)


def test_the_numbers_are_those_of_the_source() -> None:
    counts = Counts.of(entries(), read=9)
    assert dict(counts.outcomes) == {
        Outcome.ARTICLE: 4,
        Outcome.PAGE: 1,
        Outcome.COMMENT: 1,
        Outcome.SPAM: 1,
        Outcome.MEDIA: 1,
        Outcome.LEFT_OUT: 1,
    }
    assert counts.missing == 0
    assert counts.ranks == (1, 1, 1, 2)
    assert counts.reasons == (("it has neither title nor text", 1),)


@pytest.mark.parametrize(("read", "missing"), [(11, 2), (8, -1)])
def test_an_item_of_which_nobody_knows_is_an_error(read: int, missing: int) -> None:
    assert Counts.of(entries(), read=read).missing == missing
    found = json.loads(as_json(entries(), (), read=read))
    assert found["findings"][0]["rule"] == "import-count"
    assert found["findings"][0]["severity"] == "error"
    assert "Unaccounted for" in review(entries(), (), read=read)
    assert "Unaccounted for" not in review(entries(), (), read=9)


def test_what_is_only_counted_and_what_could_not_be_read_are_part_of_the_sum() -> None:
    troubles = (replace(TROUBLES[0], items=3),)
    counts = Counts.of(entries(), troubles, read=1_012, counted={Outcome.COMMENT: 1_000})
    assert dict(counts.outcomes)[Outcome.COMMENT] == 1_001
    assert (counts.unreadable, counts.missing) == (3, 0)
    assert "Could not be read" in review(entries(), troubles, read=1_012, counted={Outcome.COMMENT: 1_000})
    assert json.loads(as_json(entries(), troubles, read=1_013, counted={Outcome.COMMENT: 1_000}))["counts"]["missing"] == 1


def test_the_doubtful_come_first_and_those_with_most_doubts_before_others() -> None:
    titles = [heading.get_text() for heading in BeautifulSoup(review(entries(), ()), "lxml").find_all("h3")]
    assert titles == ["Post 5", "Café <b>& bar</b>", "Post 4", "Post 3"]


def test_every_item_with_text_is_told_with_its_place_and_its_file() -> None:
    text = BeautifulSoup(review(entries(), TROUBLES), "lxml").get_text()
    for number in range(1, 6):
        assert f"/post-{number}.md" in text
        assert f"blog.xml:{number}" in text
    assert "it has neither title nor text" in text
    assert "(without a title)" in text
    assert text.index("a.xml: this is no export") < text.index("blog.xml:40: the XML is broken here")


def test_the_page_is_valid_and_needs_nobody() -> None:
    page = review(entries(), TROUBLES)
    html5lib.HTMLParser(strict=True).parse(page)
    tree = BeautifulSoup(page, "lxml")
    assert not tree.find_all(["script", "link", "img", "iframe"])
    assert all(str(link["href"]).startswith("#") for link in tree.find_all("a"))
    assert {str(link["href"])[1:] for link in tree.find_all("a")} <= {str(part["id"]) for part in tree.find_all(id=True)}
    assert "noindex" in str(tree.find("meta", attrs={"name": "robots"}))


@given(st.text(), st.text())
def test_whatever_a_post_holds_is_text(title: str, words: str) -> None:
    entry = Entry.of(
        item(title=f"<script>{title}", url="javascript:alert(1)"), Outcome.ARTICLE, notes=(Note(Action.DOUBTFUL, "x", "y", words),)
    )
    tree = BeautifulSoup(review([entry], ()), "lxml")
    assert not tree.find_all("script")
    assert {tag.name for tag in tree.find_all(True)} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "section", "table", "tbody", "tr", "th", "td"),
        *("a", "article", "ul", "li", "b", "small", "q", "bdi", "br"),
    }
    json.loads(as_json([entry], ()))


def test_the_order_in_which_entries_come_makes_no_difference() -> None:
    shuffled = entries()
    shuffled = [shuffled[at] for at in (4, 8, 0, 2, 6, 1, 7, 3, 5)]
    assert review(shuffled, TROUBLES[::-1]) == review(entries(), TROUBLES)
    assert as_json(shuffled, TROUBLES[::-1]) == as_json(entries(), TROUBLES)


def test_it_comes_piece_by_piece_as_entries_are_walked() -> None:
    every = [Entry.of(item(number), Outcome.ARTICLE, notes=(DOUBT,)) for number in range(400)]
    counts, walked = Counts.of(every), Walked(every)
    articles = (piece for piece in report.review(walked, (), counts) if "<article>" in piece)
    items = (piece for piece in report.as_json(walked, (), counts) if '"outcome"' in piece)
    for pieces in (articles, items):
        walked.number = 0
        assert "Post 0" in next(pieces)
        assert walked.number % len(every) < 3


@dataclass
class Walked:
    """Entries that are counted as somebody walks them."""

    entries: list[Entry]
    number: int = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self.entries:
            self.number += 1
            yield entry


def test_for_programs_there_is_a_finding_for_each_doubt_and_each_trouble() -> None:
    found = json.loads(as_json(entries(), TROUBLES, read=11))
    assert found["version"] == 1
    assert [(each["rule"], each["severity"], each["path"], each["line"]) for each in found["findings"]] == [
        ("source-kind", "info", "a.xml", 0),
        ("source-xml", "error", "blog.xml", 40),
        ("ask-doubtful", "warning", "articles/post-5.md", 0),
        ("ask-doubtful", "warning", "articles/post-5.md", 0),
        ("ask-doubtful", "warning", "articles/post-2.md", 0),
    ]
    assert all(each["message"] and each["fix"] for each in found["findings"])
    assert found["counts"]["read"] == len(found["items"]) + 2 == 11
    assert found["counts"]["texts"] == {"kept": 1, "changed": 1, "with_words_dropped": 1, "doubtful": 2}
    assert [note["text"] for each in found["items"] for note in each["notes"]].count("Leave a comment!") == 2


def test_an_item_s_own_notes_stand_there_once() -> None:
    source = replace(item(), notes=(DROP,))
    assert Entry.of(source, Outcome.ARTICLE, notes=(DOUBT,)).notes == (DROP, DOUBT)
    assert Entry.of(source, Outcome.ARTICLE, notes=(DROP, DOUBT)).notes == (DROP, DOUBT)


def test_an_entry_keeps_no_text_of_its_post() -> None:
    entry = Entry.of(item(html="<p>" + "x" * 10_000), Outcome.ARTICLE)
    assert len(repr(entry)) < 1_000


def test_what_never_was_a_post_is_counted_apart_from_what_could_not_be_read() -> None:
    menus = Trouble(Place("a.xml"), "kept-out", "entries of menus: 4 kept out", "Nothing needs to be done", items=4)
    lost = Trouble(Place("a.xml"), "too-long", "an item is too long", "Give it alone", items=1)
    counts = Counts.of([], [menus, lost], read=5)
    assert (counts.kept_out, counts.unreadable, counts.missing) == (4, 1, 0)
    unread, _, mended = review([], [menus, lost], read=5).partition("What was passed over or mended")
    assert "entries of menus" in mended
    assert "too long" in unread.partition("What could not be read")[2]
    assert "What could not be read" not in review([], [menus], read=4)
