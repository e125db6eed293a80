"""Builds that are killed, at each step of theirs and at any moment: the site is the old one or the new one, and the next build is right."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pelican
import pytest
from fastbuild import building, engine, making
from fastbuild.building import Request
from fastbuild.contents import reading
from fastbuild.output import moments
from fastbuild.pages import rendering
from fastbuild.sources import Sources
from pelican.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked from this process, which has imported everything")

SETTINGS = """\
SITENAME = "A small site"
SITEURL = "https://example.com"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
LOCALE = ["C"]
PATH = "content"
THEME = "simple"
PLUGINS = []
SLUGIFY_SOURCE = "basename"
ARTICLE_URL, ARTICLE_SAVE_AS = "{slug}/", "{slug}/index.html"
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS = ["images"]
FASTBUILD = {"processes": 2}
"""
OLD, NEW = "old", "new"
STEPS: dict[str, tuple[Any, str]] = {
    "before Pelican": (making, "run_pelican"),
    "before reading": (reading, "read_all"),
    "before rendering": (rendering.Press, "run"),
    "while rendering": (rendering, "write_new"),
    "behind the pages": (engine.Pelican, "finish_files"),
    "before placing": (making, "_placed"),
    "behind placing": (making, "remember"),
    "before the record": (making, "_record"),
    "at the end": (building, "_tell"),
}
PLACED = ("behind placing", "before the record", "at the end")
"""Steps at which the new site is there."""


@dataclass
class Site:
    """A site that has two states, and knows what each looks like when stock Pelican has built it."""

    root: Path
    expected: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def become(self, state: str) -> None:
        """Write the sources of that state: other texts, an article more or less, another picture."""
        content = self.root / "content"
        shutil.rmtree(content, ignore_errors=True)
        (content / "images").mkdir(parents=True)
        (content / "images" / "a.txt").write_text(state * 50, encoding="utf-8")
        for day in range(1, 8 if state == OLD else 10):
            text = (
                f"Title: Day {day} ({state if day % 2 else 'both'})\nDate: 2026-01-{day:02}\nTags: Tea, {state}\n\nSome *{state}* words.\n"
            )
            (content / f"day-{day}.md").write_text(text, encoding="utf-8")

    def request(self) -> Request:
        return Request(self.root, Sources(self.root / "conf.py"), self.root / "output")

    def expect(self, state: str) -> None:
        self.become(state)
        folder = self.root / "stock"
        shutil.rmtree(folder, ignore_errors=True)
        pelican.Pelican(read_settings(str(self.root / "conf.py"), override={"OUTPUT_PATH": str(folder)})).run()
        self.expected[state] = files_in(folder)

    def state(self) -> str:
        """Which of the two the output is; it is always one of them."""
        found = files_in(self.root / "output")
        for name, files in self.expected.items():
            if files == found:
                return name
        wrong = {
            name: sorted({*files} ^ {*found}) or [path for path in files if files[path] != found[path]]
            for name, files in self.expected.items()
        }
        raise AssertionError(f"The output is neither the old site nor the new one: {wrong}")


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forked(work: Callable[[], object]) -> int:
    """Do it in a child of this process, and return the child's id."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        work()
    finally:
        os._exit(0)


def ended(pid: int) -> bool:
    """Wait for it; whether it was killed."""
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf.py").write_text(SETTINGS, encoding="utf-8")
    site = Site(tmp_path)
    site.expect(NEW)
    site.expect(OLD)
    building.build(site.request())
    assert site.state() == OLD
    return site


def then_all_is_right(site: Site, state: str) -> None:
    building.build(site.request())
    assert site.state() == state
    assert [path.name for path in site.root.iterdir() if "stage" in path.name] == []


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_is_killed_at_a_step(site: Site, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site.become(NEW)
    where, name = STEPS[step]
    with monkeypatch.context() as patched:
        patched.setattr(where, name, die)
        assert ended(forked(lambda: building.build(site.request())))
    assert site.state() == (NEW if step in PLACED else OLD)
    then_all_is_right(site, NEW)


@pytest.mark.parametrize("moment", moments.SWAPPING)
def test_a_build_that_is_killed_while_it_places(site: Site, moment: str) -> None:
    def kill(reached: str) -> None:
        if reached == moment:
            die()

    def build() -> None:
        moments.watcher = kill
        building.build(site.request())

    for state in (NEW, OLD, NEW):  # from the second build on there is a tree to spare
        site.become(state)
        ended(forked(build))
        site.state()
        then_all_is_right(site, state)


@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=pytest.mark.long)])
def test_builds_that_are_killed_at_any_moment(site: Site, kills: int, record_property: Callable[[str, object], None]) -> None:
    seed = random.randrange(10**6)  # noqa: S311  (nothing secret)
    record_property("seed", seed)
    chance, took, done = random.Random(seed), measured(site), 0  # noqa: S311
    for _ in range(5 * kills):
        state = NEW if site.state() == OLD else OLD
        site.become(state)
        pid = forked(lambda: building.build(site.request()))
        time.sleep(chance.uniform(0, took))
        os.kill(pid, signal.SIGKILL)
        done += ended(pid)
        site.state()
        if chance.random() < 0.5:  # or else the next build is killed as well
            then_all_is_right(site, state)
        if done == kills:
            return
    raise AssertionError(f"Only {done} builds could be killed; a build takes {took:.2f} s. Seed {seed}.")


def measured(site: Site) -> float:
    """Seconds that a build of a change takes here and now."""
    site.become(NEW)
    begun = time.monotonic()
    ended(forked(lambda: building.build(site.request())))
    return time.monotonic() - begun
