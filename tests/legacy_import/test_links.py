"""Links and pictures of old posts lead to where things are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from legacy_import.links import Labels, Relinker
from legacy_import.media import Media
from legacy_import.model import Kind, Place, Status
from site_owner.slugs import slug_of

from .items import index_of, post

if TYPE_CHECKING:
    from pathlib import Path

    from legacy_import.model import Item, Note

FIRST = post(1, url="https://blog.example/2009/05/first.html", tags=("Café & cake",), categories=("Notes",))
SECOND = post(2, url="https://blog.example/2009/05/second.html", slug="second", number="12")
SECRET = post(3, url="https://blog.example/2009/05/secret.html", slug="secret", status=Status.PRIVATE)
PICTURE = post(4, kind=Kind.MEDIA, number="40", parent="12", url="https://blog.example/wp-content/uploads/a.jpg", alt="A desk")


def relinked(html: str, media: Path, item: Item = FIRST) -> tuple[str, tuple[Note, ...]]:
    """The fragment with its links rewritten, as a part of `item`."""
    index = index_of(FIRST, SECOND, SECRET, PICTURE)
    tree = BeautifulSoup(f"<div>{html}</div>", "lxml").div
    assert tree
    labels = Labels(slug_of, {slug_of(name): name for name in FIRST.tags}, {slug_of(name): name for name in FIRST.categories})
    known = index.by_id(item.id)
    assert known
    notes = Relinker(index, Media((media,)), labels).relink(tree, item, known)
    return tree.decode_contents(), notes


@pytest.mark.parametrize(
    ("href", "led"),
    [
        ("https://blog.example/2009/05/second.html", "{filename}/articles/second.md"),
        ("second.html#part", "{filename}/articles/second.md#part"),
        ("http://www.blog.example/?p=12", "{filename}/articles/second.md"),
        ("/search/label/Caf%C3%A9%20%26%20cake", "{tag}Caf%C3%A9%20%26%20cake"),
        ("https://blog.example/category/notes/", "{category}Notes"),
        ("https://blog.example/tag/cafe-cake/", "{tag}Caf%C3%A9%20%26%20cake"),
        ("https://blog.example/", "{index}"),
        ("https://other.example/a?b=c#d", "https://other.example/a?b=c#d"),
        ("mailto:ann@blog.example", "mailto:ann@blog.example"),
        ("#below", "#below"),
        ("https://web.archive.org/web/20100101000000/https://blog.example/2009/05/second.html", "{filename}/articles/second.md"),
    ],
)
def test_links_lead_to_what_there_is_now(tmp_path: Path, href: str, led: str) -> None:
    html, notes = relinked(f'<a href="{href}">x</a>', tmp_path)
    assert BeautifulSoup(html, "lxml").a["href"] == led  # type: ignore[index]
    assert notes == ()


def test_a_link_to_a_private_text_becomes_its_words(tmp_path: Path) -> None:
    html, notes = relinked('See <a href="/2009/05/secret.html">this</a>.', tmp_path)
    assert html == "See this."
    assert [note.rule for note in notes] == ["link-private"]
    html, notes = relinked('<a href="/2009/05/first.html">x</a>', tmp_path, SECRET)
    assert "{filename}/articles/" in html


def test_a_page_of_the_old_blog_that_is_nowhere_is_told(tmp_path: Path) -> None:
    html, notes = relinked('<a href="/2001/01/gone.html">x</a>', tmp_path)
    assert 'href="https://blog.example/2001/01/gone.html"' in html
    assert [note.rule for note in notes] == ["link-unknown"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "http://[broken", ""])
def test_links_that_no_page_may_have_become_their_words(tmp_path: Path, href: str) -> None:
    html, notes = relinked(f'<a href="{href}">x</a>', tmp_path)
    assert html == "x"
    assert [note.rule for note in notes] == ["link-unsafe"]


def test_pictures_are_taken_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"a")
    picture = '<img src="https://blog.example/wp-content/uploads/a-300x200.jpg" srcset="x 2x" sizes="1px" alt="A">'
    html, notes = relinked(f'<a href="https://blog.example/wp-content/uploads/a.jpg">{picture}</a>', tmp_path)
    assert BeautifulSoup(html, "lxml").img.attrs == {"src": "{static}/images/a.jpg", "alt": "A"}  # type: ignore[union-attr]
    assert BeautifulSoup(html, "lxml").a["href"] == "{static}/images/a.jpg"  # type: ignore[index]
    assert notes == ()


def test_a_missing_picture_becomes_a_link_and_is_told(tmp_path: Path) -> None:
    html, notes = relinked('<img src="b-300x200.jpg" alt="A bench">', tmp_path)
    assert html == '<a href="https://blog.example/2009/05/b-300x200.jpg">A bench</a>'
    assert [note.rule for note in notes] == ["image-missing"]
    html, notes = relinked('<a href="b.jpg"><img src="b-300x200.jpg"></a>', tmp_path)
    assert html == '<a href="https://blog.example/2009/05/b.jpg">b-300x200.jpg</a>'
    assert [note.rule for note in notes] == ["image-missing", "file-missing"]


def test_the_real_address_of_a_picture_that_loads_late_counts(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"a")
    html, _ = relinked('<img alt="A" src="data:image/gif;base64,x" data-src="/a.jpg">', tmp_path)
    assert 'src="{static}/images/a.jpg"' in html
    assert "data-src" not in html


def test_a_picture_that_nobody_described_is_told(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    html, notes = relinked('<img src="https://blog.example/b.jpg">', tmp_path)
    assert 'alt="" class="decorative"' in html
    assert [note.rule for note in notes] == ["image-alt"]
    html, notes = relinked('<img src="https://blog.example/wp-content/uploads/a.jpg">', tmp_path)
    assert 'alt="A desk"' in html
    assert notes == ()


def test_a_gallery_without_a_known_picture_is_left_to_be_told(tmp_path: Path) -> None:
    assert relinked('<div data-gallery="77"></div>', tmp_path, SECOND)[0] == '<div data-gallery="77"></div>'


def test_a_film_without_its_files_becomes_a_link_also_if_nobody_closed_its_sources(tmp_path: Path) -> None:
    for end in ("", "</source>"):
        html = f'<video poster="https://x.example/a.jpg"><source src="https://x.example/a.webm">{end}<source src="a.mp4"></video>'
        assert relinked(html, tmp_path)[0] == '<a href="https://x.example/a.webm">a.webm</a>'


def test_a_player_that_has_nothing_to_play_goes_and_a_still_picture_comes_from_here(tmp_path: Path) -> None:
    html, notes = relinked('<p>a</p><video controls poster="https://x.example/a.jpg"></video>', tmp_path)
    assert (html, [note.rule for note in notes]) == ("<p>a</p>", ["player-empty"])
    (tmp_path / "a.mp4").write_bytes(b"film")
    assert "poster" not in relinked('<video src="https://blog.example/a.mp4" poster="https://x.example/a.jpg"></video>', tmp_path)[0]


def test_a_gallery_becomes_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"a")
    for numbers in ("40", ""):
        html, _ = relinked(f'<div data-gallery="{numbers}"></div>', tmp_path, SECOND)
        assert html == '<p><img alt="A desk" src="{static}/images/a.jpg"/></p>'


def test_a_saved_page_has_its_pictures_beside_it(tmp_path: Path) -> None:
    (tmp_path / "post_files").mkdir()
    (tmp_path / "post_files" / "a.jpg").write_bytes(b"a")
    page = post(1, place=Place(str(tmp_path / "post.html"), 1), url="https://blog.example/post.html")
    index = index_of(page)
    tree = BeautifulSoup('<div><img alt="A" src="post_files/a.jpg"></div>', "lxml").div
    assert tree
    known = index.by_id(page.id)
    assert known
    Relinker(index, Media(()), Labels(slug_of, {}, {})).relink(tree, page, known)
    assert tree.decode_contents() == '<img alt="A" src="{static}/images/a.jpg"/>'


def test_a_link_to_a_text_that_waits_for_its_date_becomes_its_words(tmp_path: Path) -> None:
    undated = post(9, url="https://blog.example/undated/", slug="undated", published=None)
    index = index_of(FIRST, undated)
    tree = BeautifulSoup('<div><a href="/undated/">x</a> <a href="#a">y</a> <a href="/2009/05/first.html#b">z</a></div>', "lxml").div
    known = index.by_id(FIRST.id)
    assert tree
    assert known
    Relinker(index, Media((tmp_path,)), Labels(slug_of, {}, {})).relink(tree, FIRST, known)
    assert tree.decode_contents() == 'x <a href="#a">y</a> <a href="#b">z</a>'


@pytest.mark.parametrize("address", ["http://[x", "//[::1", "http://[x]]>/a.jpg"])
def test_a_picture_with_a_broken_address_becomes_its_words(tmp_path: Path, address: str) -> None:
    html, notes = relinked(f'<p>A <img src="{address}" alt="desk"> here.</p>', tmp_path)
    assert html == "<p>A desk here.</p>"
    assert [note.rule for note in notes] == ["image-broken"]
