"""What a build tells in its end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastbuild.problems import Problem
from fastbuild.reporting import BuildReport, as_json, summary

ERROR = Problem("ERROR", "it is odd.", Path("content/a.md"), 3, "odd", "Mend it.")
WARNING = Problem("WARNING", "it is dull.")


def built(**what: Any) -> BuildReport:
    return BuildReport(pages=40, files=61, **what)


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (
            built(written=3, removed=1, seconds={"read": 0.25, "write": 0.2}),
            "40 pages, 61 files in all: 3 new or changed, 1 removed, in 0.5 s.",
        ),
        (BuildReport(pages=1, files=1, written=1, seconds={"read": 0.04}), "1 page, 1 file in all: 1 new or changed, in 0.04 s."),
        (built(removed=2), "40 pages, 61 files in all: 2 removed."),
        (built(unchanged=61), "40 pages, 61 files in all: nothing changed."),
        (
            built(seconds={"read": 59.99, "write": 0.5}, problems=(WARNING,)),
            "40 pages, 61 files in all: nothing changed, in 1 min 00 s, with 1 warning.",
        ),
        (built(seconds={"read": 119.7}), "40 pages, 61 files in all: nothing changed, in 2 min 00 s."),
        (BuildReport(problems=(ERROR, WARNING, WARNING), seconds={"read": 2}), "Not finished: 1 error, 2 warnings, found in 2.0 s."),
        (BuildReport(problems=(ERROR, ERROR)), "Not finished: 2 errors."),
        (
            built(written=1, problems=(ERROR, WARNING)),
            "40 pages, 61 files in all: 1 new or changed, with 1 error, 1 warning.",
        ),
    ],
)
def test_one_line_says_how_it_went(report: BuildReport, told: str) -> None:
    assert summary(report) == told


def test_the_object_has_the_form_of_all_reports() -> None:
    broken = Problem("ERROR", "template: no.", Path("theme/a.html"), None, "template", pages=("a.html",))
    report = BuildReport(3, 2, 1, 5, 1, 4, 6, {"read": 0.12345, "write": 1}, (ERROR, WARNING, broken))
    whole = json.loads(as_json(report))
    assert whole == {
        "version": 1,
        "findings": [
            {"rule": "odd", "severity": "error", "path": str(Path("content/a.md")), "line": 3, "message": "it is odd.", "fix": "Mend it."},
            {"rule": "site-build", "severity": "warning", "path": "", "line": 0, "message": "it is dull.", "fix": ""},
            {
                "rule": "template",
                "severity": "error",
                "path": str(Path("theme/a.html")),
                "line": 0,
                "message": "template: no.",
                "fix": "",
                "pages": ["a.html"],
            },
        ],
        "counts": {
            "read": 3,
            "rendered": 2,
            "written": 1,
            "unchanged": 5,
            "removed": 1,
            "pages": 4,
            "files": 6,
            "errors": 2,
            "warnings": 1,
        },
        "seconds": {"read": 0.123, "write": 1},
    }
    assert list(whole["seconds"]) == ["read", "write"]
