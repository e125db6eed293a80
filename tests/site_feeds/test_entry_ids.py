"""What may be an Id, and what feeds make of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from site_feeds.entry_ids import UnfitIdError, checked_id, entry_id

from .html import xml

AUTHORITY = "example.org,2026"


@pytest.mark.parametrize("text", ["7KQ2MX", "000000", "ZZZZZZ", "ABCDEF", "123456"])
def test_six_characters_of_ours(text: str) -> None:
    assert checked_id(text) == text
    assert entry_id(text, AUTHORITY) == f"tag:example.org,2026:{text}"


def test_small_letters_are_the_same() -> None:
    assert checked_id("7kq2mx") == "7KQ2MX"


@pytest.mark.parametrize(
    "text",
    [
        "tag:blogger.com,1999:blog-1.post-2",
        "https://old.example/?p=12&x=%c3%bc#a",
        "HTTP://Old.example/A",
        "urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6",
        "https://bücher.example/日本/é-e\u0301",
        "x-y+z.1:2",
    ],
)
def test_the_id_of_another_system_stays_byte_for_byte(text: str) -> None:
    assert entry_id(checked_id(text), AUTHORITY) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7KQ2M",
        "7KQ2MXX",
        "7KQ2MI",
        "7KQ2ML",
        "7KQ2MO",
        "7KQ2MU",
        "7KQ-2M",
        "7KQ2MX\n",
        " 7KQ2MX",
        "７ＫＱ２ＭＸ",
        "١٢٣٤٥٦",
        "ßßß",
        "hello world",
        "hello",
        "12",
        ":x",
        "1a:x",
        "tag:",
        "tag:a b",
        "tag:a\tb",
        "tag:a\u00a0b",
        "tag:<b>",
        'tag:"b"',
        "tag:a\\b",
        "tag:a\x7f",
        "tag:a\x85",
        "tag:a\ufffe",
        "tag:a\ud800",
        "https://example.com/{slug}",
    ],
)
def test_what_is_no_id_says_what_would_be(text: str) -> None:
    with pytest.raises(UnfitIdError) as caught:
        checked_id(text)
    assert caught.value.what == f"'{text}' is no Id"
    assert str(caught.value) == f"{caught.value.what}. {caught.value.fix}."
    assert caught.value.fix.endswith("such as 7KQ2MX, or the whole id that another system gave it")


@given(
    st.text(max_size=12)
    | st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", min_size=6, max_size=6)
    | st.text().map("a:".__add__)
)
@example("ſſſſſſ")
@example("ß0ß1ß")
def test_an_id_is_fit_for_every_format(text: str) -> None:
    try:
        name = entry_id(checked_id(text), AUTHORITY)
    except UnfitIdError:
        return
    assert name == text or (name.removeprefix(f"tag:{AUTHORITY}:") == text.upper() and text.isascii())
    assert xml(f"<id>{name.replace('&', '&amp;')}</id>").text == name
    assert ":" in name
    assert len(name.split()) == 1
