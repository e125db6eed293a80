"""Items, posts and entries for the tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from legacy_import.model import Action, Item, Kind, Note, Place, Post
from legacy_import.report import Entry, Outcome

DOUBT = Note(Action.DOUBTFUL, "ask-doubtful", "this may be the question to the reader", "Would <you> buy?")
DROP = Note(Action.DROPPED, "contact-comments", "it asks for comments", "Leave a comment!")
TAKE = Note(Action.TAKEN, "ask-question", "it became the post's Ask", "What do you think?")


def item(number: int = 1, *, kind: Kind = Kind.POST, year: int = 2010, **fields: Any) -> Item:
    moment = datetime(year, 3, 4, 9, 30)  # noqa: DTZ001 - a blog's own time, as its export has it
    return Item(kind, Place("blog.xml", number), **{"title": f"Post {number}", "published": moment, **fields})


def post(year: int = 2010, **fields: Any) -> Post:
    return Post(item(year=year, **fields), "")


def entries() -> list[Entry]:
    """Nine items: five texts, a comment, spam, a file, and one that was left out."""
    return [
        Entry.of(item(1), Outcome.ARTICLE, written="articles/post-1.md"),
        Entry.of(item(2, title="Café <b>& bar</b>"), Outcome.ARTICLE, written="articles/post-2.md", notes=(DROP, DOUBT)),
        Entry.of(item(3, kind=Kind.PAGE), Outcome.PAGE, written="pages/post-3.md", notes=(TAKE,), ask="What do you think?"),
        Entry.of(item(4), Outcome.ARTICLE, written="articles/post-4.md", notes=(DROP,)),
        Entry.of(item(5), Outcome.ARTICLE, written="articles/post-5.md", notes=(DOUBT, DOUBT)),
        Entry.of(item(6, kind=Kind.COMMENT), Outcome.COMMENT, written="import-review/comments/post-1.md"),
        Entry.of(item(7, kind=Kind.COMMENT), Outcome.SPAM, written="import-review/spam.md"),
        Entry.of(item(8, kind=Kind.MEDIA), Outcome.MEDIA, written="images/a.png"),
        Entry.of(item(9, title=""), Outcome.LEFT_OUT, reason="it has neither title nor text"),
    ]
