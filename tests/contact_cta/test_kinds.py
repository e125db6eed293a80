"""Kinds of invitations: whose words, in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from contact_cta.kinds import OURS, REQUIRED, filled
from contact_cta.resolve import Wish, invitation

from .books import ANN, read

if TYPE_CHECKING:
    from pathlib import Path

    from contact_cta.model import Kind

OWNED = "Heading: Mine\nButton: Go\nSubject: About {title}\n"


def kind_of(folder: Path, files: dict[str, str], wanted: tuple[str, str], language: str = "en-GB") -> Kind:
    book, findings, _ = read(folder, {"authors/ann-lee.md": ANN} | files, DEFAULT_LANG=language)
    assert findings == []
    return book.kinds.find(*wanted)


@pytest.mark.parametrize("name", ["meeting", "question", "referral", "story", "thanks"])
@pytest.mark.parametrize("language", ["", ".de"])
def test_five_kinds_are_there_in_two_languages(tmp_path: Path, name: str, language: str) -> None:
    kind = kind_of(tmp_path, {}, (name, language.lstrip(".") or "en"))
    assert (OURS / f"{name}{language}.md").is_file()
    assert kind.language == language.lstrip(".")
    assert all(getattr(kind, field) for field in (*REQUIRED, "eyebrow", "promise"))


def test_the_owner_changes_a_kind_and_makes_another(tmp_path: Path) -> None:
    files = {"ctas/question.md": OWNED, "ctas/visit.md": f"{OWNED}Eyebrow: Come\nMail_body: Dear Ann,\n    when?\n\nTea is\nready.\n"}
    assert kind_of(tmp_path, files, ("question", "en")).heading == "Mine"
    visit = kind_of(tmp_path, files, ("visit", "fr"))
    assert (visit.eyebrow, visit.promise, visit.mail_body) == ("Come", "Tea is ready.", "Dear Ann,\nwhen?")


@pytest.mark.parametrize(
    ("language", "heading"),
    [("de", "Deutsch"), ("de-AT", "Österreichisch"), ("de-CH", "Deutsch"), ("en", "Mine"), ("en-US", "Mine"), ("fr", "Mine")],
)
def test_a_text_gets_the_words_of_its_language(tmp_path: Path, language: str, heading: str) -> None:
    files = {
        "ctas/question.md": OWNED,
        "ctas/question.de.md": OWNED.replace("Mine", "Deutsch"),
        "ctas/question.de-AT.md": OWNED.replace("Mine", "Österreichisch"),
    }
    assert kind_of(tmp_path, files, ("question", language)).heading == heading


def test_ours_in_its_language_comes_before_the_owners_in_another(tmp_path: Path) -> None:
    assert kind_of(tmp_path, {"ctas/question.md": OWNED}, ("question", "de")).heading.startswith("Was würden")
    assert kind_of(tmp_path, {"ctas/question.md": OWNED}, ("question", "de"), language="de").heading == "Mine"
    assert kind_of(tmp_path, {}, ("question", "fr"), language="de").heading == "Mine"


@pytest.mark.parametrize(
    ("name", "text", "rule", "line"),
    [
        ("ctas/story.md", "Heading: A\nButton: B\n", "contact-field-missing", 1),
        ("ctas/story.md", f"{OWNED}Colour: red\n", "contact-field", 4),
        ("ctas/story.md", f"{OWNED}Mail_body: {{titel}}\n", "cta-place", 4),
        ("ctas/None.md", OWNED, "cta-kind", 1),
        ("ctas/none.md", OWNED, "cta-kind", 1),
        ("ctas/story.deutsch-.md", OWNED, "cta-kind", 1),
    ],
)
def test_a_mistake_in_a_kind(tmp_path: Path, name: str, text: str, rule: str, line: int) -> None:
    _, findings, _ = read(tmp_path, {"authors/ann-lee.md": ANN, name: text})
    assert [(finding.rule, finding.line) for finding in findings] == [(rule, line)]


def test_a_kind_with_holes_can_still_be_shown(tmp_path: Path) -> None:
    book, _, config = read(tmp_path, {"authors/ann-lee.md": ANN, "ctas/visit.md": "Heading: Come\n"})
    cta = invitation(Wish("T", "https://example.com/t/", "en", kinds=("visit",)), book, config)
    assert cta
    assert (cta.heading, cta.button) == ("Come", "Email me your question")


def test_a_default_kind_that_there_is_not(tmp_path: Path) -> None:
    _, findings, _ = read(tmp_path, {"authors/ann-lee.md": ANN}, CONTACT_DEFAULT_KIND="storey")
    assert [(finding.rule, finding.fix) for finding in findings] == [("cta-kind", "Did you mean 'story'?")]


@pytest.mark.parametrize(
    ("text", "promise", "result"),
    [
        ("I answer, {reply_promise}.", "on Sundays", "I answer, on Sundays."),
        ("I answer, {reply_promise}.", "", "I answer."),
        ("{reply_promise} or never", "", " or never"),
        ("{other} {title}", "", "{other} {title}"),
    ],
)
def test_a_place_without_a_value_goes_with_its_comma(text: str, promise: str, result: str) -> None:
    assert filled(text, {"reply_promise": promise, "title": "{title}"}) == result
