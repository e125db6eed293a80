"""Nothing that an author has written is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from legacy_import.record import FILE, Fate, Record, RecordError, as_json, read_record, replace_file

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_record_is_read_back(record: Record, tmp_path: Path) -> None:
    replace_file(tmp_path / "review" / FILE, as_json(record.digests).encode())
    assert read_record(tmp_path / "review").digests == record.digests
    assert read_record(tmp_path / "elsewhere").digests == {}


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": {"a": 7}}', '{"files": 7}'])
def test_a_damaged_record_stops_the_import(tmp_path: Path, damage: str) -> None:
    (tmp_path / FILE).write_text(damage, encoding="utf-8")
    with pytest.raises(RecordError) as raised:
        read_record(tmp_path)
    assert FILE in raised.value.problems[0]
