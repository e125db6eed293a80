"""What holds of every text: nothing is lost, nothing is changed without reason, and no input is too much."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_import.contacts import closed, taken
from legacy_import.model import Action

from .endings import english, french, german, portuguese, spanish

HARMLESS = (
    "The hedge grew by a hand that year.",
    "She sold bread, and he sold flowers.",
    "Nobody came in June!",
    "„Das Brot war noch warm.“",
    "Le pain était encore chaud.",
    "In 1998 it cost 12.50, then 14.",
    "Was it the price?",
    "Mr. Hale mended 3 clocks, e.g. the one at St. Anne’s.",
    "<b>Bold</b> <i>and</i> <a href='https://example.org/a/b?c=1'>a link to somebody</a>.",
    "<img src='a.png' alt='A shop'>",
    "One line<br>and another",
    "&nbsp; <!-- a remark --> ",
)
HTML = tuple(ending.html for module in (english, french, german, portuguese, spanish) for ending in module.ENDINGS)
PARAGRAPHS = st.lists(st.sampled_from(HARMLESS), max_size=4).map(" ".join)
TAGS = st.sampled_from(("p", "div", "li", "h2", "blockquote", "center", "span"))
HARMLESS_TEXTS = st.lists(st.tuples(TAGS, PARAGRAPHS).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"), max_size=6).map("".join)


def tree_of(html: str) -> Tag:
    tree = BeautifulSoup(f"<div>{html}</div>", "lxml").div
    assert tree is not None
    return tree


def words_of(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


@given(HARMLESS_TEXTS)
def test_a_text_without_such_words_is_never_changed(html: str) -> None:
    tree = tree_of(html)
    before = str(tree)
    contacts, ask, notes = taken(tree, author="Ann Lee", language="en")
    assert str(tree) == before
    assert not ask
    assert not contacts.emails
    assert not contacts.signoff
    assert not notes


@settings(max_examples=300)
@given(HARMLESS_TEXTS, st.lists(st.sampled_from(HTML), max_size=4).map("".join), st.sampled_from(("", "Ann Lee", "Jana Winter")))
def test_what_stays_and_what_the_notes_hold_is_the_whole_text(before: str, ending: str, author: str) -> None:
    tree = tree_of(before + ending)
    whole = words_of(tree.get_text())
    _, _, notes = taken(tree, author=author)
    gone = sum((words_of(note.text) for note in notes if note.action is not Action.DOUBTFUL), Counter[str]())
    assert words_of(tree.get_text()) + gone == whole


@given(HARMLESS_TEXTS, st.lists(st.sampled_from(HTML), max_size=4).map("".join))
def test_every_link_is_kept_told_or_given_back(before: str, ending: str) -> None:
    tree = tree_of(before + ending)
    links = {str(link["href"]) for link in tree.find_all("a", href=True)}
    contacts, _, notes = taken(tree, author="Ann Lee")
    left = {str(link["href"]) for link in tree.find_all("a", href=True)}
    told = " ".join(f"{note.what} {note.text}" for note in notes) + " ".join((*contacts.profiles, *contacts.emails))
    assert all(link in left or link in told for link in links)


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    tree = tree_of("<p></p>")
    assert isinstance(tree.p, Tag)
    tree.p.string = text
    taken(tree, author=text[:40], language=text[:5])


def test_twice_is_once() -> None:
    tree = tree_of("<p>The hedge grew.</p><p>What do you think? Leave a comment!</p><p>Best,<br>Ann</p>")
    taken(tree, author="Ann Lee")
    once = str(tree)
    assert taken(tree, author="Ann Lee")[1:] == ("", ())
    assert str(tree) == once


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "Leave " * 200_000 + "</p>",
        "<p>" + "a@" * 200_000 + "</p>",
        "<p>" + "1-" * 200_000 + "</p>",
        "<p>" + "call me at. " * 40_000 + "</p>",
        "<p>Email me" + " at" * 100 + " a.b" * 60 + "</p>",
        "<p>Please leave " + "a " * 150 + "</p>",
        "<p>" + "?" * 200_000 + "</p>",
        "<p>" + "<br>" * 50_000 + "</p>",
        "<p>x</p>" * 50_000,
        "<div>" * 2_000 + "Leave a comment." + "</div>" * 2_000,
        "<i>" * 2_000 + "Leave a comment." + "</i>" * 2_000,
    ],
    ids=lambda html: html[:24],
)
def test_nothing_takes_long(html: str) -> None:
    tree = tree_of(html)
    begun = time.perf_counter()
    taken(tree, author="Ann Lee")
    assert time.perf_counter() - begun < 10  # a quadratic loop would take minutes


def test_only_the_end_is_looked_at() -> None:
    early = "<p>Please leave a comment.</p>"
    later = "<p>The hedge grew by a hand that year, and nobody came to look at it in June.</p>" * 4
    tree = tree_of(early + later)
    before = str(tree)
    assert taken(tree)[2] == ()
    assert str(tree) == before


def test_the_rest_of_a_sentence_s_paragraph_keeps_its_markup() -> None:
    tree = tree_of('<p><b>Trust</b> is <a href="/x">slow</a>. <i>Please leave a comment.</i> <b>And</b> warm.</p>')
    taken(tree)
    assert tree.decode_contents() == '<p><b>Trust</b> is <a href="/x">slow</a>. <b>And</b> warm.</p>'


def test_an_address_that_is_hidden_from_harvesters_in_a_saved_page_is_read() -> None:
    email, key = b"ann@example.com", 0x5A
    code = bytes([key, *(byte ^ key for byte in email)]).hex()
    tree = tree_of(f'<p>She waited.</p><p>Email me at <a href="/cdn-cgi/l/email-protection#{code}">[email protected]</a>.</p>')
    assert taken(tree)[0].emails == ("ann@example.com",)
    assert tree.get_text() == "She waited."


def test_who_is_meant_by_her_is_known_from_the_author_s_name() -> None:
    html = "<p>She waited.</p><p>{} is a joiner. Email her at ann@example.com.</p>"
    of_ann, of_bea = tree_of(html.format("Ann Lee")), tree_of(html.format("Bea Voss"))
    assert taken(of_ann, author="Ann Lee")[0].emails == ("ann@example.com",)
    assert of_ann.get_text() == "She waited.Ann Lee is a joiner."
    contacts, _, notes = taken(of_bea, author="Ann Lee")
    assert contacts.emails == ()
    assert [note.rule for note in notes] == ["contact-unclear"]


def test_a_closed_service_is_known_by_its_host_and_its_subdomains() -> None:
    assert closed("http://ann.posterous.com/") == "Posterous"
    assert closed("https://plus.google.com/u/0/1") == "Google+"
    assert closed("http://www.google.de/profiles/ann") == "Google Profiles"
    assert closed("https://www.linkedin.com/in/ann") == closed("https://[broken") == ""


def test_an_author_may_be_called_by_words_of_the_language() -> None:
    html = "<p>She waited.</p><p>Please email the team that you like, or contact will.</p>"
    tree = tree_of(html)
    assert taken(tree, author="The Stair Company") == taken(tree, author="Will Team")
    assert tree.get_text() == "She waited.Please email the team that you like, or contact will."


@pytest.mark.parametrize(
    "last",
    [
        "<p>See <a href='https://docs.example.org/3.6/new/3.6.html'>the new document</a> for more information.</p>",
        "<p>Sources:</p><ul><li><a href='https://github.com/ann/infrared'>GitHub – infrared</a></li></ul>",
        "<p><a href='http://www.amazon.de/gp/product/B004MLWKMY/'>A lamp for the models 581, 585, 780</a></p>",
    ],
    ids=["a document", "a program", "a thing to buy"],
)
def test_a_link_that_tells_more_of_the_matter_is_no_way_to_reach_the_author(last: str) -> None:
    tree = tree_of(f"<p>The hedge grew by a hand that year.</p>{last}")
    before = tree.decode_contents()
    assert taken(tree, author="Ann Lee", language="en")[1:] == ("", ())
    assert tree.decode_contents() == before
