"""How far a long build has come, on a terminal. Nothing is shown of a build that is done within a second, in CI, or into a file.

Drawn by whoever reports a step, never by a thread: processes are forked while a build runs.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PATIENCE = 1.0  # seconds
_PAUSE = 0.1  # seconds between two drawings


@dataclass(slots=True)
class Progress:
    """Steps come in by `at`; the bar appears when it has become worth it."""

    stream: TextIO
    now: Callable[[], float] = time.monotonic
    patience: float = PATIENCE
    _start: float = field(init=False)
    _drawn: float = field(init=False, default=0.0)
    _bar: Any = None
    _tasks: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._start = self.now()

    def at(self, stage: str, done: int, total: int) -> None:
        """So much of this stage is done."""
        moment = self.now()
        if moment - self._start < self.patience or (moment - self._drawn < _PAUSE and done < total):
            return
        self._drawn = moment
        bar = self._bar or self._begun()
        if stage not in self._tasks:
            self._tasks[stage] = bar.add_task(stage, total=total)
        bar.update(self._tasks[stage], completed=done, total=total)
        bar.refresh()

    def end(self) -> None:
        """The bar goes, and leaves no trace."""
        if self._bar:
            self._bar.stop()
            self._bar = None

    def _begun(self) -> Any:
        from rich import progress  # noqa: PLC0415  (short builds do without)
        from rich.console import Console  # noqa: PLC0415

        columns = (progress.TextColumn("{task.description}"), progress.BarColumn(), progress.MofNCompleteColumn())
        console = Console(file=self.stream, force_terminal=True)
        self._bar = progress.Progress(*columns, console=console, transient=True, auto_refresh=False)
        self._bar.start()
        return self._bar


class Silence(Progress):
    """Where nobody is looking."""

    def at(self, stage: str, done: int, total: int) -> None:
        """Nothing."""


def is_wanted(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether somebody looks at this stream: a terminal that can draw, and no CI (which all services announce by this variable)."""
    return stream.isatty() and not environment.get("CI") and environment.get("TERM") != "dumb"


@contextmanager
def shown_progress(stream: TextIO | None = None, environment: Mapping[str, str] | None = None) -> Iterator[Progress]:
    """A progress for one build, which is gone in the end, whatever happens."""
    stream = stream or sys.stderr
    progress = (Progress if is_wanted(stream, os.environ if environment is None else environment) else Silence)(stream)
    try:
        yield progress
    finally:
        progress.end()
