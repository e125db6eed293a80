"""Comments come back by post, whatever was between them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from legacy_import.comments import Comments
from legacy_import.model import Item, Kind, Place, Status
from legacy_import.shelf import Shelf

from .items import DAY, index_of, post

if TYPE_CHECKING:
    from datetime import datetime


def comment(number: int, parent: int, published: datetime | None = DAY, status: Status = Status.PUBLISHED) -> Item:
    place = Place("blog.xml", number)
    return Item(Kind.COMMENT, place, f"c{number}", parent=f"tag:blog.example,2009:{parent}", published=published, status=status)


def put_there(*items: Item) -> Comments:
    comments = Comments(Shelf(), index_of(post(1, slug="one"), post(2, slug="two")))
    for item in items:
        comments.add(item)
    return comments


def by_post(comments: Comments) -> dict[str, list[str]]:
    return {known.slug if known else "": [item.id for item in found] for known, found in comments.by_post()}


def test_each_post_has_its_own_the_oldest_first_and_strays_are_together() -> None:
    later = DAY + timedelta(days=1)
    comments = put_there(
        comment(1, 2, later), comment(2, 1), comment(3, 2), comment(4, 9, later), comment(5, 2, None), comment(6, 8), comment(7, 1)
    )
    assert by_post(comments) == {"": ["c6", "c4"], "one": ["c2", "c7"], "two": ["c5", "c3", "c1"]}


def test_what_nobody_wanted_is_apart_in_the_order_of_the_source() -> None:
    spam = [comment(2, 1, status=Status.SPAM), comment(1, 2, status=Status.TRASHED)]
    comments = put_there(*spam, comment(3, 1, status=Status.PENDING))
    assert [item.id for item in comments.unwanted()] == ["c2", "c1"]
    assert by_post(comments) == {"one": ["c3"]}
    assert (comments.kept, comments.spam) == (1, 2)
