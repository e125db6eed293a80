"""The whole of a check: records of the build, silencing, the report, exit codes, and the table of rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import site_check
from site_check.config import CheckConfigError
from site_check.rules import RULES

from .conftest import Said

if TYPE_CHECKING:
    from .conftest import Project


def test_an_empty_site_is_clean(project: Project) -> None:
    report = project.check()
    assert report.as_text() == "0 errors, 0 warnings, 0 notes."
    assert report.exit_code == 0


def test_what_the_build_reported_is_among_the_findings(project: Project) -> None:
    path = project.write("content/articles/a.md", "Title: A\n\nText.\n")
    report = project.check(
        Said("WARNING", "No alternative text. Describe it.", path, 3, "image-alt", "Describe it."), Said("CRITICAL", "It broke.")
    )
    assert report.as_text().split("\n") == [
        "Errors:",
        "site-build It broke.",
        "",
        "Warnings:",
        "content/articles/a.md:3: image-alt No alternative text. Describe it.",
        "",
        "1 error, 1 warning, 0 notes.",
    ]


def test_json_is_one_object(project: Project) -> None:
    project.article("Leave a comment.")
    report = json.loads(project.check().as_json())
    assert report["version"] == 1
    assert report["counts"] == {"error": 1, "warning": 0, "info": 0, "silenced": 0}
    (finding,) = report["findings"]
    assert set(finding) == {"rule", "severity", "path", "line", "message", "fix"}
    assert (finding["rule"], finding["severity"], finding["line"]) == ("prose-comments", "error", 5)
    assert finding["fix"].startswith("Ask for a letter")


@pytest.mark.parametrize(
    "body",
    [
        "Leave a comment. <!-- check: off prose-comments -->",
        "Leave a\ncomment. <!--check: off third-party, prose-comments-->",
        "Leave a comment.\n\nMore.\n\n<!-- check: off prose-comments -->",
    ],
)
def test_a_rule_is_silenced_on_its_line_or_in_the_whole_file(project: Project, body: str) -> None:
    project.article(body)
    report = project.check()
    assert report.findings == ()
    assert report.as_text() == "0 errors, 0 warnings, 0 notes, 1 silenced."


@pytest.mark.parametrize(
    "body", ["Leave a comment. <!-- check: off cta-none -->", "Leave a comment.\n\nMore. <!-- check: off prose-comments -->"]
)
def test_another_rule_or_another_line_is_not_silenced(project: Project, body: str) -> None:
    project.article(body)
    assert project.rules() == {"prose-comments"}


def test_settings_silence_a_rule_everywhere(project: Project) -> None:
    project.article("Leave a comment.", more="Cta: none")
    assert project.rules(SITE_CHECK_OFF=["prose-comments", "cta-none"]) == set()


def test_a_setting_that_silences_nothing_is_told(project: Project) -> None:
    report = project.check(SITE_CHECK_OFF=["prose-coments"])
    assert [(finding.rule, finding.severity) for finding in report.findings] == [("check-off", "info")]
    assert "prose-coments" in report.findings[0].message


def test_records_are_silenced_as_well(project: Project) -> None:
    path = project.write("content/articles/a.md", "Title: A\n\nText. <!-- check: off image-alt -->\n")
    record = Said("ERROR", "No alternative text.", path, 3, "image-alt")
    assert project.check(record).findings == ()
    assert project.check(Said("ERROR", "No alternative text.", path, 2, "image-alt")).exit_code == 1
    assert project.check(Said("ERROR", "Bad.", None, None, "tag-name"), SITE_CHECK_OFF=["tag-name"]).findings == ()


def test_a_finding_in_a_page_is_silenced_at_the_line_that_made_it(project: Project) -> None:
    picture = '<img src="https://example.net/x.png" alt="">'
    project.article(f"{picture} <!-- check: off third-party -->")
    project.page(picture)
    report = project.check()
    assert report.findings == ()
    assert report.silenced == 1


@pytest.mark.parametrize("settings", [{"SITE_CHECK_OFF": "cta-none"}, {"SITE_CHECK_OFF": [3]}, {"SITE_POLICY": "default-src 'none'"}])
def test_settings_that_cannot_be_used_are_told(project: Project, settings: dict[str, object]) -> None:
    with pytest.raises(CheckConfigError) as caught:
        project.check(**settings)
    assert list(settings)[0] in caught.value.problems[0]  # noqa: RUF015  (there is one)


def test_bytes_that_are_no_text_do_not_stop_a_check(project: Project) -> None:
    (project.root / "content").mkdir()
    (project.root / "content" / "x.md").write_bytes(b"\xff\xfe Leave a comment.\n")
    project.page("<p <b a='x>\x00</b")
    (project.root / "site" / "y.css").write_bytes(b"\xff{}")
    assert project.rules() == {"prose-comments"}


def test_every_rule_has_an_id_a_sentence_and_a_documented_function() -> None:
    for rule in RULES:
        assert rule.id.count("-") >= 1
        assert rule.about.endswith(".")
        assert rule.find.__doc__


def test_no_test_is_missing_for_a_rule() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [rule.id for rule in RULES if f'"{rule.id}"' not in written] == []


def test_the_manual_page_names_every_module() -> None:
    folder = Path(site_check.__file__).parent
    missing = [path.stem for path in folder.glob("*.py") if f"`{path.stem}`" not in (site_check.__doc__ or "")]
    assert sorted(missing) == ["__init__", "config", "model"]
