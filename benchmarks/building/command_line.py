"""What is asked for, and in which order it is done."""

from __future__ import annotations

import contextlib
import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from . import resident, rounds
from .bars import judge
from .believing import WrongSiteError
from .cases import CASES, RESIDENT
from .circumstances import circumstances
from .corpus import new_corpus
from .document import document
from .hugo import NoHugoError, program, version
from .measuring import ProgramFailedError
from .options import wanted
from .report import as_text, tables
from .results import Results, from_json
from .rounds import Experiment
from .tools import FULL, HUGO, PARITY, ROOT, Place, tools

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from .cases import Case
    from .options import Wanted
    from .results import Measured

FINE, MISSED, UNUSABLE = 0, 1, 2
DOCUMENT = ROOT / "docs" / "performance.md"
SIZES = {PARITY: (1_000, 10_000), FULL: (100, 200, 10_000)}
OF_A_SITE_OF_OURS = ("cold", "no-change", "resident-body")
LARGE = 1_000
"""Articles from which a site of ours is only built cold, unless cases are named: stock Pelican takes minutes for it."""


class OccupiedError(Exception):
    """The sites would be written where something is already; the text says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Measure, or take the results of an earlier run; print them; return the exit code."""
    asked = wanted(arguments)
    try:
        results = from_json(asked.earlier.read_text(encoding="utf-8")) if asked.earlier else _run(asked)
    except (NoHugoError, OccupiedError, WrongSiteError, ProgramFailedError, OSError) as error:
        _say(str(error))
        return UNUSABLE
    for table in tables(results):
        sys.stdout.write(as_text(table) + "\n")
    if asked.write:
        DOCUMENT.write_text(document(results), encoding="utf-8", newline="\n")
    return MISSED if any(judged.is_missed for judged in judge(results)) else FINE


def _run(asked: Wanted) -> Results:
    """All experiments, one after the other; what is measured so far is kept in a file, as an hour is long."""
    takes_part = PARITY in asked.site and HUGO in (asked.tools or (HUGO,))
    hugo = (asked.hugo or program(_say)) if takes_part else None
    where = circumstances(version(hugo) if hugo else None, asked.rounds)
    measured: list[Measured] = []
    asked.results.parent.mkdir(parents=True, exist_ok=True)
    for site in asked.site:
        for articles in asked.articles or SIZES[site]:
            measured += _experiment(asked, site, articles, hugo)
            asked.results.write_text(Results(where, tuple(measured)).as_json(), encoding="utf-8", newline="\n")
    return Results(where, tuple(measured))


def _experiment(asked: Wanted, site: str, articles: int, hugo: Path | None) -> Iterator[Measured]:
    """Write the sites, build them, remove them. Raises OccupiedError rather than touch what is there already."""
    folder, corpus = asked.folder.absolute() / f"{site}-{articles}", new_corpus(articles)
    if folder.exists():
        raise OccupiedError(f"{folder} is there already. Remove it, or choose another --folder.")
    chosen = {name: tool for name, tool in tools(site, hugo).items() if name in (asked.tools or (name,))}
    places = {name: Place(tool, folder / name, corpus) for name, tool in chosen.items()}
    experiment = Experiment(site, articles, places)
    try:
        for place in places.values():
            place.settle_in()
        yield from rounds.measure(experiment, _chosen(CASES, asked, experiment), asked.rounds, _say)
        yield from resident.measure(experiment, _chosen(RESIDENT, asked, experiment), asked.rounds, _say)
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)
            with contextlib.suppress(OSError):  # something else is in it
                asked.folder.rmdir()


def _chosen(known: Sequence[Case], asked: Wanted, experiment: Experiment) -> list[Case]:
    """The cases that are named, or else those that are usual; with the tools that are named, or else those that are usual."""
    named = asked.cases
    if named is None and experiment.site == FULL:
        named = OF_A_SITE_OF_OURS if experiment.articles <= LARGE else OF_A_SITE_OF_OURS[:1]
    return [replace(case, tools=asked.tools or case.tools) for case in known if named is None or case.name in named]


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
