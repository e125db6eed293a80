"""An old blog that has been imported is a site of ours: it builds, it is checked, and nobody who follows it sees anything twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import feedparser
import pytest

from tests.legacy_import.site import SAMPLES, NewSite

from .links import SiteMap
from .variants import Variant

if TYPE_CHECKING:
    from pathlib import Path

    from .builds import Build, Builds

SOURCES = tuple(SAMPLES / name for name in ("wordpress-1.2.xml", "blogger-backup.xml", "takeout.atom", "rss-2.0.xml"))
CHECK = "import sys; sys.path.insert(0, 'plugins'); import tasks; sys.exit(tasks.check(json=True))"


def write_imported(folder: Path) -> None:
    assert NewSite(folder).bring(*SOURCES) == 0


@pytest.fixture(scope="module")
def imported(builds: Builds) -> Build:
    return builds.make("imported", Variant(write_imported, publish=True))


@pytest.fixture(scope="module")
def report(imported: Build) -> dict[str, list[dict[str, str]]]:
    """What the import itself said."""
    found: dict[str, list[dict[str, str]]] = json.loads((imported.project / "import-review/report.json").read_text(encoding="utf-8"))
    return found


def test_it_builds_without_an_error(imported: Build) -> None:
    assert [problem for problem in imported.problems if "ERROR" in problem] == []


def errors_of_check(project: Path) -> list[dict[str, str]]:
    """The errors that the task `check` finds in a project."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", CHECK], cwd=project, env=environment, capture_output=True, text=True, check=False)
    return [found for found in json.loads(done.stdout)["findings"] if found["severity"] == "error"]


def test_check_finds_nothing_that_the_import_has_not_named(imported: Build, report: dict[str, list[dict[str, str]]]) -> None:
    named = {(found["path"], found["rule"]) for found in report["findings"]}
    unnamed = [found for found in errors_of_check(imported.project) if (found["path"], found["rule"]) not in named]
    assert [(found["rule"], found["path"], found["message"]) for found in unnamed] == []


def test_subscribers_see_nothing_twice(imported: Build) -> None:
    new = {entry.id for entry in feedparser.parse(imported.read("feeds/all.atom.xml").encode()).entries}
    assert {"tag:blogger.com,1999:blog-200.post-31", "tag:blogger.com,1999:blog-300.post-1"} <= new
    assert all(not entry.startswith("tag:imported.example") for entry in new)


def test_old_addresses_lead_to_the_posts(imported: Build) -> None:
    site_map = SiteMap(imported)
    for old, new in (
        ("2009/05/ask-listen.html", "ask-listen/"),
        ("2018/12/salt-pepper.html", "salt-pepper/"),
        ("blog/2012/07/café-crème/", "cafe-creme/"),
    ):
        page = imported.redirects[site_map.file_of(old)]
        assert page.attribute('link[rel="canonical"]', "href") == f"{site_map.public}{new}"
    rules = imported.read("_redirects").splitlines()
    assert "/feeds/posts/default /feeds/all.atom.xml 301" in rules
    assert "/comments/feed/ /feeds/closed.atom.xml 301" in rules
    assert len(feedparser.parse(imported.read("feeds/closed.atom.xml").encode()).entries) == 1


def test_what_was_private_or_a_comment_is_nowhere(imported: Build) -> None:
    review = imported.project / "import-review"
    comments = [
        line[2:] for path in review.rglob("*.md") for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("> ")
    ]
    private = ["Mine alone.", "The key is under the mat.", "Is it good?"]
    assert len(comments) >= 6
    everything = "\n".join(imported.read(path) for path in imported.files if path.endswith((".html", ".xml", ".json", ".txt")))
    assert [text for text in (*comments, *private) if len(text) > 9 and text in everything] == []
