"""Comments, which are kept for review by post and never become articles: on disk while a source is read, since there may be millions."""

from __future__ import annotations

import pickle
import sqlite3
import tempfile
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from .model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Item

NOT_SHOWN = frozenset([Status.SPAM, Status.TRASHED])


class Shelf:
    """Comments in the order in which they come, given back by post."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.number = self.spam = 0
        database.execute("CREATE TABLE comments (n INTEGER PRIMARY KEY, parent TEXT, is_spam INTEGER, item BLOB)")

    def add(self, comment: Item) -> None:
        is_spam = comment.status in NOT_SHOWN
        self.number, self.spam = self.number + 1, self.spam + is_spam
        row = (comment.parent, is_spam, pickle.dumps(comment))
        self._database.execute("INSERT INTO comments (parent, is_spam, item) VALUES (?, ?, ?)", row)

    def by_post(self) -> Iterator[tuple[str, list[Item]]]:
        """The post's id, and its comments; by id, then in the order of the source."""
        rows = self._database.execute("SELECT parent, item FROM comments WHERE NOT is_spam ORDER BY parent, n")
        for parent, found in groupby(rows, key=lambda row: str(row[0])):
            yield parent, [_item(blob) for _, blob in found]

    def unwanted(self) -> Iterator[Item]:
        yield from (_item(blob) for (blob,) in self._database.execute("SELECT item FROM comments WHERE is_spam ORDER BY n"))


@contextmanager
def shelf() -> Iterator[Shelf]:
    """An empty shelf, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="import-") as folder:
        database = sqlite3.connect(Path(folder, "comments"), isolation_level=None)
        try:
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            yield Shelf(database)
        finally:
            database.close()


def _item(blob: bytes) -> Item:
    item: Item = pickle.loads(blob)  # noqa: S301  (what this process has put there)
    return item
