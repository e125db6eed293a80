"""The Nu HTML checker, once over everything that was built."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from tests.whole_site.variants import SMALL_VARIANTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole_site.builds import Builds

CHECKED = ("sample", "sample-published", "yours", "yours-published", *SMALL_VARIANTS)

TOLERATED = {
    r"The “list” role is unnecessary for element “[uo]l”": "Safari's screen reader drops a list without bullets unless it has its role",
    r"violates Content Security Policy \(meta tag\): (external stylesheet|image|font) “.*” blocked": "a file on disk has no 'self'",
    r"Inline script violates Content Security Policy": "JSON-LD is data; the policy forbids running, and nothing is to run",
}
"""Warnings that are no fault of ours (a regular expression) and why."""

NEWER_THAN_THE_CHECKER = (
    r"^CSS: .*@view-transition",
    r"^CSS: Parse Error.*::view-transition-group|^CSS: Parse Error.*tion-group\(root\)",
    r"^CSS: “(container-type|view-transition-name)”: Property .* doesn't exist",
)
"""Of css-contain-3 and css-view-transitions-2, which the checker does not know yet. No other error is tolerated."""


@pytest.fixture(scope="session")
def messages(java_vnu: list[str], builds: Builds) -> list[dict[str, Any]]:
    """All messages about all builds, from one run."""
    folders = [builds[name].output for name in CHECKED]
    files = [str(path) for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".html", ".css", ".svg"}]
    return checked(tuple(java_vnu), tuple(files))


@cache
def checked(command: tuple[str, ...], files: tuple[str, ...]) -> list[dict[str, Any]]:
    options = ["--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg", "--format", "json"]
    done = subprocess.run([*command, *options, *files], capture_output=True, text=True, encoding="utf-8", check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return found


def lines(found: list[dict[str, Any]], folder: Path) -> list[str]:
    """Messages about files below `folder` that are not tolerated."""
    # The checker writes file:/folder/page.html, with one slash.
    own = [(message, unquote(str(message.get("url", ""))).partition(f"{folder.as_posix()}/")[2]) for message in found]
    return sorted(
        {
            f"{path}:{message.get('lastLine')}: {message['type']}: {message['message']}"
            for message, path in own
            if path and not is_tolerated(message)
        }
    )


def is_tolerated(message: dict[str, Any]) -> bool:
    text = f"{message['message']} {message.get('extract', '')}"
    return any(re.search(pattern, text) for pattern in (NEWER_THAN_THE_CHECKER if message["type"] == "error" else TOLERATED))


@pytest.mark.parametrize("name", CHECKED)
def test_markup_and_style_sheets_are_valid(messages: list[dict[str, Any]], builds: Builds, name: str) -> None:
    assert lines(messages, builds[name].output) == []


def test_the_checker_finds_mistakes(java_vnu: list[str], tmp_path: Path) -> None:
    wrong = tmp_path / "out" / "wrong.html"
    wrong.parent.mkdir()
    wrong.write_text("<!doctype html><title>x</title><p><div id=a></div><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in line for line in lines(checked(tuple(java_vnu), (str(wrong),)), wrong.parent))
