"""What a person reads of a run: a table for each site, the stages of our builds, and the budgets. Columns are the caller's to draw."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from .bars import judge
from .cases import EVERY
from .results import ratio
from .tools import FASTBUILD, FULL, HUGO, PELICAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .results import Measured, Results

MIB = 1024 * 1024
NAMES = {FASTBUILD: "Rapport", PELICAN: "Pelican", HUGO: "Hugo"}
NONE = "-"
INSIDE = {"stages": "seconds per stage of Rapport", "counts": "what Rapport read, rendered and wrote"}


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(results: Results) -> list[Table]:
    sites = sorted({(it.site, it.articles) for it in results.measured}, key=lambda site: (site[0] == FULL, site[1]))
    times = [_times(results, site, articles) for site, articles in sites]
    inside = [_inside(results, site, articles, what) for site, articles in sites for what in ("stages", "counts")]
    return [*times, *(table for table in inside if table.rows), _budgets(results)]


def _times(results: Results, site: str, articles: int) -> Table:
    head = ("case", "tool", "median s", "fastest", "slowest", "processor s", "ratio", "peak MiB", "files", "MB")
    mine = [it for it in results.measured if (it.site, it.articles) == (site, articles)]
    ordered = sorted(mine, key=lambda it: (list(EVERY).index(it.case), list(NAMES).index(it.tool)))
    return Table(_title(site, articles), head, tuple(_row(results, it) for it in ordered))


def _title(site: str, articles: int) -> str:
    return f"{articles:,} articles, {'our theme and all our plugins' if site == FULL else 'one page set, a plain theme'}"


def _row(results: Results, it: Measured) -> tuple[str, ...]:
    """The ratio says how many times the seconds of another tool ours takes; it stands with the other tool."""
    times = None if it.tool == FASTBUILD else ratio(results.get(it.site, it.articles, it.case, FASTBUILD), it)
    return (
        EVERY[it.case].title,
        NAMES[it.tool],
        *(f"{number:.3f}" for number in (median(it.seconds), min(it.seconds), max(it.seconds))),
        f"{median(it.processor):.2f}" if it.processor else NONE,
        f"{times:.3f}" if times is not None else NONE,
        f"{it.peak / MIB:.0f}" if it.peak else NONE,
        f"{it.files:,}" if it.files else NONE,
        f"{it.size / 1e6:.1f}" if it.size else NONE,
    )


def _inside(results: Results, site: str, articles: int, what: str) -> Table:
    """What our own builds tell of themselves, a row for each case."""
    mine = [it for it in results.measured if (it.site, it.articles, it.tool) == (site, articles, FASTBUILD) and getattr(it, what)]
    names = list(dict.fromkeys(name for it in mine for name in getattr(it, what)))
    rows = tuple((EVERY[it.case].title, *(_number(getattr(it, what).get(name)) for name in names)) for it in mine)
    return Table(f"{_title(site, articles)}: {INSIDE[what]}", ("case", *names), rows)


def _number(number: float | None) -> str:
    return NONE if number is None else f"{number:,}" if isinstance(number, int) else f"{number:.2f}"


def _budgets(results: Results) -> Table:
    rows = tuple((judged.bar.what, judged.asked, judged.found, judged.verdict) for judged in judge(results))
    return Table("Budgets", ("what", "no more than", "measured", ""), rows)


def as_text(table: Table) -> str:
    """For a terminal: columns of even width, numbers to the right."""
    columns = [_even(column) for column in zip(table.head, *table.rows, strict=True)]
    return "\n".join([table.title, "", *("  ".join(row).rstrip() for row in zip(*columns, strict=True)), ""])


def _even(column: tuple[str, ...]) -> list[str]:
    width = max(map(len, column))
    is_numbers = all(cell[:1].isdigit() or cell == NONE for cell in column[1:])
    return [cell.rjust(width) if is_numbers else cell.ljust(width) for cell in column]


def as_markdown(table: Table) -> str:
    rows: Sequence[tuple[str, ...]] = [table.head, ("---",) * len(table.head), *table.rows]
    return "\n".join([f"### {table.title}", "", *("| " + " | ".join(row) + " |" for row in rows), ""])
