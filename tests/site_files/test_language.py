"""A language leads to the plugin's words in it, or in the nearest that there is."""

from __future__ import annotations

import pytest
from site_files.language import words_in


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("de", "Diese Seite ist umgezogen"),
        ("de-AT", "Diese Seite ist umgezogen"),
        ("en-GB", "This page has moved"),
        ("", "This page has moved"),
        ("zz", "This page has moved"),
    ],
)
def test_languages_lead_to_words(tag: str, word: str) -> None:
    assert words_in(tag).moved == word
