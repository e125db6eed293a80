"""The part of a build that needs Pelican: the site is made in a stage, and placed if it may be."""

from __future__ import annotations

import contextlib
import gc
import os
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import inputs, opened_files
from .contents import shelf
from .diagnostics.watching import watched
from .locating import place_in_source
from .pages import records
from .pages.rendering import Failure
from .paths import shown
from .problems import Problem, ProblemCollector, exit_code, settled
from .progress import shown_progress
from .reporting import BuildReport
from .running import problem_of, run_pelican
from .work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .building import Request
    from .output import Placed, Tree


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it. Without `placed` the output is as it was."""

    code: int
    report: BuildReport
    placed: Placed | None = None
    notes: tuple[str, ...] = ()


def make(request: Request, tree: Tree) -> Made:
    """Make the site, and place it: for publishing only if nothing is wrong, else if nothing but content is.

    Raises SettingsError if no build can begin, and what a plugin raises that is nobody's mistake but a defect.
    """
    begun, clock = time.time_ns(), time.perf_counter()
    problems = ProblemCollector(renamed=((str(tree.stage), shown(request.output)), (f"{Path.cwd()}{os.sep}", "")))
    work = None if request.stock else _work(request, tree)
    settings: dict[str, Any] = {}
    with without_collections(), opened_files.watched() as opened, shown_progress() as progress:
        if work:
            work.progress = progress.at
        with watched(problems, request.sources.settings, examines=request.stock, known=lambda: work.links if work else None):
            is_whole = run_pelican(request.sources, tree.stage, problems, work=work, settings=settings)
        for failure in work.failures if work else ():
            problems.add(problem_of_failure(failure))
        found = settled(problems.problems)
        may_place = is_whole and not (work and work.failures) and not (request.publishing and exit_code(found))
        placed = _placed(tree, work) if may_place else None
        if work:
            remember(work, request.memory, is_placed=placed is not None)
            _record(request, work, placed if not found else None, _roots(request, settings, opened), begun)
    report = _report(work, placed, found, work.seconds if work else {"building": time.perf_counter() - clock})
    return Made(exit_code(found), report, placed, tuple(work.notes) if work else ())


def _placed(tree: Tree, work: Work | None) -> Placed:
    clock = time.perf_counter()
    placed = tree.commit(work.keep, work.digests) if work else tree.commit()
    if work:
        work.seconds["placing"] = time.perf_counter() - clock
    return placed


def _report(work: Work | None, placed: Placed | None, found: tuple[Problem, ...], seconds: dict[str, float]) -> BuildReport:
    files = placed.files if placed else ()
    changed = len(placed.changed) if placed else 0
    return BuildReport(
        read=work.library.read if work and work.library else 0,
        rendered=work.counts.rendered if work else 0,
        written=changed,
        unchanged=len(files) - changed,
        removed=len(placed.removed) if placed else 0,
        pages=sum(name.endswith(".html") for name in files),
        files=len(files),
        seconds=seconds,
        problems=found,
    )


def _work(request: Request, tree: Tree) -> Work:
    return Work(
        cache=request.cache_folder,
        output=request.output,
        current=tree.current,
        memory=records.load(request.memory / "pages"),
        shelf=partial(shelf.load, request.memory / "shelf"),
        explain=failure_of,
    )


def failure_of(error: BaseException, page: str) -> Failure:
    problem = problem_of(error) if isinstance(error, Exception) else None
    if problem:
        return Failure(page, problem.message, str(problem.path) if problem.path else None, problem.line, problem.fix, problem.rule)
    path, line = place_in_source(error, ends_with=(".py",))
    fix = "This is a defect in a plugin or in Rapport, not in your content."
    return Failure(page, f"{type(error).__name__}: {error}.", str(path) if path else None, line, fix)


def problem_of_failure(failure: Failure) -> Problem:
    path = Path(failure.path) if failure.path else None
    return Problem("ERROR", failure.message, path, failure.line, failure.rule, failure.fix, pages=(failure.page,))


def remember(work: Work, folder: Path, *, is_placed: bool) -> None:
    """Keep in `folder` what later builds use again; where it cannot be written, they do without."""
    with contextlib.suppress(OSError):
        if work.library:
            shelf.save(work.library.shelf, folder / "shelf")
        if is_placed and work.remembered:
            records.save(work.remembered, folder / "pages")
    if work.library and work.library.store:
        work.library.store.prune()
        work.library.store.close()


def _record(request: Request, work: Work, placed: Placed | None, roots: Iterable[Path], begun: int) -> None:
    """That this site is made of these files, if nothing was wrong and none of them was written meanwhile; else that nothing is known."""
    path = request.memory / "inputs"
    without = _without(request)
    chosen = tuple(inputs.folders_above(roots))
    looks = inputs.looks_of(chosen, without) if placed and work.remembered else {}
    with contextlib.suppress(OSError):
        if not placed or not looks or not inputs.is_settled(looks, begun):
            path.unlink(missing_ok=True)
            return
        pages = sum(name.endswith(".html") for name in placed.files)
        inputs.save(inputs.Inputs(request.asked, inputs.machine(), chosen, without, looks, work.until, pages), path)


def _without(request: Request) -> tuple[str, ...]:
    return str(request.output.absolute()), str(request.cache_folder.absolute())


def _roots(request: Request, settings: dict[str, Any], opened: set[str]) -> Iterator[Path]:
    """Folders and files that settings name, and files that were opened elsewhere."""
    libraries = tuple(os.path.realpath(folder) for folder in (os.path.dirname(os.__file__), *_site_packages()))
    yield from (request.sources.settings, Path(__file__).parent, request.root / "custom", request.root / "site.toml")
    for name, value in settings.items():
        for text in value if isinstance(value, (list, tuple)) else (value,):
            if (
                name != "OUTPUT_PATH"
                and isinstance(text, str)
                and os.path.isabs(text)
                and len(Path(text).parts) > 2
                and os.path.exists(text)
            ):
                yield Path(text)
    for text in opened:
        is_ours = os.path.realpath(text).startswith((*libraries, *_without(request), "/proc/", "/dev/", "/sys/"))
        if not is_ours and not text.endswith(".pyc") and os.path.exists(text):
            yield Path(text)


def _site_packages() -> list[str]:
    import site  # noqa: PLC0415

    return [*site.getsitepackages(), site.getusersitepackages()]


@contextlib.contextmanager
def without_collections() -> Iterator[None]:
    """A build makes many objects that live until its end; looking through them for garbage again and again takes a tenth of its time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
