"""Nothing that an author has written is overwritten."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.record import FILE, Fate, Record, RecordError, read_record, replace_file, write_file, write_record

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD, NEW = b"old", b"new"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    made = Record()
    for name in ("same", "changed", "edited", "gone"):
        replace_file(tmp_path / name, OLD)
        made.note(name, OLD)
    (tmp_path / "edited").write_bytes(b"my own words")
    (tmp_path / "gone").unlink()
    (tmp_path / "mine").write_bytes(b"never imported")
    return made


@pytest.mark.parametrize(
    ("name", "data", "fate"),
    [
        ("same", OLD, Fate.SAME),
        ("changed", NEW, Fate.RENEWED),
        ("edited", NEW, Fate.EDITED),
        ("edited", OLD, Fate.EDITED),
        ("gone", NEW, Fate.REMOVED),
        ("mine", NEW, Fate.EDITED),
        ("other", NEW, Fate.NEW),
    ],
)
def test_fates(record: Record, tmp_path: Path, name: str, data: bytes, fate: Fate) -> None:
    assert record.fate(name, data, tmp_path) is fate


def read(folder: Path) -> dict[str, str]:
    found = Record()
    read_record(folder, found)
    return dict(found.digests)


def test_a_record_is_read_back(record: Record, tmp_path: Path) -> None:
    write_record(tmp_path / "review", record)
    assert read(tmp_path / "review") == record.digests
    assert read(tmp_path / "elsewhere") == {}


@given(st.dictionaries(st.text(), st.text(), max_size=5))
def test_a_record_is_the_json_that_it_always_was_and_read_however_it_is_laid_out(digests: dict[str, str]) -> None:
    whole = {"version": 1, "files": digests}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_record(folder, Record(digests))
        assert (folder / FILE).read_bytes() == f"{json.dumps(whole, indent=1, ensure_ascii=False)}\n".encode()
        assert read(folder) == digests
        for text in (json.dumps(whole), json.dumps(whole, indent=4, separators=(" ,", " : ")), json.dumps({"files": digests})):
            (folder / FILE).write_text(text, encoding="utf-8")
            assert read(folder) == digests


@pytest.mark.parametrize(
    "damage",
    [
        *(
            "",
            "{",
            "[]",
            '{"files": {"a": 7}}',
            '{"files": 7}',
            '{"files": {"a": "b"}',
            '{"files": {"a": "b",}}',
            '{"files": {"a": "b" "c": "d"}}',
        ),
        *('{"files": {"a": "\\x"}}', '{"files": {"a": "b"}} }', '{"files": {"a": "b'),
    ],
)
def test_a_damaged_record_stops_the_import(tmp_path: Path, damage: str) -> None:
    (tmp_path / FILE).write_text(damage, encoding="utf-8")
    with pytest.raises(RecordError) as raised:
        read(tmp_path)
    assert FILE in raised.value.problems[0]


def test_a_file_whose_pieces_end_too_early_stays_as_it_was(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "new"
        raise OSError("the disk is full")

    write_file(tmp_path / "file", ["old, ", "and whole"])
    with pytest.raises(OSError, match="full"):
        write_file(tmp_path / "file", pieces())
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("file", "old, and whole")]
