"""Items as sources give them, for the tests of what comes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from legacy_import.index import Index
from legacy_import.model import Blog, Item, Kind, Place
from legacy_import.naming import Names
from legacy_import.shelf import Shelf
from site_owner.slugs import reserved_because, short_slug_of

DAY = datetime(2009, 5, 4, 17, 17, tzinfo=UTC)
POST = Item(Kind.POST, Place("blog.xml", 1), id="tag:blog.example,2009:1", title="First", html="<p>Text.</p>", published=DAY)


def post(number: int, /, **fields: Any) -> Item:
    """A post of its own, with its number in the source."""
    own: dict[str, Any] = {"place": Place("blog.xml", number), "id": f"tag:blog.example,2009:{number}", "title": f"Number {number}"}
    return replace(POST, **(own | fields))


def index_of(*items: Item, blog: str = "https://blog.example/", taken: tuple[str, ...] = (), site_url: str = "") -> Index:
    """An index of these, settled."""
    index = Index(Shelf(), Blog(url=blog))
    for item in items:
        index.add(item)
    index.settle(Names(short_slug_of, reserved_because, dict.fromkeys(taken)), site_url)
    return index
