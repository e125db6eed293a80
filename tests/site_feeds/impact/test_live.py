"""What an owner can name as live: folders and files, of this site or of any other."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from site_feeds.impact.digests import Digester
from site_feeds.impact.documents import read_folder
from site_feeds.impact.live import read_live
from site_feeds.impact.model import ImpactError

from tests.site_feeds.impact.samples import article, document, known, state, write, write_feed

if TYPE_CHECKING:
    from site_feeds.impact.model import State

ALL, RSS, TRUST, ARCHIVE = "feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/tags/trust.atom.xml", "feeds/all/archive-1.atom.xml"
NEW = state(*(document(path, known("a")) for path in (ALL, RSS, "feeds/all.json", TRUST, ARCHIVE, "feeds/tags/all.atom.xml")))
A, B = article("a"), article("b")


def live(folder: Path, *names: str, new: State = NEW) -> dict[str, list[str]]:
    """Where the entries stand that are live, by the names of their articles."""
    found = read_live(folder, [str(folder / name) for name in names], Digester()).state(new)
    return {path: sorted(name.rpartition(":")[2] for name in document.entries) for path, document in found.items()}


def test_a_folder_has_its_feeds_and_what_else_is_in_it_is_left_alone(tmp_path: Path) -> None:
    write_feed(tmp_path, f"old/{ALL}", A, B)
    write_feed(tmp_path, f"old/{TRUST}", A)
    write_feed(tmp_path, f"old/{ARCHIVE}", B)
    write(tmp_path, "old/sitemap.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>")
    write(tmp_path, "old/manifest.json", "{broken")
    write(tmp_path, "old/page.html", "<rss ")
    write(tmp_path, "old/.cache/feed.atom.xml", "broken")
    write(tmp_path, "old/empty.xml", "")
    assert live(tmp_path, "old") == {ALL: ["a", "b"], ARCHIVE: ["b"], TRUST: ["a"]}


def test_a_folder_with_hundreds_of_feeds(tmp_path: Path) -> None:
    for number in range(300):
        write_feed(tmp_path, f"old/feeds/tags/tag-{number}.atom.xml", A)
    write_feed(tmp_path, f"old/{ALL}", A)
    assert len(live(tmp_path, "old")) == 301


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("saved/feeds/tags/trust.atom.xml", TRUST),
        ("trust.atom.xml", TRUST),
        ("feeds/all/archive-1.atom.xml", ARCHIVE),
        ("all.atom.xml", ALL),
        ("saved/all.rss.xml", RSS),
        ("tags/all.atom.xml", ALL),
        ("feeds/tags/all.atom.xml", "feeds/tags/all.atom.xml"),
        ("blogspot.atom.xml", ALL),
        ("wordpress.rss.xml", RSS),
        ("feed.json", "feeds/all.json"),
    ],
)
def test_a_file_belongs_to_the_feed_of_its_name_or_to_the_sites_own(tmp_path: Path, name: str, path: str) -> None:
    write_feed(tmp_path, name, A)
    assert live(tmp_path, name) == {path: ["a"]}


def test_a_format_that_the_site_does_not_have_is_compared_with_one_that_it_has(tmp_path: Path) -> None:
    write_feed(tmp_path, "wordpress.rss.xml", A)
    assert live(tmp_path, "wordpress.rss.xml", new=state(document(ALL, known("a")))) == {ALL: ["a"]}
    assert live(tmp_path, "wordpress.rss.xml", new={}) == {(tmp_path / "wordpress.rss.xml").as_posix(): ["a"]}


def test_pages_of_one_feed_are_one_and_the_first_counts(tmp_path: Path) -> None:
    write_feed(tmp_path, "page-1.rss.xml", A)
    write_feed(tmp_path, "page-2.rss.xml", B, article("a", title="Other"))
    found = read_live(tmp_path, [str(tmp_path / f"page-{number}.rss.xml") for number in (1, 2)], Digester()).state(NEW)
    assert found[RSS].bytes == (tmp_path / "page-1.rss.xml").stat().st_size
    assert {entry.title for entry in found[RSS].entries.values()} == {"A", "B"}


def test_a_folder_of_another_generator(tmp_path: Path) -> None:
    write_feed(tmp_path, "hugo/index.rss.xml", A, B)
    write_feed(tmp_path, "hugo/tags/trust.rss.xml", A)
    assert live(tmp_path, "hugo") == {RSS: ["a", "b"], "tags/trust.rss.xml": ["a"]}


def test_a_folder_whose_feeds_had_another_place(tmp_path: Path) -> None:
    write_feed(tmp_path, "old/letters/all/archive-1.atom.xml", B)
    write_feed(tmp_path, "old/letters/all.atom.xml", A)
    write_feed(tmp_path, "old/letters/all.rss.xml", A)
    assert live(tmp_path, "old") == {ALL: ["a", "b"], RSS: ["a"]}
    found = read_live(tmp_path, [str(tmp_path / "old")], Digester()).state(NEW)
    assert found[ALL].bytes == (tmp_path / "old/letters/all.atom.xml").stat().st_size


def test_what_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(ImpactError) as caught:
        read_live(tmp_path, [str(tmp_path / "a"), str(tmp_path / "b")], Digester())
    assert caught.value.exit_code == 2
    assert [problem.partition(": there is no such file")[0] for problem in caught.value.problems] == [
        f"impact: {tmp_path / 'a'}",
        f"impact: {tmp_path / 'b'}",
    ]


def test_a_folder_without_a_feed_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(ImpactError, match="no feed is in this folder") as caught:
        read_live(tmp_path, [str(tmp_path)], Digester())
    assert caught.value.exit_code == 2


def test_every_damaged_feed_is_told(tmp_path: Path) -> None:
    for name in ("old/feeds/a.atom.xml", "old/b.xml", "old/good.atom.xml"):
        write_feed(tmp_path, "good.atom.xml", A)
        write(tmp_path, name, (tmp_path / "good.atom.xml").read_bytes()[: None if "good" in name else 300])
    with pytest.raises(ImpactError) as caught:
        read_live(tmp_path, [str(tmp_path / "old")], Digester())
    one, other = caught.value.problems
    assert caught.value.exit_code == 1
    assert one.startswith(f"impact: {tmp_path}/old/b.xml: no feed can be read here: it is no well-formed XML (")
    assert other.startswith(f"impact: {tmp_path}/old/feeds/a.atom.xml: ")
    assert other.endswith("Take it once more from where it is live, or leave it out.")


def test_a_feed_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    write_feed(tmp_path, "a.atom.xml", A)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ImpactError, match=r"a\.atom\.xml: it cannot be read \(Permission denied\)\. Allow reading it"):
        read_live(tmp_path, [str(tmp_path / "a.atom.xml")], Digester())


def test_what_is_odd_is_noted_and_compared_as_readers_have_it(tmp_path: Path) -> None:
    entries = (
        "<item><guid>x</guid><title>First</title></item><item><guid>x</guid><title>Second</title></item>"
        "<item><link>https://me.example/y/</link></item><item><title>Nothing</title></item>"
    )
    write(tmp_path, "odd.rss.xml", f"<rss><channel>{entries}</channel></rss>")
    read = read_folder(tmp_path, Digester(), shown="old/", fix="")
    (found,) = read.documents
    assert {name: entry.title for name, entry in found.entries.items()} == {"x": "First", "https://me.example/y/": ""}
    assert read.notes == (
        "old/odd.rss.xml: entries without an id, which readers know by their addresses: 1.",
        "old/odd.rss.xml: entries with neither an id nor an address, which cannot be compared: 1.",
        "old/odd.rss.xml: ids that several entries have, of which readers show one and the first is compared: 1, such as x.",
    )
