"""A site that stays in memory, and is built again from a set of changed files.

    with Session(settings=..., output=..., cache=...) as session:
        session.build()                      # everything, or what has changed since the last build of any kind
        session.build([Path("content/articles/hello.md")])

Files are placed one by one, so that whoever shows the folder sees a page change at once. What needs a new process says so
(`Outcome.needs_restart`): Python has no way to load settings and plugins again without leaving some of the old behind.

One thread, and no other threads in its process while it builds: it may fork.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pelican import contents

from . import running
from .body_edit import apply
from .contents.shelf import Shelf
from .contents.shelf import load as load_shelf
from .diagnostics.watching import watched
from .making import failure_of, problem_of_failure, remember, without_collections
from .output import opened
from .pages.records import Memory, load
from .paths import memory_folder, shown
from .problems import ProblemCollector, settled
from .sources import Sources
from .work import Work

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from types import TracebackType

    from .output import Placed
    from .pages.desk import Counts
    from .problems import Problem

CODE = (".py", ".toml", ".mo")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build of a session has done. `placed` is None if nothing was placed."""

    placed: Placed | None = None
    counts: Counts | None = None
    read: int = 0
    problems: tuple[Problem, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    was_narrow: bool = False
    """Whether only pages that show the changed texts were looked at."""
    needs_restart: bool = False
    """Settings or code have changed: close this session and begin another, in a new process."""


class Session:
    """Raises LockedError if another build has the output folder, and SettingsError if the settings cannot be used."""

    def __init__(self, *, settings: Path, output: Path, cache: Path, content: Path | None = None) -> None:
        self._sources = Sources(settings.absolute(), content.absolute() if content else None)
        self._output, self._cache = output.absolute(), cache.absolute()
        self._open = contextlib.ExitStack()
        self._tree = self._open.enter_context(opened(self._output, self._cache, swap=False))
        self._site: Any = None
        self._last: Work | None = None
        self._memory = memory_folder(self._sources, self._output, self._cache)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Leave what a later build can use, and let others have the output folder."""
        if self._last:
            remember(self._last, self._memory, is_placed=True)
        self._open.close()

    def build(self, changes: Collection[Path] | None = None) -> Outcome:
        """Bring the output up to date. `changes` are the files that are new, other or gone since the last build; None if unknown."""
        changed = None if changes is None else [path.absolute() for path in changes]
        if changed is not None and self._site and any(path.suffix in CODE for path in changed):
            return Outcome(needs_restart=True)
        problems = ProblemCollector(renamed=((str(self._tree.stage), shown(self._output)),))
        work = self._work()
        looking = watched(problems, self._sources.settings, examines=False, known=lambda: work.links)
        with running.at_work(self._sources, problems), without_collections(), looking:
            was_narrow = bool(changed and self._site and self._last and apply(changed, self._site, self._last, work))
            is_whole = was_narrow or self._run(work, problems)
            for failure in work.failures:
                problems.add(problem_of_failure(failure))
            placed = self._placed(work, was_narrow=was_narrow) if is_whole and not work.failures else None
        self._last = work if placed and work.remembered else None
        read = len(changed or ()) if was_narrow else work.library.read if work.library else 0
        return Outcome(placed, work.counts, read, settled(problems.problems), work.seconds, was_narrow)

    def _placed(self, work: Work, *, was_narrow: bool) -> Placed:
        """After the quick way nothing but what is staged is looked at."""
        return self._tree.patch(digests=work.digests) if was_narrow else self._tree.commit(work.keep, work.digests)

    def _run(self, work: Work, problems: ProblemCollector) -> bool:
        if self._site is None:
            self._site = running.prepared(self._sources, self._tree.stage, work)
        self._site.work = work
        for method in ("get_content", "get_summary"):  # Pelican keeps every text of every build
            contents.Content.__dict__[method].cache.clear()
        return running.run(self._site, problems)

    def _work(self) -> Work:
        last = self._last
        shelf = last.library.shelf if last and last.library else None
        return Work(
            cache=self._cache,
            output=self._output,
            current=self._tree.current,
            memory=(last.remembered if last else None) or (Memory() if self._site else load(self._memory / "pages")),
            shelf=lambda key: Shelf(key, shelf.kept) if shelf and shelf.key == key else load_shelf(self._memory / "shelf", key),
            explain=failure_of,
        )
