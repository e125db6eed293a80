"""Dates as Pelican takes them (dateutil, month first, today's day where one is missing), and why some of them are none."""

from __future__ import annotations

import re
import warnings
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .model import Finding, error, short, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .head import Head

RULE = "front-date"
FORM = "Write it as 2026-03-04 or 2026-03-04 09:30."
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d))?)?",
    re.IGNORECASE | re.ASCII,
)
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_YEAR_FIRST = re.compile(r"\d{4}\D", re.ASCII)
_ZONE_NAME = re.compile(r"\d\s*([A-Z]{3,5})\Z")
_UNIVERSAL = {"UTC", "GMT"}
DEFAULTS = (datetime(2001, 2, 3), datetime(2004, 5, 6))  # noqa: DTZ001  two days that have nothing in common
MOST_OFFSET = 14  # hours: Kiritimati is +14:00
EARLIEST = 1000  # a year below it is a slip of the finger, or a field for historians


class NoDateError(ValueError):
    """The text is no date; `what` says why and `fix` how to write it."""

    def __init__(self, what: str, fix: str = FORM) -> None:
        self.what, self.fix = what, fix
        super().__init__(what)


def check_dates(head: Head, time_zone: str) -> Iterator[Finding]:
    """What is wrong with `Date` and `Modified`; the zone is for times without an offset."""
    moments = {}
    for name in ("date", "modified"):
        if name not in head.fields:
            continue
        value = head.fields[name][0]
        if not value.text:
            yield error(value.line, RULE, f"{name.capitalize()} is empty", f"{FORM[:-1]}, or take the line out.")
            continue
        try:
            moment, doubt = read_date(value.text.replace("_", " ") if name == "date" else value.text, time_zone)
        except NoDateError as wrong:
            yield error(value.line, RULE, f"{name.capitalize()}: {wrong.what}", wrong.fix)
            continue
        if doubt:
            yield warning(value.line, RULE, f"{name.capitalize()}: {doubt[0]}", doubt[1])
        moments[name] = moment
    if len(moments) > 1 and moments["modified"] < moments["date"]:
        fix = "Exchange them, or take the line out."
        yield warning(head.line("modified"), RULE, f"Modified is before Date, {head.text('date')}", fix)


@lru_cache(maxsize=256)
def read_date(text: str, time_zone: str) -> tuple[datetime, tuple[str, str] | None]:
    """The moment, with an offset, and what is doubtful about it; raises NoDateError if it is none or leaves something open."""
    found = _ISO.fullmatch(text)
    if not found:
        return _other_date(text, time_zone), _doubt_of_name(text)
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    _check_day(year, month, day)
    _check_time(hour, minute, second)
    moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  (the zone comes next)
    if found[7]:
        return moment.replace(tzinfo=UTC), None
    if found[8]:
        return moment.replace(tzinfo=_offset(found[8], int(found[9]), int(found[10]))), None
    zone = zone_of(time_zone)
    return moment.replace(tzinfo=zone), _doubt_of_clock(moment, zone, time_zone) if found[4] else None


@lru_cache(maxsize=16)
def zone_of(name: str) -> ZoneInfo:
    """The zone, or UTC if there is none of this name (which is a mistake in the settings, and told there)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _check_day(year: int, month: int, day: int) -> None:
    if not 1 <= month <= 12:
        raise NoDateError(f"there is no month {month}")
    last = 31 if month in {1, 3, 5, 7, 8, 10, 12} else 30 if month != 2 else 29 if _is_leap(year) else 28
    if not 1 <= day <= last:
        raise NoDateError(f"{_MONTHS[month - 1]} {year} has days from 1 to {last}, and not {day}")
    if year < EARLIEST:
        raise NoDateError(f"the year {year} is too long ago")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _check_time(hour: int, minute: int, second: int) -> None:
    if hour > 23 or minute > 59 or second > 59:
        raise NoDateError("the clock goes from 00:00 to 23:59")


def _offset(sign: str, hours: int, minutes: int) -> timezone:
    if hours > MOST_OFFSET or minutes > 59:
        raise NoDateError(f"there is no offset {sign}{hours:02}:{minutes:02}", "Write one such as +01:00, or leave it out.")
    return timezone((1 if sign == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def _doubt_of_clock(moment: datetime, zone: ZoneInfo, name: str) -> tuple[str, str] | None:
    """Twice a year clocks are put forward or back (fold as in PEP 495)."""
    before, after = (moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if before == after or before is None or after is None:
        return None
    shown = moment.strftime("%H:%M")
    if before < after:
        return f"in {name} the clocks were put forward over {shown} on that day", "Write another time, or one with its offset."
    return f"in {name} it was {shown} twice on that day", f"If you care which, write one with its offset, such as {shown}{_written(after)}."


def _written(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _other_date(text: str, time_zone: str) -> datetime:
    """Another form: asked from the library that Pelican asks, with two days to complete from and both orders of day and month."""
    first, second = (_parsed(text, default) for default in DEFAULTS)
    if first.date() != second.date():
        raise NoDateError(f"'{short(text)}' is incomplete, and Pelican would add what is missing from today's date")
    for order in () if _YEAR_FIRST.match(text) else ({"dayfirst": True}, {"yearfirst": True}):
        other = _parsed(text, DEFAULTS[0], **order)
        if other.date() != first.date():
            pair = f"{first:%Y-%m-%d} or {other:%Y-%m-%d}"
            raise NoDateError(f"'{short(text)}' may be {pair}", f"Write the one that you mean, such as {other:%Y-%m-%d}.")
    return first if first.tzinfo else first.replace(tzinfo=zone_of(time_zone))


def _parsed(text: str, default: datetime, **order: bool) -> datetime:
    from dateutil.parser import parse  # noqa: PLC0415  (Pelican's; most dates need none)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of zones that it does not know; told below
        try:
            found: datetime = parse(re.sub(" +", " ", text), default=default, **order)
            found.utcoffset()
        except (ValueError, OverflowError, TypeError):
            raise NoDateError(f"'{short(text)}' is no date{_hint(text)}") from None
    return found


def _hint(text: str) -> str:
    if text[:1] in "\"'“‘«„" and text[:1]:
        return " with the quotation marks around it"
    return ""


def _doubt_of_name(text: str) -> tuple[str, str] | None:
    found = _ZONE_NAME.search(text)
    if not found or found[1] in _UNIVERSAL:
        return None
    return f"{found[1]} stands for nothing here, and is left out", "Write the offset, such as +01:00."
