"""The task `tags`, from the words of the call to the lines that are printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .calls import call
from .catalogue import catalogue
from .diff import diff_of
from .listing import listing
from .model import FINE, USAGE, WRONG, Means, Plan, RefusedError
from .planning import plan_merge, plan_rename
from .reading import read_site
from .writing import carry_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def tags(root: Path, change: Sequence[str], means: Means, *, yes: bool, as_json: bool) -> int:
    """List the tags of the site in `root`, or carry out the change: `rename OLD NEW`, `merge A B … INTO`.

    Prints a list or a diff, and what is wrong to standard error. 0: fine. 1: files that cannot be read, or a change that is refused.
    2: a wrong call.
    """
    try:
        _check_call(change, means, yes=yes, as_json=as_json)
        return _change(root, change, means, yes=yes) if change else _list(root, means, as_json=as_json)
    except RefusedError as error:
        sys.stdout.flush()
        sys.stderr.write(f"{error}\n")
        return error.code


def _check_call(change: Sequence[str], means: Means, *, yes: bool, as_json: bool) -> None:
    word, *names = change or ("",)
    calls = {"rename": call(means, "rename", "OLD", "NEW"), "merge": call(means, "merge", "A", "B", "INTO")}
    right = f"{means.call}, {calls['rename']}, or {calls['merge']}"
    if not word and not change:
        wrong = "--yes goes with rename or merge" if yes else ""
    elif word not in calls:
        wrong = f"'{word}' is nothing that can be done with tags"
    elif len(names) < 2 or (word == "rename" and len(names) > 2):
        right = calls[word]
        number = "two names" if word == "rename" else "two names or more"
        wrong = f"{word} takes {number}, in quotes where they have blanks, and here are {len(names)}"
    else:
        wrong = "--json goes with the list of tags alone" if as_json else ""
    if wrong:
        raise RefusedError(f"{wrong}. Call it like this: {right}", code=USAGE)


def _list(root: Path, means: Means, *, as_json: bool) -> int:
    site = read_site(root)
    told = listing(site, catalogue(site, means), means)
    sys.stdout.write(f"{told.as_json() if as_json else told.as_text()}\n")
    return WRONG if told.has_errors else FINE


def _change(root: Path, change: Sequence[str], means: Means, *, yes: bool) -> int:
    word, *names = change
    site = read_site(root)
    known = catalogue(site, means)
    plan = plan_rename(site, known, means, *names) if word == "rename" else plan_merge(site, known, means, names)
    _print([line for each in plan.changes for line in diff_of(each)])
    _print(plan.notes)
    if not plan.changes:
        _print(["Nothing to do."])
    elif yes:
        carry_out(plan.changes)
        _print([f"{_counted(plan)} changed."])
    else:
        _print([f"{_counted(plan)} would change. Nothing has been changed yet. To do it: {call(means, *change)} --yes"])
    return FINE


def _counted(plan: Plan) -> str:
    number = len(plan.changes)
    return f"{number} {'file' if number == 1 else 'files'}"


def _print(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
