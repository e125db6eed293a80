"""A project in a temporary folder: sources and a finished site, both written by the test, and checks of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from site_check.checking import Subject, check

if TYPE_CHECKING:
    from pathlib import Path

    from site_check.model import Record
    from site_check.report import Report

ARTICLE = "Title: {title}\nDate: 2026-01-02 10:00\n{more}\n\n"


@dataclass(frozen=True)
class Said:
    """A record as a build hands it over."""

    level: str
    message: str
    path: Path | None = None
    line: int | None = None
    rule: str | None = None
    fix: str = ""


@dataclass
class Project:
    """What is checked. `settings` are those of a site that allows nothing."""

    root: Path
    settings: dict[str, Any] = field(default_factory=lambda: {"SITEURL": "https://blog.example.com"})

    def write(self, name: str, text: str) -> Path:
        """A file anywhere in the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def article(self, body: str, *, name: str = "hello", more: str = "Tags: one") -> None:
        """An article whose body begins on line 5."""
        self.write(f"content/articles/{name}.md", ARTICLE.format(title=name.title(), more=more) + body + "\n")

    def page(self, body: str, *, name: str = "hello") -> None:
        """A finished page whose body begins on line 2."""
        self.write(f"site/{name}/index.html", f"<!doctype html><title>A page</title>\n{body}\n")

    def check(self, *records: Record, **settings: Any) -> Report:
        for folder in ("content", "site"):
            (self.root / folder).mkdir(exist_ok=True)
        return check(Subject(self.root, self.root / "content", self.root / "site"), records, self.settings | settings)

    def found(self, **settings: Any) -> list[tuple[str, str, int]]:
        """Rule, path and line of each finding."""
        return [(finding.rule, finding.path, finding.line) for finding in self.check(**settings).findings]

    def rules(self, **settings: Any) -> set[str]:
        return {rule for rule, _, _ in self.found(**settings)}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)
