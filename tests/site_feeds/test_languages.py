from __future__ import annotations

import pytest
from site_feeds.languages import directed, is_from_right_to_left, spelled


@pytest.mark.parametrize(
    ("given", "expected"), [("en-gb", "en-GB"), ("DE", "de"), ("zh-hant-tw", "zh-Hant-TW"), ("pt_br", "pt-BR"), ("es-419", "es-419")]
)
def test_tags_are_spelled_as_people_write_them(given: str, expected: str) -> None:
    assert spelled(given) == expected


@pytest.mark.parametrize("language", ["he", "ar-eg", "fa", "ur", "yi", "az-arab"])
def test_what_is_read_from_the_right_says_so(language: str) -> None:
    assert is_from_right_to_left(language)
    assert directed("<p>x</p>", language) == '<div dir="rtl"><p>x</p></div>'


@pytest.mark.parametrize("language", ["en", "de-at", "xx-nonsense", "", "1"])
def test_all_else_is_left_alone(language: str) -> None:
    assert directed("<p>x</p>", language) == "<p>x</p>"
