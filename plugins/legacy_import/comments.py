"""Comments, which are kept for review by post and never become articles: on the shelf while a source is read, for there may be millions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .index import Index, Known
    from .model import Item
    from .shelf import Rows, Shelf

NOT_SHOWN = frozenset([Status.SPAM, Status.TRASHED])
NOWHERE = 0
"""The age of no text: stands for the post of a comment that came without it."""


class Comments:
    """Put there in the order in which they come, given back by post, the oldest first."""

    def __init__(self, shelf: Shelf, index: Index) -> None:
        self._index, self.kept, self.spam = index, 0, 0
        self._kept: Rows[Item] = shelf.rows("comments", "age", "moment", "file", "line", "id")
        self._spam: Rows[Item] = shelf.rows("spam")

    def add(self, comment: Item) -> None:
        if comment.status in NOT_SHOWN:
            self.spam += 1
            self._spam.put(comment)
        else:
            self.kept += 1
            post, place = self._index.by_id(comment.parent), comment.place
            moment = comment.published.isoformat() if comment.published else ""
            self._kept.put(comment, post.age if post else NOWHERE, moment, place.file, place.line, comment.id)

    def by_post(self) -> Iterator[tuple[Known | None, Iterable[Item]]]:
        """Each post that has some, with those; without a post those that came without it."""
        return ((self._index.of_age(age), comments) for age, comments in self._kept.grouped())

    def unwanted(self) -> Iterator[Item]:
        """In the order of the source."""
        return iter(self._spam)
