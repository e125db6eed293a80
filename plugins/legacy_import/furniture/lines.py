"""The lines of a post with what each says, by its words and those beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..folding import fold
from . import buttons, dates, linked
from .phrases import Kind, Level
from .reading import LONGEST, Piece, Reading, byline, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .segments import Segment

_BYLINES = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A segment with what it says; `reading` is None where the words may be the author's."""

    segment: Segment
    reading: Reading | None

    @property
    def level(self) -> int:
        return self.reading.level if self.reading else -1

    @property
    def is_date(self) -> bool:
        """A date and nothing else, which may be a letter's or a diary's."""
        return self.reading is not None and all(piece.stamp is not None and piece.kind == Kind.DATE for piece in self.reading.pieces)


def read_all(segments: Iterable[Segment], hint: dates.Hint) -> list[Line]:
    """Each line with its reading; what is quoted is the author's whatever it says, and so are links to profiles."""
    lines = [Line(each, None if _is_authors(each) else _read(each, hint)) for each in segments]
    for place, line in enumerate(lines[:_BYLINES]):
        near = lines[max(0, place - 1) : place + 2]
        if line.reading is None and any(_is_dated(each) for each in near) and (reading := byline(line.segment.words, hint)):
            lines[place] = Line(line.segment, reading)
    return lines


def _is_dated(line: Line) -> bool:
    return line.reading is not None and any(True for _ in line.reading.of(Kind.DATE))


def _read(segment: Segment, hint: dates.Hint) -> Reading | None:
    """By where its links lead, by its words, or, in whatever language they are, by a link to the category of the post."""
    if reading := buttons.read(segment) or read(segment.words, is_link=segment.is_link, hint=hint) or buttons.about_post(segment):
        return reading
    if reading := buttons.filed(segment, hint):
        return reading
    categories = segment.categories() if len(segment.words) <= LONGEST else []
    if not categories:
        return None
    pieces = [Piece("furniture-labels", Level.EDGE, Kind.CATEGORIES, 0, ", ".join(categories))]
    if stamp := dates.find(fold(segment.words), hint):
        pieces.append(Piece("furniture-dateline", Level.EDGE, Kind.DATE, stamp.end, stamp=stamp))
    return Reading(tuple(pieces), Level.EDGE, pieces[-1].rule, Kind.PLAIN)


def _is_authors(segment: Segment) -> bool:
    if segment.is_quoted or (segment.has_media and not buttons.is_button(segment)):
        return True
    return segment.is_link and any(linked.is_profile(address) for address in segment.addresses())
