"""When two spellings are one name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tag_pages.names import name_key, shown

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trust", "trust"),
        ("Café", "cafe"),
        ("Café", "cafe\N{COMBINING ACUTE ACCENT}"),
        ("Word of  mouth", " word of\tmouth "),
        ("STRASSE", "straße"),
        ("İstanbul", "istanbul"),
        ("ﬁrst", "First"),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C#", "C"), ("word-of-mouth", "word of mouth"), ("Trust", "Trusts"), ("шлях", "шляx")]
)
def test_two_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_what_is_shown_is_composed_and_keeps_its_accents() -> None:
    assert shown(" Cafe\N{COMBINING ACUTE ACCENT}  au lait ") == "Café au lait"


@given(TEXT)
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(TEXT, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_no_form_of_unicode_makes_a_difference(name: str, form: str) -> None:
    assert name_key(unicodedata.normalize(form, name)) == name_key(name)  # type: ignore[arg-type]


@given(TEXT)
def test_what_is_shown_is_the_same_name(name: str) -> None:
    assert name_key(shown(name)) == name_key(name)
    assert shown(shown(name)) == shown(name)
