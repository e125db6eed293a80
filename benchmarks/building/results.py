"""What was measured, as data that is kept as JSON, and what one asks of it: medians, and ratios pair by pair."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Measured:
    """One case of one tool: a number for each round, warm-up left out; peak memory in bytes, how large the site is, and, of
    ours, seconds by stage and what was read, rendered and written.
    """

    site: str
    articles: int
    case: str
    tool: str
    seconds: tuple[float, ...]
    processor: tuple[float, ...] = ()
    peak: int | None = None
    files: int = 0
    size: int = 0
    stages: Mapping[str, float] = field(default_factory=dict)
    counts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """A run: the day, the machine and the versions, as texts by name, and all that was measured."""

    circumstances: Mapping[str, str]
    measured: tuple[Measured, ...]

    def get(self, site: str, articles: int, case: str, tool: str) -> Measured | None:
        wanted = (site, articles, case, tool)
        return next((it for it in self.measured if (it.site, it.articles, it.case, it.tool) == wanted), None)

    def sizes(self, site: str) -> list[int]:
        return sorted({it.articles for it in self.measured if it.site == site})

    def as_json(self) -> str:
        return json.dumps(asdict(self), indent=1)


def from_json(text: str) -> Results:
    """The results that `as_json` wrote."""
    given: dict[str, Any] = json.loads(text)
    return Results(given["circumstances"], tuple(_measured(one) for one in given["measured"]))


def _measured(given: dict[str, Any]) -> Measured:
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return Measured(**fields)


def ratio(one: Measured | None, other: Measured | None) -> float | None:
    """How many times the seconds of the other, the median of the rounds' ratios; None if either was not measured."""
    if not (one and other and one.seconds and other.seconds):
        return None
    return median(mine / its for mine, its in zip(one.seconds, other.seconds, strict=False))


def seconds(one: Measured | None) -> float | None:
    return median(one.seconds) if one and one.seconds else None


def growth(small: Measured | None, large: Measured | None) -> float | None:
    """The exponent of time over the number of articles: 1 is linear, 2 is quadratic."""
    if not (small and large and small.seconds and large.seconds and small.articles != large.articles):
        return None
    return math.log(median(large.seconds) / median(small.seconds)) / math.log(large.articles / small.articles)
