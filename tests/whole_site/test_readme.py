"""The README says what the code does: every command, every key of site.toml, and how to begin."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from functools import cache

import pytest
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
