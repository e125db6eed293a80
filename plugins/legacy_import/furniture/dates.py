"""Dates and times as blogs write them: `May 4th, 2009 on 5:17 pm`, `4. Mai 2009 um 17:17`, `2009-05-04T17:17:00-07:00`, `04/05/2009`.

All functions take text that has been folded (`folding.fold`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from .calendar_words import BEFORE, BETWEEN, DAY_FIRST, DAYS, MONTH_FIRST, MONTHS, OFFSETS, SHORT_DAYS


@dataclass(frozen=True, slots=True)
class Hint:
    """What decides whether 04/05/2009 is in April or in May: the language, or the month that an address such as `/2009/05/` names."""

    language: str = ""
    month: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a text from `start` to `end`. `doubtful`: day and month could be the other way round."""

    when: datetime
    has_time: bool
    start: int
    end: int
    doubtful: bool = False


NO_HINT = Hint()


def _any(words: tuple[str, ...] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_MONTH = _any(MONTHS)
_DAY_NAME = rf"(?:(?:{_any((*DAYS, *SHORT_DAYS))})\b\.?,?\s*(?:dia\s+|,\s*)?)"
_DATE = re.compile(
    rf"""(?:{_DAY_NAME})?(?:(?:{_any(BEFORE)})\s+)?(?:{_DAY_NAME})?(?:
      (?P<y1>\d{{4}})\s*[-/.]\s*(?P<m1>\d{{1,2}})\s*[-/.]\s*(?P<d1>\d{{1,2}})(?!\d)
    | (?P<y5>\d{{4}})\s?年\s?(?P<m5>\d{{1,2}})\s?月\s?(?P<d5>\d{{1,2}})\s?日
    | (?P<d2>\d{{1,2}})\s?(?:st|nd|rd|th|er|º|ª|\.)?\s*(?:-|/|de|of|di|den)?\s*(?P<m2>{_MONTH})\b\.?\s*,?
      (?:\s*(?:de|del|of|-|/)\b)?\s*'?(?P<y2>\d{{4}}|(?<=')\d\d)(?!\d)
    | (?P<m3>{_MONTH})\b\.?\s*(?P<d3>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s*[,.]?\s*(?:of\s+)?'?(?P<y3>\d{{4}}|(?<=')\d\d)(?!\d)
    | (?P<y6>\d{{4}})\s*[,.]?\s*(?P<m6>{_MONTH})\b\.?\s*(?P<d6>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])
    | (?P<a4>\d{{1,2}})\s?(?P<sep>[./-])\s?(?P<b4>\d{{1,2}})\s?(?P=sep)\s?(?P<y4>\d{{4}}|\d\d)(?!\d)
    )""",
    re.VERBOSE,
)
_TIME = re.compile(
    rf"""(?:(?P<h>\d{{1,2}})\s?(?P<mark>[:.]|h|u)\s?(?P<m>\d\d)(?:[:.](?P<s>\d\d)(?:\.\d{{1,9}})?)?(?!\d)|(?P<h2>\d{{1,2}})(?=\s?(?:[ap]\.?\s?m\b|uhr\b|h\b)))
    \s?(?P<half>[ap]\.?\s?m\b\.?)?(?:\s?(?:uhr|hrs?|h|ore|uur)\b)?
    (?:\s?\(?(?:(?:utc|gmt)?(?P<sign>[+-])(?P<oh>\d\d):?(?P<om>\d\d)\b|(?P<zone>{_any(OFFSETS)})\b)\)?)?""",
    re.VERBOSE,
)
_BETWEEN = re.compile(rf"\s*(?:[,|@t–—·•-]\s*)?(?:(?:{_any(BETWEEN)})\s+)?")
_WORD_END = re.compile(r"[^\w-]|$")
_BLANK_BEFORE = re.compile(r"(?<![\w/.:-])")


def find(text: str, hint: Hint = NO_HINT, start: int = 0) -> Stamp | None:
    """The first date in `text`, with the time beside it if there is one."""
    while found := _DATE.search(text, start):
        if _BLANK_BEFORE.match(text, found.start()) and (stamp := _stamp(text, found, hint)):
            return stamp if stamp.has_time else _with_time_before(text, stamp, hint)
        after_word = _WORD_END.search(text, found.start())
        start = min(found.end(), after_word.end() if after_word else found.end())
    return None


def _with_time_before(text: str, stamp: Stamp, hint: Hint) -> Stamp:
    """`5:17 PM on May 4, 2009`: a time of which nothing but a word or two parts the date."""
    begin = max(0, stamp.start - 24)
    for clock in re.finditer(r"(?<![\d:.,])\d{1,2}", text[begin : stamp.start]):
        timed = match(text, begin + clock.start(), hint)
        if timed and timed.has_time and timed.end >= stamp.end:
            return timed
    return stamp


def match(text: str, start: int = 0, hint: Hint = NO_HINT) -> Stamp | None:
    """The date that begins exactly at `start`, whether date or time comes first."""
    if found := _DATE.match(text, start):
        return _stamp(text, found, hint)
    clock = match_time(text, start)
    if clock is None or (gap := _BETWEEN.match(text, clock.end)) is None or not (found := _DATE.match(text, gap.end())):
        return None
    return _joined(found, _day(found, hint), clock, start=start)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in a text."""

    at: time
    end: int


def match_time(text: str, start: int = 0) -> Clock | None:
    """The time of day that begins exactly at `start`."""
    found = _TIME.match(text, start)
    if not found:
        return None
    hour, half = int(found["h"] or found["h2"]), (found["half"] or "")[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    minute, second = int(found["m"] or 0), int(found["s"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return Clock(time(hour, minute, second, tzinfo=_offset(found)), found.end())


def find_time(text: str) -> Clock | None:
    """The first time of day in `text`, where there is no date."""
    for found in re.finditer(r"(?<![\d:.,])\d{1,2}", text):
        if clock := match_time(text, found.start()):
            return clock
    return None


def _offset(found: re.Match[str]) -> timezone | None:
    if found["sign"]:
        minutes = int(found["oh"]) * 60 + int(found["om"])
        return timezone(timedelta(minutes=minutes if found["sign"] == "+" else -minutes)) if minutes < 24 * 60 else None
    return timezone(timedelta(minutes=OFFSETS[found["zone"]])) if found["zone"] else None


def _stamp(text: str, found: re.Match[str], hint: Hint) -> Stamp | None:
    gap = _BETWEEN.match(text, found.end())
    clock = match_time(text, gap.end()) if gap else None
    return _joined(found, _day(found, hint), clock)


def _joined(found: re.Match[str], day: tuple[date, bool] | None, clock: Clock | None, *, start: int | None = None) -> Stamp | None:
    if day is None:
        return None
    begin = found.start() if start is None else start
    end = max(found.end(), clock.end) if clock else found.end()
    return Stamp(datetime.combine(day[0], clock.at if clock else time()), clock is not None, begin, end, day[1])


def _day(found: re.Match[str], hint: Hint) -> tuple[date, bool] | None:
    """The day, and whether it is doubtful; None for a 31st of February."""
    groups = found.groupdict()
    if groups["a4"]:
        return _numeric(int(groups["a4"]), int(groups["b4"]), _year(groups["y4"]), groups["sep"], hint)
    for form in "12356":
        if groups[f"y{form}"]:
            month = groups[f"m{form}"]
            day = _date(_year(groups[f"y{form}"]), MONTHS[month] if month in MONTHS else int(month), int(groups[f"d{form}"]))
            return (day, False) if day else None
    return None


def _numeric(first: int, second: int, year: int, separator: str, hint: Hint) -> tuple[date, bool] | None:
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        day = day_first or month_first
        return (day, False) if day else None
    if hint.month:
        for day in (day_first, month_first):
            if (day.year, day.month) == hint.month:
                return day, False
    language = hint.language.lower().replace("_", "-")
    if separator == "." or language in DAY_FIRST or language.split("-")[0] in DAY_FIRST:
        return day_first, False
    return month_first, language not in MONTH_FIRST


def _year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1970 <= year <= 2100 else None
    except ValueError:
        return None
