"""What a build tells in its end: one line for a person, one object for a program. Pure, and without Pelican."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .problems import shown
from .terminal import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .problems import Problem

VERSION = 1
_SHORT = 0.1  # seconds; what takes less is told as "0.05 s"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, and what it has found. `problems` are settled."""

    read: int = 0
    """Texts that were opened and read."""
    rendered: int = 0
    """Files that were made from a template."""
    written: int = 0
    """Files of the output that are new or other than before."""
    unchanged: int = 0
    removed: int = 0
    pages: int = 0
    """Of all files those that are HTML."""
    files: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)
    """By the names of the stages, in their order."""
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        return sum(problem.is_error for problem in self.problems)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors


def summary(report: BuildReport) -> str:
    """One line: how large the site is, what has changed, how long it took, how many problems there are.

    A site of no files, and with errors, was not placed; a preview is, since one article's mistake is no reason to withhold the others.
    """
    took = f"in {_seconds(sum(report.seconds.values()))}" if report.seconds else ""
    if report.errors and not report.files:
        return f"Not finished: {_problems(report)}{f', found {took}' if took else ''}."
    size = f"{counted(report.pages, 'page')}, {counted(report.files, 'file')} in all"
    parts = [f"{size}: {_changes(report)}", took, f"with {_problems(report)}" if report.problems else ""]
    return ", ".join(filter(None, parts)) + "."


def _changes(report: BuildReport) -> str:
    changes = [f"{report.written} new or changed" if report.written else "", f"{report.removed} removed" if report.removed else ""]
    return ", ".join(filter(None, changes)) or "nothing changed"


def _problems(report: BuildReport) -> str:
    counts = ((report.errors, "error"), (report.warnings, "warning"))
    return ", ".join(counted(count, what) for count, what in counts if count)


def _seconds(seconds: float) -> str:
    if seconds >= 60:
        return f"{int(seconds // 60)} min {round(seconds % 60):02} s" if round(seconds % 60) < 60 else f"{int(seconds // 60) + 1} min 00 s"
    return f"{seconds:.1f} s" if seconds >= _SHORT else f"{seconds:.2f} s"


def as_json(report: BuildReport) -> str:
    """The report as one object, as all reports of the project have it."""
    counts = {
        name: getattr(report, name)
        for name in ("read", "rendered", "written", "unchanged", "removed", "pages", "files", "errors", "warnings")
    }
    seconds = {stage: round(took, 3) for stage, took in report.seconds.items()}
    whole = {"version": VERSION, "findings": [_finding(problem) for problem in report.problems], "counts": counts, "seconds": seconds}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _finding(problem: Problem) -> dict[str, Any]:
    found: dict[str, Any] = {
        "rule": problem.rule or "site-build",
        "severity": "error" if problem.is_error else "warning",
        "path": shown(problem.path) if problem.path else "",
        "line": problem.line or 0,
        "message": problem.message,
        "fix": problem.fix,
    }
    return found | ({"pages": list(problem.pages)} if problem.pages else {})
