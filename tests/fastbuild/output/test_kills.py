"""Whenever a build is killed, the output folder is as before or as wanted, and the next build is right."""

from __future__ import annotations

import errno
import random
import sys
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import digest_of, exchanging, moments, tree

from tests.fastbuild.output.conftest import Desk, write
from tests.fastbuild.output.killing import SITES, build_for, build_until, build_until_change

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from fastbuild.output.places import Places

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork there")

WAYS = {
    "swapped": moments.SWAPPING,
    "swapped on another disk than the cache's": moments.SWAPPING,
    "swapped in two steps": moments.SWAPPING,
    "in place": moments.PLACING,
    "in place from another disk": moments.PLACING,
}


@pytest.fixture
def a_desk(tmp_path: Path, other_disk: Path | None, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Desk:
    """A desk for one of WAYS."""
    way = request.param
    if way == "swapped in two steps":
        monkeypatch.setattr(exchanging, "exchange", not_here)
    if "another disk" not in way:
        return Desk(tmp_path, swap="swapped" in way)
    if other_disk is None:
        pytest.skip("no second disk")
    if way == "in place from another disk":
        monkeypatch.setattr(tree, "_stage", stage_in_the_cache)
    return Desk(tmp_path, swap="swapped" in way, elsewhere=other_disk / "output")


def stage_in_the_cache(places: Places) -> Path:
    """As where the output folder is a mount point, which only an administrator can make."""
    stage = places.state / "stage-1"
    stage.mkdir(parents=True)
    return stage


def not_here(_one: Path, other: Path) -> None:
    raise OSError(errno.ENOSYS, "Function not implemented", str(other))


def is_mixture(found: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """True if each file is as in one of the two sites; copies on their way do not count."""
    return all(text in (before.get(name), after.get(name)) for name, text in found.items() if ".new-file" not in name)


def assert_right(desk: Desk, number: int, foreign: Mapping[str, str]) -> None:
    """What is said to be current is; the next build and the one after it make what they should."""
    found = desk.site()
    assert all(digest_of(found[name].encode()) == digest for name, digest in desk.current().items())
    for coming in (number + 1, number + 2):
        site = SITES[coming % len(SITES)]
        desk.build(site)
        assert desk.site() == {**site, **foreign}
    spare_beside = {path.name for path in desk.output.parent.glob(".output.stage-*-spare")} if desk.elsewhere else set()
    assert desk.beside() == spare_beside
    assert {path.name for path in desk.state.iterdir()} <= {"manifest", "manifest.spare", "spare"}


@pytest.mark.parametrize(("a_desk", "moment"), [(way, moment) for way in WAYS for moment in WAYS[way]], indirect=["a_desk"])
def test_killed_at_any_moment_of_any_build(a_desk: Desk, moment: str) -> None:
    """The first build makes the folder, the second a tree of its own, the third brings the first's forward."""
    for number in range(len(SITES)):
        before = a_desk.site()
        build_until(a_desk, number, moment)
        found = a_desk.site()
        if a_desk.swap and moment != "output moved aside":
            assert found in (before, SITES[number])
        assert is_mixture(found, before, SITES[number])
        a_desk.current()
        if a_desk.swap:
            assert a_desk.site() in (before, SITES[number])
    assert_right(a_desk, len(SITES), {})


def test_every_moment_comes(tmp_path: Path, other_disk: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the test above would test nothing at it."""
    seen: set[str] = set()
    monkeypatch.setattr(moments, "watcher", seen.add)
    for way in ("swap", "two steps", "in place"):
        if way == "two steps":
            monkeypatch.setattr(exchanging, "exchange", not_here)
        for site in SITES:
            Desk(tmp_path / way, swap=way != "in place").build(site)
    assert seen == {*moments.SWAPPING, *moments.PLACING}


@pytest.mark.parametrize("moment", moments.PLACING)
def test_killed_while_others_have_files_there(desk: Desk, moment: str) -> None:
    foreign = {"CNAME": "example.com", ".git/HEAD": "ref: refs/heads/main", "tags/mine.txt": "mine"}
    write(desk.output, foreign)
    for number in range(len(SITES)):
        before = desk.site()
        build_until(desk, number, moment)
        found = desk.site()
        assert found.items() >= foreign.items()
        assert is_mixture(found, before, {**SITES[number], **foreign})
    assert_right(desk, len(SITES), foreign)


@pytest.mark.parametrize("a_desk", WAYS, indirect=True)
def test_killed_twice_before_anybody_builds_to_the_end(a_desk: Desk) -> None:
    for number, moment in enumerate(("assembled", "swapped", "file placed", "coming manifest written", "files placed")):
        build_until(a_desk, number, moment)
        build_until(a_desk, (number + 3) % len(SITES), "opened")
        build_until(a_desk, (number + 2) % len(SITES), moment)
    assert_right(a_desk, 1, {})


def kill_before_changes(desk: Desk, number: int, *, start: int, step: int) -> None:
    """Kill builds of one site before the first, second, ... change that they make to the disk, until one gets through."""
    count, comes = start, True
    while comes:
        for earlier in range(number):
            desk.build(SITES[earlier])
        before = desk.site()
        comes = build_until_change(desk, number, count)
        found = desk.site()
        assert is_mixture(found, before, SITES[number])
        if desk.swap:
            assert found in (before, SITES[number])
        assert comes or found == SITES[number]
        assert_right(desk, number, {})
        count += step


@pytest.mark.parametrize("a_desk", ["swapped", "in place", "in place from another disk"], indirect=True)
@pytest.mark.parametrize("number", [0, 3])
def test_killed_before_some_changes_of_the_disk(a_desk: Desk, number: int) -> None:
    kill_before_changes(a_desk, number, start=number, step=11)


@pytest.mark.long
@pytest.mark.parametrize(
    "a_desk", ["swapped", "swapped on another disk than the cache's", "in place", "in place from another disk"], indirect=True
)
@pytest.mark.parametrize("number", range(len(SITES)))
def test_killed_before_every_change_of_the_disk(a_desk: Desk, number: int) -> None:
    kill_before_changes(a_desk, number, start=0, step=1)


def kill_at_random(desk: Desk, times: int, seed: int) -> None:
    """Kill one build after another; a swapped output must be one of the sites whole, at all times."""
    chance = random.Random(seed)  # noqa: S311  no secret
    desk.build(SITES[0])
    for _ in range(times):
        start = chance.randrange(len(SITES))
        build_for(desk, chance.uniform(0, 0.06), start)
        if desk.swap:
            assert desk.site() in SITES
        if chance.random() < 0.3:
            assert_right(desk, start, {})


@pytest.mark.parametrize("a_desk", ["swapped", "in place", "in place from another disk"], indirect=True)
def test_killed_at_random(a_desk: Desk) -> None:
    kill_at_random(a_desk, 10, 1)


@pytest.mark.long
@pytest.mark.parametrize("a_desk", ["swapped", "in place", "in place from another disk"], indirect=True)
@pytest.mark.parametrize("seed", range(4))
def test_killed_at_random_a_hundred_times(a_desk: Desk, seed: int) -> None:
    kill_at_random(a_desk, 100, seed)
