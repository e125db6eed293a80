"""What is on the shelf is there as a dictionary or a list would have it."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.shelf import Rows, Shelf, Table

KEYS = st.text(st.characters(), max_size=4) | st.sampled_from(["\ud800", "\udcff.jpg", "\uffff", "\U0001f600", "a\0b", "a"])
"""Also names of files that are no text of any encoding, which no database takes as text."""


@given(st.lists(st.tuples(KEYS, st.integers())))
def test_a_table_is_a_dictionary_that_is_walked_in_order(pairs: list[tuple[str, int]]) -> None:
    table: Table[str, int] = Shelf().table("numbers")
    for key, value in pairs:
        table[key] = value
    assert list(table.items()) == sorted(dict(pairs).items())
    assert table == dict(pairs)
    for key in list(table):
        del table[key]
    assert len(table) == 0
    assert "a" not in table


def test_who_comes_first_has_the_key() -> None:
    table: Table[str, str] = Shelf().table("names")
    assert table.claim("a", "first")
    assert not table.claim("a", "second")
    assert table["a"] == "first"


@given(st.lists(st.tuples(st.integers(-3, 3), KEYS)))
def test_rows_are_in_the_order_of_their_keys_and_of_their_coming(keys: list[tuple[int, str]]) -> None:
    rows: Rows[tuple[int, str, int]] = Shelf().rows("rows", "number_of_it", "name")
    every = [(number, name, at) for at, (number, name) in enumerate(keys)]
    for row in every:
        rows.put(row, *row[:2])
    assert list(rows) == list(rows) == sorted(every)
    assert len(rows) == len(every)
    groups = {number: list(found) for number, found in rows.grouped()}
    assert groups == {number: [row for row in sorted(every) if row[0] == number] for number in sorted({row[0] for row in every})}


def test_a_group_is_walked_again_and_again() -> None:
    rows: Rows[str] = Shelf().rows("rows", "name")
    for value in ("one", "two"):
        rows.put(value, "a")
    ((_, found),) = rows.grouped()
    assert list(found) == list(found) == list(rows.of("a")) == ["one", "two"]
    assert list(rows.of("b")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the files of this process as Linux shows them")
def test_what_is_much_lies_in_a_file_that_has_no_name() -> None:
    before = nameless()
    with closing(Shelf()) as shelf:
        table: Table[int, str] = shelf.table("texts")
        for number in range(5_000):
            table[number] = "x" * 10_000
        (file,) = nameless() - before
        assert file.stat().st_size > (5_000 - 2_000) * 10_000  # the rest is in the cache
        assert table[4_999] == "x" * 10_000
    assert nameless() == before


def nameless() -> set[Path]:
    """Files of databases that are open here, and that no folder knows any more."""
    opened = {path: os.readlink(path) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()}  # noqa: PTH115  (some lead nowhere)
    return {path for path, target in opened.items() if "etilqs_" in target}
