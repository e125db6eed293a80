"""Dates: what is let pass is what Pelican makes of it, on every day of the year."""

from __future__ import annotations

import warnings
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from fastbuild.diagnostics.dates import NoDateError, read_date
from hypothesis import given
from hypothesis import strategies as st
from pelican.utils import get_date

ZONE = "Europe/London"
NUMBERS = st.one_of(st.integers(0, 40), st.integers(1990, 2035)).map(str)
PARTS = st.one_of(
    NUMBERS, NUMBERS.map(lambda text: text.zfill(2)), st.sampled_from(["Jan", "May", "Mon", "T", "Z", "+01:00", "pm", "UTC", "h"])
)
MARKS = st.sampled_from(["-", "-", "/", ".", " ", ":", ", ", "T", "_", "+"])


def pelicans(text: str) -> datetime:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found: datetime = get_date(text)
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(ZONE))


@given(st.lists(st.tuples(PARTS, MARKS), min_size=2, max_size=6))
def test_what_passes_is_what_pelican_makes_of_it(parts: list[tuple[str, str]]) -> None:
    text = "".join(part + mark for part, mark in parts)[: -len(parts[-1][1])].strip()
    try:
        moment, _ = read_date(text, ZONE)
    except NoDateError:
        return
    assert moment == pelicans(text)


FORMS = ["%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%d %B %Y %H:%M"]


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)), st.sampled_from(FORMS))  # noqa: DTZ001
def test_a_whole_date_passes(moment: datetime, form: str) -> None:
    text = moment.strftime(form)
    assert read_date(text, ZONE)[0].replace(tzinfo=None) == datetime.strptime(text, form)  # noqa: DTZ007


@pytest.mark.parametrize("text", ["2026", "2026-03", "May 2026", "12", "09:30", "Monday", "March 3"])
def test_what_pelican_would_complete_from_today_does_not_pass(text: str) -> None:
    assert pelicans(text)
    with pytest.raises(NoDateError, match="incomplete"):
        read_date(text, ZONE)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-01 10:00", datetime(2026, 7, 1, 9, tzinfo=UTC)),
        ("2026-07-01 10:00+05:30", datetime(2026, 7, 1, 4, 30, tzinfo=UTC)),
        ("2026-07-01T10:00Z", datetime(2026, 7, 1, 10, tzinfo=UTC)),
        ("2026-07-01 10:00 -0330", datetime(2026, 7, 1, 13, 30, tzinfo=UTC)),
        ("1 July 2026", datetime(2026, 6, 30, 23, tzinfo=UTC)),
    ],
)
def test_a_time_is_one_of_the_zone_or_of_its_offset(text: str, moment: datetime) -> None:
    assert read_date(text, ZONE) == (moment, None)


@pytest.mark.parametrize("zone", ["Nowhere/Atall", "../etc/passwd", ""])
def test_a_zone_that_is_none_is_no_matter_of_an_article(zone: str) -> None:
    assert read_date("2026-07-01 10:00", zone) == (datetime(2026, 7, 1, 10, tzinfo=UTC), None)
