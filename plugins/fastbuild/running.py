"""Runs Pelican in this process, as `pelican CONTENT -s SETTINGS -o STAGE` would, without its own console and log handler."""

from __future__ import annotations

import contextlib
import errno
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pelican
from pelican import log
from pelican.log import LimitFilter

from . import colliding, engine
from .diagnostics.settings import SettingsFile, refusal
from .diagnostics.templates import template_problem
from .problems import Problem, ProblemCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .sources import Sources
    from .work import Work


FULL_OR_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG}


class SettingsError(Exception):
    """The settings cannot be used; the text is one problem, or several, a line each."""


def run_pelican(
    sources: Sources, stage: Path, problems: ProblemCollector, *, work: Work | None = None, settings: dict[str, Any] | None = None
) -> bool:
    """Build into `stage`; what is wrong with content and templates goes to `problems`. The answer is whether the build came to its end.

    With `work` the engine builds, and leaves there what it has found; without, stock Pelican. `settings` is filled with Pelican's.
    Raises SettingsError if no build can begin, and whatever else Pelican or a plugin raises that is nobody's mistake but a defect.
    """
    with at_work(sources, problems):
        site = prepared(sources, stage, work)
        if settings is not None:
            settings.update(site.settings)
        return run(site, problems)


@contextlib.contextmanager
def at_work(sources: Sources, problems: ProblemCollector) -> Iterator[None]:
    """In the folder of the settings, with everything that is logged going to `problems`."""
    with _quiet_pelican(problems), contextlib.chdir(sources.settings.parent):
        yield


def run(site: pelican.Pelican, problems: ProblemCollector) -> bool:
    """Let Pelican or the engine build; whether it came to its end."""
    problems.content = Path(site.path)
    try:
        site.run()
    except Exception as error:
        met = colliding.collision(error, Path(site.output_path))
        if met and colliding.is_named(met, problems.messages(colliding.TOLD_BY)):
            return False
        problem = Problem("ERROR", met.message) if met else problem_of(error)
        if problem is None:
            raise
        problems.add(problem)
        return False
    return True


@contextlib.contextmanager
def _quiet_pelican(problems: ProblemCollector) -> Iterator[None]:
    """Our handler instead of Pelican's; and nothing is left out because it was said before (the setting's name is the wrong way round)."""
    root, filtered, was_quiet = logging.getLogger(), LimitFilter.LOGS_DEDUP_MIN_LEVEL, log.console.quiet
    LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.DEBUG
    log.console.quiet = True
    problems.addFilter(_is_wanted)
    root.addHandler(problems)
    try:
        yield
    finally:
        root.removeHandler(problems)
        log.console.quiet = was_quiet
        LimitFilter.LOGS_DEDUP_MIN_LEVEL = filtered


def _is_wanted(record: logging.LogRecord) -> bool:
    """LOG_FILTER of the settings, which Pelican forgets together with its deduplication."""
    return not {(record.levelno, str(record.msg)), (record.levelno, record.getMessage())} & LimitFilter._ignore  # noqa: SLF001


def prepared(sources: Sources, stage: Path, work: Work | None) -> pelican.Pelican:
    """Pelican, or the engine, with settings read and plugins registered; raises SettingsError."""
    content = [str(sources.content)] if sources.content else []
    arguments = pelican.parse_arguments([*content, "-s", str(sources.settings), "-o", str(stage)])
    if work:
        arguments.overrides = {"PELICAN_CLASS": partial(engine.Pelican, work=work)}
    try:
        instance, _ = pelican.get_instance(arguments)
    except SystemExit as stop:
        raise SettingsError(stop.code if isinstance(stop.code, str) else f"{sources.settings.name} ended the build.") from stop
    except Exception as error:
        raise SettingsError(_settings_problem(error, sources.settings)) from error
    return instance


def _settings_problem(error: Exception, settings: Path) -> str:
    """An error that lists its `problems`, as ours do, says everything itself; of others the place in the settings file is found."""
    listed = getattr(error, "problems", ())
    return "\n".join(f"ERROR {problem}" for problem in listed) or "\n".join(map(str, refusal(error, SettingsFile(settings))))


def problem_of(error: Exception) -> Problem | None:
    """The mistake in content, templates or permissions behind `error`; None if it is a defect of a program."""
    if found := template_problem(error):
        return found
    if isinstance(error, OSError) and error.errno in FULL_OR_FORBIDDEN:
        return Problem("ERROR", f"{error.strerror}: {error.filename or 'while writing'}. Make room, or give yourself permission there.")
    return None
