"""The output is a function of the input: not of the machine, the folder, the day or the seed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .builds import Build, Builds, copy_project, run_pelican
from .variants import VARIANTS

if TYPE_CHECKING:
    from pathlib import Path


def tree(build: Build) -> dict[str, bytes]:
    return {path: (build.output / path).read_bytes() for path in build.files}


def differing(one: Build, other: Build) -> list[str]:
    """Files that only one of two builds has, or that differ."""
    first, second = tree(one), tree(other)
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))


def age_files(folder: Path) -> None:
    """Give every file another time, in another order than their names have."""
    for number, path in enumerate(sorted(folder.rglob("*"), reverse=True)):
        moment = 1_000_000_000 + number * 86_400 * (1 + number % 3)
        os.utime(path, (moment, moment))


def test_another_machine_builds_the_same_bytes(builds: Builds, tmp_path: Path) -> None:
    variant = VARIANTS["sample-on-another-machine"]
    project = tmp_path / variant.folder_name
    copy_project(project)
    variant.write(project)
    age_files(project)
    other = Build("sample-on-another-machine", project, run_pelican(project, variant))
    assert {"index.html", "feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json", "feeds/all.opml"} <= set(other.files)
    assert differing(builds["sample-published"], other) == []


def test_a_second_build_over_the_first_changes_nothing(builds: Builds, tmp_path: Path) -> None:
    variant = VARIANTS["sample-published"]
    again = Builds(tmp_path).make("again", variant)
    run_pelican(again.project, variant)
    assert differing(builds["sample-published"], Build("again", again.project, "")) == []
