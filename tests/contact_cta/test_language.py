"""A language leads to the plugin's words in it, or in the nearest that there is."""

from __future__ import annotations

import pytest
from contact_cta.language import words_in


@pytest.mark.parametrize(
    ("tag", "word"), [("de", "Weitersagen"), ("de-AT", "Weitersagen"), ("en-GB", "Pass it on"), ("", "Pass it on"), ("zz", "Pass it on")]
)
def test_languages_lead_to_words(tag: str, word: str) -> None:
    assert words_in(tag).pass_on == word


def test_words_may_be_about_somebody() -> None:
    assert words_in("en").save_card == "Add {name} to your contacts"
    assert words_in("en", "Ann {Lee}").save_card == "Add Ann {Lee} to your contacts"
    assert words_in("de", "Ann Lee").call == words_in("de").call
