"""The first lines of a text: dateline, byline and title, in any order, as far as they are there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..folding import fold
from ..furniture import dates
from ..furniture.phrases import Kind, Level
from ..furniture.reading import Piece, Reading, byline, is_name, read
from ..model import Action, Note

if TYPE_CHECKING:
    from ..furniture.finding import Finder

_MOST, _LONGEST = 6, 120
_MENU, _MENU_LINES, _SHORT = 24, 2, 80
_ABOUT = frozenset({"furniture-dateline", "furniture-byline"})
_UNDERLINE = re.compile(r"\s*(?:=|-|~){3,}\s*")
_CALLED = re.compile(r"(?:title|titel|titre|t[ií]tulo|titolo)\s*:\s*(?=\S)", re.IGNORECASE)
_MARKED = re.compile(r"#\s+(?=\S)")
_SENTENCE_END = re.compile(r"(?<![.…])[.;,]$")
_SIGNS = re.compile(r"\s+[/|·•]\s+")
_RULES = {Kind.AUTHOR: "furniture-byline", Kind.CATEGORIES: "furniture-labels", Kind.TAGS: "furniture-labels"}
_SAYING = {Kind.DATE, Kind.AUTHOR, Kind.CATEGORIES, Kind.TAGS}


@dataclass(frozen=True, slots=True)
class Head:
    """The title, empty if there is none; the lines that are left; and notes on what the first lines said."""

    title: str
    rest: tuple[str, ...]
    notes: tuple[Note, ...]


def split_head(lines: list[str], finder: Finder) -> Head:
    """Take the first lines off that say what the text is; `finder` is told what they say of date, author and categories."""
    lines, notes = _without_menu(lines)
    at, title, is_name = 0, "", False
    for _ in range(_MOST):
        at = _next_line(lines, at)
        if at >= len(lines):
            break
        line = lines[at].strip()
        reading = read(line, hint=finder.hint) or _parted(line, finder.hint)
        if reading is None and title:
            reading = byline(line, finder.hint) if any(note.rule in _ABOUT for note in notes) or _is_about(lines, at + 1) else None
            level = Level.SMALL
        else:
            level = Level.EDGE
        if reading and reading.level >= level:
            says = any(piece.kind in _SAYING for piece in reading.pieces)
            finder.add(reading)
            # Blogger's order: the blog's name, the date of the day, the title
            is_name = bool(title) and not lines[at - 1].strip() and all(piece.kind == Kind.DATE for piece in reading.pieces)
            notes.append(Note(Action.TAKEN if says else Action.DROPPED, reading.rule, "a line above the text was taken out", line))
        elif (is_name or not title) and _is_title(lines, at, dated=bool(notes)):
            if is_name:
                notes.append(Note(Action.DROPPED, "text-blog-name", "a line above the date and the title was taken out", title))
                is_name = False
            title = _MARKED.sub("", _CALLED.sub("", line))
            at += bool(at + 1 < len(lines) and _UNDERLINE.fullmatch(lines[at + 1]))
        else:
            break
        at += 1
    return Head(title, tuple(lines[at:]), tuple(notes))


def _parted(line: str, hint: dates.Hint) -> Reading | None:
    """`May 4, 2009 / Ann Lee / Sales`: a date, a name and what the text is filed under, parted by signs."""
    parts = [part.strip() for part in _SIGNS.split(line)]
    stamps = [dates.match(fold(part), hint=hint) for part in parts]
    dated = [stamp for stamp, part in zip(stamps, parts, strict=True) if stamp and stamp.end == len(fold(part))]
    others = [part for stamp, part in zip(stamps, parts, strict=True) if stamp is None]
    if len(dated) != 1 or not 1 <= len(others) == len(parts) - 1 <= 2 or not all(map(_is_called, others)):
        return None
    kinds = (Kind.AUTHOR, Kind.CATEGORIES) if len(others[0].split()) > 1 else (Kind.CATEGORIES, Kind.TAGS)
    said = [Piece(_RULES[kind], Level.EDGE, kind, 0, part) for kind, part in zip(kinds, others, strict=False)]
    when = Piece("furniture-dateline", Level.EDGE, Kind.DATE, 0, stamp=dated[0])
    return Reading((when, *said), Level.EDGE, when.rule, Kind.PLAIN)


def _is_called(part: str) -> bool:
    return is_name(part) and part[:1].isupper()


def _without_menu(lines: list[str]) -> tuple[list[str], list[Note]]:
    """A copy of all of a page begins with the site's name and menu, in short lines: what stands above the title, itself above the date."""
    places = [place for place, line in enumerate(lines[:_MENU]) if line.strip()]
    readings = {place: read(lines[place]) for place in places}
    first = next((place for place in places if (reading := readings[place]) and _says_when(reading)), None)
    above = [place for place in places if first is not None and place < first]
    if any(len(lines[place]) > _SHORT or _SENTENCE_END.search(lines[place].strip()) for place in above):
        return lines, []
    menu = [place for place in above if (reading := readings[place]) and reading.level >= Level.SMALL]
    title = next((place for place in reversed(above) if readings[place] is None and byline(lines[place]) is None), None)
    if title is None or len([place for place in menu if place < title]) < _MENU_LINES:
        return lines, []
    gone = [lines[place].strip() for place in above if place < title]
    return lines[title:], [Note(Action.DROPPED, "furniture-navigation", "the menu above the title was taken out", line) for line in gone]


def _says_when(reading: Reading) -> bool:
    return any(piece.kind == Kind.DATE for piece in reading.pieces)


def _is_about(lines: list[str], at: int) -> bool:
    at = _next_line(lines, at)
    reading = read(lines[at]) if at < len(lines) else None
    return reading is not None and _says_when(reading)


def _next_line(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _is_title(lines: list[str], at: int, *, dated: bool) -> bool:
    """A short line that is no sentence and stands by itself: below it is nothing, a rule, or a line about the post."""
    line, after = lines[at].strip(), [each.strip() for each in lines[at + 1 : at + 2]]
    if _CALLED.match(line) or (after and _UNDERLINE.fullmatch(after[0])):
        return len(line) <= _LONGEST
    if len(line) > _LONGEST or _SENTENCE_END.search(line) or not any(map(str.isalpha, line)) or re.match(r"[>*•-]\s|\d{1,2}[.)]\s", line):
        return False
    if not after or not after[0] or _MARKED.match(line):
        return any(each.strip() for each in lines[at + 1 :])
    reading = read(after[0])
    if (reading and reading.level >= Level.EDGE) or (byline(after[0]) and _is_about(lines, at + 2)):
        return True
    widest = max((len(each) for each in lines[at + 1 : at + 40]), default=0)
    return len(line) < widest * (0.8 if dated else 0.6) and len(after[0]) > len(line) and not after[0][:1].islower()
