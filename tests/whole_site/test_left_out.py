"""What is missing is said, and is a failure where CI is set."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from . import left_out
from .left_out import Tool, leave_out, summary
from .variants import ROOT

TOOL = Tool("A tool", "its tests", "get it")


@pytest.fixture(autouse=True)
def _nothing_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(left_out, "LEFT_OUT", [])


def test_a_missing_tool_leaves_a_line_and_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    for _ in range(2):
        with pytest.raises(pytest.skip.Exception):
            leave_out(TOOL)
    assert left_out.summary() == ["Left out for want of A tool: its tests. To run it: get it."]


def test_in_ci_a_missing_tool_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="get it"):
        leave_out(TOOL)


def test_nothing_missing_says_nothing() -> None:
    assert summary() == []


@pytest.mark.parametrize(("environment", "code"), [({}, 0), ({"CI": "true"}, 1)])
def test_a_run_without_java_says_so_at_its_end(environment: dict[str, str], code: int) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "tests/browser/test_markup.py::test_the_checker_finds_mistakes"]
    clean = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    done = subprocess.run(
        command, cwd=ROOT, env=clean | {"PATH": ""} | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == code, done.stdout
    assert done.stdout.splitlines()[-1].startswith("Left out for want of Java: the Nu HTML checker. To run it: install a Java runtime")


def test_programs_are_looked_for_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.skip.Exception):
        left_out.need_program("java", left_out.JAVA)
    assert [tool.name for tool in left_out.LEFT_OUT] == ["Java"]
