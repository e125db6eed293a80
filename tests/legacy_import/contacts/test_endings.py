"""Ways to end a post, in five languages: what is taken, and what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag
from legacy_import.contacts import taken
from legacy_import.model import Action

from .endings import english, french, german, portuguese, spanish

if TYPE_CHECKING:
    from .endings.sample import Ending

BEFORE = "Trust takes years, as my neighbour found when she sold the bakery to the wrong person last year."
WRITERS = {
    "en": ("Ann Lee", english.ENDINGS),
    "de": ("Jana Winter", german.ENDINGS),
    "fr": ("Lucie Moreau", french.ENDINGS),
    "es": ("Marta Ruiz", spanish.ENDINGS),
    "pt": ("Rita Lopes", portuguese.ENDINGS),
}
ALL = [(language, author, ending) for language, (author, endings) in WRITERS.items() for ending in endings]


def tree_of(html: str) -> Tag:
    tree = BeautifulSoup(f"<div>{html}</div>", "lxml").div
    assert tree is not None
    return tree


def text_of(tree: Tag) -> str:
    for line_break in tree.find_all("br"):
        line_break.replace_with(" ")
    return " ".join(" ".join(tree.strings).split()).replace(" .", ".")


@pytest.mark.parametrize(("language", "author", "ending"), ALL, ids=[f"{language}: {ending.html}"[:80] for language, _, ending in ALL])
def test_an_ending(language: str, author: str, ending: Ending) -> None:
    tree = tree_of(f"<p>{BEFORE}</p>{ending.html}")
    contacts, ask, notes = taken(tree, author=author, language=language)
    assert text_of(tree) == f"{BEFORE} {ending.left}".strip()
    assert ask == ending.ask
    assert (contacts.emails, contacts.phones, contacts.profiles) == (ending.emails, ending.phones, ending.profiles)
    assert (contacts.signoff, contacts.sponsor) == (ending.signoff, ending.sponsor)
    assert tuple(note.rule for note in notes if note.action is Action.DOUBTFUL) == ending.doubts


@pytest.mark.parametrize(("language", "author", "ending"), ALL, ids=[f"{language}: {ending.html}"[:80] for language, _, ending in ALL])
def test_a_post_that_is_nothing_else_stays(language: str, author: str, ending: Ending) -> None:
    tree = tree_of(ending.html)
    before = text_of(tree_of(ending.html))
    taken(tree, author=author, language=language)
    assert text_of(tree) in {before, ending.left}
    assert text_of(tree) or tree.find("img")


def test_there_are_enough_endings() -> None:
    assert len(ALL) >= 120
