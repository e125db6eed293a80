"""What is done, before a build, with what others have left beside the output folder and in it."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import moments, opened
from fastbuild.output.places import Places
from fastbuild.output.recovering import FORGOTTEN_AFTER

from tests.fastbuild.output import killing
from tests.fastbuild.output.conftest import Desk, contents, write

if TYPE_CHECKING:
    from pathlib import Path

SITE = {"index.html": "home", "feed.xml": "feed", "about/index.html": "about", "tags/a/index.html": "a"}

needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="no fork there")


def age(folder: Path, seconds: float) -> None:
    os.utime(folder, (time.time() - seconds, time.time() - seconds))


def test_forgotten_stages_go(desk: Desk) -> None:
    """Ours at once, since we hold the lock; those of builds with another cache folder when they are old."""
    places = Places.of(desk.output, desk.cache)
    names = {
        f"{places.hidden}77": False,
        f"{places.hidden}aside": False,
        f"{places.hidden}spare": False,
        ".output.stage-000000000000-77": True,
        ".output.stage-88": False,
        ".output.stages": True,
        ".other.stage-88": True,
    }
    for name in names:
        write(desk.folder, {f"{name}/index.html": "half"})
    age(desk.folder / ".output.stage-88", FORGOTTEN_AFTER + 60)
    age(desk.folder / ".other.stage-88", FORGOTTEN_AFTER + 60)
    age(desk.folder / ".output.stage-000000000000-77", FORGOTTEN_AFTER - 60)
    write(places.state, {"stage-77/index.html": "half", "spare/index.html": "of nobody"})
    desk.output.mkdir()
    desk.build(SITE)
    assert desk.beside() == {name for name, stays in names.items() if stays}
    assert {path.name for path in places.state.iterdir()} == {"manifest"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_looks_like_a_stage_is_not_followed(desk: Desk) -> None:
    write(desk.folder, {"elsewhere/mine.txt": "mine"})
    (desk.folder / f"{Places.of(desk.output, desk.cache).hidden}77").symlink_to(desk.folder / "elsewhere")
    desk.build(SITE)
    assert contents(desk.folder / "elsewhere") == {"mine.txt": "mine"}


@needs_fork
def test_a_spare_that_a_killed_build_has_changed_is_not_used(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was moved into it is where a file lies that has not changed in any build before."""
    for number in range(3):
        desk.build(SITE | {"index.html": f"{number}"})

    def work() -> None:
        moments.watcher = killing.killing_at("assembled")
        desk.build(SITE | {"feed.xml": "never finished"})

    assert killing.ended_by(killing.in_child(work)) == -9
    monkeypatch.setattr("fastbuild.output.swapping._is_untouched", lambda *_: True)
    desk.build(SITE | {"index.html": "next"})
    assert desk.site() == SITE | {"index.html": "next"}


@needs_fork
def test_nothing_is_removed_behind_a_link_that_came_since(tmp_path: Path) -> None:
    desk = Desk(tmp_path, swap=False)
    places = Places.of(desk.output, desk.cache)
    desk.build(SITE)

    def work() -> None:
        moments.watcher = killing.killing_at("file placed")
        desk.build(dict.fromkeys(SITE, "second"))

    assert killing.ended_by(killing.in_child(work)) == -9
    (desk.output / "tags").rename(tmp_path / "theirs")
    write(tmp_path / "theirs", {f"a/{places.passing_file}": "theirs", "b/c.txt": "theirs"})
    (tmp_path / "theirs" / "empty").mkdir()
    before = contents(tmp_path / "theirs")
    (desk.output / "tags").symlink_to(tmp_path / "theirs")
    with opened(desk.output, desk.cache, swap=False) as tree:
        assert "tags/a/index.html" not in tree.current
        assert "tags/a/index.html" not in tree.owned
    assert contents(tmp_path / "theirs") == before
    assert (tmp_path / "theirs" / "empty").is_dir()


@needs_fork
def test_copies_on_their_way_into_a_folder_on_another_disk_are_removed(tmp_path: Path) -> None:
    desk = Desk(tmp_path, swap=False)
    desk.build(SITE)

    def work() -> None:
        moments.watcher = killing.killing_at("file placed")
        desk.build(dict.fromkeys(SITE, "second"))

    assert killing.ended_by(killing.in_child(work)) == -9
    write(desk.output, {f"tags/a/{Places.of(desk.output, desk.cache).passing_file}": "half"})
    assert desk.build(SITE).foreign == ()
    assert desk.site() == SITE
