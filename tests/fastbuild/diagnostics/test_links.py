"""What a link may lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastbuild.diagnostics import links
from fastbuild.diagnostics.links import Site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def a_site(tmp_path: Path) -> Site:
    (tmp_path / "images" / "Old").mkdir(parents=True)
    for name in ("images/table.png", "images/Old/chairs.png", "a.png"):
        (tmp_path / name).write_bytes(b"")
    files = dict.fromkeys(["images/table.png", "images/Old/chairs.png", "a.png", "images/none.png"], "a file")
    return Site(tmp_path, {"articles/trust.md": "a text", "articles/broken.md": None}, files, {})


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("images/table.png", True),
        ("images/Old/chairs.png", True),
        ("a.png", True),
        ("images/none.png", False),
        ("images/Table.png", False),
        ("images/old/chairs.png", False),
        ("images", False),
        ("", False),
    ],
)
def test_a_file_is_there_under_its_own_name(a_site: Site, path: str, *, there: bool) -> None:
    assert a_site.has_file(path) is there
    assert a_site.has_file(path) is there


def test_capitals_count_where_the_disk_does_not_mind_them(a_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(a_site.folder), "is_file", lambda _path: True)
    assert a_site.has_file("images/table.png")
    assert not a_site.has_file("images/Table.png")
    assert not a_site.has_file("Images/table.png")


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("images/TABLE.png", "images/table.png"),
        ("pictures/table.png", "images/table.png"),
        ("images/tabel.png", "images/table.png"),
        ("trust.md", "articles/trust.md"),
        ("images/none.png", ""),
        ("articles/broken.md", ""),
        ("nothing-like-it.pdf", ""),
    ],
)
def test_what_was_probably_meant(a_site: Site, path: str, near: str) -> None:
    assert a_site.similar(path) == near


def test_a_site_full_of_mistakes_is_not_searched_for_each(a_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def note(name: str, *_: object, **__: object) -> list[str]:
        asked.append(name)
        return []

    monkeypatch.setattr(links, "get_close_matches", note)
    for number in range(links.MOST_GUESSES * 3):
        assert a_site.similar(f"gone-{number}.png") == ""
    assert len(asked) == links.MOST_GUESSES
