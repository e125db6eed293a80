"""Text as it was typed, whatever was typed."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from site_owner.text import hint, markdown_text, one_line, suggestion


@pytest.mark.parametrize("text", ["a\nb", " a \t b ", "a\r\n\r\nb", "a\u2028b", "a\x85b", "a\u00a0b", "a\x00 b", "a \ud800b", "a\x1b b"])
def test_one_line(text: str) -> None:
    assert one_line(text) == "a b"


@given(st.text())
def test_one_line_is_one_line_that_can_be_written(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)
    one_line(text).encode("utf-8")


@pytest.mark.parametrize(
    "text", ["a_b_c", "*a*", "<script>", "&amp;", "[x](y)", "`c`", "\\*", "![i](u)", "x {: .c}", "[^1]", "<b@c.de>", "#1"]
)
def test_markdown_shows_what_was_typed(text: str) -> None:
    page = BeautifulSoup(markdown(f"I am {markdown_text(text)} here.", extensions=["extra"]), "html.parser")
    assert page.get_text() == f"I am {text} here."
    assert [tag.name for tag in page.find_all()] == ["p"]


@given(st.text(st.sampled_from("ab*_<>&;#`\\[](){}!|~:.^1-+\"' "), max_size=40).map(one_line))
def test_no_text_becomes_markdown(text: str) -> None:
    page = BeautifulSoup(markdown(f"I am {markdown_text(text)} here.", extensions=["extra"]), "html.parser")
    assert [tag.name for tag in page.find_all()] == ["p"]
    assert page.get_text() == f"I am {text} here."


def test_suggestions() -> None:
    assert suggestion("Tpoics", ["letters", "topics"]) == "topics"
    assert hint("tpoics", ["letters", "topics"]) == "Did you mean `topics`?"
    assert hint("zzz", ["letters", "topics", "about"]) == "Use `letters`, `topics` or `about`."
    assert hint("zzz", ["letters"]) == "Use `letters`."
