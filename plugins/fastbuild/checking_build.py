"""A build that is only looked at: into a temporary folder, with everything that it reported, and nothing said meanwhile."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from .problems import Problem, ProblemCollector
from .running import SettingsError, run_pelican

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pelican import Pelican

    from .sources import Sources


class NotBuiltError(Exception):
    """No build could begin; `problems` says why."""

    def __init__(self, problem: str) -> None:
        self.problems = (problem,)
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class CheckingBuild:
    """A finished site, what it was made of, and what was reported on the way."""

    content: Path
    output: Path
    settings: Mapping[str, Any]
    problems: tuple[Problem, ...]


@contextlib.contextmanager
def built(sources: Sources) -> Iterator[CheckingBuild]:
    """Build into a temporary folder that is there as long as the context; NotBuiltError if the settings cannot be used.

    A build that ends before its end leaves an error among the problems, and whatever it had written.
    """
    with tempfile.TemporaryDirectory(prefix="check-") as folder:
        stage = Path(folder).resolve()
        problems = ProblemCollector(renamed=((str(stage), "output"), (f"{Path.cwd()}{os.sep}", "")))
        settings = _run(sources, stage, problems)
        yield CheckingBuild(problems.content, stage, settings, tuple(problems.problems))


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
