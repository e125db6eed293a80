"""UTF-8 that was read as a code page of one byte a character, `donâ€™t`, `andĀ then`, once or twice over, is read again.

Looked at are only sequences that would be one character of UTF-8. Some of them occur in sound text as well, `„Ä“`, `CAFÉ…`; they are
changed only where the rest of the text proves the accident and nothing in it speaks against. Everything else of a text stays as it is,
which is why ftfy, whose code pages are used, is not let loose on the whole of it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy code pages)

from .model import Action, Note

ROUNDS = 4
"""Twice over, and by two code pages."""
MAX_SHOWN = 300

_PAGES = {
    "Windows-1252": "sloppy-windows-1252",
    "Windows-1257": "sloppy-windows-1257",
    "ISO 8859-1": "iso8859-1",
    "ISO 8859-13": "iso8859-13",
}
"""The sloppy ones let undefined bytes pass, as browsers do."""

_LATIN = re.compile("[\u0080-\u017f\u0192\u0218-\u021b\u02c6-\u02dd]")
"""Letters, and the marks of the code pages, which are what becomes of letters when it happens twice."""
_SCRIPTS = re.compile("[\u0300-\u036f\u0370-\u0481\u048a-\u04ff\u05d0-\u05ea\u0600-\u06ff]")
"""Combining marks, Greek, Cyrillic, Hebrew, Arabic."""
_ALONE = re.compile("[\u0300-\u03ff]")
"""Of these one may stand alone: π, and an accent that follows its letter."""

_QUOTES = frozenset("‘’‚“”„‹›«»…–—•´")
_AFTER_CAPITALS = _QUOTES | frozenset("\xa0\xad™®©°¹²³†‡")
"""What follows a capital letter in sound text: `CAFÉ®`, a no-break space behind a word in capitals."""
_OPENING = frozenset("‘‚“„")
_LONE_CAPITALS = frozenset("ÄÅÖÜÉ")
"""Letters that stand alone in sound text: a village is called Å."""

_LOST_QUOTE = re.compile(r"[âā]€(?:[\x81\x8d\x8f\x90\x98\x9c\x9d\ufffd]|\?(?=[\s.,;:<]|$)|(?=[\s\w.,;:!?)<]|$))")
"""Windows-1252 has no character for the last byte of ”, Windows-1257 none for that of “ and ‘: it went missing."""
_LOST_SPACE = re.compile(r"(?<=[a-z.,;:!?)’”…])[ĀÂ](?: (?=[ A-Za-z])|(?=&nbsp;|&#160;))|(?<![^\s>])[ĀÂ](?=&nbsp;|&#160;)")
"""The second half of a no-break space became a blank or a reference."""
_LOST_GRAVE = re.compile("(?<=[a-z ])Ã(?:&nbsp;|&#160;| )(?=[ A-Za-z])")
"""`voilÃ `, likewise of à."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A sequence and the character it would be; sound text does not have a sure one."""

    start: int
    end: int
    meant: str
    is_sure: bool


def repaired(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text as it was written, and a note on what had become of it for each time that it had happened."""
    notes: list[Note] = []
    for _ in range(ROUNDS):
        if text.isascii():
            break
        page, hits = max(((page, _hits(text, page)) for page in _PAGES), key=lambda found: _covered(found[1]))
        if not any(hit.is_sure for hit in hits):
            break
        hits = hits if _is_all_damaged(text, hits) else [hit for hit in hits if hit.is_sure]
        notes.append(_note(f"UTF-8 had been read as {page}", [text[hit.start : hit.end] for hit in hits]))
        text = _replaced(text, hits)
    text, lost = _with_lost(text)
    return text, (*notes, *lost)


def _note(what: str, found: list[str]) -> Note:
    return Note(Action.CHANGED, "encoding-repaired", what, " ".join(dict.fromkeys(found))[:MAX_SHOWN])


def _covered(hits: list[_Hit]) -> int:
    return sum(hit.end - hit.start for hit in hits)


def _is_all_damaged(text: str, hits: list[_Hit]) -> bool:
    """Whether no character beyond ASCII stands outside of what would be changed."""
    return _covered(hits) == sum(not character.isascii() for character in text)


def _replaced(text: str, hits: list[_Hit]) -> str:
    parts, at = [], 0
    for hit in hits:
        parts += [text[at : hit.start], hit.meant]
        at = hit.end
    return "".join([*parts, text[at:]])


def _with_lost(text: str) -> tuple[str, tuple[Note, ...]]:
    """What a code page could not show was replaced or dropped, and is guessed from what is around it."""
    found: list[str] = []

    def guessed(meant: str) -> str:
        found.append(match[0])
        return meant

    parts, at = [], 0
    for match in sorted((m for rule in (_LOST_QUOTE, _LOST_SPACE, _LOST_GRAVE) for m in rule.finditer(text)), key=lambda m: m.start()):
        if match.start() >= at:
            parts += [text[at : match.start()], guessed(_guess(match))]
            at = match.end()
    return "".join([*parts, text[at:]]), (_note("a part of it was lost, and is guessed", found),) if found else ()


def _guess(match: re.Match[str]) -> str:
    following = match.string[match.end() : match.end() + 1]
    if match.re is _LOST_QUOTE:
        return "“" if following.isalnum() else "”"
    blank = "" if following in (" ", "&") else " "
    return "à" + blank if match.re is _LOST_GRAVE else blank


def _hits(text: str, page: str) -> list[_Hit]:
    """All sequences that would be a character that people write, in order; of other scripts only several in a row are sure."""
    codec = _PAGES[page]
    hits = [hit for match in _sequences(codec).finditer(text) if (hit := _hit(match, codec))]
    starts, ends = {hit.start for hit in hits}, {hit.end for hit in hits}
    return [hit if _may_be_alone(hit) or hit.start in ends or hit.end in starts else _doubted(hit) for hit in hits]


def _may_be_alone(hit: _Hit) -> bool:
    return not _SCRIPTS.match(hit.meant) or bool(_ALONE.match(hit.meant))


def _doubted(hit: _Hit) -> _Hit:
    return _Hit(hit.start, hit.end, hit.meant, is_sure=False)


@cache
def _sequences(codec: str) -> re.Pattern[str]:
    """Characters in whose places a code page shows the bytes of one character of UTF-8 (RFC 3629 §4)."""
    followers = _class(codec, 0x80, 0xC0)
    leads = {2: _class(codec, 0xC2, 0xE0), 3: _class(codec, 0xE0, 0xF0), 4: _class(codec, 0xF0, 0xF5)}
    return re.compile("|".join(f"{lead}{followers}{{{length - 1}}}" for length, lead in leads.items()))


def _class(codec: str, first: int, end: int) -> str:
    return "[" + re.escape(bytes(range(first, end)).decode(codec)) + "]"


def _hit(match: re.Match[str], codec: str) -> _Hit | None:
    try:
        meant = match[0].encode(codec).decode("utf-8")
    except UnicodeError:
        return None
    if len(match[0]) == 2 and not (_LATIN.match(meant) or _SCRIPTS.match(meant)):
        return None
    if unicodedata.category(meant) in ("Cn", "Co"):
        return None
    return _Hit(match.start(), match.end(), meant, _is_sure(match, meant))


def _is_sure(match: re.Match[str], meant: str) -> bool:
    """By what follows the capital or accented letter that the first byte became, and what stands around."""
    followers = match[0][1:]
    if meant < "\xa0":  # a control character, as it comes out when this happened twice
        return followers < "\xa0"
    if len(followers) > 1:
        return not _AFTER_CAPITALS.issuperset(followers)
    if followers not in _AFTER_CAPITALS and not followers.isalpha():
        return True
    before, after = match.string[max(match.start() - 1, 0) : match.start()], match.string[match.end() : match.end() + 1]
    if before.islower() or before.isupper() or not _LATIN.match(meant):
        return before.islower() and bool(_LATIN.match(meant))
    if followers in _QUOTES:
        return followers in _OPENING and followers != "‘" and after.islower()
    return match[0] not in {letter + "\xa0" for letter in _LONE_CAPITALS}
