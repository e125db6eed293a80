"""Builds in a child process that is killed: at a named moment, or whenever the parent likes."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from typing import TYPE_CHECKING

from fastbuild.output import moments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.fastbuild.output.conftest import Desk

SITES: Sequence[Mapping[str, str]] = (
    {"index.html": "0", "about": "page", "Tags/x.html": "x", "tags/a/index.html": "a", "same/one.html": "1", "same/two.html": "2"},
    {"index.html": "1", "about/index.html": "folder", "tags/x.html": "x", "same/one.html": "1", "same/two.html": "2", "new/a/b.html": "b"},
    {"index.html": "2", "about/index.html": "folder", "tags/x.html": "y", "same/one.html": "1", "same/two.html": "2", "new/a": "a"},
    {"index.html": "3", "about": "page", "Tags/x.html": "x", "tags/a/index.html": "a", "same/one.html": "1", "same/three.html": "3"},
    {"index.html": "4", "about": "page", "Tags/x.html": "z", "tags/a/index.html": "c", "same/one.html": "1", "same/three.html": "3"},
)
"""One after another: new files, changed ones, stale ones, pages that become folders and back, folders that differ in case."""


def in_child(work: Callable[[], None]) -> int:
    """Do `work` in a child process; return its number at once."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  the child must never go on as a second pytest
            traceback.print_exc(file=sys.__stderr__)
            os._exit(1)
        os._exit(0)
    return child


def ended_by(child: int) -> int:
    """Wait for the child; return the signal that ended it, negative, or its exit code."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killing_at(moment: str) -> Callable[[str], None]:
    """A watcher that ends this process when `moment` comes."""

    def watch(reached: str) -> None:
        if reached == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    return watch


def build_until(desk: Desk, number: int, moment: str) -> bool:
    """Build SITES[number] in a child that is killed when `moment` comes; False if it never came, and the build is complete."""

    def work() -> None:
        moments.watcher = killing_at(moment)
        desk.build(SITES[number])

    code = ended_by(in_child(work))
    assert code in {0, -signal.SIGKILL}
    return code != 0


CHANGES = {"open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "ctypes.dlsym"}
"""Python's names for what a build does to a disk, and for looking up the call that exchanges two folders."""


def build_until_change(desk: Desk, number: int, count: int) -> bool:
    """Build SITES[number] in a child that is killed before its change of that count; False if there were not as many."""
    left = count

    def audit(event: str, _arguments: object) -> None:
        nonlocal left
        if event in CHANGES:
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        sys.addaudithook(audit)
        desk.build(SITES[number])

    code = ended_by(in_child(work))
    assert code in {0, -signal.SIGKILL}
    return code != 0


def build_for(desk: Desk, seconds: float, start: int) -> None:
    """Build one site after another in a child, from SITES[start] on and around, and kill it after `seconds`."""

    def work() -> None:
        number = start
        while True:
            desk.build(SITES[number % len(SITES)])
            number += 1

    child = in_child(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert ended_by(child) == -signal.SIGKILL
