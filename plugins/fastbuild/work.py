"""What a build by the engine is given, and what it leaves."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .pages.desk import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from .contents.reading import Library
    from .contents.shelf import Shelf
    from .diagnostics.known_links import KnownLinks
    from .pages.records import Memory
    from .pages.rendering import Failure


@dataclass(frozen=True, slots=True)
class Parts:
    """Which parts of the engine are used. All of them off is stock Pelican."""

    linear: bool = True
    """Generators without loops over all articles for each article; without them nothing is skipped, either."""
    store: bool = True
    """What was read before is not read again."""
    skip: bool = True
    """Pages that are current are not rendered."""
    processes: int = 0
    """For reading and rendering; 0 for as many as there are processors."""

    @property
    def workers(self) -> int:
        if self.processes:
            return self.processes
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True)
class Work:
    """One build's: what it is given, and what comes out."""

    cache: Path
    """The folder for what later builds use again."""
    output: Path
    """The folder in which the site lies, while it is built elsewhere."""
    current: Mapping[str, str]
    """The files in `output` that are as the last build left them, with their digests."""
    memory: Memory
    shelf: Callable[[str], Shelf]
    """Contents as the last build read them, for a site key."""
    explain: Callable[[BaseException, str], Failure]
    progress: Callable[[str, int, int], None] | None = None
    """Told the stage, how much of it is done, and of how much."""
    keep: dict[str, str] = field(default_factory=dict)
    """Files that stay as they are, with their digests."""
    digests: dict[str, str] = field(default_factory=dict)
    """Files that this build has made, with their digests where they are known."""
    failures: list[Failure] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    notes: list[str] = field(default_factory=list)
    """What slowed the build down, in sentences."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage, in their order."""
    begun: float = field(default_factory=time.perf_counter)
    library: Library | None = None
    """What was read."""
    links: KnownLinks | None = None
    """Which texts have no wrong link."""
    until: float | None = None
    """When the site becomes another by itself, since an article's time comes: seconds since 1970."""
    remembered: Memory | None = None
    """For the next build; None if this one cannot tell what its pages were made of."""


class Clock:
    """Notes how long each stage takes."""

    def __init__(self, seconds: dict[str, float], begun: float) -> None:
        self._seconds, self._begun = seconds, begun

    def ends(self, stage: str) -> None:
        """The stage that began when the last one ended is over."""
        now = time.perf_counter()
        self._seconds[stage] = self._seconds.get(stage, 0.0) + now - self._begun
        self._begun = now
