"""Articles that belong together, in order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from .model import Article, Series, SeriesPlace

if TYPE_CHECKING:
    from datetime import datetime

NAME_RULE = "series-name"
INDEX_RULE = "series-index"
_INDEX = re.compile(r"[0-9]{1,6}")

MakeSeries = Callable[["Entry", tuple[Article, ...]], Series]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that names a series; `index` is what the author wrote, `path` the author's file."""

    article: Article
    name: str
    slug: str
    index: str
    lang: str
    date: datetime
    article_slug: str
    path: str
    is_published: bool

    @property
    def number(self) -> int | None:
        """The index as a number from 1 up; None if it is none."""
        return int(self.index) if _INDEX.fullmatch(self.index) and int(self.index) else None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A mistake in an entry's front matter, in the line of `field`."""

    entry: Entry
    field: str
    rule: str
    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All series, each entry's place in the order in which the entries were given, and what is wrong."""

    series: tuple[Series, ...]
    places: tuple[SeriesPlace | None, ...]
    troubles: tuple[Trouble, ...]


def plan_series(entries: Sequence[Entry], make: MakeSeries) -> Plan:
    """Order the entries into series; `make` knows addresses. A series without a published part does not exist.

    Series of several languages are several series, also under one name.
    """
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if entry.slug:
            groups[entry.slug, entry.lang].append(at)
    places: list[SeriesPlace | None] = [None] * len(entries)
    found: list[Series] = []
    troubles = [_nameless(entry) for entry in entries if not entry.slug]
    for key in sorted(groups):
        group = sorted(groups[key], key=lambda at: (entries[at].date, entries[at].article_slug))
        members = [entries[at] for at in group]
        troubles += _troubles(members)
        published = _ordered([member for member in members if member.is_published])
        if published:
            series = make(published[0], tuple(part.article for part in published))
            found.append(series)
            for at in group:
                places[at] = _place(entries[at], published, series)
    found.sort(key=lambda series: (series.name.casefold(), series.slug, series.lang))
    return Plan(tuple(found), tuple(places), tuple(troubles))


def _place(entry: Entry, published: Sequence[Entry], series: Series) -> SeriesPlace:
    """A published part's place; one that is not published sees the series as it would be with it."""
    if entry.is_published:
        return SeriesPlace(series, published.index(entry) + 1)
    parts = _ordered(sorted((*published, entry), key=lambda part: (part.date, part.article_slug)))
    return SeriesPlace(replace(series, parts=tuple(part.article for part in parts)), parts.index(entry) + 1)


def _ordered(by_date: list[Entry]) -> list[Entry]:
    """By index if every part has one of its own, else by date."""
    numbers = [entry.number for entry in by_date]
    if None in numbers or len(set(numbers)) < len(numbers):
        return by_date
    return sorted(by_date, key=lambda entry: entry.number or 0)


def _troubles(members: Sequence[Entry]) -> Iterator[Trouble]:
    """Indices that are no numbers, used twice, or missing where others have one. Drafts give way to published parts."""
    numbered = any(member.index for member in members)
    taken: dict[int, Entry] = {}
    for member in sorted(members, key=lambda entry: not entry.is_published):
        if member.number is None:
            if numbered:
                yield _without_number(member)
        elif member.number in taken:
            yield _taken(member, taken[member.number])
        else:
            taken[member.number] = member


def _nameless(entry: Entry) -> Trouble:
    what = f"the series name '{entry.name}' gives no address"
    return Trouble(entry, "series", NAME_RULE, what, "Use letters or digits in it")


def _without_number(entry: Entry) -> Trouble:
    if not entry.index:
        what = f"a part of the series '{entry.name}' has no Series_index, while others have one"
        return Trouble(entry, "series", INDEX_RULE, what, "Add 'Series_index: N'; until then the parts stand in the order of their dates")
    what = f"Series_index is '{entry.index}'"
    return Trouble(
        entry, "series_index", INDEX_RULE, what, "Give a whole number from 1 up; until then the parts stand in the order of dates"
    )


def _taken(entry: Entry, other: Entry) -> Trouble:
    what = f"Series_index {entry.number} of the series '{entry.name}' is taken by {PurePath(other.path).name}"
    return Trouble(
        entry, "series_index", INDEX_RULE, what, "Give each part its own; until then the parts stand in the order of their dates"
    )
