"""What XML forbids is left out, and nothing else is."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from site_feeds.characters import allowed, one_line, words
from site_feeds.xml import attributes, element

from .html import xml as to_xml

CHAR = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""XML 1.0, section 2.2."""
ANY_TEXT = st.text(st.characters(), max_size=60)
NASTY = (
    "\x00a\x01\x08\x0b\x0c\x0e\x1f\x7f\x85\ud800\udfff\ufffe\uffff\r\n\r]]>\u2028\u00ad\u00a0\u202e\U0001f469\u200d\U0001f467e\u0301\u0085"
)
KEPT = [
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u200f",
    "\u202e",
    "\u2028",
    "\u2029",
    "\x7f",
    "\x85",
    "\ufeff",
    "\ufffd",
    "\U0001f469\u200d\U0001f467",
]


@given(ANY_TEXT)
@example(NASTY)
def test_every_character_is_one_of_xml(text: str) -> None:
    for made in (allowed(text), one_line(text), words(text)):
        assert CHAR.fullmatch(made)
        assert "\r" not in made  # a parser would make a line feed of it


@given(ANY_TEXT)
@example(NASTY)
def test_only_what_is_forbidden_goes(text: str) -> None:
    assert re.sub(r"[\n\r\x0b\x0c ]", "", allowed(text)) == re.sub("[\x00-\x08\x0a-\x20\ud800-\udfff\ufffe\uffff]", "", text)


@given(ANY_TEXT)
@example(NASTY)
def test_what_was_allowed_comes_back_from_xml(text: str) -> None:
    root = to_xml(f"<x{attributes({'y': allowed(text)})}>{element('z', allowed(text))}</x>")
    assert (root.get("y"), root.findtext("z")) == (allowed(text), allowed(text))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x0bb\x0cc", "a b c"),
        ("a\tb", "a\tb"),
        ("a\x00b\x1fc", "abc"),
        ("\ufffea\uffff", "a"),
    ],
)
def test_line_ends_are_line_feeds_and_page_breaks_are_blanks(text: str, result: str) -> None:
    assert allowed(text) == result


@pytest.mark.parametrize("text", KEPT)
def test_characters_that_only_look_odd_stay(text: str) -> None:
    assert allowed(f"a{text}b") == one_line(f"a{text}b") == words(f"a{text}b") == f"a{text}b"


def test_the_form_of_accents_stays() -> None:
    for text in (unicodedata.normalize("NFC", "Ćwik, Gödel, Åse"), unicodedata.normalize("NFD", "Ćwik, Gödel, Åse")):
        assert allowed(text) == one_line(text) == text


@given(ANY_TEXT)
@example(" \n\ta \r\n b\x0c")
def test_a_title_is_one_line_without_blanks_around(text: str) -> None:
    line = one_line(text)
    assert not set(line) & set("\n\t\r\x0b\x0c")
    assert line == line.strip(" ")
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "line", "as_shown"),
    [
        ("  a  b ", "a  b", "a b"),
        ("a\n b", "a  b", "a b"),
        ("a\r\n\tb", "a b", "a b"),
        ("«\u00a0a \u00a0»", "«\u00a0a \u00a0»", "«\u00a0a \u00a0»"),
        (" \n ", "", ""),
        ("", "", ""),
    ],
)
def test_a_title_keeps_its_blanks_where_words_of_html_do_not(text: str, line: str, as_shown: str) -> None:
    assert (one_line(text), words(text)) == (line, as_shown)
