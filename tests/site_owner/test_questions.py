"""What `init` asks, and what it makes of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_owner.initialise import Owner, SiteError, ask_owner

if TYPE_CHECKING:
    from collections.abc import Callable

GIVEN = {
    "name": "My <site>",
    "author": "Ann Smith",
    "email": "ann@Example.com",
    "phone": "020 7946 0123",
    "url": "https://ann.example/",
    "language": "en_gb",
}


def answers(*given: str) -> tuple[Callable[[str], str], list[str]]:
    """A person who gives these answers, and the questions that the person hears."""
    heard: list[str] = []
    said = iter(given)

    def ask(question: str) -> str:
        heard.append(question)
        return next(said)

    return ask, heard


def nobody(question: str) -> str:
    raise AssertionError(question)


def test_options_are_not_asked_for() -> None:
    owner = ask_owner(GIVEN, ask=nobody)
    assert owner == Owner("My <site>", "Ann Smith", "ann@example.com", "+44 20 7946 0123", "https://ann.example", "en-GB")


def test_without_asking_what_is_missing_gets_a_stand_in() -> None:
    assert ask_owner({"name": None}, ask=None) == Owner("My letters", "Your Name", "", "", "http://localhost:8000", "en")


def test_six_questions() -> None:
    ask, heard = answers("My\tsite", "Jürgen", "de", "j@example.org", "030 123456", "https://j.example")
    assert ask_owner({}, ask=ask) == Owner("My site", "Jürgen", "j@example.org", "+49 30 123456", "https://j.example", "de")
    assert len(heard) == 6


def test_enter_means_the_default() -> None:
    ask, _ = answers("", "Ann", "", "", "", "")
    assert ask_owner({}, ask=ask) == Owner("My letters", "Ann", "", "", "http://localhost:8000", "en")


def test_a_refused_answer_is_asked_again_with_the_reason() -> None:
    ask, heard = answers("www.ann.example", "https://www.ann.example")
    assert ask_owner({key: value for key, value in GIVEN.items() if key != "url"}, ask=ask).url == "https://www.ann.example"
    assert heard[1].startswith("`www.ann.example` is not a complete address: ")
    assert heard[1].endswith("Did you mean `https://www.ann.example`?\n" + heard[0])


@pytest.mark.parametrize("author", ["", "!!!", "Con", "x" * 100])
def test_a_name_needs_letters_for_its_address(author: str) -> None:
    ask, heard = answers(author, "李小龙")
    assert ask_owner({**GIVEN, "author": None}, ask=ask).author == "李小龙"
    assert len(heard) == 2


def test_all_wrong_options_at_once_and_before_any_question() -> None:
    wrong = {"author": "", "email": "ann", "phone": "12", "url": "ann.example", "language": "Deutsch"}
    with pytest.raises(SiteError) as caught:
        ask_owner(wrong, ask=nobody)
    assert sorted(problem.path for problem in caught.value.problems) == ["--author", "--email", "--language", "--phone", "--url"]
    assert "--language: `Deutsch` is not a language that is known here. Did you mean `de`?" in str(caught.value).splitlines()


def test_leaving_passes_through() -> None:
    def leave(_question: str) -> str:
        raise EOFError

    with pytest.raises(EOFError):
        ask_owner({}, ask=leave)
