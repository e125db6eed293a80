"""Every text has its file before the first is written."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING

from legacy_import.model import Kind, Status

from .items import DAY, index_of, post

if TYPE_CHECKING:
    from legacy_import.index import Index


def paths(index: Index) -> dict[str, str]:
    return {known.title: known.path for known in index.texts()}


def test_the_slug_is_the_sources_then_the_addresss_then_the_titles() -> None:
    index = index_of(
        post(1, slug="own-slug", url="https://blog.example/x/"),
        post(2, url="https://blog.example/2009/05/from-address.html"),
        post(3, title="Of the Title & more"),
        post(4, title="", html="<p>No title, but a text</p>"),
        post(5, title="", html=""),
    )
    assert [known.slug for known in index.texts()] == ["own-slug", "from-address", "of-the-title-more", "no-title-but-a-text", "untitled"]


def test_one_slug_of_several_posts_gets_numbers_by_age_whatever_the_order() -> None:
    items = [post(number, title="Same", slug="same", published=DAY + timedelta(days=number)) for number in (1, 2, 3)]
    for order in permutations(items):
        index = index_of(*order)
        assert [(known.published, known.slug) for known in index.texts()] == [
            (items[0].published, "same"), (items[1].published, "same-2"), (items[2].published, "same-3"),
        ]  # fmt: skip


def test_names_of_the_site_and_of_texts_that_are_there_are_not_given_away() -> None:
    index = index_of(post(1, slug="tags"), post(2, slug="mine"), post(3, slug="con"), taken=("mine",))
    assert [known.slug for known in index.texts()] == ["tags-2", "mine-2", "con-2"]


def test_pages_have_a_folder_of_their_own() -> None:
    index = index_of(post(1, kind=Kind.PAGE, slug="about"), post(2, slug="letter"))
    assert paths(index) == {"Number 1": "pages/about.md", "Number 2": "articles/letter.md"}


def test_the_same_post_in_two_sources_is_one() -> None:
    index = index_of(post(1, slug="a"), post(2, id="tag:blog.example,2009:1", slug="a"))
    assert len(list(index.texts())) == 1
    assert index.find(1)
    assert index.find(2) is None


def test_trash_has_no_file() -> None:
    assert list(index_of(post(1, status=Status.TRASHED)).texts()) == []


def test_texts_are_found_by_every_spelling_of_their_address() -> None:
    item = post(1, url="http://blog.example/2009/05/first.html", number="12")
    index = index_of(item, post(2, url="http://blog.example/2009/05/second.html"))
    base = "http://blog.example/2009/05/second.html"
    for url in ("first.html", "https://www.blog.example/2009/05/first.html#x", "/2009/05/first.html", "http://blog.example/?p=12"):
        found = index.at(url, base)
        assert found, url
        assert found.title == "Number 1"
    assert index.at("https://other.example/2009/05/first.html", base) is None
    assert index.at("https://blog.example/", base) is None


def test_an_old_address_belongs_to_one_text_and_to_none_that_will_be_there() -> None:
    shared = "https://blog.example/p/about.html"
    items = [post(number, url=shared, slug=f"s{number}", published=DAY + timedelta(days=number)) for number in (1, 2)]
    index = index_of(*items, post(3, url="https://blog.example/taken/", slug="new"), taken=("taken",))
    assert [(known.slug, known.old, known.shared) for known in index.texts()] == [
        ("new", (), ("/taken",)),
        ("s1", ("/p/about.html",), ()),
        ("s2", (), ("/p/about.html",)),
    ]
