"""Dates as blogs write them, in nine languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.folding import fold, squeezed
from legacy_import.furniture.dates import Hint, find, match

from .trees import left, said

MINUTE = "2009-05-04T17:17"


@pytest.mark.parametrize(
    "text",
    [
        "May 4th, 2009 on 5:17 pm",
        "Monday, May 4, 2009 at 5:17 PM",
        "4 May 2009 at 17:17",
        "5:17 PM, May 04, 2009",
        "at 5:17 p.m. on Monday, May 4, 2009",
        "2009-05-04 17:17",
        "4. Mai 2009 um 17:17",
        "Montag, 4. Mai 2009, 17.17 Uhr",
        "4 mai 2009 à 17 h 17",
        "lundi 4 mai 2009 à 17h17",
        "4 de mayo de 2009 a las 17:17",
        "lunes, mayo 4, 2009 a las 5:17 p. m.",
        "4 de maio de 2009 às 17:17",
        "segunda-feira, 4 de maio de 2009 às 17h17",
        "lunedì 4 maggio 2009 alle ore 17:17",
        "4 mei 2009 om 17:17",
        "4 maj 2009 kl. 17:17",
        "4 maja 2009 o 17:17",
        "2009年5月4日 17:17",
    ],
)
def test_a_date_with_a_time_is_read(text: str) -> None:
    stamp = find(fold(squeezed(text)))
    assert stamp is not None
    assert (stamp.when, stamp.has_time, stamp.doubtful) == (datetime.fromisoformat(MINUTE), True, False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2009-05-04T17:17:00-07:00", "2009-05-04T17:17:00-07:00"),
        ("2009-05-04T17:17:00.000Z", "2009-05-04T17:17:00+00:00"),
        ("May 4, 2009 at 5:17 PM PDT", "2009-05-04T17:17:00-07:00"),
        ("4. Mai 2009 um 17:17 MESZ", "2009-05-04T17:17:00+02:00"),
        ("Mon, 04 May 2009 17:17:00 GMT", "2009-05-04T17:17:00+00:00"),
    ],
)
def test_a_zone_is_kept(text: str, iso: str) -> None:
    stamp = find(fold(text))
    assert stamp is not None
    assert stamp.when == datetime.fromisoformat(iso)
    assert stamp.when.utcoffset() == datetime.fromisoformat(iso).utcoffset()


@pytest.mark.parametrize(
    ("text", "hint", "day", "doubtful"),
    [
        ("04/05/2009", Hint(), "2009-04-05", True),
        ("04/05/2009", Hint("en"), "2009-04-05", True),
        ("04/05/2009", Hint("en-US"), "2009-04-05", False),
        ("04/05/2009", Hint("en-GB"), "2009-05-04", False),
        ("04/05/2009", Hint("fr"), "2009-05-04", False),
        ("04/05/2009", Hint("en", (2009, 5)), "2009-05-04", False),
        ("04.05.2009", Hint(), "2009-05-04", False),
        ("25/05/2009", Hint(), "2009-05-25", False),
        ("05/25/2009", Hint("de"), "2009-05-25", False),
        ("05/05/2009", Hint(), "2009-05-05", False),
        ("4/5/09", Hint("es"), "2009-05-04", False),
    ],
)
def test_numbers_are_doubtful_unless_something_decides(text: str, hint: Hint, day: str, *, doubtful: bool) -> None:
    stamp = find(text, hint)
    assert stamp is not None
    assert (stamp.when, stamp.doubtful) == (datetime.fromisoformat(day), doubtful)


@pytest.mark.parametrize(
    "text", ["version 1.2.3.4", "31 February 2009", "99/99/2009", "May 2009", "call 555-0100", "10/11", "", "2009-13-40"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find(fold(text)) is None


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 1, 1)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %B %d, %Y"]),
)
def test_every_day_is_read_as_it_was_written(day: date, form: str) -> None:
    written = fold(f"{day:{form}}")
    stamp = match(written)
    assert stamp is not None
    assert stamp.when.date() == day
    assert stamp.end == len(written)


@given(st.text(max_size=200))
def test_no_text_makes_reading_fail(text: str) -> None:
    stamp = find(fold(text))
    assert stamp is None or 0 <= stamp.start < stamp.end <= len(text)


@pytest.mark.parametrize("line", ["Last updated on May 4, 2019", "Zuletzt aktualisiert am 4. Mai 2019", "Mis à jour le 4 mai 2019"])
def test_the_date_of_the_last_change_is_not_that_of_the_post(line: str) -> None:
    text = "<p>A text of some length stands here, and it ends with a full stop.</p>"
    assert left(f"{text}<p>{line}</p>") == text
    assert said(f"{text}<p>{line}</p>").published is None
