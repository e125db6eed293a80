"""Processes that share a list of tasks, and may die of one without the others noticing.

Workers are forked, so that they have everything that this process has. Where there is no fork, or this process has other threads (which
a fork would lose in the middle of what they do), there are none, and the caller does the work itself.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import struct
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from contextlib import AbstractContextManager

    Start = Callable[[], AbstractContextManager[Callable[[int], bytes]]]

MOST_AT_ONCE = 16  # tasks that a worker is given; few, so that none has nothing to do at the end
_PART = struct.Struct("<qq")
_HEADER = struct.Struct("<qq")
_BROKEN = 70  # a worker's exit code for a mistake in this program
_THREADS = Path("/proc/self/task")


@dataclass(frozen=True, slots=True)
class Died:
    """A worker ended, or was ended, over a task: `signal` is its number, or 0; `is_late` if it did not answer in time."""

    signal: int
    is_late: bool = False


@dataclass(slots=True)
class _Worker:
    pid: int
    tasks: int
    results: int
    next: int = 0
    last: int = 0
    since: float = field(default_factory=time.monotonic)
    received: bytearray = field(default_factory=bytearray)
    is_late: bool = False


def can_fork() -> bool:
    """Whether workers are possible here and now."""
    is_alone = threading.active_count() == 1 and (not _THREADS.is_dir() or len(list(_THREADS.iterdir())) == 1)
    return hasattr(os, "fork") and is_alone


def shared(start: Start, count: int, *, workers: int, patience: float = 0) -> Generator[tuple[int, bytes | Died | None]]:
    """Does the tasks 0 to `count` - 1 in `workers` processes; gives each with its result as they come.

    `start()` is entered in each worker and gives what does a task. A worker that gives nothing for `patience` seconds (0: for ever) is
    ended. None for a task means that no worker did it, through no fault of its own.
    """
    pool = _Pool(start, count, patience)
    try:
        pool.add(min(workers, count))
        yield from pool.results()
    finally:
        pool.end()


class _Pool:
    def __init__(self, start: Start, count: int, patience: float) -> None:
        self._start = start
        self._patience = patience
        self._todo = [(0, count)]
        self._left = count
        self._workers: dict[int, _Worker] = {}
        self._selector = selectors.DefaultSelector()

    def add(self, workers: int) -> None:
        """Fewer if the system gives no more."""
        with contextlib.suppress(OSError):
            for _ in range(workers):
                worker = self._forked()
                self._workers[worker.results] = worker
                self._selector.register(worker.results, selectors.EVENT_READ)
                self._assign(worker)

    def results(self) -> Iterator[tuple[int, bytes | Died | None]]:
        while self._workers:
            for key, _ in self._selector.select(self._next_deadline()):
                yield from self._heard(self._workers[key.fd])
            self._end_the_late()
        yield from ((task, None) for first, last in self._todo for task in range(first, last))

    def end(self) -> None:
        for worker in list(self._workers.values()):
            with contextlib.suppress(OSError):
                os.kill(worker.pid, signal.SIGKILL)
            self._bury(worker)
        self._selector.close()

    def _heard(self, worker: _Worker) -> Iterator[tuple[int, bytes | Died | None]]:
        piece = os.read(worker.results, 1 << 18)
        if not piece:
            yield from self._lost(worker)
            return
        worker.received += piece
        for task, body in _frames(worker.received):
            worker.next, worker.since = task + 1, time.monotonic()
            self._left -= 1
            if worker.next == worker.last:
                self._assign(worker)
            yield task, body

    def _lost(self, worker: _Worker) -> Iterator[tuple[int, bytes | Died | None]]:
        """A worker that is gone: its task is lost, the others that it had go to a new one."""
        code = os.waitstatus_to_exitcode(self._bury(worker))
        if worker.next == worker.last:
            return
        if code == _BROKEN:
            self._todo.append((worker.next, worker.last))
            return
        self._left -= 1
        if worker.next + 1 < worker.last:
            self._todo.append((worker.next + 1, worker.last))
        if self._todo:
            self.add(1)
        yield worker.next, Died(max(0, -code), worker.is_late)

    def _assign(self, worker: _Worker) -> None:
        """The next few tasks; a closed pipe tells the worker that there are none."""
        if not self._todo:
            os.close(worker.tasks)
            worker.tasks = -1
            return
        first, end = self._todo.pop()
        size = max(1, min(MOST_AT_ONCE, (end - first) // (2 * max(1, len(self._workers)))))
        worker.next, worker.last, worker.since = first, min(end, first + size), time.monotonic()
        if worker.last < end:
            self._todo.append((worker.last, end))
        with contextlib.suppress(BrokenPipeError):  # it is gone, which reading from it will tell
            os.write(worker.tasks, _PART.pack(worker.next, worker.last))

    def _next_deadline(self) -> float | None:
        if self._patience <= 0:
            return None
        return max(0.0, min(worker.since for worker in self._workers.values()) + self._patience - time.monotonic())

    def _end_the_late(self) -> None:
        for worker in self._workers.values():
            if 0 < self._patience <= time.monotonic() - worker.since and worker.next < worker.last:
                worker.is_late, worker.since = True, time.monotonic()
                os.kill(worker.pid, signal.SIGKILL)

    def _bury(self, worker: _Worker) -> int:
        """Close what led to a worker that has ended, or been told to; its wait status."""
        del self._workers[worker.results]
        self._selector.unregister(worker.results)
        for end in (worker.tasks, worker.results):
            if end >= 0:
                os.close(end)
        return os.waitpid(worker.pid, 0)[1]

    def _forked(self) -> _Worker:
        tasks, to_worker = os.pipe()
        from_worker, results = os.pipe()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        try:
            pid = os.fork()
        except OSError:
            for end in (tasks, to_worker, from_worker, results):
                os.close(end)
            raise
        if pid == 0:
            others = [end for worker in self._workers.values() for end in (worker.tasks, worker.results) if end >= 0]
            _live(self._start, tasks, results, unused=(to_worker, from_worker, *others))
        os.close(tasks)
        os.close(results)
        return _Worker(pid, to_worker, from_worker)


def _live(start: Start, tasks: int, results: int, *, unused: tuple[int, ...]) -> None:
    """A worker's whole life. It never returns: what the parent would do at its end is not for its children."""
    code = _BROKEN
    try:
        for end in unused:  # or the others would not notice when the parent is gone
            os.close(end)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent will say
        gc.disable()
        gc.freeze()
        with start() as work:
            _serve(work, tasks, results)
        code = 0
    except BrokenPipeError:
        code = 0  # nobody listens any more
    finally:
        os._exit(code)


def _serve(work: Callable[[int], bytes], tasks: int, results: int) -> None:
    while len(part := os.read(tasks, _PART.size)) == _PART.size:
        for task in range(*_PART.unpack(part)):
            body = work(task)
            _write(results, _HEADER.pack(task, len(body)) + body)
        gc.collect(0)


def _write(results: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(results, view) :]


def _frames(received: bytearray) -> Iterator[tuple[int, bytes]]:
    """The whole results at the beginning of `received`, which are taken out of it."""
    while len(received) >= _HEADER.size:
        task, length = _HEADER.unpack_from(received)
        if len(received) < _HEADER.size + length:
            return
        body = bytes(received[_HEADER.size : _HEADER.size + length])
        del received[: _HEADER.size + length]
        yield task, body
