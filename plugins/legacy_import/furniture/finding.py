"""Collects what furniture says of a post: the first author, date, categories and tags that are named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ..folding import fold
from ..model import Action, Found, Note
from . import dates
from .phrases import Kind, Level
from .reading import LONGEST, Piece, listed, read

if TYPE_CHECKING:
    from .dates import Clock, Hint, Stamp
    from .reading import Reading


@dataclass(slots=True)
class Finder:
    """What has been found so far; the first that says something wins, since it stands nearest to the title."""

    hint: Hint
    title: str = ""
    author: str = ""
    stamp: Stamp | None = None
    clock: Clock | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    doubts: list[Note] = field(default_factory=list)

    def add_words(self, words: str, *, about: bool = False) -> None:
        """Take what a piece of text says, if it is furniture as a whole; `about` the post, a date counts whatever stands around it."""
        if words and (reading := read(words, hint=self.hint)):
            self.add(reading)
        elif about and self.stamp is None and (stamp := dates.find(fold(words[:LONGEST]), self.hint)):
            self._add_date(Piece("furniture-dateline", Level.EDGE, Kind.DATE, stamp.end, stamp=stamp))

    def add(self, reading: Reading) -> None:
        for piece in reading.pieces:
            self._add_piece(piece)

    def _add_piece(self, piece: Piece) -> None:
        if piece.kind == Kind.AUTHOR:
            self.author = self.author or piece.value
        elif piece.kind == Kind.CATEGORIES:
            self.categories = self.categories or listed(piece.value)
        elif piece.kind == Kind.TAGS:
            self.tags = self.tags or listed(piece.value)
        elif piece.kind == Kind.DATE:
            self._add_date(piece)

    def _add_date(self, piece: Piece) -> None:
        self.clock = self.clock or piece.clock
        if piece.stamp and self.stamp and not self.stamp.has_time and piece.stamp.when.date() == self.stamp.when.date():
            self.stamp = replace(piece.stamp, doubtful=False)
        elif piece.stamp and self.stamp is None:
            self.stamp = piece.stamp
            if piece.stamp.doubtful:
                when = piece.stamp.when.date()
                what = f"the date could have day and month the other way round; it was read as {when}"
                self.doubts.append(Note(Action.DOUBTFUL, "furniture-dateline", what, str(when)))

    def found(self) -> Found:
        """A time that stood apart from its date is put beside it; a time without any date is nothing."""
        published = self.stamp.when if self.stamp else None
        has_time = self.stamp is None or self.stamp.has_time
        if published and not has_time and self.clock:
            published, has_time = datetime.combine(published.date(), self.clock.at), True
        return Found(self.title, published, has_time, self.author, self.categories, self.tags)
