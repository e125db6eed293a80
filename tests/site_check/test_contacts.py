"""Invitations left out, and cards that nobody has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Project

NOVEMBER_2026 = "1794000000"


def test_an_article_without_an_invitation_is_listed_and_no_mistake(project: Project) -> None:
    project.article("Text.\nCta: none", more="Cta: None")
    report = project.check()
    assert [(finding.rule, finding.severity, finding.line) for finding in report.findings] == [("cta-none", "info", 3)]
    assert report.exit_code == 0


def test_an_invitation_of_any_kind_is_not_listed(project: Project) -> None:
    project.article("Text.", more="Cta: question")
    assert project.found() == []


@pytest.mark.parametrize(("confirmed", "is_stale"), [("2024-12", False), ("2024-11", True), ("2019-01", True), ("2027-03", False)])
def test_a_card_not_confirmed_for_two_years_is_a_warning(
    project: Project, monkeypatch: pytest.MonkeyPatch, *, confirmed: str, is_stale: bool
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOVEMBER_2026)
    project.write("content/authors/ann.md", f"Name: Ann\nConfirmed: {confirmed}\n\nText.\n")
    report = project.check()
    expected = [("card-confirmed", "warning", "content/authors/ann.md", 2)] if is_stale else []
    assert [(finding.rule, finding.severity, finding.path, finding.line) for finding in report.findings] == expected
    assert all("`Confirmed: 2026-11`" in finding.fix for finding in report.findings)


def test_only_cards_are_confirmed(project: Project) -> None:
    project.article("Text.", more="Confirmed: 2001-01")
    project.write("content/people/ann.md", "Confirmed: 2001-01\n")
    assert project.found() == []
    assert project.rules(CONTACT_AUTHORS_PATH="people") == {"card-confirmed"}
