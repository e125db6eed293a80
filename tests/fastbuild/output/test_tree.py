"""Committing a site: what is in the output folder afterwards, what was touched, and what was said of it."""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import DisturbedError, LockedError, PlacingError, cleared, digest_of, files, opened, surveying, swapping
from fastbuild.output import manifest as manifests
from fastbuild.output.manifest import read

from tests.fastbuild.output.conftest import Desk, commit, contents, folders, write

if TYPE_CHECKING:
    from pathlib import Path

SITE = {"index.html": "home", "about/index.html": "about", "tags/a/index.html": "a", "tags/b/index.html": "b", "feed.xml": "feed"}


def inodes(folder: Path) -> dict[str, tuple[int, int]]:
    return {name: ((folder / name).stat().st_ino, (folder / name).stat().st_mtime_ns) for name in contents(folder)}


def test_a_first_build_makes_the_output_folder(any_desk: Desk) -> None:
    placed = any_desk.build(SITE)
    assert any_desk.site() == SITE
    assert placed.files == placed.changed == tuple(sorted(SITE))
    assert (placed.removed, placed.foreign, placed.displaced) == ((), (), ())
    assert placed.mode == ("swapped" if any_desk.swap else "in place")
    assert any_desk.beside() == set()


def test_what_has_changed_comes_and_what_is_gone_goes(any_desk: Desk) -> None:
    any_desk.build(SITE)
    coming = SITE | {"index.html": "new home", "more/index.html": "more"}
    del coming["tags/b/index.html"]
    placed = any_desk.build(coming)
    assert any_desk.site() == coming
    assert placed.changed == ("index.html", "more/index.html")
    assert placed.removed == ("tags/b/index.html",)
    assert "tags/b" not in folders(any_desk.output)


def test_every_build_of_a_row_is_right(any_desk: Desk) -> None:
    """The third is the first that brings a spare forward, and each after it has to catch up with two."""
    for number in range(7):
        site = SITE | {f"{number}/index.html": str(number), "index.html": f"home {number // 2}"}
        if number % 3:
            del site["about/index.html"]
        any_desk.build(site)
        assert any_desk.site() == site
    assert any_desk.beside() == set()


def test_files_that_stay_are_not_touched(any_desk: Desk) -> None:
    any_desk.build(SITE)
    before = inodes(any_desk.output)
    for number in range(3):
        any_desk.build(SITE | {"index.html": f"{number}"})
        after = inodes(any_desk.output)
        assert after.pop("index.html") != before["index.html"]
        assert after == {name: seen for name, seen in before.items() if name != "index.html"}


def test_a_staged_file_that_holds_the_same_keeps_inode_and_mtime(any_desk: Desk) -> None:
    any_desk.build(SITE)
    before = inodes(any_desk.output)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, SITE | {"feed.xml": "new"})
        placed = tree.commit()
    assert placed.changed == ("feed.xml",)
    after = inodes(any_desk.output)
    del before["feed.xml"], after["feed.xml"]
    assert after == before


def test_nothing_is_done_where_nothing_has_changed(any_desk: Desk) -> None:
    any_desk.build(SITE)
    root, before = any_desk.output.stat().st_ino, inodes(any_desk.output)
    placed = any_desk.build(SITE)
    assert (placed.mode, placed.changed, placed.removed, placed.files) == ("untouched", (), (), tuple(sorted(SITE)))
    assert (any_desk.output.stat().st_ino, inodes(any_desk.output)) == (root, before)


def test_digests_that_are_known_are_believed(desk: Desk) -> None:
    desk.build(SITE)
    with opened(desk.output, desk.cache) as tree:
        write(tree.stage, {"index.html": "told to be as before"})
        placed = tree.commit(
            {name: known for name, known in tree.current.items() if name != "index.html"}, {"index.html": digest_of(b"home")}
        )
    assert placed.mode == "untouched"


def test_leaving_without_a_commit_leaves_everything_as_it_was(any_desk: Desk) -> None:
    any_desk.build(SITE)
    before = inodes(any_desk.output)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, {"index.html": "half a site"})
    with pytest.raises(ZeroDivisionError), opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, {"index.html": "half a site", "number": str(1 // 0)})
    assert inodes(any_desk.output) == before
    assert any_desk.beside() == set()
    assert any_desk.current() == {name: digest_of(text.encode()) for name, text in SITE.items()}


def test_an_output_folder_that_never_was_is_not_made_without_a_commit(any_desk: Desk) -> None:
    with opened(any_desk.folder / "a" / "b", any_desk.cache) as tree:
        write(tree.stage, SITE)
    assert not (any_desk.folder / "a").exists()


def test_folders_above_the_output_folder_are_made(any_desk: Desk) -> None:
    output = any_desk.folder / "a" / "b" / "c"
    with opened(output, any_desk.cache, swap=any_desk.swap) as tree:
        commit(tree, SITE)
    assert contents(output) == SITE
    assert {path.name for path in output.parent.iterdir()} == {"c"}


def test_several_commits_in_a_row_with_one_tree(any_desk: Desk) -> None:
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        for number in range(5):
            site = SITE | {"index.html": f"{number}", f"{number}.html": "new"}
            assert set(commit(tree, site).changed) == (site.keys() if number == 0 else {"index.html", f"{number}.html"})
            assert any_desk.site() == site
            assert [*tree.stage.iterdir()] == []
            assert tree.owned == site.keys() == tree.current.keys()


def test_only_one_build_at_a_time(desk: Desk) -> None:
    with opened(desk.output, desk.cache), pytest.raises(LockedError, match=f"process {os.getpid()}"), opened(desk.output, desk.cache):
        pass
    desk.build(SITE)


def test_what_was_left_out_of_keep_goes(any_desk: Desk) -> None:
    any_desk.build(SITE)
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        placed = tree.commit({"index.html": tree.current["index.html"]})
    assert any_desk.site() == {"index.html": "home"}
    assert len(placed.removed) == len(SITE) - 1


def test_what_is_not_current_cannot_be_kept(any_desk: Desk) -> None:
    any_desk.build(SITE)
    (any_desk.output / "index.html").write_text("by hand")
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree, pytest.raises(DisturbedError) as error:
        tree.commit({"index.html": digest_of(b"home"), "feed.xml": "0" * 32, "never.html": "0" * 32})
    assert error.value.names == ("feed.xml", "index.html", "never.html")


def test_a_site_cannot_have_a_page_and_a_folder_of_one_name(any_desk: Desk) -> None:
    any_desk.build({"about/index.html": "a"})
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, {"about": "b"})
        with pytest.raises(PlacingError, match="about"):
            tree.commit(tree.current)
    assert any_desk.site() == {"about/index.html": "a"}


@pytest.mark.parametrize("remove", ["index.html", "tags", ""])
def test_files_removed_while_the_site_is_built_are_missed(any_desk: Desk, remove: str) -> None:
    any_desk.build(SITE)
    any_desk.build(SITE | {"index.html": "second"})
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        write(tree.stage, {"feed.xml": "new"})
        keep = {name: known for name, known in tree.current.items() if name != "feed.xml"}
        path = any_desk.output / remove
        path.unlink() if path.is_file() else shutil.rmtree(path)
        with pytest.raises(DisturbedError):
            tree.commit(keep)
    any_desk.build(SITE)
    assert any_desk.site() == SITE


def change_text(desk: Desk) -> None:
    (desk.output / "index.html").write_text("by hand")


def change_text_keeping_size_and_mtime(desk: Desk) -> None:
    path = desk.output / "index.html"
    seen = path.stat()
    path.write_text("HOME")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def remove_file(desk: Desk) -> None:
    (desk.output / "index.html").unlink()


def put_a_folder_there(desk: Desk) -> None:
    (desk.output / "index.html").unlink()
    (desk.output / "index.html").mkdir()


def put_a_link_there(desk: Desk) -> None:
    (desk.output / "index.html").unlink()
    (desk.output / "index.html").symlink_to(desk.output / "feed.xml")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
def test_a_pipe_in_the_place_of_a_file_stops_nobody(any_desk: Desk) -> None:
    any_desk.build({"index.html": ""})
    (any_desk.output / "index.html").unlink()
    os.mkfifo(any_desk.output / "index.html")
    any_desk.build({"index.html": ""})
    assert any_desk.site() == {"index.html": ""}


@pytest.mark.parametrize("damage", [change_text, change_text_keeping_size_and_mtime, remove_file, put_a_link_there])
def test_damage_by_hand_is_seen_and_mended(any_desk: Desk, damage: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "TICK", -(10**18))  # no file is read again only because it is new
    any_desk.build(SITE)
    any_desk.build(SITE | {"feed.xml": "second"})
    assert callable(damage)
    damage(any_desk)
    assert any_desk.current().keys() == SITE.keys() - {"index.html"}
    any_desk.build(SITE)
    assert any_desk.site() == SITE
    any_desk.build(SITE | {"feed.xml": "third"})
    assert any_desk.site() == SITE | {"feed.xml": "third"}


def test_a_folder_put_where_a_file_was_is_somebodys(any_desk: Desk) -> None:
    any_desk.build(SITE)
    put_a_folder_there(any_desk)
    with pytest.raises(PlacingError, match=r"index\.html"):
        any_desk.build(SITE)
    coming = {name: text for name, text in SITE.items() if name != "index.html"}
    placed = any_desk.build(coming | {"feed.xml": "new"})
    assert (placed.foreign, placed.removed) == (("index.html/",), ())
    assert (any_desk.output / "index.html").is_dir()
    (any_desk.output / "index.html").rmdir()
    any_desk.build(SITE)
    assert any_desk.site() == SITE


def test_damage_to_a_file_that_is_wanted_no_more_does_not_matter(any_desk: Desk) -> None:
    any_desk.build(SITE)
    change_text(any_desk)
    coming = {name: text for name, text in SITE.items() if name != "index.html"}
    assert any_desk.build(coming).removed == ("index.html",)
    assert any_desk.site() == coming


def test_files_that_nobody_misses_are_forgotten(any_desk: Desk) -> None:
    any_desk.build(SITE)
    remove_file(any_desk)
    coming = {name: text for name, text in SITE.items() if name != "index.html"}
    assert any_desk.build(coming).mode == "untouched"
    with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
        assert tree.owned == coming.keys()


def test_a_file_that_only_looks_different_is_still_the_same(any_desk: Desk) -> None:
    any_desk.build(SITE)
    os.utime(any_desk.output / "index.html", (1, 1))
    write(any_desk.output, {"feed.xml": "feed"})
    assert any_desk.build(SITE).mode == "untouched"


def test_a_file_that_looks_different_is_read_once_and_not_at_every_build(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "TICK", -(10**18))
    any_desk.build(SITE)
    os.utime(any_desk.output / "index.html", (1, 1))
    reads = counted_reads(monkeypatch)
    any_desk.current()
    assert reads == ["index.html"]
    any_desk.current()
    assert reads == ["index.html"]


def test_a_tree_restored_elsewhere_is_known_again(any_desk: Desk, tmp_path: Path) -> None:
    """As a CI service does it: other inodes, other times, another path, and the spare is a copy that shares nothing."""
    for number in range(3):
        any_desk.build(SITE | {"feed.xml": f"{number}"})
    shutil.copytree(any_desk.folder, tmp_path / "elsewhere")
    there = Desk(tmp_path / "elsewhere", swap=any_desk.swap)
    coming = SITE | {"feed.xml": "2", "index.html": "new"}
    assert there.build(coming).changed == ("index.html",)
    assert there.site() == coming
    assert any_desk.site() == SITE | {"feed.xml": "2"}


def counted_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files of the output folder that are read from now on to see whether they are right."""
    reads: list[str] = []

    def counted(path: Path) -> str:
        reads.append(path.name)
        return files.digest(path)

    monkeypatch.setattr(surveying, "digest", counted)
    return reads


def test_a_file_is_read_again_if_it_changed_just_before_it_was_looked_at(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk whose clock has stood still since, an edit leaves no trace but the content."""
    monkeypatch.setattr(surveying, "TICK", 10**18)
    any_desk.build(SITE)
    reads = counted_reads(monkeypatch)
    assert any_desk.current().keys() == SITE.keys()
    assert len(reads) == len(SITE)


@pytest.mark.parametrize(("tick", "listed"), [(10**18, {"", "about", "tags", "tags/a", "tags/b"}), (-(10**18), {""})])
def test_a_folder_is_listed_again_if_it_may_have_changed(
    any_desk: Desk, monkeypatch: pytest.MonkeyPatch, tick: int, listed: set[str]
) -> None:
    any_desk.build(SITE)
    manifest = read(any_desk.state / "manifest", "../output")
    assert manifest
    monkeypatch.setattr(surveying, "TICK", tick)
    assert surveying.survey(any_desk.output, manifest).listed.keys() == listed


def test_a_clock_that_goes_backwards_costs_time_only(any_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    any_desk.build(SITE)
    real = time.time_ns
    for years in (-3, 2, -1):
        monkeypatch.setattr(time, "time_ns", lambda years=years: real() + years * 365 * 24 * 3600 * 10**9)
        site = SITE | {"index.html": f"{years}", "feed.xml": f"{years}"}
        any_desk.build(site)
        assert any_desk.site() == site
        change_text(any_desk)
        assert any_desk.current().keys() == site.keys() - {"index.html"}


def test_the_cache_may_be_lost(any_desk: Desk) -> None:
    any_desk.build(SITE)
    any_desk.build(SITE | {"index.html": "second"})
    before = inodes(any_desk.output)
    shutil.rmtree(any_desk.cache)
    coming = SITE | {"index.html": "third"}
    placed = any_desk.build(coming)
    assert any_desk.site() == coming
    assert [path.read_text() for path in placed.displaced] == ["second"]
    after = inodes(any_desk.output)
    assert {name for name in SITE if after[name] != before[name]} == {"index.html"}
    assert any_desk.build(SITE).mode == ("swapped" if any_desk.swap else "in place")


def test_the_output_may_be_lost(any_desk: Desk) -> None:
    for number in range(3):
        any_desk.build(SITE | {"index.html": f"{number}"})
    shutil.rmtree(any_desk.output)
    assert any_desk.current() == {}
    any_desk.build(SITE)
    assert any_desk.site() == SITE


def test_the_output_may_be_another_tree(any_desk: Desk) -> None:
    for number in range(3):
        any_desk.build(SITE | {"index.html": f"{number}"})
    shutil.rmtree(any_desk.output)
    write(any_desk.output, {"index.html": "of somebody", "theirs/index.html": "theirs"})
    placed = any_desk.build(SITE)
    assert any_desk.site() == SITE | {"theirs/index.html": "theirs"}
    assert placed.foreign == ("theirs/",)


def test_going_back_and_forth_between_two_sites(any_desk: Desk) -> None:
    """As one who switches branches: pages become folders and back, and case changes."""
    one = {"about": "page", "Tags/x.html": "x", "b/c/d.html": "d", "same.html": "same"}
    other = {"about/index.html": "folder", "tags/x.html": "x", "b": "b", "same.html": "same", "Same2.html": "s"}
    for site in (one, other, one, one, other, other, one, other):
        any_desk.build(site)
        assert any_desk.site() == site


def test_empty_folders_in_the_stage_are_no_part_of_the_site(any_desk: Desk) -> None:
    for site in (SITE, SITE | {"index.html": "second"}):
        with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
            (tree.stage / "empty" / "within").mkdir(parents=True)
            commit(tree, site)
        assert folders(any_desk.output) == {"about", "tags", "tags/a", "tags/b"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_in_the_stage_stay_links(any_desk: Desk) -> None:
    for number in range(3):
        with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
            write(tree.stage, {"index.html": f"{number}"})
            if number == 0:
                (tree.stage / "latest").symlink_to("index.html")
            tree.commit({name: known for name, known in tree.current.items() if name == "latest"})
        assert any_desk.site() == {"index.html": f"{number}", "latest": "-> index.html"}


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist on Linux only")
def test_names_in_any_encoding(any_desk: Desk) -> None:
    for number in range(3):
        with opened(any_desk.output, any_desk.cache, swap=any_desk.swap) as tree:
            write(tree.stage, {"caf\udce9/ü\n.html": f"{number}"})
            assert tree.commit().changed == ("caf\udce9/ü\n.html",)
        assert (any_desk.output / "caf\udce9" / "ü\n.html").read_text() == f"{number}"


def test_cleared_takes_what_is_ours_and_leaves_the_rest(any_desk: Desk) -> None:
    any_desk.build(SITE)
    write(any_desk.output, {"CNAME": "example.com", "tags/mine.txt": "mine"})
    assert cleared(any_desk.output, any_desk.cache) == ("CNAME", "tags/")
    assert any_desk.site() == {"CNAME": "example.com", "tags/mine.txt": "mine"}
    assert [path.name for path in any_desk.cache.iterdir()] == ["lock"]


def test_cleared_takes_the_folder_too_if_all_was_ours(any_desk: Desk) -> None:
    for number in range(3):
        any_desk.build(SITE | {"index.html": f"{number}"})
    assert cleared(any_desk.output, any_desk.cache) == ()
    assert not any_desk.output.exists()


def test_two_output_folders_with_one_cache_do_not_know_each_other(desk: Desk) -> None:
    desk.build(SITE)
    with opened(desk.folder / "other", desk.cache) as tree:
        assert tree.owned == frozenset()
        commit(tree, {"index.html": "other"})
    assert desk.site() == SITE
    assert desk.current().keys() == SITE.keys()


def test_a_spare_is_brought_forward_and_no_tree_made_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two commits need a tree of their own each; from the third on, the work follows the number of changes."""
    for number in range(2):
        desk.build(SITE | {"index.html": f"{number}"})
    linked: list[str] = []

    def counted(source: str, target: str) -> None:
        linked.append(source)
        files.link(source, target)

    monkeypatch.setattr(swapping, "link", counted)
    monkeypatch.setattr(swapping, "_made_anew", None)
    for number in range(2, 5):
        linked.clear()
        desk.build(SITE | {"index.html": "always new" * number, "feed.xml": f"{number // 2}"})
        assert len(linked) <= 1
    assert desk.site()["feed.xml"] == "2"


def test_a_spare_is_kept_beside_the_output_folder_if_the_cache_is_on_another_disk(
    tmp_path: Path, other_disk: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if other_disk is None:
        pytest.skip("no second disk")
    desk = Desk(tmp_path, elsewhere=other_disk / "output")
    for number in range(2):
        desk.build(SITE | {"index.html": f"{number}"})
    monkeypatch.setattr(swapping, "_made_anew", None)
    for number in range(2, 5):
        assert desk.build(SITE | {"index.html": f"{number}"}).mode == "swapped"
        assert desk.site() == SITE | {"index.html": f"{number}"}


def test_a_spare_whose_inodes_agree_by_chance_is_not_used(desk: Desk) -> None:
    """As after a CI service has restored the cache to a new disk."""
    for number in range(3):
        desk.build(SITE | {"index.html": f"{number}"})
    spare, path = desk.state / "spare", desk.state / "manifest.spare"
    shutil.copytree(spare, desk.folder / "copy")
    shutil.rmtree(spare)
    (desk.folder / "copy").rename(spare)
    write(spare, {"feed.xml": "wrong"})
    manifest = read(path, "../output")
    assert manifest
    manifests.write(path, replace(manifest, root=files.identity(spare)))
    desk.build(SITE)
    assert desk.site() == SITE


@pytest.mark.parametrize("harm", ["removed", "copied", "emptied", "unlisted"])
def test_a_spare_that_is_not_as_we_left_it_is_not_used(desk: Desk, harm: str) -> None:
    for number in range(3):
        desk.build(SITE | {"index.html": f"{number}"})
    spare = desk.state / "spare"
    if harm == "copied":
        shutil.copytree(spare, desk.folder / "copy")
    if harm == "unlisted":
        (desk.state / "manifest.spare").unlink()
    else:
        shutil.rmtree(spare)
    if harm == "copied":
        (desk.folder / "copy").rename(spare)
        write(spare, {"feed.xml": "wrong", "wrong.html": "wrong"})
    if harm == "emptied":
        spare.mkdir()
    for text in ("x", "y", "z"):
        desk.build(SITE | {"index.html": text})
        assert desk.site() == SITE | {"index.html": text}


def test_a_file_mended_by_hand_in_a_new_inode_is_taken_from_the_live_tree(desk: Desk) -> None:
    """Both trees share the file that was damaged, but only the live one has the good copy that came in its place."""
    for number in range(3):
        desk.build(SITE | {"index.html": f"{number}"})
    with (desk.output / "feed.xml").open("a") as file:
        file.write(" damaged")
    write(desk.output, {"feed.xml": "feed"})
    assert desk.build(SITE).changed == ("index.html",)
    assert desk.site() == SITE
