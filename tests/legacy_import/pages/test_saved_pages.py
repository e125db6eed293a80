"""Every page of the collection gives back its post: all of its words, none of the theme's, and what the page says of it."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag
from legacy_import.furniture import stripped
from legacy_import.model import Blog, Item, Kind, Place
from legacy_import.sources.saved_pages import read_page

from .collection import PAGES as SYSTEMS
from .collection import Page
from .themes import THEMES

if TYPE_CHECKING:
    from legacy_import.model import Found, Note, Trouble

RECALL = 0.97
PAGES = (*SYSTEMS, *THEMES)


@cache
def read(page: Page) -> tuple[Blog | Item | Trouble, ...]:
    return tuple(read_page(page.data, Place(page.name)))


def post_of(page: Page) -> Item:
    (post,) = (item for item in read(page) if isinstance(item, Item) and item.kind is Kind.POST)
    return post


def parsed(html: str) -> Tag:
    tree = BeautifulSoup(f"<div>{html}</div>", "lxml").div
    assert tree is not None
    return tree


def words_of(html: str) -> list[str]:
    """What is left of a post once its furniture is taken out, with the words of different blocks apart."""
    tree = parsed(html)
    stripped(tree)
    for line in tree.find_all(["br", "p", "li", "pre", "blockquote", "h1", "h2", "h3", "h4", "div"]):
        line.insert_after(" ")
    return tree.get_text().split()


def furniture_of(html: str) -> tuple[Found, tuple[Note, ...]]:
    return stripped(parsed(html))


def by_name(page: Page) -> str:
    return page.name


every_page = pytest.mark.parametrize("page", PAGES, ids=by_name)


@every_page
def test_the_text_of_the_post_is_found_and_nothing_else_is_kept(page: Page) -> None:
    words = words_of(post_of(page).html)
    matches = SequenceMatcher(None, words, page.words, autojunk=False).get_matching_blocks()
    same = sum(match.size for match in matches)
    assert same >= RECALL * len(page.words)
    assert len(words) - same == 0, "words of the theme were kept"


@every_page
def test_the_title_and_the_date_are_those_of_the_post(page: Page) -> None:
    post = post_of(page)
    assert post.title == page.title
    if page.published:
        assert post.published == page.published
        assert (post.published.tzinfo is None) == (page.published.tzinfo is None)


@every_page
def test_author_and_topics_are_those_of_the_post(page: Page) -> None:
    post = post_of(page)
    assert {*post.categories} == {*page.categories}
    assert {*post.tags} == {*page.tags}
    if page.author:
        assert post.author == page.author


@every_page
def test_address_and_id_are_what_feeds_and_links_know(page: Page) -> None:
    post = post_of(page)
    if page.url:
        assert post.url == page.url
    if page.id:
        assert post.id == page.id


@every_page
def test_comments_are_items_of_their_own(page: Page) -> None:
    comments = [item for item in read(page) if isinstance(item, Item) and item.kind is Kind.COMMENT]
    assert tuple(comment.author for comment in comments) == page.comments
    post = post_of(page)
    assert all(comment.parent == (post.id or post.url) and comment.published and comment.html for comment in comments)


def test_the_collection_is_of_many_shapes() -> None:
    assert len(PAGES) >= 66
    skeletons = {tuple(tag.name for tag in parsed(page.data.decode(page.encoding)).find_all()) for page in PAGES}
    assert len(skeletons) == len(PAGES)
