"""What is timed, as data: the state before the build, and what shows that it was really done.

A case begins where the one before has ended: with a site that is built and up to date. It changes the content or removes something, which
is not timed; what is timed is the build that follows. After it the site is built and up to date again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import corpus as corpora
from .tools import FASTBUILD, HUGO, PELICAN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .corpus import Corpus
    from .tools import Place

NEWEST = 20
"""Articles among which one is edited: as an author does, and so that feeds and first pages of lists change too."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a site: the files that were saved, the article that shows it, and the words by which one sees that."""

    saved: tuple[Path, ...] = ()
    slug: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """`tools` are those that take part if nothing else is said: stock Pelican has only one way to build, so it is timed once.

    What `edits` is done to the sites of all tools, so that they remain the same one.
    """

    name: str
    title: str
    prepare: Callable[[Place, int], Change]
    tools: tuple[str, ...] = (FASTBUILD, HUGO)
    edits: bool = False


def _cold(place: Place, _turn: int) -> Change:
    place.forget(caches=True)
    return Change()


def _no_change(_place: Place, _turn: int) -> Change:
    return Change()


def _output_removed(place: Place, _turn: int) -> Change:
    place.forget(caches=False)
    return Change()


def body_edit(place: Place, turn: int) -> Change:
    mark = f"remark {turn}"
    edited = corpora.with_new_body(place.corpus.articles[_newest(place.corpus, 2 * turn)], mark)
    return Change((place.save(edited),), edited.slug, mark)


def title_edit(place: Place, turn: int) -> Change:
    mark = f"title {turn}"
    edited = corpora.with_new_title(place.corpus.articles[_newest(place.corpus, 2 * turn + 1)], mark)
    return Change((place.save(edited),), edited.slug, mark)


def _new_article(place: Place, _turn: int) -> Change:
    new = corpora.article(len(place.corpus.articles), among=place.corpus.size)
    return Change((place.save(new),), new.slug, new.title)


def _newest(corpus: Corpus, turn: int) -> int:
    return len(corpus.articles) - 1 - turn % min(NEWEST, len(corpus.articles))


CASES = (
    Case("cold", "cold: nothing built, nothing cached", _cold, (FASTBUILD, PELICAN, HUGO)),
    Case("no-change", "nothing changed", _no_change),
    Case("output-removed", "output removed, caches kept", _output_removed),
    Case("body-edit", "one sentence added to an article", body_edit, edits=True),
    Case("title-edit", "one title changed", title_edit, edits=True),
    Case("new-article", "one article added", _new_article, edits=True),
)
RESIDENT = (
    Case("resident-body", "kept running: one sentence added, from saving to the files", body_edit, edits=True),
    Case("resident-title", "kept running: one title changed, from saving to the files", title_edit, edits=True),
)
"""In a process that stays; Hugo's is `hugo server`, until it serves the changed page."""
EVERY = {case.name: case for case in (*CASES, *RESIDENT)}
