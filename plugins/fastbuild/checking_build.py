"""A build that is only looked at: into a temporary folder, with everything that it reported, and nothing said meanwhile."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from .problems import Problem, ProblemCollector
from .running import SettingsError, Sources, run_pelican

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterator, Mapping

    from pelican import Pelican


class NotBuiltError(Exception):
    """No build could begin; `problems` says why."""

    def __init__(self, problem: str) -> None:
        self.problems = (problem,)
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class Reported(Problem):
    """A problem with what mends it, where the record said so."""

    fix: str = ""


@dataclass(frozen=True, slots=True)
class CheckingBuild:
    """A finished site, what it was made of, and what was reported on the way."""

    content: Path
    output: Path
    settings: Mapping[str, Any]
    problems: tuple[Reported, ...]


class _Collector(ProblemCollector):
    """Keeps what mends a problem as well."""

    fix = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.fix = str(record.__dict__.get("fix") or "")
        super().emit(record)
        self.fix = ""

    def add(self, problem: Problem) -> None:
        given = {field.name: getattr(problem, field.name) for field in fields(Problem)}
        super().add(Reported(**given, fix=self.fix))


@contextlib.contextmanager
def built(sources: Sources) -> Iterator[CheckingBuild]:
    """Build into a temporary folder that is there as long as the context; NotBuiltError if the settings cannot be used.

    A build that ends before its end leaves an error among the problems, and whatever it had written.
    """
    with tempfile.TemporaryDirectory(prefix="check-") as folder:
        stage = Path(folder).resolve()
        problems = _Collector(lambda _problem: None, renamed=((str(stage), "output"), (f"{Path.cwd()}{os.sep}", "")))
        settings = _run(sources, stage, problems)
        yield CheckingBuild(problems.content, stage, settings, tuple(found for found in problems.problems if isinstance(found, Reported)))


def _run(sources: Sources, stage: Path, problems: ProblemCollector) -> Mapping[str, Any]:
    settings: dict[str, Any] = {}

    def keep(site: Pelican) -> None:
        settings.update(site.settings)

    with signals.initialized.connected_to(keep):
        try:
            run_pelican(sources, stage, problems)
        except SettingsError as error:
            raise NotBuiltError(str(error)) from error
        except Exception as error:  # noqa: BLE001  whatever a plugin raises: reported with all else
            what = f"The build ended early, {type(error).__name__}: {error}."
            problems.add(
                Problem("ERROR", f"{what} Build the site to see where; this is a defect in a plugin or in Rapport, not in your content.")
            )
    return settings
