"""What a macro has made is kept for arguments that are equal, and no longer than need be."""

from __future__ import annotations

from contact_cta.kept import MOST, kept
from contact_cta.model import Card


def test_equal_arguments_are_answered_once() -> None:
    asked: list[tuple[str, str]] = []

    def macro(card: Card, language: str) -> str:
        asked.append((card.slug, language))
        return f"{card.name}, {language}"

    keep = kept()
    cards = [Card("ann", "Ann"), Card("ann", "Ann"), Card("ann", "Bea")]
    assert [keep(macro, card, "en") for card in cards] == ["Ann, en", "Ann, en", "Bea, en"]
    assert keep(macro, cards[0], "de") == "Ann, de"
    assert asked == [("ann", "en"), ("ann", "en"), ("ann", "de")]


def test_what_is_not_asked_for_again_goes() -> None:
    asked: list[int] = []
    keep = kept()
    for number in (*range(MOST + 1), 0):
        keep(asked.append, number)
    assert asked[-1] == 0
