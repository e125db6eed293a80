"""What is to be done: from the articles and what has been published to changes and problems. Nothing is read or written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..entry_ids import UnfitIdError, checked_id
from .articles import problem_of
from .edits import edit_for
from .model import Article, Change, Means, Plan, Problem
from .sharing import Shared, share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .published import Published


def plan(articles: tuple[Article, ...], published: Published, means: Means, *, fix: bool) -> Plan:
    """Who gets an Id, and what is wrong. With `fix`, articles that share an Id with an older one get another."""
    problems = [*_links(articles), *filter(None, map(problem_of, articles))]
    left_out = {problem.path for problem in problems}
    sound = [article for article in articles if article.path not in left_out]
    with_id, unfit = _checked(article for article in sound if article.head.first("id"))
    shared = list(_shared(with_id, published, means))
    old = {article.path: each.id for each in shared for article in each.others} if fix else {}
    in_need = [article for article in sound if article.path in old or not article.head.first("id")]
    problems += unfit if fix else [*unfit, *(problem for each in shared for problem in _told(each))]
    changes = _changes(in_need, _taken(articles, published), means, old=old)
    return Plan(changes, tuple(sorted(problems, key=lambda problem: (problem.path, problem.line))))


def _links(articles: tuple[Article, ...]) -> Iterator[Problem]:
    """One file in two places cannot have two Ids; the place where it really lies counts."""
    first: dict[Path, Article] = {}
    for article in sorted(articles, key=lambda article: (article.is_link, article.path)):
        at = first.setdefault(article.file, article)
        if at is not article:
            fix = "Put a copy of the file here, or remove the link"
            yield Problem(article.path, 1, f"this is a link to {at.path}, and two articles cannot have one Id", fix)


def _checked(articles: Iterable[Article]) -> tuple[dict[str, list[Article]], list[Problem]]:
    """The articles by Id, and those whose Id is none."""
    by_id: dict[str, list[Article]] = {}
    problems = []
    for article in articles:
        try:
            by_id.setdefault(checked_id(article.head.first("id")), []).append(article)
        except UnfitIdError as error:
            problems.append(Problem(article.path, _line_of_id(article), error.what, error.fix))
    return by_id, problems


def _shared(by_id: dict[str, list[Article]], published: Published, means: Means) -> Iterator[Shared]:
    return (share(checked, articles, published, means) for checked, articles in by_id.items() if len(articles) > 1)


def _told(shared: Shared) -> Iterator[Problem]:
    keeper = f"{shared.keeper.path}:{_line_of_id(shared.keeper)}"
    if shared.is_published:
        what, this = f"the Id {shared.id} is that of {keeper}, which has been published with it", "this file"
    else:
        what, this = f"the Id {shared.id} is that of {keeper} already, and this is the newer file", "it"
    for article in shared.others:
        yield Problem(article.path, _line_of_id(article), what, f"Give {this} an Id of its own with 'ids --fix', or remove the file")


def _line_of_id(article: Article) -> int:
    return article.head.values("id")[0].line


def _taken(articles: Iterable[Article], published: Published) -> set[str]:
    """In capitals, whether they are Ids or not."""
    return {value.text.upper() for article in articles for value in article.head.values("id")} | {known.upper() for known in published.urls}


def _changes(in_need: list[Article], taken: set[str], means: Means, *, old: dict[str, str]) -> tuple[Change, ...]:
    changes = []
    for article in in_need:
        new = means.new_id(taken)
        taken.add(new)
        changes.append(Change(article, edit_for(article.data, article.head, new), new, old.get(article.path, "")))
    return tuple(changes)
