"""The task `ids`, from the project's folder to the lines that are printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .articles import find_articles
from .model import Change, Means, Problem
from .planning import plan
from .published import PublishedError, read_published
from .writing import ChangedMeanwhileError, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FINE, WRONG = 0, 1


def give_ids(root: Path, means: Means, *, fix: bool = False) -> int:
    """Give every article below `root/content/articles` that has no Id one; with `fix`, also those that share one with an older article.

    Prints each change and a sum, and problems to standard error. 0: every article has its Id. 1: problems are left.
    """
    try:
        published = read_published(root)
    except PublishedError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG
    found = find_articles(root)
    planned = plan(found.articles, published, means, fix=fix)
    done, failed = _carry_out(planned.changes)
    problems = sorted((*found.problems, *planned.problems, *failed), key=lambda problem: (problem.path, problem.line))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    sys.stderr.flush()
    sys.stdout.write(f"{summary(found.number, done, len(problems))}\n")
    return WRONG if problems else FINE


def _carry_out(changes: Iterable[Change]) -> tuple[list[Change], list[Problem]]:
    """Each change is told as soon as it is on the disk; what fails does not keep the others from being done."""
    done, failed = [], []
    for change in changes:
        if problem := _failure(change):
            failed.append(problem)
            continue
        done.append(change)
        sys.stdout.write(f"{change}\n")
        sys.stdout.flush()
    return done, failed


def _failure(change: Change) -> Problem | None:
    article, line = change.article, change.edit.line
    try:
        replace_file(article.file, article.data, change.edit.applied_to(article.data))
    except ChangedMeanwhileError:
        return Problem(article.path, line, "the file was changed just now, so no Id was written", "Save it, then call ids again")
    except OSError as error:
        reason = error.strerror or str(error)
        return Problem(article.path, line, f"the Id cannot be written ({reason})", "Allow writing the file and its folder")
    return None


def summary(number: int, done: Iterable[Change], problems: int) -> str:
    """The last line: of how many articles, what was done and what is left."""
    replaced = [change for change in done if change.old]
    added = [change for change in done if not change.old]
    counts = ((len(added), "Id added", "Ids added"), (len(replaced), "Id replaced", "Ids replaced"), (problems, "problem", "problems"))
    told = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)
    articles = f"{number} {'article' if number == 1 else 'articles'}"
    return f"{articles}: {told}." if told else f"{articles}, nothing to do."
