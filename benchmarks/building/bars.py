"""The budgets, as data, and whether a run keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .results import Measured, Results, growth, ratio, seconds
from .tools import FASTBUILD, FULL, HUGO, PARITY, PELICAN

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL, LARGE = 1000, 10000
TINY, SMALLISH = 100, 200


@dataclass(frozen=True, slots=True)
class Bar:
    """No more than `limit`; `of` finds the number in a run, None if the run does not have it."""

    what: str
    limit: float
    unit: str
    of: Callable[[Results], float | None]


@dataclass(frozen=True, slots=True)
class Judged:
    bar: Bar
    measured: float | None

    @property
    def is_missed(self) -> bool:
        return self.measured is not None and self.measured > self.bar.limit

    @property
    def verdict(self) -> str:
        return "not measured" if self.measured is None else "missed" if self.is_missed else "held"

    @property
    def found(self) -> str:
        return "-" if self.measured is None else f"{self.measured:.3g} {self.bar.unit}".rstrip()

    @property
    def asked(self) -> str:
        return f"{self.bar.limit:g} {self.bar.unit}".rstrip()


def judge(results: Results) -> list[Judged]:
    return [Judged(bar, bar.of(results)) for bar in BARS]


def _times(other: str, site: str, articles: int, case: str) -> Callable[[Results], float | None]:
    """How many times the seconds of the other tool in the same case."""
    return lambda run: ratio(run.get(site, articles, case, FASTBUILD), run.get(site, articles, case, other))


def _seconds(site: str, articles: int, case: str) -> Callable[[Results], float | None]:
    return lambda run: seconds(run.get(site, articles, case, FASTBUILD))


def _growth(run: Results) -> float | None:
    """Between the smallest and the largest site of one page set that were built cold."""
    cold = [it for it in run.measured if (it.site, it.case, it.tool) == (PARITY, "cold", FASTBUILD)]
    cold.sort(key=lambda it: it.articles)
    return growth(cold[0], cold[-1]) if cold else None


def _memory(run: Results) -> float | None:
    ours, its = (_peak(run.get(PARITY, LARGE, "cold", tool)) for tool in (FASTBUILD, HUGO))
    return ours / its if ours and its else None


def _peak(measured: Measured | None) -> int | None:
    return measured.peak if measured else None


# Cold bars allow for Python-Markdown as it is; 1.0 and 1.2 are what they are to become.
HUGOS, STOCKS = "× Hugo", "× stock Pelican"
BARS = (
    Bar("10,000 articles, cold", 1.5, HUGOS, _times(HUGO, PARITY, LARGE, "cold")),
    Bar("1,000 articles, cold", 1.5, HUGOS, _times(HUGO, PARITY, SMALL, "cold")),
    Bar("10,000 articles, our theme and all plugins, cold", 0.25, STOCKS, _times(PELICAN, FULL, LARGE, "cold")),
    Bar("10,000 articles, output removed, store warm", 0.5, HUGOS, _times(HUGO, PARITY, LARGE, "output-removed")),
    Bar("10,000 articles, nothing changed", 0.03, HUGOS, _times(HUGO, PARITY, LARGE, "no-change")),
    Bar("10,000 articles, one body edited", 0.08, HUGOS, _times(HUGO, PARITY, LARGE, "body-edit")),
    Bar("10,000 articles, one title edited", 0.15, HUGOS, _times(HUGO, PARITY, LARGE, "title-edit")),
    Bar("10,000 articles, one more", 0.15, HUGOS, _times(HUGO, PARITY, LARGE, "new-article")),
    Bar("10,000 articles, kept running, one body edited", 0.06, HUGOS, _times(HUGO, PARITY, LARGE, "resident-body")),
    Bar("1,000 articles, kept running, one body edited", 0.2, HUGOS, _times(HUGO, PARITY, SMALL, "resident-body")),
    Bar("10,000 articles, kept running, one title edited", 0.15, HUGOS, _times(HUGO, PARITY, LARGE, "resident-title")),
    Bar("100 articles, our theme and all plugins, cold", 1.5, "s", _seconds(FULL, TINY, "cold")),
    Bar("100 articles, our theme and all plugins, nothing changed", 0.3, "s", _seconds(FULL, TINY, "no-change")),
    Bar("200 articles, our theme and all plugins, cold", 2.0, "s", _seconds(FULL, SMALLISH, "cold")),
    Bar("200 articles, our theme and all plugins, nothing changed", 0.3, "s", _seconds(FULL, SMALLISH, "no-change")),
    Bar("200 articles, our theme and all plugins, kept running, one body edited", 0.1, "s", _seconds(FULL, SMALLISH, "resident-body")),
    Bar("growth: exponent of time over the number of articles, cold", 1.05, "", _growth),
    Bar("10,000 articles, cold, peak memory of all processes", 0.6, HUGOS, _memory),
)
