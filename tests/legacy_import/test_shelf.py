"""What is on the shelf is there as a dictionary or a list would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from legacy_import.shelf import Rows, Shelf, Table, shelf_in

if TYPE_CHECKING:
    from pathlib import Path

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


def test_nothing_of_it_stays(tmp_path: Path) -> None:
    with shelf_in(tmp_path / "cache") as shelf:
        table: Table[str, str] = shelf.table("names")
        for number in range(5_000):  # more than stays in memory
            table[str(number)] = "x" * 5_000
        assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) > 5_000_000
        assert table["4999"]
    assert list((tmp_path / "cache").iterdir()) == []
