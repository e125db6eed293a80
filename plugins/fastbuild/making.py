"""The part of a build that needs Pelican: the site is made in a stage, and placed if it may be."""

from __future__ import annotations

import contextlib
import gc
import os
import time
import traceback
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import inputs
from .contents import shelf
from .locating import place_in_source
from .opened_files import watched
from .pages import records
from .pages.rendering import Failure
from .paths import shown
from .problems import Problem, ProblemCollector
from .running import SettingsError, problem_of, run_pelican
from .terminal import FINE, MISTAKES, UNUSABLE, complain, counted
from .work import Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .building import Request
    from .output import Placed, Tree


@dataclass(slots=True)
class Made:
    """What came of it. Without `placed` the output is as it was."""

    code: int = FINE
    placed: Placed | None = None
    work: Work | None = None
    notes: list[str] = field(default_factory=list)


def make(request: Request, tree: Tree) -> Made:
    """Make the site, tell what is wrong, and place it: for publishing only if nothing is wrong, else if every page could be made."""
    begun = time.time_ns()
    problems = ProblemCollector(complain, renamed=((str(tree.stage), shown(request.output)), (f"{Path.cwd()}{os.sep}", "")))
    made = Made(work=None if request.stock else _work(request, tree))
    with without_collections(), watched() as opened:
        settings, is_whole = _run(request, tree.stage, problems, made)
        for failure in made.work.failures if made.work else ():
            problems.add(problem_of_failure(failure))
        _sum_up(problems)
        errors = problems.count(errors=True)
        made.code = made.code or (MISTAKES if errors else FINE)
        if is_whole and made.code != UNUSABLE and not (errors and request.publishing):
            made.placed = tree.commit(made.work.keep, made.work.digests) if made.work else tree.commit()
        if made.work:
            remember(made.work, request.memory, is_placed=made.placed is not None)
            if made.placed and not problems.problems:
                settings.pop("OUTPUT_PATH", None)  # the stage
                _record(request, made, settings, opened, begun)
    return made


def _work(request: Request, tree: Tree) -> Work:
    return Work(
        cache=request.cache_folder,
        output=request.output,
        current=tree.current,
        memory=records.load(request.memory / "pages"),
        shelf=partial(shelf.load, request.memory / "shelf"),
        explain=failure_of,
    )


def _run(request: Request, stage: Path, problems: ProblemCollector, made: Made) -> tuple[dict[str, Any], bool]:
    """Pelican's settings, and whether every page was made."""
    settings: dict[str, Any] = {}
    try:
        is_whole = run_pelican(request.sources, stage, problems, work=made.work, settings=settings)
    except SettingsError as error:
        complain(error)
        made.code = UNUSABLE
        return settings, False
    except Exception:  # noqa: BLE001  whatever a plugin raises: shown, with what to do, and the output folder left alone
        complain(traceback.format_exc())
        complain("ERROR This is a defect in a plugin or in Rapport, not in your content. Please report it with the lines above.")
        made.code = MISTAKES
        return settings, False
    return settings, is_whole and not (made.work and made.work.failures)


def failure_of(error: BaseException, page: str) -> Failure:
    problem = problem_of(error) if isinstance(error, Exception) else None
    if problem:
        return Failure(page, problem.message, str(problem.path) if problem.path else None, problem.line)
    path, line = place_in_source(error, ends_with=(".py",))
    lines = "".join(traceback.format_exception(error))
    return Failure(page, f"{type(error).__name__}: {error}", str(path) if path else None, line, lines)


def problem_of_failure(failure: Failure) -> Problem:
    return Problem("ERROR", failure.message, Path(failure.path) if failure.path else None, failure.line, pages=(failure.page,))


def _sum_up(problems: ProblemCollector) -> None:
    counts = [(problems.count(errors=True), "error"), (problems.count(errors=False), "warning")]
    if any(count for count, _ in counts):
        complain(", ".join(counted(count, what) for count, what in counts if count) + ".")


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


def _record(request: Request, made: Made, settings: dict[str, Any], opened: set[str], begun: int) -> None:
    """That this site is made of these files, if none of them was written meanwhile."""
    without = (str(request.output.absolute()), str(request.cache_folder.absolute()))
    roots = tuple(inputs.folders_above(_roots(request, settings, opened, without)))
    looks = inputs.looks_of(roots, without)
    path = request.memory / "inputs"
    if not made.work or not made.placed or not made.work.remembered or not inputs.is_settled(looks, begun):
        path.unlink(missing_ok=True)
        return
    pages = sum(name.endswith(".html") for name in made.placed.files)
    with contextlib.suppress(OSError):
        inputs.save(inputs.Inputs(request.asked, inputs.machine(), roots, without, looks, made.work.until, pages), path)


def _roots(request: Request, settings: dict[str, Any], opened: set[str], without: tuple[str, ...]) -> Iterator[Path]:
    """Folders that settings name, and files that were opened elsewhere."""
    libraries = tuple(os.path.realpath(folder) for folder in (os.path.dirname(os.__file__), *_site_packages()))
    yield from (request.sources.settings, Path(__file__).parent, request.root / "custom", request.root / "site.toml")
    for value in settings.values():
        for name in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(name, str) and os.path.isabs(name) and name not in without and os.path.exists(name) and len(Path(name).parts) > 2:
                yield Path(name)
    for name in opened:
        is_ours = os.path.realpath(name).startswith((*libraries, *without, "/proc/", "/dev/", "/sys/"))
        if not is_ours and not name.endswith(".pyc") and os.path.exists(name):
            yield Path(name)


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
