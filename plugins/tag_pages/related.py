"""Which tags are near to each other: those that stand together more often than chance would have it.

The measure is lift (Brin, Motwani, Ullman and Tsur, "Dynamic itemset counting and implication rules for market basket data", 1997):

    lift(a, b) = articles with both × all articles ÷ (articles with a × articles with b)

It is 1 where two tags know nothing of each other, however large they are, so the biggest tag is not related to everything. A lift that
rests on one article is an accident, so at least `support` articles must have both tags. Larger lifts come first, then more articles, then
the slug.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_TAGS = 30
"""An article with more tags than this says nothing about which of them belong together; and pairs grow with the square."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A related tag's slug, and on how many articles the two stand together."""

    slug: str
    together: int


def related_slugs(articles: Iterable[Iterable[str]], *, most: int, support: int) -> dict[str, tuple[Neighbour, ...]]:
    """By a tag's slug its nearest, `most` at most; `articles` are the slugs of each article's tags."""
    sets = [sorted(set(slugs)) for slugs in articles]
    alone: Counter[str] = Counter(slug for slugs in sets for slug in slugs)
    together = Counter(pair for slugs in sets if len(slugs) <= MOST_TAGS for pair in combinations(slugs, 2))
    found: dict[str, list[tuple[Fraction, int, str]]] = defaultdict(list)
    for (one, other), count in together.items():
        lift = Fraction(count * len(sets), alone[one] * alone[other])
        if count >= support and lift > 1:
            found[one].append((-lift, -count, other))
            found[other].append((-lift, -count, one))
    return {slug: tuple(Neighbour(other, -count) for _, count, other in sorted(near)[:most]) for slug, near in found.items()}
