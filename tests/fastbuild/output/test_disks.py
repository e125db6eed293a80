"""Disks that are full, read-only, mounted, or of another kind: the output is as it was, and the next build is right."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import HalfwayError, exchanging, files, in_place, manifest, opened, swapping

from tests.fastbuild.output.conftest import Desk, commit, contents, write
from tests.fastbuild.output.killing import ended_by, in_child

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform != "win32":
    import resource

SITE = {"index.html": "home", "about/index.html": "about", "tags/a/index.html": "a", "tags/b/index.html": "b"}
CHANGED = SITE | {"index.html": "second", "tags/a/index.html": "second", "new/index.html": "new"}

on_linux = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounting is for the administrator of a Linux")
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")


def failing_at(count: int, number: int) -> Iterator[None]:
    """Counts calls, and fails at one of them as a full disk would."""
    while count:
        count -= 1
        yield
    raise OSError(number, os.strerror(number), "a file")


def assert_next_build_is_right(desk: Desk) -> None:
    assert desk.current().items() <= {name: files.digest_of(text.encode()) for name, text in desk.site().items()}.items()
    for site in (SITE, CHANGED):
        desk.build(site)
        assert desk.site() == site
    assert desk.beside() == set()


@pytest.mark.parametrize("count", range(4))
@pytest.mark.parametrize("step", ["link", "move", "make_folders", "identity"])
def test_a_swap_that_fails_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str, count: int) -> None:
    for number in range(3):
        desk.build(SITE | {"tags/b/index.html": f"{number}"})
    before = desk.site()
    fails = failing_at(count, errno.ENOSPC)
    real = getattr(swapping, step)
    monkeypatch.setattr(swapping, step, lambda *arguments: (next(fails), real(*arguments))[1])
    with contextlib.suppress(OSError):
        desk.build(CHANGED)
    monkeypatch.undo()
    assert desk.site() in (before, CHANGED)
    assert_next_build_is_right(desk)


def test_a_swap_whose_manifest_cannot_be_written_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        desk.build(SITE | {"tags/b/index.html": f"{number}"})
    before = desk.site()

    def full(path: Path, _: manifest.Manifest) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(manifest, "write", full)
    with pytest.raises(OSError, match="No space left") as error:
        desk.build(CHANGED)
    assert error.value.filename
    monkeypatch.undo()
    assert desk.site() == before
    assert_next_build_is_right(desk)


@pytest.mark.parametrize("count", range(4))
def test_placing_that_fails_says_that_it_is_halfway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    desk = Desk(tmp_path, swap=False)
    desk.build(SITE)
    fails = failing_at(count, errno.EIO)

    def put(source: str, target: str, by_way_of: str) -> None:
        next(fails)
        files.put(source, target, by_way_of)

    monkeypatch.setattr(in_place, "put", put)
    if count < 3:
        with pytest.raises(HalfwayError) as error:
            desk.build(CHANGED)
        assert (error.value.errno, error.value.filename) == (errno.EIO, "a file")
    else:
        desk.build(CHANGED)
    monkeypatch.undo()
    found = desk.site()
    assert sum(found.get(name) != SITE.get(name) for name in CHANGED) == count
    assert_next_build_is_right(desk)


@not_on_windows
@pytest.mark.parametrize("limit", [0, 10, 200, 5000])
def test_a_limit_on_the_size_of_files(any_desk: Desk, limit: int) -> None:
    """`ulimit -f`: staging fails, or writing a manifest does."""
    any_desk.build(SITE)
    any_desk.build(CHANGED)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with pytest.raises(OSError, match="File too large"):
            any_desk.build(SITE | {"index.html": "third" * 2000})

    assert ended_by(in_child(work)) == 0
    assert any_desk.site() == CHANGED
    assert_next_build_is_right(any_desk)


@not_on_windows
def test_a_limit_that_only_the_manifest_meets(any_desk: Desk) -> None:
    any_desk.build(SITE)
    any_desk.build(CHANGED)

    def work() -> None:
        with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
            with pytest.raises(OSError, match="File too large") as error:
                commit(tree, SITE)
            assert error.value.filename

    assert ended_by(in_child(work)) == 0
    assert any_desk.site() == CHANGED
    assert_next_build_is_right(any_desk)


@contextlib.contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


TMPFS = ("-t", "tmpfs", "-o", "size=400k", "tmpfs")


@on_linux
def test_an_output_folder_that_is_a_mount_point(desk: Desk) -> None:
    with mounted(desk.output, *TMPFS):
        inode = desk.output.stat().st_ino
        for number in range(3):
            site = SITE | {"index.html": f"{number}", f"{number}.html": "x"}
            assert desk.build(site).mode == "in place"
            assert desk.site() == site
            assert desk.output.stat().st_ino == inode
        assert desk.beside() == set()
        assert desk.build(site).mode == "untouched"


@on_linux
@pytest.mark.parametrize("first", ["stage", "spare"])
def test_an_output_folder_that_is_a_mount_of_the_same_disk(desk: Desk, first: str) -> None:
    """Nothing about the folder tells; only the attempt to link into it, or to rename it, does."""
    if first == "spare":
        for number in range(3):
            desk.build(SITE | {"index.html": f"{number}"})
    before = SITE if first == "spare" else {}
    desk.output.mkdir(exist_ok=True)
    with mounted(desk.output, "--bind", str(desk.output)):
        desk.build(before)
        for number in range(3):
            site = SITE | {"index.html": f"bound {number}", f"{number}.html": "x"}
            assert desk.build(site).mode == "in place"
            assert desk.site() == site
        assert desk.beside() == set()


@on_linux
def test_a_folder_of_the_output_that_is_a_mount_point(desk: Desk) -> None:
    for number in range(3):
        desk.build(SITE | {"index.html": f"{number}"})
    with mounted(desk.output / "tags", *TMPFS):
        assert desk.current().keys() == {"index.html", "about/index.html"}
        for number in range(3):
            site = SITE | {"tags/a/index.html": f"{number}"}
            placed = desk.build(site)
            assert (placed.mode, placed.foreign) == ("in place", ())
            assert desk.site() == site


@on_linux
def test_a_full_disk_under_the_output_folder_changes_nothing(desk: Desk) -> None:
    with mounted(desk.output, *TMPFS):
        desk.build(SITE)
        big = {f"{number}.html": "x" * 50_000 for number in range(20)}
        with pytest.raises(OSError, match="No space left") as error:
            desk.build(big)
        assert not isinstance(error.value, HalfwayError)
        assert desk.site() == SITE
        assert_next_build_is_right(desk)


@on_linux
@pytest.mark.parametrize("swap", [True, False])
def test_a_full_disk_under_everything_changes_nothing(tmp_path: Path, swap: bool) -> None:  # noqa: FBT001  a parameter of the test
    with mounted(tmp_path / "disk", *TMPFS):
        desk = Desk(tmp_path / "disk", swap=swap)
        for number in range(3):
            desk.build(SITE | {"index.html": f"{number}"})
        before = desk.site()
        for left in range(0, 60, 4):
            write(desk.folder, {"ballast": "x" * (shutil.disk_usage(desk.folder).free - left * 1024)})
            with contextlib.suppress(OSError):
                desk.build(SITE | {"index.html": "y" * 9000, "new/index.html": "y" * 9000})
            assert contents(desk.output) in (before, SITE | {"index.html": "y" * 9000, "new/index.html": "y" * 9000})
            (desk.folder / "ballast").unlink()
        assert_next_build_is_right(desk)


@on_linux
def test_a_disk_that_is_read_only(desk: Desk) -> None:
    with mounted(desk.output, *TMPFS):
        desk.build(SITE)
        subprocess.run(["mount", "-o", "remount,ro", str(desk.output)], check=True)
        with pytest.raises(OSError, match="Read-only file system") as error:
            desk.build(CHANGED)
        assert not isinstance(error.value, HalfwayError)
        assert error.value.filename
        assert desk.build(SITE).mode == "untouched"
        subprocess.run(["mount", "-o", "remount,rw", str(desk.output)], check=True)
        assert_next_build_is_right(desk)


@pytest.mark.skipif(sys.platform == "win32", reason="other permissions there")
@pytest.mark.parametrize("folder", ["", "tags", "tags/a"])
def test_a_folder_that_may_not_be_written_to(tmp_path: Path, folder: str) -> None:
    desk = Desk(tmp_path, swap=False)
    desk.build(SITE)
    (desk.output / folder).chmod(0o555)

    def work() -> None:
        if os.geteuid() == 0:
            give_up_privileges(tmp_path)
        with pytest.raises(PermissionError) as error:
            desk.build(SITE | {"index.html": "second", "tags/a/index.html": "second"})
        assert error.value.filename == str(desk.output / folder)
        assert not isinstance(error.value, HalfwayError)

    assert ended_by(in_child(work)) == 0
    assert desk.site() == SITE


def give_up_privileges(folder: Path) -> None:
    """Nobody may do everything any more, root in a container included."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534, follow_symlinks=False)
    for above in folder.parents:
        with contextlib.suppress(PermissionError):
            above.chmod(above.stat().st_mode | 0o011)
    os.setgid(65534)
    os.setuid(65534)


@not_on_windows
def test_the_mode_of_the_output_folder_stays(desk: Desk) -> None:
    desk.build(SITE)
    desk.output.chmod(0o750)
    for number in range(3):
        assert desk.build(SITE | {"index.html": f"{number}"}).mode == "swapped"
        assert desk.output.stat().st_mode & 0o777 == 0o750


@not_on_windows
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only an administrator can give folders away")
def test_a_folder_that_belongs_to_somebody_else_is_not_swapped(desk: Desk) -> None:
    desk.build(SITE)
    os.chown(desk.output, 65534, 65534)
    assert desk.build(SITE | {"index.html": "second"}).mode == "in place"
    assert desk.output.stat().st_uid == 65534


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV])
@pytest.mark.parametrize("builds", [1, 3])
def test_a_disk_without_hard_links(desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, builds: int) -> None:
    for count in range(builds):
        desk.build(SITE | {"index.html": f"{count}", "about/index.html": f"{count}"})

    def link(source: str, target: str, *, follow_symlinks: bool) -> None:
        raise OSError(number, os.strerror(number), source, None, target)

    monkeypatch.setattr(os, "link", link)
    assert desk.build(CHANGED).mode == "in place"
    assert desk.site() == CHANGED
    monkeypatch.undo()
    assert_next_build_is_right(desk)


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EPERM])
@pytest.mark.parametrize("builds", [1, 3])
def test_a_folder_that_cannot_be_exchanged(desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, builds: int) -> None:
    for count in range(builds):
        desk.build(SITE | {"index.html": f"{count}", "about/index.html": f"{count}"})

    def exchange(_: Path, other: Path) -> None:
        raise OSError(number, os.strerror(number), str(other))

    monkeypatch.setattr(exchanging, "exchange", exchange)
    assert desk.build(CHANGED).mode == "in place"
    assert desk.site() == CHANGED
    assert_next_build_is_right(desk)


def test_a_system_without_an_exchange_takes_two_steps(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    for number in range(4):
        site = SITE | {"index.html": f"{number}"}
        assert desk.build(site).mode == "swapped"
        assert desk.site() == site
    assert desk.beside() == set()


@pytest.mark.skipif(sys.platform != "linux", reason="a call of Linux")
def test_folders_are_exchanged_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the C library has no name for the call."""
    write(tmp_path, {"one/a": "1", "other/b": "2"})
    exchanging.exchange(tmp_path / "one", tmp_path / "other")
    assert contents(tmp_path) == {"one/b": "2", "other/a": "1"}
    monkeypatch.setattr(exchanging, "hasattr", lambda *_: False, raising=False)
    exchanging.exchange(tmp_path / "one", tmp_path / "other")
    assert contents(tmp_path) == {"one/a": "1", "other/b": "2"}
    with pytest.raises(FileNotFoundError) as error:
        exchanging.exchange(tmp_path / "one", tmp_path / "nowhere")
    assert error.value.filename == str(tmp_path / "nowhere")


def test_stale_files_go_first_only_where_a_disk_might_have_no_room_for_both() -> None:
    """Some disks ignore case and how an accent is composed; none has a file and a folder of one name."""
    changed = ["about/index.html", "tags/x.html", "caf\u00e9.html", "page", "other/new.html"]
    first = ["About", "CAFE\u0301.html", "Tags/y.html", "about", "page/a/index.html", "tags/X.html"]
    last = ["aboutness", "other/old.html", "tags/z.html"]
    assert in_place._parted(sorted(first + last), changed) == (sorted(first), last)
