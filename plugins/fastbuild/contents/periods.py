"""Articles by year, month and day: `ArticlesGenerator._build_period_archives` with one look at each article."""

from __future__ import annotations

import calendar
from collections import defaultdict
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pelican.contents import Article

KEYS = {
    "year": attrgetter("date.year"),
    "month": attrgetter("date.year", "date.month"),
    "day": attrgetter("date.year", "date.month", "date.day"),
}


def period_archives(
    by_date: Sequence[Article], articles: Sequence[Article], settings: Mapping[str, Any]
) -> dict[str, list[dict[str, Any]]]:
    """For each granularity that has an address in the settings, its periods in the order of `by_date`."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for granularity, key in KEYS.items():
        save_as, url = settings[f"{granularity.upper()}_ARCHIVE_SAVE_AS"], settings[f"{granularity.upper()}_ARCHIVE_URL"]
        if not save_as:
            continue
        members: dict[Any, list[Article]] = defaultdict(list)
        for article in articles:
            members[key(article)].append(article)
        for period, group in groupby(by_date, key=key):
            dates = list(group)
            of_first = dates[0].date
            found[granularity].append(
                {
                    "dates": dates,
                    "articles": members[period],
                    "save_as": save_as.format(date=of_first),
                    "url": url.format(date=of_first),
                    "period": _in_words(granularity, period),
                    "period_num": (period,) if granularity == "year" else tuple(period),
                }
            )
    return found


def _in_words(granularity: str, period: Any) -> tuple[Any, ...]:
    if granularity == "year":
        return (period,)
    month = calendar.month_name[period[1]]
    return (period[0], month) if granularity == "month" else (period[0], month, period[2])
