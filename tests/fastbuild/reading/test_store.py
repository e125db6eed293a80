"""The store: it gives back what it was given, and whatever is done to its file only makes it forget."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastbuild.reading import store as store_module
from fastbuild.reading.store import ReadingStore
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = {f"key {number}": bytes([number % 256]) * (number * 37 % 9000) for number in range(300)}
PLUGINS = Path(__file__).resolve().parents[3] / "plugins"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "readings"


@pytest.fixture
def store(path: Path) -> Iterator[ReadingStore]:
    store = ReadingStore(path)
    yield store
    store.close()


def all_of(path: Path) -> dict[str, bytes]:
    """What a new process would find."""
    store = ReadingStore(path)
    found = store.get_many(RECORDS)
    store.close()
    return found


def filled(path: Path) -> bytes:
    store = ReadingStore(path)
    store.put_many(RECORDS)
    store.close()
    return path.read_bytes()


def test_everything_comes_back_in_another_process(path: Path) -> None:
    filled(path)
    assert all_of(path) == RECORDS


@given(st.dictionaries(st.text(), st.binary(max_size=300), max_size=20))
def test_any_key_and_any_bytes(records: dict[str, bytes]) -> None:
    store = ReadingStore(Path(":memory:"))
    store.put_many(records)
    assert store.get_many([*records, "no such key"]) == records
    store.close()


def test_a_later_record_replaces_an_earlier_one(store: ReadingStore) -> None:
    store.put_many({"a": b"1", "b": b"2"})
    store.put_many({"a": b"3"})
    assert store.get_many(["a", "b"]) == {"a": b"3", "b": b"2"}


def test_a_new_store_is_empty_until_something_is_put_into_it(store: ReadingStore) -> None:
    assert store.is_empty()
    store.put_many({"a": b""})
    assert not store.is_empty()


def test_two_keys_with_one_number_are_told_apart(store: ReadingStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_id_of", lambda _key: 7)
    store.put_many({"a": b"of a"})
    assert store.get_many(["b"]) == {}


def test_a_file_cut_at_any_place_is_forgotten_or_right_and_can_be_filled_again(path: Path) -> None:
    whole = filled(path)
    draw = random.Random(2)  # noqa: S311  places to cut, not secrets
    for end in [0, 1, 15, 16, 99, 100, 4096, 8192, *(draw.randrange(len(whole)) for _ in range(50))]:
        path.write_bytes(whole[:end])
        assert all_of(path).items() <= RECORDS.items()
        filled(path)
        assert all_of(path) == RECORDS


def test_a_file_with_wrong_bytes_anywhere_gives_no_wrong_record(path: Path) -> None:
    whole = filled(path)
    draw = random.Random(3)  # noqa: S311
    for _ in range(50):
        damaged = bytearray(whole)
        start = draw.randrange(len(whole))
        damaged[start : start + 64] = draw.randbytes(len(damaged[start : start + 64]))
        path.write_bytes(damaged)
        assert all_of(path).items() <= RECORDS.items()
        filled(path)
        assert all_of(path) == RECORDS


@pytest.mark.parametrize("text", [b"", b"not a database", b"SQLite format 3\0", os.urandom(20_000)])
def test_somebody_elses_file_is_replaced(path: Path, text: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(text)
    assert all_of(path) == {}
    filled(path)
    assert all_of(path) == RECORDS


@pytest.mark.parametrize("statement", ["PRAGMA application_id = 1", "PRAGMA user_version = 99", "DROP TABLE records", "DROP TABLE used"])
def test_a_database_of_another_kind_or_version_is_replaced(path: Path, statement: str) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    assert all_of(path) in ({}, RECORDS)
    filled(path)
    assert all_of(path) == RECORDS


def test_a_folder_in_its_place_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "somebody's").write_text("x")
    store = ReadingStore(path)
    store.put_many(RECORDS)
    assert store.get_many(RECORDS) == {}
    assert (path / "somebody's").exists()


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = ReadingStore(tmp_path / "file" / "cache" / "readings")
    store.put_many(RECORDS)
    assert store.get_many(RECORDS) == {}
    store.prune()


def test_a_store_that_may_only_be_read_still_answers(path: Path) -> None:
    filled(path)
    store = ReadingStore(path)
    store._open()
    assert store._connection is not None
    store._connection.execute("PRAGMA query_only = ON")
    store.put_many({"new": b"x"})
    assert store.get_many([*RECORDS, "new"]) == RECORDS
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are POSIX")
def test_a_full_disk_loses_only_what_did_not_fit(path: Path) -> None:
    """In a process of its own: the limit cannot be taken back."""
    filled(path)
    program = (
        "import resource, signal, sys; from pathlib import Path; from fastbuild.reading.store import ReadingStore\n"
        "path = Path(sys.argv[1]); signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, path.stat().st_size))\n"
        "store = ReadingStore(path)\n"
        "store.put_many({f'more {n}': bytes(9000) for n in range(500)})\n"
        "print(len(store.get_many([f'key {n}' for n in range(300)])))\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(path)], env={"PYTHONPATH": str(PLUGINS)}, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout.split(), ended.stderr) == (0, [b"300"], b"")
    assert all_of(path) == RECORDS


def test_a_killed_process_leaves_what_it_had_put_before(path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from fastbuild.reading.store import ReadingStore, _transaction\n"
        "store = ReadingStore(Path(sys.argv[1])); store.put_many({'before': b'1'}); connection = store._open()\n"
        "with _transaction(connection):\n"
        "    connection.executemany('INSERT INTO records VALUES (?, 0, ?)', [(n, bytes(9000)) for n in range(3000)])\n"
        "    os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], env={"PYTHONPATH": str(PLUGINS)}, check=False)
    store = ReadingStore(path)
    assert store.get_many(["before"]) == {"before": b"1"}
    store.close()


def test_two_builds_may_have_it_open(path: Path) -> None:
    one, other = ReadingStore(path), ReadingStore(path)
    one.put_many({"a": b"1"})
    other.put_many({"b": b"2"})
    assert one.get_many(["a", "b"]) == other.get_many(["a", "b"]) == {"a": b"1", "b": b"2"}
    one.close()
    other.close()


def test_a_build_that_waits_too_long_for_another_goes_on_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE", 0.01)
    filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = ReadingStore(path)
    store.put_many({"a": b"1"})
    assert store.get_many(RECORDS) == {}
    other.execute("ROLLBACK")
    other.close()
    store.close()
    assert all_of(path) == RECORDS


def test_use_is_noted_once_a_day(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    before = path.read_bytes()
    all_of(path)
    assert path.read_bytes() == before
    tomorrow = store_module._today() + 1
    monkeypatch.setattr(store_module, "_today", lambda: tomorrow)
    all_of(path)
    assert path.read_bytes() != before


def test_a_clock_that_goes_backwards_forgets_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    monkeypatch.setattr(store_module, "_today", lambda: 3)
    store = ReadingStore(path, most_bytes=1)
    store.prune()
    assert store.get_many(RECORDS) == RECORDS
    store.close()


def test_pruning_takes_the_longest_unused_first_and_only_until_the_rest_fits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ReadingStore(path, most_bytes=250)
    for day, key in ((1, "oldest"), (5, "older"), (99, "used")):
        monkeypatch.setattr(store_module, "_today", lambda day=day: day)
        store.put_many({key: bytes(100)})
    monkeypatch.setattr(store_module, "_today", lambda: 100)
    store.prune()
    assert set(store.get_many(["oldest", "older", "used"])) == {"older", "used"}
    store.close()


def test_what_was_used_lately_stays_however_large(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ReadingStore(path, most_bytes=10)
    store.put_many({"a": bytes(100)})
    soon = store_module._today() + store_module.KEPT_DAYS
    monkeypatch.setattr(store_module, "_today", lambda: soon)
    store.prune()
    assert "a" in store.get_many(["a"])
    store.close()


def test_a_pruned_file_gets_smaller(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(filled(path))
    later = store_module._today() + store_module.KEPT_DAYS + 1
    monkeypatch.setattr(store_module, "_today", lambda: later)
    store = ReadingStore(path, most_bytes=size // 4)
    store.prune()
    store.close()
    assert path.stat().st_size < size // 2
