"""What to read before, after and next. Articles of several languages are never mixed: call these for each language."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING

from .model import Article, Neighbours

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article as far as its relations need it; `tags` are slugs, sorted, so that sums do not depend on the order of a set."""

    article: Article
    date: datetime
    slug: str
    tags: tuple[str, ...]
    is_published: bool


def neighbours_of(ordered: Sequence[Article]) -> list[Neighbours]:
    """For each of `ordered`, published articles in the site's order (newest or oldest first), those beside it."""
    oldest_first = len(ordered) > 1 and ordered[0].date < ordered[-1].date
    found = []
    for at in range(len(ordered)):
        before = ordered[at - 1] if at else None
        after = ordered[at + 1] if at + 1 < len(ordered) else None
        found.append(Neighbours(after, before) if oldest_first else Neighbours(before, after))
    return found


def related_of(candidates: Sequence[Candidate], *, count: int, window: int) -> list[tuple[Article, ...]]:
    """For each candidate up to `count` published others that share tags with it, the nearest in kind first.

    A shared tag weighs the logarithm of its rarity. For each tag only `window` articles on each side in the order of dates are looked at.
    Among equals the newer comes first, then the slug decides.
    """
    newest_first = sorted(range(len(candidates)), key=lambda index: candidates[index].slug)
    newest_first.sort(key=lambda index: candidates[index].date, reverse=True)
    ranked = [candidates[index] for index in newest_first]
    shelves = _shelves(ranked)
    published = sum(candidate.is_published for candidate in ranked)
    weights = {tag: log(1 + published / len(shelf)) for tag, shelf in shelves.items()}
    found: list[tuple[Article, ...]] = [()] * len(candidates)
    for rank, index in enumerate(newest_first):
        scores = _scores(rank, ranked[rank].tags, shelves, weights=weights, window=window)
        best = nsmallest(count, [(-score, other) for other, score in scores.items()])
        found[index] = tuple(ranked[other].article for _, other in best)
    return found


def _shelves(ranked: Sequence[Candidate]) -> dict[str, list[int]]:
    """For each tag the ranks of the published articles that have it."""
    shelves: defaultdict[str, list[int]] = defaultdict(list)
    for rank, candidate in enumerate(ranked):
        if candidate.is_published:
            for tag in candidate.tags:
                shelves[tag].append(rank)
    return dict(shelves)


def _scores(
    rank: int, tags: Sequence[str], shelves: Mapping[str, list[int]], *, weights: Mapping[str, float], window: int
) -> dict[int, float]:
    """The ranks within reach of `rank`, without itself, and the weight of the tags they share with it."""
    scores: dict[int, float] = {}
    for tag in tags:
        shelf = shelves.get(tag, [])
        here = bisect_left(shelf, rank)
        after = here + 1 if here < len(shelf) and shelf[here] == rank else here
        weight = weights.get(tag, 0.0)
        for other in shelf[max(0, here - window) : here] + shelf[after : after + window]:
            scores[other] = scores.get(other, 0.0) + weight
    return scores
