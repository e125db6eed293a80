"""Files in the output folder that are not ours: kept, named, and never written over."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import PlacingError, cleared, opened

from tests.fastbuild.output.conftest import Desk, commit, contents, write

if TYPE_CHECKING:
    from pathlib import Path

SITE = {"index.html": "home", "about/index.html": "about", "tags/a/index.html": "a"}
STRANGERS = {"CNAME": "example.com", ".git/HEAD": "ref", ".git/objects/00/11": "o", "tags/mine.txt": "mine", "media/film.mp4": "film"}
NAMED = (".git/", "CNAME", "media/", "tags/mine.txt")

links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


@pytest.mark.parametrize("name", ["CNAME", ".git/HEAD", "tags/mine.txt"])
def test_one_stranger_is_enough_to_place_file_by_file(desk: Desk, name: str) -> None:
    desk.build(SITE)
    assert desk.build(SITE | {"index.html": "second"}).mode == "swapped"
    write(desk.output, {name: "theirs"})
    inode = (desk.output / name).stat().st_ino
    placed = desk.build(SITE | {"index.html": "third"})
    assert (placed.mode, placed.changed) == ("in place", ("index.html",))
    assert (desk.output / name).stat().st_ino == inode
    assert not (desk.state / "spare").exists()
    (desk.output / name).unlink()
    if name.startswith(".git"):
        (desk.output / ".git").rmdir()
    assert desk.build(SITE).mode == "swapped"
    assert desk.site() == SITE


def test_strangers_stay_and_are_named(any_desk: Desk) -> None:
    write(any_desk.output, STRANGERS)
    for number in range(4):
        site = SITE | {"index.html": f"{number}", f"tags/{number}/index.html": "t"}
        placed = any_desk.build(site)
        assert placed.foreign == ((".git/", "CNAME", "media/", "tags/mine.txt"))
        assert any_desk.site() == site | STRANGERS
    assert any_desk.build(site).foreign == NAMED
    assert any_desk.build({}).foreign == (".git/", "CNAME", "media/", "tags/")
    assert any_desk.site() == STRANGERS


def test_a_stranger_that_comes_while_the_site_is_built_is_seen(desk: Desk) -> None:
    for number in range(3):
        desk.build(SITE | {"index.html": f"{number}"})
    with opened(desk.output, desk.cache) as tree:
        write(desk.output, {"tags/a/mine.txt": "mine"})
        placed = commit(tree, SITE)
        assert (placed.mode, placed.foreign) == ("in place", ("tags/a/mine.txt",))
        write(desk.output, {"CNAME": "example.com"})
        assert commit(tree, SITE | {"index.html": "again"}).foreign == ("CNAME", "tags/a/mine.txt")
    assert desk.site() == SITE | {"index.html": "again", "tags/a/mine.txt": "mine", "CNAME": "example.com"}


def test_an_empty_folder_of_somebody_is_a_stranger_too(desk: Desk) -> None:
    desk.build(SITE)
    (desk.output / "tags" / "drafts").mkdir()
    placed = desk.build(SITE | {"index.html": "second"})
    assert placed.foreign == ("tags/drafts/",)
    assert (desk.output / "tags" / "drafts").is_dir()


@pytest.mark.parametrize(
    ("theirs", "ours", "named"),
    [
        ("new.html", "new.html", "new.html"),
        ("new", "new/index.html", "new"),
        ("new/mine.txt", "new", "new"),
        ("new/a/b/mine.txt", "new", "new"),
        ("new/a/b/mine.txt", "new/a", "new/a"),
        ("tags/new", "tags/new/x/index.html", "tags/new"),
    ],
)
def test_a_stranger_in_the_way_stops_before_anything_is_touched(any_desk: Desk, theirs: str, ours: str, named: str) -> None:
    any_desk.build(SITE)
    write(any_desk.output, {theirs: "theirs"})
    before = any_desk.site()
    with pytest.raises(PlacingError) as error:
        any_desk.build({"index.html": "second", ours: "ours"})
    assert error.value.names == (named,)
    assert any_desk.site() == before
    assert any_desk.beside() == set()
    any_desk.build(SITE)
    assert any_desk.site() == before


def test_a_stranger_that_holds_what_we_want_there_becomes_ours(any_desk: Desk) -> None:
    any_desk.build(SITE)
    write(any_desk.output, {"new.html": "new"})
    inode = (any_desk.output / "new.html").stat().st_ino
    placed = any_desk.build(SITE | {"new.html": "new"})
    assert placed.foreign == ()
    assert (any_desk.output / "new.html").stat().st_ino == inode
    assert any_desk.build(SITE).removed == ("new.html",)
    assert any_desk.site() == SITE


def test_without_a_manifest_what_is_written_over_is_kept_in_the_cache(any_desk: Desk) -> None:
    write(any_desk.output, {"index.html": "by hand", "feed.xml": "feed", "tags/a/index.html": "by hand too"} | STRANGERS)
    placed = any_desk.build(SITE | {"feed.xml": "feed"})
    assert any_desk.site() == SITE | {"feed.xml": "feed"} | STRANGERS
    assert placed.foreign == NAMED
    assert contents(any_desk.state / "displaced") == {"index.html": "by hand", "tags/a/index.html": "by hand too"}
    assert placed.displaced == tuple(any_desk.state.resolve() / "displaced" / name for name in ("index.html", "tags/a/index.html"))


@pytest.mark.parametrize(("theirs", "ours"), [("new", "new/index.html"), ("new/mine.txt", "new")])
def test_without_a_manifest_a_stranger_of_the_other_kind_is_in_the_way_still(any_desk: Desk, theirs: str, ours: str) -> None:
    write(any_desk.output, {theirs: "theirs"})
    with pytest.raises(PlacingError, match="new"):
        any_desk.build({ours: "ours"})
    assert any_desk.site() == {theirs: "theirs"}


def test_a_page_that_becomes_a_folder_with_a_stranger_in_it(any_desk: Desk) -> None:
    any_desk.build({"about/index.html": "a", "index.html": "home"})
    write(any_desk.output, {"about/mine.txt": "mine"})
    with pytest.raises(PlacingError, match="about"):
        any_desk.build({"about": "b", "index.html": "home"})
    assert any_desk.site() == {"about/index.html": "a", "about/mine.txt": "mine", "index.html": "home"}


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    write(folder, {"a/index.html": "theirs", "a/x.html": "theirs"})
    return folder


@links
def test_a_folder_of_ours_moved_away_and_linked_is_not_followed(any_desk: Desk, outside: Path) -> None:
    any_desk.build(SITE | {"tags/b/index.html": "b"})
    (any_desk.output / "tags").rename(outside / "tags")
    (any_desk.output / "tags").symlink_to(outside / "tags")
    before = contents(outside)
    assert any_desk.current().keys() == {"index.html", "about/index.html"}
    with pytest.raises(PlacingError, match="tags"):
        any_desk.build(SITE)
    placed = any_desk.build({"index.html": "second"})
    assert placed.foreign == ("tags",)
    assert placed.removed == ("about/index.html",)
    assert contents(outside) == before
    assert os.path.lexists(any_desk.output / "tags")
    assert cleared(any_desk.output, any_desk.cache) == ("tags",)
    assert contents(outside) == before


@links
def test_a_link_where_a_file_of_ours_goes_is_replaced_itself(any_desk: Desk, outside: Path) -> None:
    any_desk.build(SITE)
    (any_desk.output / "index.html").unlink()
    (any_desk.output / "index.html").symlink_to(outside / "a" / "index.html")
    any_desk.build(SITE | {"index.html": "second"})
    assert any_desk.site() == SITE | {"index.html": "second"}
    assert contents(outside) == {"a/index.html": "theirs", "a/x.html": "theirs"}


@links
@pytest.mark.parametrize("target", ["a", "nowhere"])
def test_a_strange_link_in_the_way_is_refused(any_desk: Desk, outside: Path, target: str) -> None:
    any_desk.build(SITE)
    (any_desk.output / "new").symlink_to(outside / target)
    for name in ("new", "new/index.html"):
        with pytest.raises(PlacingError, match="new"):
            any_desk.build(SITE | {name: "ours"})
    assert contents(outside) == {"a/index.html": "theirs", "a/x.html": "theirs"}
    assert any_desk.build(SITE).foreign == ("new",)


@links
def test_a_linked_output_folder_stays_a_link(any_desk: Desk, outside: Path) -> None:
    link = any_desk.folder / "output"
    link.symlink_to(outside / "site")
    for number in range(3):
        any_desk.build(SITE | {"index.html": f"{number}"})
        assert link.is_symlink()
        assert contents(outside / "site") == SITE | {"index.html": f"{number}"}
    assert {path.name for path in outside.iterdir()} == {"a", "site"}


def test_our_own_names_in_other_spelling(any_desk: Desk) -> None:
    """On a disk that ignores case these are one; on others two, of which one is a stranger."""
    any_desk.build(SITE)
    (any_desk.output / "index.html").rename(any_desk.output / "INDEX.html")
    any_desk.build(SITE | {"about/index.html": "second"})
    assert any_desk.site().items() >= (SITE | {"about/index.html": "second"}).items()
