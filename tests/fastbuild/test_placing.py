"""Placing: what is new, the same, stale or foreign in an output folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fastbuild import placing


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "output", tmp_path / "cache" / "output-x.json"


def put(places: tuple[Path, Path], files: dict[str, str]) -> placing.Placed:
    """Place a stage that holds `files`."""
    output, manifest = places
    stage = output.parent / "stage"
    for name, text in files.items():
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_text(text)
    stage.mkdir(exist_ok=True)
    placed = placing.place(stage, output, manifest)
    for left in sorted(stage.rglob("*"), reverse=True):
        left.unlink() if left.is_file() else left.rmdir()
    return placed


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_new_files_are_put_in_place(places: tuple[Path, Path]) -> None:
    placed = put(places, {"index.html": "a", "tags/b/index.html": "b"})
    assert contents(places[0]) == {"index.html": "a", "tags/b/index.html": "b"}
    assert placed == placing.Placed(("index.html", "tags/b/index.html"), ("index.html", "tags/b/index.html"), ())


def test_an_unchanged_file_is_not_touched(places: tuple[Path, Path]) -> None:
    put(places, {"same.html": "a", "other.html": "b"})
    for name in ("same.html", "other.html"):
        os.utime(places[0] / name, (1, 1))
    placed = put(places, {"same.html": "a", "other.html": "c"})
    assert placed.changed == ("other.html",)
    assert (places[0] / "same.html").stat().st_mtime == 1
    assert (places[0] / "other.html").stat().st_mtime != 1


def test_stale_files_of_ours_go_and_their_empty_folders_too(places: tuple[Path, Path]) -> None:
    put(places, {"index.html": "a", "drafts/secret/index.html": "s"})
    placed = put(places, {"index.html": "a"})
    assert placed.removed == ("drafts/secret/index.html",)
    assert [path.name for path in places[0].iterdir()] == ["index.html"]


def test_foreign_files_stay_and_are_named(places: tuple[Path, Path]) -> None:
    put(places, {"old/index.html": "a"})
    for name in ("CNAME", ".git/config", "old/mine.txt"):
        (places[0] / name).parent.mkdir(exist_ok=True)
        (places[0] / name).write_text("foreign")
    placed = put(places, {"index.html": "a"})
    assert sorted(contents(places[0])) == [".git/config", "CNAME", "index.html", "old/mine.txt"]
    assert placing.foreign_entries(places[0], frozenset(placed.files)) == (".git/", "CNAME", "old/")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"version": 0, "files": ["mine.txt"]}', '{"version": 1}', '{"version": 1, "files": 7}']
)
def test_a_broken_manifest_removes_nothing(places: tuple[Path, Path], text: str) -> None:
    put(places, {"index.html": "a"})
    (places[0] / "mine.txt").write_text("foreign")
    places[1].write_text(text)
    put(places, {"other.html": "b"})
    assert sorted(contents(places[0])) == ["index.html", "mine.txt", "other.html"]


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "a/../../outside.txt", ""])
def test_a_manifest_cannot_point_outside(places: tuple[Path, Path], name: str) -> None:
    outside = places[0].parent / "outside.txt"
    outside.write_text("foreign")
    placing.write_manifest(places[1], places[0], frozenset({name}))
    assert placing.read_manifest(places[1]) == frozenset()
    put(places, {"index.html": "a"})
    assert outside.read_text() == "foreign"


def test_a_page_may_become_a_folder_and_back(places: tuple[Path, Path]) -> None:
    put(places, {"about": "a"})
    put(places, {"about/index.html": "b"})
    assert contents(places[0]) == {"about/index.html": "b"}
    put(places, {"about": "c"})
    assert contents(places[0]) == {"about": "c"}


@pytest.mark.parametrize(("foreign", "wanted"), [("about", "about/index.html"), ("about/mine.txt", "about")])
def test_a_foreign_file_in_the_way_stops_before_any_change(places: tuple[Path, Path], foreign: str, wanted: str) -> None:
    put(places, {"index.html": "a"})
    (places[0] / foreign).parent.mkdir(exist_ok=True)
    (places[0] / foreign).write_text("foreign")
    before = contents(places[0])
    with pytest.raises(placing.PlacingError, match="about"):
        put(places, {wanted: "b", "index.html": "new"})
    assert contents(places[0]) == before


def test_a_build_killed_while_placing_leaves_no_unknown_file(places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(source: Path, target: Path) -> None:
        if target.name == "b.html":
            raise KeyboardInterrupt
        real(source, target)

    real = placing._put
    monkeypatch.setattr(placing, "_put", killed)
    with pytest.raises(KeyboardInterrupt):
        put(places, {"a.html": "a", "b.html": "b"})
    monkeypatch.undo()
    for left in (places[0].parent / "stage").iterdir():
        left.unlink()
    put(places, {"c.html": "c"})
    assert contents(places[0]) == {"c.html": "c"}


def test_an_output_on_another_disk_is_written_in_one_step_too(places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(self: Path, target: Path) -> Path:
        if "stage" in self.parts:
            raise OSError(18, "Invalid cross-device link")
        return real(self, target)

    real = Path.replace
    monkeypatch.setattr(Path, "replace", replace)
    put(places, {"index.html": "a"})
    assert contents(places[0]) == {"index.html": "a"}


def test_each_output_folder_has_its_own_manifest(tmp_path: Path) -> None:
    names = {placing.manifest_path(tmp_path, tmp_path / name) for name in ("a", "b", "b/../a")}
    assert len(names) == 2


def test_removing_what_was_placed_keeps_the_rest(places: tuple[Path, Path]) -> None:
    put(places, {"index.html": "a", "tags/index.html": "b"})
    (places[0] / "CNAME").write_text("foreign")
    assert placing.remove_placed(*places) == ("CNAME",)
    assert contents(places[0]) == {"CNAME": "foreign"}
    (places[0] / "CNAME").unlink()
    put(places, {"index.html": "a"})
    assert placing.remove_placed(*places) == ()
    assert not places[0].exists()
