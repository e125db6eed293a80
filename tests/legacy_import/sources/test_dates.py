"""Dates as exports and feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.sources.dates import date_of, date_of_both, first_date, offset_text

INDIA = timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2009-05-04T17:17:00Z", datetime(2009, 5, 4, 17, 17, tzinfo=UTC)),
        ("2009-05-04t17:17:00.5z", datetime(2009, 5, 4, 17, 17, 0, 500_000, tzinfo=UTC)),
        ("2009-05-04T17:17:00.123456789+05:30", datetime(2009, 5, 4, 17, 17, 0, 123_456, tzinfo=INDIA)),
        ("2009-05-04 17:17 +0530", datetime(2009, 5, 4, 17, 17, tzinfo=INDIA)),
        ("Mon, 04 May 2009 17:17:00 +0530", datetime(2009, 5, 4, 17, 17, tzinfo=INDIA)),
        ("04 May 2009 17:17 GMT", datetime(2009, 5, 4, 17, 17, tzinfo=UTC)),
    ],
)
def test_dates_keep_their_offset(text: str, moment: datetime) -> None:
    found, notes = date_of(text)
    assert found == moment
    assert found.utcoffset() == moment.utcoffset()
    assert not notes


@pytest.mark.parametrize("text", ["", " ", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000", "-0001-11-30T00:00:00+00:00"])
def test_no_date_is_no_doubt(text: str) -> None:
    assert date_of(text) == (None, ())


@pytest.mark.parametrize(
    "text", ["2009-02-30", "2009-05", "May", "2009-05-04T25:00:00Z", "1970-01-01T00:00:00Z", "2009-05-04T10:00:00+99:00", "1" * 5000]
)
def test_what_is_no_date_is_none_and_a_note(text: str) -> None:
    found, (note,) = date_of(text)
    assert found is None
    assert note.rule == "date-impossible"
    assert note.text == text[:200]


def test_a_date_without_an_offset_has_none() -> None:
    found, _ = date_of("2009-05-04 17:17:00")
    assert found is not None
    assert found.tzinfo is None


def test_the_first_date_that_is_one() -> None:
    found, notes = first_date(["nonsense", "", "2009-05-04T00:00:00Z"])
    assert found == datetime(2009, 5, 4, tzinfo=UTC)
    assert len(notes) == 1


@given(st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1)), st.integers(-48, 56))  # noqa: DTZ001
def test_wordpress_says_its_offset_by_two_dates(utc: datetime, quarters: int) -> None:
    utc = utc.replace(microsecond=0)
    local = utc + timedelta(minutes=15 * quarters)
    found, notes = date_of_both(f"{local:%Y-%m-%d %H:%M:%S}", f"{utc:%Y-%m-%d %H:%M:%S}")
    assert found == utc.replace(tzinfo=UTC)
    assert found.utcoffset() == timedelta(minutes=15 * quarters)
    assert not notes


@given(st.text(max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    found, notes = date_of(text)
    assert found is None or not notes
    assert len(offset_text(found)) in {0, 6}
