"""Times tools against each other: round by round, case by case, tool by tool, so that a slow minute of the machine meets all of them.

The first round is a warm-up and does not count; in it memory is weighed and reports of stages are taken, since both cost time. After each
build the files are counted, and the page of an edited article is looked at: a time counts only for a site that is right.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import believing, page_set
from .measuring import run, settle
from .page_set import NOTHING, Files
from .results import Measured
from .tools import ENVIRONMENT, PARITY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .cases import Case, Change
    from .measuring import Cost
    from .tools import Place


@dataclass(frozen=True, slots=True)
class Experiment:
    """One kind of site at one size, in a place for each tool."""

    site: str
    articles: int
    places: Mapping[str, Place]


@dataclass(slots=True)
class _Record:
    """Of one case and one tool, what the rounds have brought so far."""

    costs: list[Cost] = field(default_factory=list)
    weighed: Cost | None = None
    files: Files = NOTHING


def measure(experiment: Experiment, cases: Sequence[Case], rounds: int, say: Callable[[str], None]) -> Iterator[Measured]:
    """Build everything `rounds` times and once before that. Raises WrongSiteError and ProgramFailedError."""
    records: dict[tuple[str, str], _Record] = {}
    for turn in range(rounds + 1):
        for case in cases:
            costs = _one_case(experiment, case, turn, records)
            say(f"{experiment.site} {experiment.articles}, {'warm-up' if not turn else f'round {turn}'}, {case.name}: {_told(costs)}")
    for (case_name, tool), record in records.items():
        yield _measured(experiment, case_name, tool, record)


def _one_case(experiment: Experiment, case: Case, turn: int, records: dict[tuple[str, str], _Record]) -> dict[str, Cost]:
    places = [experiment.places[name] for name in case.tools if name in experiment.places]
    prepare_bystanders(experiment, case, turn)
    costs: dict[str, Cost] = {}
    for place in rotated(places, turn):
        record = records.setdefault((case.name, place.tool.name), _Record())
        cost, change = timed_build(place, case, turn)
        costs[place.tool.name] = cost
        if turn:
            record.costs.append(cost)
        else:
            record.weighed = cost
        record.files = page_set.written(place.output)
        believing.must_show(place, change)
    written = {place.tool.name: records[case.name, place.tool.name].files for place in places}
    believing.must_be_the_page_set(places, written, counted=experiment.site == PARITY)
    if not turn:
        believing.must_be_stock(places)
    return costs


def prepare_bystanders(experiment: Experiment, case: Case, turn: int) -> None:
    """The edits of a case, for the sites of tools that do not take part."""
    for name, place in experiment.places.items():
        if case.edits and name not in case.tools:
            case.prepare(place, turn)


def rotated(places: Sequence[Place], turn: int) -> list[Place]:
    """Another one begins each round."""
    first = turn % len(places) if places else 0
    return [*places[first:], *places[:first]]


def timed_build(place: Place, case: Case, turn: int) -> tuple[Cost, Change]:
    """Make the case's state, untimed, then build."""
    if case.name != "cold" and not place.output.is_dir():
        run(place.command, place.folder, ENVIRONMENT)
    change = case.prepare(place, turn)
    settle()
    command = [*place.command, *(() if turn else place.tool.reporting)]
    return run(command, place.folder, ENVIRONMENT, weigh=not turn), change


def _told(costs: Mapping[str, Cost]) -> str:
    return ", ".join(f"{tool} {cost.seconds:.2f} s" for tool, cost in sorted(costs.items()))


def _measured(experiment: Experiment, case: str, tool: str, record: _Record) -> Measured:
    files, weighed = record.files, record.weighed
    report = report_of(weighed.said) if weighed else {}
    return Measured(
        site=experiment.site,
        articles=experiment.articles,
        case=case,
        tool=tool,
        seconds=tuple(cost.seconds for cost in record.costs),
        processor=tuple(cost.processor for cost in record.costs if cost.processor is not None),
        peak=weighed.peak if weighed else None,
        files=len(files.paths),
        size=files.size,
        stages=report.get("seconds", {}),
        counts=report.get("counts", {}),
    )


def report_of(said: str) -> Mapping[str, Mapping[str, float]]:
    """The report in JSON that ends what fastbuild says, with `seconds` by stage and `counts`; empty if there is none."""
    start = said.find("{")
    try:
        report = json.loads(said[start:]) if start >= 0 else {}
    except ValueError:
        report = {}
    return {name: report[name] for name in ("seconds", "counts") if name in report}
