"""Missing, unfit and double Ids are told where they stand."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from site_feeds.config import FeedsConfig
from site_feeds.problems import Finding, problems_of, report

from .samples import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

CONFIG = FeedsConfig(public_url="https://example.com", authority="example.org,2026")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def article(path: str, name: Any = "", *, days: int = 0, text: str | None = None, written: int = 0) -> Any:
    """An article and its file, last written at a moment."""
    file = Path.cwd() / path
    lines = f"Title: x\nDate: 2026-03-04\n{f'Id: {name}' if name else 'Tags: y'}\n\nText.\n"
    file.write_text(lines if text is None else text, encoding="utf-8")
    os.utime(file, (written, written))
    return SimpleNamespace(source_path=str(file), metadata={"id": name} if name else {}, date=DAY + timedelta(days=days), slug=path)


def found(published: Iterable[Any], others: Iterable[Any] = (), config: FeedsConfig = CONFIG) -> list[tuple[str, str, int]]:
    return [(finding.rule, Path(finding.path).name, finding.line) for finding in problems_of(published, others, config)]


def test_articles_with_ids_of_their_own_are_fine() -> None:
    assert found([article("a.md", "7KQ2MX"), article("b.md", "tag:x.example,2020:1"), article("c.md", "7KQ2MY")]) == []


def test_who_is_published_has_an_id() -> None:
    (finding,) = problems_of([article("a.md"), article("b.md", "7KQ2MX")], [article("draft.md")], CONFIG)
    assert (finding.rule, Path(finding.path).name, finding.line) == ("feed-id-missing", "a.md", 1)
    assert finding.what.startswith("this article has no Id, ")
    assert finding.fix == "`python3 tasks.py ids` adds one; in a site without it, add a line such as Id: 7KQ2MX"


@pytest.mark.parametrize("name", ["hello", "7KQ2MO", "tag:a b", "ßßß"])
def test_an_unfit_id_is_told_with_its_line(name: str) -> None:
    assert found([article("a.md", name)]) == [("feed-id", "a.md", 3)]
    assert found([], [article("a.md", name)]) == [("feed-id", "a.md", 3)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Title: x\nID:   hello\n\nid: y", 2),
        ("\ufeffTitle: x\r\nid: hello\r\n", 2),
        ("Title: x\nSummary: a\n    id: not this\n  Id: hello\n", 4),
        ("Title: x\n", 1),
        ("", 1),
    ],
)
def test_the_line_is_that_of_the_field(text: str, line: int) -> None:
    assert found([article("a.md", "hello", text=text)]) == [("feed-id", "a.md", line)]


def test_a_file_that_is_gone_has_a_first_line() -> None:
    it = article("a.md", "hello")
    Path(it.source_path).unlink()
    assert found([it]) == [("feed-id", "a.md", 1)]
    it.source_path = None
    assert found([it]) == [("feed-id", "", 1)]


@pytest.mark.parametrize(
    ("first", "second"), [("7KQ2MX", "7KQ2MX"), ("7KQ2MX", "7kq2mx"), ("tag:x,2020:1", "tag:x,2020:1"), ("7KQ2MX", ["7KQ2MX", "y"])]
)
def test_two_articles_of_one_id(first: Any, second: Any) -> None:
    old, new = article("old.md", first), article("new.md", second, days=1)
    for order in ([old, new], [new, old]):
        (finding,) = problems_of(order, [], CONFIG)
        assert (finding.rule, Path(finding.path).name, finding.line) == ("feed-id-double", "new.md", 3)
        assert finding.what.endswith(" is that of old.md:3 already, of which this newer file seems to be a copy")
        assert finding.fix == "Give it an Id of its own: `python3 tasks.py ids --fix` does"


def test_foreign_ids_are_compared_character_by_character() -> None:
    assert found([article("a.md", "https://old.example/A"), article("b.md", "https://old.example/a")]) == []


@pytest.mark.parametrize(
    ("days", "written", "newer"),
    [((0, 1), (9, 0), "b.md"), ((1, 0), (0, 9), "a.md"), ((0, 0), (0, 9), "b.md"), ((0, 0), (9, 0), "a.md"), ((0, 0), (0, 0), "b.md")],
)
def test_the_newer_is_told_by_date_then_by_its_file(days: tuple[int, int], written: tuple[int, int], newer: str) -> None:
    it, other = (article(f"{name}.md", "7KQ2MX", days=days[n], written=written[n]) for n, name in enumerate("ab"))
    assert found([it, other]) == found([other, it]) == [("feed-id-double", newer, 3)]


def test_of_three_with_one_id_the_oldest_keeps_it() -> None:
    told = found([article(f"{number}.md", "7KQ2MX", days=number) for number in (2, 0, 1)])
    assert told == [("feed-id-double", "1.md", 3), ("feed-id-double", "2.md", 3)]


def test_a_draft_that_began_as_a_copy_is_told() -> None:
    assert found([article("a.md", "7KQ2MX")], [article("draft.md", "7KQ2MX", days=1)]) == [("feed-id-double", "draft.md", 3)]


def test_settings_that_feeds_want_are_told_once_and_only_with_articles() -> None:
    unknown, guessed = replace(CONFIG, public_url=""), replace(CONFIG, has_authority=False)
    both = [article("a.md", "7KQ2MX"), article("b.md", "7KQ2MY")]
    assert found(both, config=unknown) == [("feed-address", "", 0)]
    assert found(both, config=guessed) == [("feed-authority", "", 0)]
    assert found([], both, unknown) == found([], both, guessed) == []
    assert [finding.fix for config in (unknown, guessed) for finding in problems_of(both, [], config)] == [
        "Set SITE_PUBLIC_URL or SITEURL to the whole address, https://…",
        "Set SITE_AUTHORITY = 'example.org,2026' and never change it again",
    ]


@pytest.mark.parametrize("is_strict", [False, True])
@pytest.mark.parametrize("rule", ["feed-id", "feed-id-missing", "feed-id-double", "feed-authority", "feed-address"])
def test_mistakes_of_content_are_errors_where_it_is_strict(
    rule: str, *, is_strict: bool, here: Path, caplog: pytest.LogCaptureFixture
) -> None:
    report([Finding(str(here / "a.md"), 3, rule, "This is wrong", "Mend it")], is_strict=is_strict)
    (record,) = caplog.records
    assert record.levelno == (logging.ERROR if is_strict and rule.startswith("feed-id") else logging.WARNING)
    assert record.getMessage() == "site_feeds: a.md:3: This is wrong. Mend it."
    given = record.__dict__
    assert (given["rule"], given["fix"], given["source_path"], given["line"]) == (rule, "Mend it.", str(here / "a.md"), 3)


def test_of_many_articles_without_an_id_pelican_need_not_tell_each(caplog: pytest.LogCaptureFixture) -> None:
    report((Finding("a.md", 1, rule, "This is wrong", "Mend it") for rule in ("feed-id-missing", "feed-id")), is_strict=False)
    assert [record.__dict__.get("limit_msg") for record in caplog.records] == ["Other articles have no Id either.", None]


def test_what_is_in_no_file_is_in_the_settings(caplog: pytest.LogCaptureFixture) -> None:
    report([Finding("", 0, "feed-address", "This is wrong", "Mend it")], is_strict=True)
    (record,) = caplog.records
    assert record.getMessage() == "site_feeds: settings: This is wrong. Mend it."
    assert "source_path" not in record.__dict__


def test_files_elsewhere_are_told_as_they_are(tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path_factory.mktemp("elsewhere") / "a.md"
    report([Finding(str(path), 3, "feed-id", "%s {x} is wrong", "Mend it")], is_strict=False)
    assert caplog.messages == [f"site_feeds: {path}:3: %s {{x}} is wrong. Mend it."]
