"""Problems as they are collected, settled and listed."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from fastbuild.problems import Problem, ProblemCollector, exit_code, listing, settled

A, B = Path("content/a.md"), Path("content/b.md")


def problem(
    level: str = "ERROR", message: str = "it is odd.", path: Path | None = A, line: int | None = 3, rule: str | None = "odd"
) -> Problem:
    return Problem(level, message, path, line, rule, "Mend it.")


def test_they_are_listed_once_errors_first_by_place() -> None:
    found = [
        problem("WARNING", path=B),
        problem(line=12),
        problem(line=3),
        problem(path=None, line=None),
        problem(line=3),
        problem(path=B, line=None),
    ]
    assert listing(settled(found)) == (
        "4 errors:\n"
        "content/a.md:3: it is odd. Mend it.\n"
        "content/a.md:12: it is odd. Mend it.\n"
        "content/b.md: it is odd. Mend it.\n"
        "it is odd. Mend it.\n"
        "\n"
        "1 warning:\n"
        "content/b.md:3: it is odd. Mend it."
    )
    assert listing(settled([])) == ""


def test_one_mistake_in_a_template_is_told_once_for_all_pages() -> None:
    path = Path("theme/base.html")
    found = [Problem("ERROR", "template: no.", path, 3, "template", pages=(f"{page}.html",)) for page in "abc"]
    assert listing(settled(found)).endswith("theme/base.html:3: template: no. (While making a.html and 2 more.)")


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ([], 0),
        ([problem("WARNING")], 0),
        ([problem()], 1),
        ([problem(rule=None)], 1),
        ([problem(), problem(rule="plugin-missing")], 2),
        ([problem(rule="settings-name")], 2),
        ([problem("WARNING", rule="settings-value")], 0),
    ],
)
def test_the_exit_code_says_who_is_to_mend_it(found: list[Problem], code: int) -> None:
    assert exit_code(found) == code


@pytest.mark.parametrize(
    ("first", "other", "kept"),
    [
        ("front-unread", "front-date", ["front-date"]),
        ("front-left-out", "front-missing", ["front-missing"]),
        ("front-unread", "link-dead", ["front-unread", "link-dead"]),
        ("link-unfound", "link-dead", ["link-dead"]),
        ("link-file", "image-missing", ["image-missing"]),
        ("content-outside", "front-slug", ["front-slug"]),
        ("file-gone", "link-file", ["link-file"]),
        ("slug-double", "output-double", ["output-double"]),
    ],
)
def test_what_follows_from_another_is_not_told(first: str, other: str, kept: list[str]) -> None:
    found = [problem(rule=first, message="one."), problem(rule=other, message="two.")]
    assert [each.rule for each in settled(found)] == sorted(kept)
    assert [each.rule for each in settled(reversed(found))] == sorted(kept)


def test_what_follows_in_another_file_is_told() -> None:
    found = [problem(rule="front-unread"), problem(rule="front-date", path=B)]
    assert len(settled(found)) == 2


def test_a_warning_is_no_reason_for_an_error() -> None:
    assert len(settled([problem(rule="front-unread"), problem("WARNING", rule="front-date")])) == 2


def collected(*records: tuple[int, str, tuple[object, ...], dict[str, object]], name: str = "plugin") -> list[Problem]:
    collector = ProblemCollector(renamed=(("/stage", "output"),))
    logger = logging.Logger(name)  # noqa: LOG001  (one that nobody else hears)
    logger.addHandler(collector)
    for level, message, args, extra in records:
        logger.log(level, message, *args, extra=extra)
    return collector.problems


def test_a_record_is_taken_apart() -> None:
    extra = {"source_path": str(A.absolute()), "line": 3, "rule": "odd", "fix": "Mend it."}
    told = f"plugin: {A}:3: /stage is odd. Mend it."
    assert collected((logging.ERROR, told, (), extra)) == [Problem("ERROR", "plugin: output is odd.", A.absolute(), 3, "odd", "Mend it.")]


def test_a_record_that_cannot_be_read_ends_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "raiseExceptions", False)
    assert collected((logging.ERROR, "%d of %d", ("a",), {}), (logging.ERROR, "odd", (), {})) == [Problem("ERROR", "odd")]
    assert capsys.readouterr() == ("", "")


def test_many_problems_are_kept_in_time_that_follows_their_number() -> None:
    collector = ProblemCollector()
    for number in range(20_000):
        collector.add(Problem("ERROR", "it is odd.", A, number))
        collector.add(Problem("ERROR", "it is odd.", A, number))
    assert len(collector.problems) == len(settled(collector.problems)) == 20_000


def test_what_is_taken_is_no_longer_there() -> None:
    collector = ProblemCollector()
    for rule in ("plugin-missing", "odd", None):
        collector.add(problem(rule=rule))
    assert [each.rule for each in collector.take("plugin-", "settings-")] == ["plugin-missing"]
    assert [each.rule for each in collector.problems] == ["odd", None]
