"""Which problems only follow from others: one mistake is one line, whoever else has stumbled over it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from . import records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from fastbuild.problems import Problem

_OF_PELICAN = frozenset({records.UNREAD, records.MISSING, records.STATUS, records.DOUBLE})
"""What Pelican says of a file in which the reason has been found."""
_REASONS = ("front-", "file-")
_SAME_PLACE = {
    "link-file": {"image-missing"},
    "image-local": {"image-missing"},
    records.ALT: {"image-alt"},
}
"""By a rule of ours those of plugins that say the same of the same line, and know more."""
_ANYWHERE = {
    records.SAME_SLUG: {records.OUTPUT},
    records.SLUG: {"name-slug", "tag-name"},
    records.GONE: {"link-file", "image-missing"},
}
"""By a rule of ours, which may have no place, those that say the same with one."""


def without(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that are told, in their order."""
    problems = list(problems)
    by_path: defaultdict[Path | None, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    rules = {problem.rule for problem in problems}
    told = {rule for rule, reasons in _ANYWHERE.items() if reasons & rules}
    return [problem for problem in problems if problem.rule not in told and not _follows(problem, by_path[problem.path])]


def _follows(problem: Problem, others: list[Problem]) -> bool:
    if problem.rule in _OF_PELICAN:
        reasons = (other for other in others if other.rule not in _OF_PELICAN and (other.rule or "").startswith(_REASONS))
        return any(other.is_error >= problem.is_error for other in reasons)
    if problem.rule == records.OUTSIDE:
        return any(other.rule in {"front-slug", "front-empty"} and other.is_error for other in others)
    if problem.rule == records.UNFOUND:
        return any(other.rule in {records.LINK, "link-file"} for other in others)
    better = _SAME_PLACE.get(problem.rule or "", set())
    return any(other.rule in better and (other.line == problem.line or problem.rule == records.ALT) for other in others)
