"""The articles that a tag's file names as the place to begin."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from .model import Finding, Place
from .report import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Article, Named, TagFile


class Shelf:
    """Articles by slug: those that can be pinned, and those that readers cannot see in a list."""

    def __init__(self, listed: Iterable[Article], others: Iterable[Article]) -> None:
        self._listed = {article.slug: article for article in listed}
        self._others = {article.slug: article for article in others}

    def pinned(self, file: TagFile) -> tuple[tuple[Article, ...], list[Finding]]:
        """The pinned articles that there are, in the file's order, and a finding for each that there is not."""
        found = {named.name: self._listed[named.name] for named in file.pinned if named.name in self._listed}
        missing = [named for named in file.pinned if named.name not in self._listed]
        return tuple(found.values()), [self._missing(file, named) for named in missing]

    def _missing(self, file: TagFile, named: Named) -> Finding:
        place, hidden = Place(file.path, named.line), self._others.get(named.name)
        if hidden:
            what = f"the pinned article '{named.name}' ({_at(hidden)}) is not published: its Status is {hidden.status}"
            return Finding(place, "tag-pinned", what, "Publish it, or take it out of Pinned")
        near = _near(named.name, self._listed)
        fix = f"Did you mean '{near.slug}' ({_at(near)})?" if near else "Name an article by the last part of its address"
        return Finding(place, "tag-pinned", f"there is no article '{named.name}' to pin", fix)


def _at(article: Article) -> str:
    return at(Place(str(article.source_path or article.slug)))


def _near(name: str, articles: Mapping[str, Article]) -> Article | None:
    return next((articles[slug] for slug in get_close_matches(name, articles, n=1)), None)
