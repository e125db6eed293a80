"""A language leads to the plugin's words in it, or in the nearest that there is."""

from __future__ import annotations

import pytest
from reading_aids.language import words_in


@pytest.mark.parametrize(
    ("tag", "word"), [("de", "Tabelle 7"), ("de-AT", "Tabelle 7"), ("en-GB", "Table 7"), ("", "Table 7"), ("zz", "Table 7")]
)
def test_languages_lead_to_words(tag: str, word: str) -> None:
    assert words_in(tag).table_numbered.format(number=7) == word
