"""The README says what the code does: every command, every key of site.toml, and how to begin."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from fastbuild.building import Request, build
from fastbuild.sources import Sources
from site_owner.model import Counts, Labels, Site

from .variants import ROOT

FIRST_SCREEN = 60
"""Lines of source; pictures and badges are one line each."""


@cache
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@cache
def tasks() -> list[str]:
    """The commands that tasks.py offers, from its own help."""
    done = subprocess.run([sys.executable, "tasks.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=False)
    return re.findall(r"(?m)^    ([a-z]+) {2,}\S", done.stdout)


@cache
def site_keys() -> list[str]:
    """Every key that site.toml may have, those of its tables included."""
    return sorted({key.name for model in (Site, Labels, Counts) for key in fields(model)})


@pytest.mark.parametrize("command", ["python3 tasks.py build", "python3 tasks.py test", "python3 tasks.py init"])
def test_the_first_screen_says_how_to_begin(command: str) -> None:
    assert command in "\n".join(readme().splitlines()[:FIRST_SCREEN])


def test_every_task_is_described() -> None:
    assert len(tasks()) >= 8
    assert [task for task in tasks() if f"`{task}" not in readme() and f"tasks.py {task}" not in readme()] == []


def test_every_key_of_the_settings_is_described() -> None:
    assert [key for key in site_keys() if f"`{key}`" not in readme()] == []


def test_commands_in_the_readme_exist() -> None:
    named = set(re.findall(r"tasks\.py ([a-z]+)", readme()))
    assert sorted(named - set(tasks())) == []


def test_files_that_the_readme_names_exist() -> None:
    without_code = re.sub(r"```.*?```|`[^`\n]*`", "", readme(), flags=re.DOTALL)
    linked = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", without_code)
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_mistakes_are_told_as_the_readme_shows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    fields = "Date: 2026-01-02\nCategory: Beginnings\nSummary: A cup.\nId: 7KQ2MY\n"
    Path("content/articles").mkdir(parents=True)
    Path("content/articles/coffee.md").write_text(f"Title: Coffee\n{fields}\nText.\n", encoding="utf-8")
    tea = f"Title: Tea\n{fields}Stauts: draft\n\nSee [coffee]({{filename}}cofee.md).\n"
    Path("content/articles/tea.md").write_text(tea, encoding="utf-8")
    no_feeds = "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
    settings = "TIMEZONE = 'UTC'\nPATH = 'content'\nARTICLE_PATHS = ['articles']\nFASTBUILD_FIELDS = ['Id']\nPLUGINS = []\n"
    Path("conf.py").write_text(settings + no_feeds, encoding="utf-8")
    assert build(Request(tmp_path, Sources(tmp_path / "conf.py"), tmp_path / "output")) == 1
    shown = re.search(r"```text\n(1 error:\n.*?)```", readme(), flags=re.DOTALL)
    assert shown
    assert capsys.readouterr().err == shown[1]
