"""Readings as bytes: they come back the same, or are refused."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from fastbuild.reading.model import Failure, Logged, Reading
from fastbuild.reading.record import NoRecordError, Reviver, as_record
from hypothesis import given
from hypothesis import strategies as st
from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime

from .conftest import comparable

SETTINGS: dict[str, Any] = {"SLUG_REGEX_SUBSTITUTIONS": [(r"\W+", "-")]}
TEXT = st.text(alphabet=st.characters(exclude_categories=()))  # lone surrogates, too
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)
ZONES = st.none() | st.sampled_from([tz.UTC, tz.tzlocal(), tz.tzoffset(None, 7200), tz.tzoffset("X", -5400), tz.tzoffset(None, 0)])
DATES = st.builds(
    lambda date, zone, fold: SafeDatetime.combine(date, date.time()).replace(tzinfo=zone, fold=fold),
    st.datetimes(),
    ZONES,
    st.sampled_from([0, 1]),
)
WRAPPERS = st.builds(lambda kind, name: kind(name, SETTINGS), st.sampled_from([Tag, Category, Author]), st.text())
VALUES = PLAIN | DATES | WRAPPERS | st.lists(WRAPPERS, min_size=1)
SIMPLE = st.none() | st.booleans() | st.integers() | TEXT
LOGGED = st.builds(Logged, TEXT, st.integers(30, 50), TEXT, st.lists(SIMPLE).map(tuple), st.lists(st.tuples(TEXT, SIMPLE)).map(tuple))
READINGS = st.builds(
    Reading,
    st.none() | TEXT,
    st.dictionaries(TEXT, VALUES),
    st.lists(LOGGED, max_size=3).map(tuple),
    st.lists(st.tuples(TEXT, TEXT)).map(tuple),
    st.none() | st.builds(Failure, TEXT, TEXT, st.none() | st.integers()),
    TEXT,
)


@given(READINGS)
def test_every_reading_comes_back_the_same(reading: Reading) -> None:
    back = Reviver(SETTINGS).reading(as_record(reading))
    assert list(back.metadata) == list(reading.metadata)
    assert comparable(back.metadata) == comparable(reading.metadata)
    assert (back.content, back.logged, back.others, back.failure, back.digest) == (
        *(reading.content, reading.logged, reading.others, reading.failure, reading.digest),
    )


def test_a_pattern_for_slugs_that_is_none_is_complained_of_where_a_slug_is_used() -> None:
    settings: dict[str, Any] = {"SLUG_REGEX_SUBSTITUTIONS": [("(", "")]}
    tag = Reviver(settings).reading(as_record(Reading("", {"tag": Tag("one", SETTINGS)}))).metadata["tag"]
    with pytest.raises(re.error):
        _ = tag.slug


class OwnTag(Tag):
    pass


class Text(str):
    __slots__ = ()


def renamed() -> Tag:
    tag = Tag("one", SETTINGS)
    tag.slug = "another"
    return tag


def marked() -> Tag:
    tag = Tag("one", SETTINGS)
    tag.colour = "red"
    return tag


@pytest.mark.parametrize(
    "value",
    [
        *((1, 2), {1: 2}, {1}, b"x", Text("x"), object(), timedelta(1), datetime(2024, 1, 2), [1, (2,)], {"a": {2: 3}}),  # noqa: DTZ001
        *(
            OwnTag("x", SETTINGS),
            renamed(),
            marked(),
            [Tag("x", SETTINGS), "y"],
            SafeDatetime(2024, 1, 2, tzinfo=ZoneInfo("Europe/London")),
        ),
    ],
    ids=repr,
)
def test_what_would_not_come_back_the_same_is_refused(value: Any) -> None:
    with pytest.raises(NoRecordError):
        as_record(Reading("", {"field": value}))


@pytest.mark.parametrize(
    "record", [b"", b"\xff", b"[]", b"null", b"{}", as_record(Reading("x")).replace(b"metadata", b"metapata"), b'{"content": 1}']
)
def test_bytes_that_are_no_record_are_refused(record: bytes) -> None:
    with pytest.raises(NoRecordError):
        Reviver(SETTINGS).reading(record)
