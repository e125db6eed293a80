"""Patching an output folder that is held open: a few files, and nothing else looked at."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import DisturbedError, HalfwayError, PlacingError, digest_of, files, in_place, moments, opened, surveying

from tests.fastbuild.output import killing
from tests.fastbuild.output.conftest import Desk, commit, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SITE = {"index.html": "home", "about/index.html": "about", "tags/a/index.html": "a", "tags/b/index.html": "b"}


def digests(site: dict[str, str]) -> dict[str, str]:
    return {name: digest_of(text.encode()) for name, text in site.items()}


def test_a_patch_changes_adds_and_removes(any_desk: Desk) -> None:
    any_desk.build(SITE)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, {"index.html": "second", "new/page/index.html": "new"})
        placed = tree.patch(["tags/b/index.html", "never.html"])
        site = {"index.html": "second", "new/page/index.html": "new", "about/index.html": "about", "tags/a/index.html": "a"}
        assert any_desk.site() == site
        assert (placed.changed, placed.removed) == (("index.html", "new/page/index.html"), ("tags/b/index.html",))
        assert placed.files == tuple(sorted(site))
        assert tree.current == digests(site)
        assert [*tree.stage.iterdir()] == []
        write(tree.stage, {"index.html": "third"})
        tree.patch()
    assert any_desk.site() == site | {"index.html": "third"}
    assert any_desk.current() == digests(any_desk.site())
    assert not (any_desk.output / "tags" / "b").exists()
    assert any_desk.beside() == set()


def test_commits_and_patches_may_take_turns(any_desk: Desk) -> None:
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        for number in range(5):
            site = SITE | {"index.html": f"committed {number}", f"{number}.html": "x"}
            commit(tree, site)
            assert any_desk.site() == site
            write(tree.stage, {"about/index.html": f"patched {number}"})
            tree.patch(["tags/b/index.html"])
            site["about/index.html"] = f"patched {number}"
            del site["tags/b/index.html"]
            assert any_desk.site() == site
            if number % 2:
                tree.refresh()
            assert tree.current == digests(site)
    any_desk.build(SITE)
    assert any_desk.site() == SITE


def counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the file system from now on, by the names that `os` has for it."""
    calls: list[str] = []

    def counted(name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(os, name)

        def call(*arguments: object, **named: object) -> object:
            calls.append(name)
            return real(*arguments, **named)

        return call

    for name in ("lstat", "stat", "scandir", "unlink", "rename", "replace", "mkdir", "rmdir"):
        monkeypatch.setattr(os, name, counted(name))
    return calls


def test_the_work_of_a_patch_follows_the_number_of_changes(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for size in (10, 300):
        any_desk.build(SITE | {f"more/{number}/index.html": f"{number}" for number in range(size)})
        with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
            write(tree.stage, {"index.html": f"{size}"})
            calls = counting(monkeypatch)
            tree.patch()
            monkeypatch.undo()
            counts.append(sorted(calls))
    assert counts[0] == counts[1]
    assert 5 < len(counts[0]) < 50


def test_the_work_of_a_commit_follows_the_number_of_changes_but_for_one_look_at_each_folder(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "TICK", -(10**18))
    counts = []
    for size in (10, 300):
        for number in range(3):
            desk.build(SITE | {f"more/{page}/index.html": f"{page}" for page in range(size)} | {"index.html": f"{number}"})
        with opened(desk.output, desk.cache) as tree:
            write(tree.stage, {"index.html": f"{size}"})
            calls = counting(monkeypatch)
            tree.commit({name: known for name, known in tree.current.items() if name != "index.html"})
            monkeypatch.undo()
            monkeypatch.setattr(surveying, "TICK", -(10**18))
            counts.append(calls)
    assert counts[1].count("lstat") - counts[0].count("lstat") <= 290 + 16
    assert sorted(set(counts[0])) == sorted(set(counts[1]))
    for name in ("scandir", "unlink", "rename", "replace", "mkdir", "rmdir"):
        assert counts[0].count(name) == counts[1].count(name)


def test_what_was_left_in_the_stage_by_a_patch_that_failed_is_gone(any_desk: Desk) -> None:
    any_desk.build(SITE)
    write(any_desk.output, {"new": "theirs"})
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        for ours in ("new", "new/index.html"):
            write(tree.stage, {"index.html": "second", ours: "ours"})
            with pytest.raises(PlacingError, match="new"):
                tree.patch()
            assert [*tree.stage.iterdir()] == []
        assert any_desk.site() == SITE | {"new": "theirs"}
        write(tree.stage, {"about": "page"})
        with pytest.raises(PlacingError, match="about"):
            tree.patch()
        write(tree.stage, {"about": "page"})
        tree.patch(["about/index.html"])
        assert any_desk.site()["about"] == "page"


def test_an_output_folder_that_is_not_the_one_that_was_opened_is_not_patched(any_desk: Desk) -> None:
    any_desk.build(SITE)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        shutil.rmtree(any_desk.output)
        write(tree.stage, {"index.html": "second"})
        with pytest.raises(DisturbedError, match=r"about/index\.html, index\.html"):
            tree.patch()
        assert not any_desk.output.exists()
        tree.refresh()
        commit(tree, SITE)
        assert any_desk.site() == SITE


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_patch_removes_nothing_behind_a_link(any_desk: Desk, tmp_path: Path) -> None:
    any_desk.build(SITE)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        (any_desk.output / "tags").rename(tmp_path / "tags")
        (any_desk.output / "tags").symlink_to(tmp_path / "tags")
        assert tree.patch(["tags/a/index.html", "about/index.html"]).removed == ("about/index.html",)
    assert (tmp_path / "tags" / "a" / "index.html").read_text() == "a"


def test_a_patch_that_fails_halfway_is_understood_at_once(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    any_desk.build(SITE)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, {"earlier.html": "earlier"})
        tree.patch()

        def put(source: str, target: str, by_way_of: str) -> None:
            if target.endswith("new.html"):
                raise OSError(errno.EIO, "Input/output error", target)
            files.put(source, target, by_way_of)

        monkeypatch.setattr(in_place, "put", put)
        write(tree.stage, {"index.html": "second", "new.html": "new"})
        with pytest.raises(HalfwayError):
            tree.patch()
        monkeypatch.undo()
        site = SITE | {"index.html": "second", "earlier.html": "earlier"}
        assert any_desk.site() == site
        assert tree.current == digests(site)
        commit(tree, SITE)
        assert any_desk.site() == SITE


def test_a_patch_that_cannot_be_noted_does_not_forget_those_before(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    any_desk.build(SITE)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, {"earlier.html": "earlier"})
        tree.patch()

        def full(*_: object) -> dict[str, str]:
            (any_desk.state / "manifest.coming").unlink()
            raise OSError(errno.ENOSPC, "No space left on device", "new.html")

        monkeypatch.setattr(in_place, "_brought_near", full)
        write(tree.stage, {"new.html": "new"})
        with pytest.raises(OSError, match="No space left"):
            tree.patch()
        monkeypatch.undo()
        left = (any_desk.state / "manifest").read_bytes()
    assert b"earlier.html" in left
    assert b"new.html" not in left
    assert any_desk.build(SITE).removed == ("earlier.html",)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
@pytest.mark.parametrize("moment", [moment for moment in moments.PLACING if moment != "manifest written"])
@pytest.mark.parametrize("patches", [1, 3])
def test_killed_while_patching(any_desk: Desk, moment: str, patches: int) -> None:
    """Whatever earlier patches have done is known as well."""
    for number in range(3):
        any_desk.build(SITE | {"tags/b/index.html": f"{number}"})

    def work() -> None:
        with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
            for number in range(patches):
                if number == patches - 1:
                    moments.watcher = killing.killing_at(moment)
                write(tree.stage, {"index.html": f"patched {number}", f"{number}.html": "new", "about" if number % 2 else "more": "page"})
                tree.patch(["about/index.html", "tags/b/index.html"] if number % 2 else ["about"])
            os.kill(os.getpid(), 9)

    assert killing.ended_by(killing.in_child(work)) == -9
    found = any_desk.site()
    assert any_desk.current().items() <= digests(found).items()
    for site in (SITE, SITE | {"index.html": "last"}):
        any_desk.build(site)
        assert any_desk.site() == site
    assert any_desk.beside() == set()


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
@pytest.mark.parametrize("moment", ["coming manifest written", "assembled", "file placed"])
def test_a_commit_that_is_killed_does_not_forget_what_was_patched_before(any_desk: Desk, moment: str) -> None:
    for number in range(3):
        any_desk.build(SITE | {"index.html": f"{number}"})

    def work() -> None:
        with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
            write(tree.stage, {"patched.html": "patched"})
            tree.patch()
            moments.watcher = killing.killing_at(moment)
            commit(tree, SITE)
        os.kill(os.getpid(), 9)

    assert killing.ended_by(killing.in_child(work)) == -9
    any_desk.build(SITE | {"about/index.html": "second"})
    assert any_desk.site() == SITE | {"about/index.html": "second"}
