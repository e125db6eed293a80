"""Whether a date says all of itself. Pelican takes what is missing from today: such a reading is another one tomorrow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import dateutil.parser
from pelican.utils import SafeDatetime

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_WHOLE = re.compile(r"\s*\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?\s*([+-]\d{2}:?\d{2}|Z)?\s*")


class Dates:
    """`get_date` reads as Pelican's does; `are_whole` becomes false at a date of which today is a part."""

    def __init__(self, get_date: Callable[[str], datetime]) -> None:
        self._get_date = get_date
        self.are_whole = True

    def get_date(self, text: str) -> datetime:
        date = self._get_date(text)
        if not _WHOLE.fullmatch(text):
            self.are_whole = self.are_whole and _is_same_on_another_day(text, date)
        return date


def _is_same_on_another_day(text: str, date: datetime) -> bool:
    try:
        return bool(dateutil.parser.parse(re.sub(" +", " ", text), default=_another_day()) == date)
    except (ValueError, OverflowError, TypeError):
        return False


def _another_day() -> SafeDatetime:
    """Midnight of a day that has year, month, day and weekday in common with today in no case."""
    today = SafeDatetime.now()
    day = 10 if today.day != 10 else 11
    month = 5 if today.month != 5 else 6
    other = SafeDatetime(today.year - 1, month, day)
    return other if other.weekday() != today.weekday() else other.replace(year=today.year - 2)
