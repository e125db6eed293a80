"""Which lines of a post are furniture: by what they say, and by where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ..folding import fold
from . import dates, linked
from .phrases import Kind, Level
from .words_comments import SAYS
from .words_site import ABOUT_AUTHOR

if TYPE_CHECKING:
    from .lines import Line

SAYS_LINE = re.compile(rf"(.{{1,60}}?)\s?(?:{'|'.join(SAYS)})\b(?:\.\.\.|…| ?:| on\b.*| am\b.*| at\b.*)?,?")
_SHORT, _LOOK_AHEAD = 90, 12
_SENTENCE = re.compile(r"[.,;:!?…][\"'”’»)]?$")
_ABOUT_AUTHOR = re.compile("|".join(chain.from_iterable(ABOUT_AUTHOR.values())))
_BIO, _BIO_LENGTH = 5, 600


@dataclass(frozen=True, slots=True)
class Chosen:
    """The places of all lines that are furniture, in order; those from `below` on are not about the post, but comments or links."""

    places: tuple[int, ...]
    below: int


def chosen(lines: list[Line]) -> Chosen:
    """Which lines are furniture."""
    places = {place for place, line in enumerate(lines) if line.level >= Level.ANYWHERE}
    head = _without_diary(_head(lines), lines)
    places.update(head)
    below = min(_cut(lines, set(head)), _about_author(lines))
    places.update(range(below, len(lines)))
    tail, listed = _tail(lines[:below], bare=below == len(lines) and not places - set(head))
    places.update(tail)
    return Chosen(tuple(sorted(places)), min(below, listed))


def _without_diary(head: list[int], lines: list[Line]) -> list[int]:
    """Where dates stand between the author's paragraphs, the one above the first of them is the author's as well."""
    last = max((place for place, line in enumerate(lines) if line.level < Level.SMALL), default=0)
    between = any(lines[place].is_date for place in range(head[-1] + 1, last)) if head else False
    return [place for place in head if not (between and lines[place].is_date)]


def title_place(lines: list[Line]) -> int | None:
    """Where a post's title stands when its dateline or byline came along: beside them, at the beginning."""
    head = _head(lines)
    if not head:
        return None
    for place in range(head[-1] + 2):
        if place < len(lines) and place not in head and _may_be_title(lines, place):
            return place
    return None


def _head(lines: list[Line]) -> list[int]:
    """Furniture before the first line of the author's; one heading, pictures and signs that part may stand between."""
    found: list[int] = []
    seen_heading = False
    for place, line in enumerate(lines):
        if line.level >= Level.SMALL:
            found += [*_signs_above(lines, place), place]
        elif not any(map(str.isalnum, line.segment.text)):
            continue
        elif not seen_heading and _may_be_title(lines, place):
            seen_heading = True
        else:
            break
    return found if any(lines[place].level >= Level.EDGE for place in found) else []


def _signs_above(lines: list[Line], place: int) -> range:
    """Lines of nothing but a dash or a dot, which part a line of furniture from what stands above it."""
    first = place
    while first and (above := lines[first - 1].segment).text and not any(map(str.isalnum, above.text)) and not above.has_media:
        first -= 1
    return range(first, place)


def _may_be_title(lines: list[Line], place: int) -> bool:
    """A heading, or a short bold line right above what says when or by whom."""
    if place >= len(lines) - 1:
        return False
    return lines[place].segment.is_heading or (lines[place].segment.is_bold and lines[place + 1].level >= Level.EDGE)


def _cut(lines: list[Line], head: set[int]) -> int:
    """From where on everything is furniture: a heading above comments, or above links, and what follows looks so."""
    first = next((place for place, line in enumerate(lines) if line.level < Level.SMALL and not line.segment.is_heading), len(lines))
    margin = _margin(lines)
    for place in range(first, len(lines)):
        reading = lines[place].reading
        if reading is None or place in head:
            continue
        if reading.kind == Kind.COMMENTS and _are_comments(lines[place + 1 : place + 1 + _LOOK_AHEAD]):
            return place
        if reading.kind == Kind.LINKS and margin <= place < len(lines) - 1:
            addresses = [address for each in lines[place:] for address in each.segment.addresses()]
            return len(lines) if linked.are_elsewhere(addresses) else place
    return len(lines)


def _about_author(lines: list[Line]) -> int:
    """From where on a few words about the author end the page, below a line that announces them and with no address among them."""
    for place in range(max(1, len(lines) - _BIO), len(lines) - 1):
        line, after = lines[place], [each.segment for each in lines[place + 1 :]]
        announced = line.segment.is_heading or line.segment.is_bold
        if announced and _ABOUT_AUTHOR.fullmatch(fold(line.segment.text)) and sum(len(each.text) for each in after) < _BIO_LENGTH:
            return len(lines) if any(each.is_heading or "@" in each.text for each in after) else place
    return len(lines)


def _margin(lines: list[Line]) -> int:
    """From where on there are only furniture, links and images."""
    place = len(lines)
    while place and _is_margin(lines[place - 1]):
        place -= 1
    return place


def _are_comments(lines: list[Line]) -> bool:
    """Somebody says something, with a date or a name before it; or all is furniture."""
    if not lines:
        return False
    if all(line.level >= Level.SMALL or line.segment.is_link for line in lines):
        return True
    return any(_opens_comment(line) for line in lines[:3]) or any(_opens_comment(line) and line.level >= 0 for line in lines)


def _opens_comment(line: Line) -> bool:
    words = fold(line.segment.words)
    if len(words) > _SHORT:
        return False
    if line.reading and any(True for _ in line.reading.of(Kind.DATE)):
        return True
    stamp = dates.find(words)
    is_box = line.reading is not None and line.level >= Level.ANYWHERE and line.reading.rule != "furniture-share"
    return bool(SAYS_LINE.fullmatch(words)) or (stamp is not None and stamp.has_time) or is_box


def _is_margin(line: Line) -> bool:
    return line.level >= Level.SMALL or line.segment.is_link or (line.segment.has_media and not line.segment.text)


def _tail(lines: list[Line], *, bare: bool) -> tuple[list[int], int]:
    """Furniture after the author's last line, with links between, and where a list of other posts begins in it.

    Alone, a word such as `Home` is the author's.
    """
    found: list[int] = []
    listed = len(lines)
    links: list[int] = []
    place = len(lines) - 1
    while place >= 0:
        line = lines[place]
        if line.level >= Level.SMALL:
            found += [*links, place]
            links = []
        elif line.segment.is_link and found and line.segment.text:
            links.append(place)
        elif found and not line.segment.has_media and (above := _listed_above(lines, place)):
            found += range(above, place + 1)
            place = listed = above
        else:
            break
        place -= 1
    enough = Level.EDGE if bare else Level.SMALL
    return (found, listed) if any(lines[place].level >= enough and not lines[place].is_date for place in found) else ([], len(lines))


def _listed_above(lines: list[Line], last: int) -> int:
    """Where a list of other posts begins that ends at `last` and was copied without its links: `Related`, below a bar for sharing."""
    for place in range(last, max(1, last - _LOOK_AHEAD), -1):
        line = lines[place]
        if line.reading and line.reading.kind == Kind.LINKS:
            return place if lines[place - 1].level >= Level.EDGE else 0
        if line.level < Level.SMALL and (len(line.segment.text) > _SHORT or _SENTENCE.search(line.segment.text)):
            return 0
    return 0
