"""What counts as another text and as another invitation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_feeds.entries import INVITATION
from site_feeds.impact.digests import Digester, one_spelling, text_of
from site_feeds.impact.model import Item

MAKE = Digester().entry


def digest(html: str) -> str:
    return MAKE(Item("1", html=html)).digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a  b</p>\n<p>c</p>", "<p>a\r\n\tb</p> <p>c</p>"),
        ('<a href="x" title="y">z</a>', "<a title=y href='x'>z</a>"),
        ("<P>a &amp; &eacute;</P>", "<p>a &#38; é</p>"),
        ("<br/><img src=x>", "<br><img src='x' />"),
        ("<p>a", "<p>a</p>"),
    ],
)
def test_the_same_in_another_spelling(one: str, other: str) -> None:
    assert digest(one) == digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a</p>", "<p>b</p>"),
        ("<p>a</p>", "<div>a</div>"),
        ("<a href='x'>a</a>", "<a href='y'>a</a>"),
        ("<pre>a  b</pre>", "<pre>a b</pre>"),
        ("a b", "a\xa0b"),
        ("<b>" * 300 + "x", "<b>" * 300 + "y"),  # deeper than libxml2 goes
    ],
)
def test_another_text(one: str, other: str) -> None:
    assert digest(one) != digest(other)


def test_title_and_summary_belong_to_the_text() -> None:
    digests = {MAKE(Item("1", title=a, summary=b, html=c)).digest for a in ("", "x") for b in ("", "x") for c in ("", "x")}
    assert len(digests) == 8
    assert "" in digests


def test_what_stands_behind_the_last_mark_is_the_invitation() -> None:
    one, other = (MAKE(Item("1", html=f"<p>a{INVITATION}b</p>{INVITATION}<p>{number}</p>")) for number in (1, 2))
    assert one.digest == other.digest != digest("<p>a</p>")
    assert one.invitation != other.invitation


def test_the_authors_address_belongs_to_the_invitation() -> None:
    one, other, none = (MAKE(Item("1", html="a", email=email)) for email in ("a@b.example", "c@d.example", ""))
    assert one.digest == other.digest == none.digest
    assert len({one.invitation, other.invitation, none.invitation}) == 3
    assert none.invitation == ""


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_has_one_spelling(html: str) -> None:
    assert digest(html) == digest(html)
    assert isinstance(one_spelling(html.encode()), bytes)
    assert "\n" not in text_of(html)
