"""Fields as Pelican reads them back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.front_matter import date_text, front_matter, listed, one_line
from pelican.readers import ensure_metadata_list  # type: ignore[attr-defined]
from pelican.utils import get_date


def test_fields_have_their_order_and_empty_ones_are_left_out() -> None:
    text = front_matter({"Id": "x", "Title": "A\nB", "Tags": "", "Date": "2009-05-04"})
    assert text == "Title: A B\nDate: 2009-05-04\nId: x\n"


@given(st.text())
def test_no_value_leaves_its_line(value: str) -> None:
    assert len(front_matter({"Title": value}).splitlines()) <= 1


@pytest.mark.parametrize("names", [["a"], ["a", "b c"], ["a, b"], ["a, b", "c"], []])
def test_lists_are_read_back(names: list[str]) -> None:
    assert ensure_metadata_list(listed(names)) == names


@given(st.lists(st.text(min_size=1, max_size=10).filter(lambda name: one_line(name.replace(";", ",")).strip(" ,") != ""), max_size=4))
def test_a_list_loses_no_member(names: list[str]) -> None:
    wanted = list(dict.fromkeys(one_line(name.replace(";", ",")) for name in names))
    assert len(ensure_metadata_list(listed(names))) == len(wanted)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (datetime(2009, 5, 4, 17, 17), "2009-05-04 17:17"),  # noqa: DTZ001  (as a source without an offset has it)
        (datetime(2009, 5, 4, 17, 17, 3, 5, tzinfo=UTC), "2009-05-04 17:17:03+00:00"),
        (datetime(2009, 5, 4, 0, 0, tzinfo=timezone(timedelta(hours=-3, minutes=-30))), "2009-05-04 00:00-03:30"),
    ],
)
def test_dates_are_read_back(date: datetime, text: str) -> None:
    assert date_text(date) == text
    assert get_date(text) == date.replace(microsecond=0)
