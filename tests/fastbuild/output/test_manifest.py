"""The manifest: it says again what was written, or nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import manifest as manifests
from fastbuild.output.files import digest_of
from fastbuild.output.manifest import Manifest
from fastbuild.output.names import folders_of
from hypothesis import given
from hypothesis import strategies as st

from tests.fastbuild.output.conftest import Desk, write

if TYPE_CHECKING:
    from pathlib import Path

SITE = {"index.html": "home", "about/index.html": "about", "tags/a/index.html": "a"}
NUMBERS = st.integers(0, 2**63 - 1)
PARTS = st.text(st.characters(blacklist_characters="/\0\\:"), min_size=1).filter(lambda part: part not in {".", ".."})
NAMES = st.lists(PARTS, min_size=1, max_size=3).map("/".join)


@st.composite
def some_manifests(draw: st.DrawFn) -> Manifest:
    names = sorted(draw(st.sets(NAMES)))
    return Manifest(
        output=draw(st.text()),
        digests={name: digest_of(name.encode("utf-8", "surrogatepass")) for name in names},
        seen={name: draw(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS)) for name in names},
        folders={name: draw(NUMBERS) for name in ("", *sorted(folders_of(names)))},
        root=draw(st.none() | st.tuples(NUMBERS, NUMBERS)),
        seen_at=draw(NUMBERS),
        is_pending=draw(st.booleans()),
    )


@given(manifest=some_manifests())
def test_what_was_written_is_read(tmp_path_factory: pytest.TempPathFactory, manifest: Manifest) -> None:
    path = tmp_path_factory.getbasetemp() / "written"
    manifests.write(path, manifest)
    assert manifests.read(path, manifest.output) == manifest
    assert manifests.read(path, f"{manifest.output}2") is None


def sample() -> Manifest:
    names = ("a/b.html", "c.html")
    return Manifest("../output", dict.fromkeys(names, "0" * 32), dict.fromkeys(names, (1, 2, 3, 4)), {"": 0, "a": 5}, (6, 7), 8)


@given(data=st.data())
def test_a_damaged_manifest_is_none(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged"
    manifests.write(path, sample())
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.sampled_from([start + 1, len(whole)]))
    instead = data.draw(st.binary(max_size=20).filter(lambda new: new != whole[start:end]))
    path.write_bytes(whole[:start] + instead + whole[end:])
    assert manifests.read(path, "../output") is None


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "a/../../outside.txt", "", ".", "a//b", "a/./b"])
def test_a_manifest_cannot_point_outside(tmp_path: Path, name: str) -> None:
    manifests.write(tmp_path / "manifest", Manifest("o", {"a": "0", name: "0"}, dict.fromkeys(("a", name), (0, 0, 0, 0))))
    assert manifests.read(tmp_path / "manifest", "o") is None


@pytest.mark.parametrize("which", ["manifest", "manifest.spare", "both"])
@pytest.mark.parametrize("kept", [0, 1, 50, 200, -1])
def test_a_truncated_manifest_means_a_rebuild(any_desk: Desk, which: str, kept: int) -> None:
    for number in range(3):
        any_desk.build(SITE | {"index.html": f"{number}"})
    for name in ("manifest", "manifest.spare"):
        path = any_desk.state / name
        if which in {name, "both"} and path.exists():
            path.write_bytes(path.read_bytes()[:kept])
    coming = SITE | {"index.html": "third"}
    any_desk.build(coming)
    assert any_desk.site() == coming
    any_desk.build(coming | {"about/index.html": "second"})
    assert any_desk.site() == coming | {"about/index.html": "second"}


def test_without_the_manifest_that_of_the_spare_tells_what_is_ours(desk: Desk) -> None:
    for number in range(3):
        desk.build(SITE | {"index.html": f"{number}"})
    (desk.state / "manifest").unlink()
    placed = desk.build({"index.html": "third"})
    assert desk.site() == {"index.html": "third"}
    assert (placed.foreign, placed.displaced) == ((), ())


def test_a_manifest_of_another_output_folder_is_none(desk: Desk) -> None:
    desk.build(SITE)
    there = Desk(desk.folder / "there")
    write(there.output, {"index.html": "theirs", "about/index.html": "about"})
    there.build({})
    shutil.copyfile(desk.state / "manifest", there.state / "manifest")
    (there.folder / "output").rename(there.folder / "moved")
    moved = Desk(there.folder, elsewhere=there.folder / "moved")
    moved.build({})
    assert moved.site() == {"index.html": "theirs", "about/index.html": "about"}
