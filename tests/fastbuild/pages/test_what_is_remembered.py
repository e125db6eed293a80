"""Damaged, foreign and outdated files of earlier builds count as none; nothing in them is run."""

from __future__ import annotations

import os
import pickle
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import pytest
from fastbuild.contents import shelf
from fastbuild.contents.shelf import Kept, Shelf
from fastbuild.pages import records
from fastbuild.pages.records import Memory
from fastbuild.sealed import load_sealed, save_sealed
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"a test 1\n"
KEPT = {("Article", "a.md"): Kept((1, 2, 3, 4), b"state")}


class Runs:
    """Pickled, it makes a folder where it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)

    def __reduce__(self) -> Any:
        return os.mkdir, (self._path,)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_sealed({"a": [1, 2]}, tmp_path / "deep" / "file", MAGIC)
    assert load_sealed(tmp_path / "deep" / "file", MAGIC) == {"a": [1, 2]}
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["file"]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sealed") / "file"
    save_sealed({"some": ["value", 1, None] * 20}, path, MAGIC)
    return path


@given(st.data())
def test_a_file_that_is_cut_or_changed_anywhere_is_none(saved: Path, data: st.DataObject) -> None:
    whole = saved.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    other = saved.with_name("other")
    other.write_bytes(whole[:place])
    assert load_sealed(other, MAGIC) is None
    other.write_bytes(whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :])
    assert load_sealed(other, MAGIC) is None
    other.write_bytes(whole + b"\0")
    assert load_sealed(other, MAGIC) is None


@given(st.binary())
def test_any_other_file_is_none(saved: Path, foreign: bytes) -> None:
    other = saved.with_name("foreign")
    other.write_bytes(foreign)
    assert load_sealed(other, MAGIC) is None


def test_a_file_of_another_version_is_none(saved: Path) -> None:
    assert load_sealed(saved, b"a test 2\n") is None
    assert load_sealed(saved.with_name("nothing"), MAGIC) is None
    assert load_sealed(saved.parent, MAGIC) is None


def test_a_foreign_pickle_is_not_run(tmp_path: Path) -> None:
    body = pickle.dumps(Runs(tmp_path / "made"))
    for start in (b"", MAGIC, MAGIC + b"\0" * 16, MAGIC + blake2b(body + b"x", digest_size=16).digest()):
        (tmp_path / "file").write_bytes(start + body)
        assert load_sealed(tmp_path / "file", MAGIC) is None
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("value", [None, 1, "text", [], {}, ("key",), ("key", []), Shelf("key")])
def test_another_value_than_the_memory_or_the_shelf_is_none(tmp_path: Path, value: Any) -> None:
    save_sealed(value, tmp_path / "pages", records.MAGIC)
    save_sealed(value, tmp_path / "shelf", shelf.MAGIC)
    assert records.load(tmp_path / "pages") == Memory()
    assert shelf.load(tmp_path / "shelf", "key").before == {}


def test_the_shelf_is_of_one_key(tmp_path: Path) -> None:
    shelf.save(Shelf("key", {}, dict(KEPT)), tmp_path / "shelf")
    assert shelf.load(tmp_path / "shelf", "key").before == KEPT
    assert shelf.load(tmp_path / "shelf", "another").before == {}


def test_an_unchanged_shelf_is_not_written(tmp_path: Path) -> None:
    shelf.save(Shelf("key", dict(KEPT), dict(KEPT)), tmp_path / "shelf")
    assert not (tmp_path / "shelf").exists()
    shelf.save(Shelf("key", dict(KEPT), {}), tmp_path / "shelf")
    assert (tmp_path / "shelf").exists()


def test_memory_of_another_key_is_empty() -> None:
    memory = Memory("key", facts=[("all",)], digests=[b"x"])
    assert memory.of_key("key") is memory
    assert memory.of_key("another") == Memory()


def test_a_file_that_has_just_been_written_is_not_trusted_by_its_look(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("a", encoding="utf-8")
    now = path.stat().st_mtime
    os.utime(path, (now + 60, now + 60))  # of the future, as after a clock went back
    assert shelf.stamp_of(str(path)) is None
    os.utime(path, (now - 60, now - 60))
    assert shelf.stamp_of(str(path)) is not None
    assert shelf.stamp_of(str(tmp_path / "nothing")) is None
