"""Reads one block of text: is all of it furniture, how surely, and what does it say of the post?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..folding import fold, squeezed
from . import dates
from .phrases import ANY_PHRASE, ANY_PREFIX, LISTED, PHRASES, PREFIXES, VALUE, Kind, Level, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 700
"""No furniture that consists of words is longer; whatever is, is not read at all."""

_BETWEEN = re.compile(r"[\s|•·/,;:–—\-»«›‹()\[\]*#~←→<>\"'.!¶§✎@&+=▶►▼▾↓↑△Δ…]+")
_GLUED = re.compile(r"(?<=[a-zß-ÿ!)])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")  # `Email ThisBlogThis!Share to X`
_PART = re.compile(r"(?:[^|•·@—–/-]|(?<! )[-/]|[-/](?! ))+")
_PARTICLES = frozenset("de la le du des von van der den zu da do dos das di del y e et und and the & st of".split())  # noqa: SIM905  (prose, as it is read)
_NAME_AT = re.compile(r"([^|•·—@:]{2,40}?) @ (?=\d)")  # WordPress until 2005: `Ann Lee @ 5:17 pm`
_AT = re.compile(r"(?:at|um|a las|a la/s|a la\(s\)|as|a|alle|om|op|kl\.?|o|on|en|@)?\s?(?=\d)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One phrase in a block. `value` is what a phrase with something behind it says: a name, or a list."""

    rule: str
    level: Level
    kind: Kind
    end: int
    value: str = ""
    stamp: dates.Stamp | None = None
    clock: dates.Clock | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A block that holds nothing but furniture."""

    pieces: tuple[Piece, ...]
    level: Level
    rule: str
    kind: Kind

    def of(self, kind: Kind) -> Iterator[Piece]:
        return (piece for piece in self.pieces if piece.kind == kind)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    folded: str
    is_link: bool
    hint: dates.Hint


def read(text: str, *, is_link: bool = False, hint: dates.Hint = dates.NO_HINT) -> Reading | None:
    """What a block with this text says, None if any of it may be the author's. `is_link`: all of it is within links."""
    if len(text) > LONGEST:
        return None
    text = squeezed(text)
    found = _read(text, is_link=is_link, hint=hint)
    if found is None and (apart := _GLUED.sub(" ", text)) != text:
        found = _read(apart, is_link=is_link, hint=hint)
    return found


def _read(text: str, *, is_link: bool, hint: dates.Hint) -> Reading | None:
    line = _Line(text, fold(text), is_link, hint)
    pieces: list[Piece] = []
    unknown, at = 0, 0
    while (at := _skipped(line, at)) < len(text):
        piece = _piece(line, at)
        if piece is None:
            part = _unknown_part(line, at)
            if part is None:
                return None
            unknown, at = unknown + 1, part
            continue
        pieces.append(piece)
        at = piece.end
    return _judged(pieces, unknown, is_link=is_link)


def _skipped(line: _Line, at: int) -> int:
    found = _BETWEEN.match(line.folded, at)
    return found.end() if found else at


def _judged(pieces: list[Piece], unknown: int, *, is_link: bool) -> Reading | None:
    if not pieces:
        return None
    best = max(pieces, key=lambda piece: piece.level)
    dated = any(piece.kind in {Kind.AUTHOR, Kind.DATE, Kind.UPDATED} for piece in pieces)
    if best.level == Level.BESIDE or (unknown and not (dated and unknown <= len(pieces))):
        return None
    level = Level.SMALL if unknown and len(pieces) == 1 and not _is_moment(best) else best.level
    if is_link or len(pieces) > 2:
        level = max(level, Level.EDGE)
        if not unknown and best.level >= Level.EDGE and len(pieces) > 2:
            level = Level.ANYWHERE
    kinds = {piece.kind for piece in pieces}
    return Reading(tuple(pieces), Level(level), best.rule, best.kind if len(kinds) == 1 else Kind.PLAIN)


def _is_moment(piece: Piece) -> bool:
    """A date with its time says enough beside words that nobody knows."""
    return piece.stamp is not None and piece.stamp.has_time


def _piece(line: _Line, at: int) -> Piece | None:
    """The longest phrase that begins here; `In Twitter freigeben` is no category."""
    found = [piece for piece in (*_plain(line, at), *_with_value(line, at), *_moment(line, at)) if piece.end > at]
    sure = any(piece.level >= Level.EDGE and piece.kind == Kind.PLAIN for piece in found)
    return max(found, key=lambda piece: (sure <= (piece.level > Level.BESIDE), piece.end, piece.level), default=None)


def _plain(line: _Line, at: int) -> Iterator[Piece]:
    if not ANY_PHRASE.match(line.folded, at):
        return
    for phrase in PHRASES:
        found = phrase.pattern.match(line.folded, at)
        if found and (line.is_link or not phrase.needs_link) and not _is_unnamed(phrase, found, line.text):
            yield Piece(phrase.rule, phrase.level, phrase.kind, found.end(), line.text[at : found.end()])


def _is_unnamed(phrase: Phrase, found: re.Match[str], text: str) -> bool:
    """`Powered by coffee` names nobody: firms and programs begin with a capital letter."""
    if phrase.rule not in {"furniture-footer", "furniture-sponsor"} or not found.groupdict().get("name"):
        return False
    return text[found.start("name")].islower() or len(found["name"].split()) > 6


def _moment(line: _Line, at: int) -> Iterator[Piece]:
    if stamp := dates.match(line.folded, at, line.hint):
        yield Piece("furniture-dateline", Level.EDGE, Kind.DATE, stamp.end, stamp=stamp)
    start = _AT.match(line.folded, at)
    if start and (clock := dates.match_time(line.folded, start.end())):
        yield Piece("furniture-dateline", Level.BESIDE, Kind.DATE, clock.end, clock=clock)


def _with_value(line: _Line, at: int) -> Iterator[Piece]:
    if (found := _NAME_AT.match(line.folded, at)) and is_name(name := line.text[at : found.end(1)]):
        yield Piece("furniture-byline", Level.EDGE, Kind.AUTHOR, found.end(), name)
    if not ANY_PREFIX.match(line.folded, at):
        return
    for phrase in PREFIXES:
        if found := phrase.pattern.match(line.folded, at):
            piece = _dated(phrase, line, found.end()) if phrase.kind in {Kind.DATE, Kind.UPDATED} else _valued(phrase, line, found.end())
            if piece:
                yield piece


def byline(text: str, hint: dates.Hint = dates.NO_HINT) -> Reading | None:
    """`By Ann Lee`, which says enough beside a title and a date, and nowhere else."""
    line = _Line(text := squeezed(text), fold(text), is_link=False, hint=hint)
    found = [piece for piece in _with_value(line, 0) if piece.kind == Kind.AUTHOR and piece.end == len(text) and piece.value[:1].isupper()]
    return Reading((found[0],), Level.SMALL, found[0].rule, Kind.AUTHOR) if found and len(text) < 60 else None


def _dated(phrase: Phrase, line: _Line, at: int) -> Piece | None:
    best = max(_moment(line, at), key=lambda piece: piece.end, default=None)
    return Piece(phrase.rule, phrase.level, phrase.kind, best.end, stamp=best.stamp, clock=best.clock) if best else None


def _valued(phrase: Phrase, line: _Line, at: int) -> Piece | None:
    found = (VALUE if phrase.kind == Kind.AUTHOR else LISTED).match(line.folded, at)
    if not found:
        return None
    value = line.text[at : found.end()].strip(" ,;:")
    if phrase.kind == Kind.AUTHOR:
        return Piece(phrase.rule, phrase.level, phrase.kind, found.end(), value) if is_name(value) else None
    names = listed(value)
    if not names or any(len(name.split()) > 5 or not any(map(str.isalpha, name)) for name in names):
        return None
    has_colon = ":" in line.folded[max(0, at - 3) : at]
    level = phrase.level if has_colon or all(name[:1].isupper() for name in names) else min(phrase.level, Level.SMALL)
    return Piece(phrase.rule, level, phrase.kind, found.end(), value)


def listed(value: str) -> tuple[str, ...]:
    """The names of `Sales, Trust and more`, in which only commas part."""
    return tuple(dict.fromkeys(name for part in re.split(r"[,;]", value) if (name := part.strip(" .#\"'“”"))))


def is_name(value: str) -> bool:
    """Could somebody be called so? One word, or a few of which all but particles begin with a capital letter."""
    words = value.split()
    if not 0 < len(words) <= 5 or len(value) > 60 or not any(map(str.isalpha, value)):
        return False
    return len(words) == 1 or all(word[0].isupper() or word.lower() in _PARTICLES or not word[0].isalpha() for word in words)


def _unknown_part(line: _Line, at: int) -> int | None:
    """The end of a few words that signs such as `|` set apart: in a line with a date, a name or a category."""
    found = _PART.match(line.folded, at)
    if not found or len(found[0].split()) > 5 or (at == 0 and found.end() == len(line.folded)):
        return None
    apart = at == 0 or line.folded[:at].rstrip()[-1:] in "|•·—–/->»~"
    return found.end() if apart else None
