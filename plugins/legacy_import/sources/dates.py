"""Dates as exports and feeds write them, each with its offset if it has one; an impossible one is None and a note. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from ..model import Action, Note

if TYPE_CHECKING:
    from collections.abc import Sequence

_NONE = re.compile(r"0000-00-00.*|-0001-.*|.*\s-0001\s.*")
"""How WordPress says that there is no date, in its database and in its feeds."""
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d)(:\d\d)?(\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?", re.IGNORECASE)
_FARTHEST = timedelta(hours=14)
_STEP = timedelta(minutes=15)


def date_of(text: str) -> tuple[datetime | None, tuple[Note, ...]]:
    """The date that a text says, ISO 8601 (W3CDTF, RFC 3339) or RFC 822; without an offset it has no time zone."""
    text = text.strip()
    if not text or _NONE.fullmatch(text):
        return None, ()
    try:
        found = _read(text)
    except (ValueError, OverflowError, TypeError, IndexError):  # the last two: email.utils with dates that are none
        return None, (_note(text),)
    if found.timestamp() == 0 if found.tzinfo else found == datetime(1970, 1, 1):  # noqa: DTZ001  (it has none, that is the point)
        return None, (_note(text),)  # the beginning of time on computers is no date but the lack of one
    return found, ()


def _read(text: str) -> datetime:
    iso = _ISO.fullmatch(text)
    if not iso:
        return parsedate_to_datetime(text)
    day, minute, second, fraction, offset = iso.groups()
    clock = f"T{minute}{second or ':00'}{fraction.ljust(7, '0')[:7] if fraction else ''}" if minute else ""
    found = datetime.fromisoformat(day + clock)
    return found.replace(tzinfo=_offset(offset)) if offset else found


def _offset(text: str) -> timezone:
    if text in "Zz":
        return UTC
    digits = text[1:].replace(":", "")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-shift if text[0] == "-" else shift)


def first_date(texts: Sequence[str]) -> tuple[datetime | None, tuple[Note, ...]]:
    """The first date that can be read, and notes on those before it."""
    notes: tuple[Note, ...] = ()
    for text in texts:
        found, told = date_of(text)
        notes += told
        if found:
            return found, notes
    return None, notes


def date_of_both(local: str, utc: str) -> tuple[datetime | None, tuple[Note, ...]]:
    """WordPress writes a moment twice, in the blog's time and in UTC: so the difference is the blog's offset at that moment."""
    here, notes = date_of(local)
    there, more = date_of(utc)
    if not here or not there:
        return here or (there and there.replace(tzinfo=UTC)), notes + more
    difference = here.replace(tzinfo=None) - there.replace(tzinfo=None)
    if abs(difference) > _FARTHEST or difference % _STEP:
        what = "its date in the blog's time and that in UTC do not belong together; the one in UTC was taken"
        return there.replace(tzinfo=UTC), (*notes, *more, Note(Action.DOUBTFUL, "date-offset", what, f"{local} / {utc}"))
    return here.replace(tzinfo=timezone(difference) if difference else UTC), notes + more


def offset_text(moment: datetime | None) -> str:
    """`+01:00`; empty without an offset."""
    return moment.isoformat()[-6:] if moment and moment.tzinfo else ""


def _note(text: str) -> Note:
    return Note(Action.DOUBTFUL, "date-impossible", "its date is none that a calendar knows", text[:200])
