"""What a process and all that it started hold in memory together, from Linux's /proc; elsewhere nothing is known.

A page that several processes share counts once (proportional set size, proc_pid_smaps(5)); the sum of resident sizes would count a forked
pool as often as it has workers. Reading it takes the kernel some milliseconds for a large process, so whoever times does not weigh.
"""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

PROC = Path("/proc")
TIMES_A_SECOND = 20


class Scale:
    """Weighs, from entering to leaving, the process tree below `root`; `peak` is the largest sum in bytes, None where none is known."""

    def __init__(self, root: int) -> None:
        self.peak: int | None = None
        self._root = root
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._weigh, daemon=True)

    def __enter__(self) -> Scale:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    def _weigh(self) -> None:
        while not self._over.wait(1 / TIMES_A_SECOND):
            weight = sum(_proportional_size(process) for process in tree(self._root, _parents()))
            if weight:
                self.peak = max(weight, self.peak or 0)


def tree(root: int, parents: Iterable[tuple[int, int]]) -> list[int]:
    """`root` and all below it, given pairs of a process and its parent."""
    children: dict[int, list[int]] = {}
    for process, parent in parents:
        children.setdefault(parent, []).append(process)
    found = [root]
    for process in found:
        found += children.get(process, ())
    return found


def _parents() -> Iterator[tuple[int, int]]:
    for folder in PROC.glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended
            after_the_name = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            yield int(folder.name), int(after_the_name.split()[1])


def _proportional_size(process: int) -> int:
    with contextlib.suppress(OSError):
        for line in (PROC / str(process) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
