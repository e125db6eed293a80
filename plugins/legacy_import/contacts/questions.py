"""Questions and requests to the reader: which sentence is one, and what of a call for comments is worth keeping as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold
from .data import data_in
from .kinds import Kind
from .sentences import BREAK
from .words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .words import Language

_REPORTED = re.compile(r"\w{2}[^\"“„«?]*[\"“„«][^\"”»“?]*\?\s*[\"”»“]\W*$")
"""A question in quotation marks behind other words: somebody asks it in the text."""
_WORD = re.compile(r"[^\W_]{2,}")


def says(what: str, plain: str) -> bool:
    """Whether a sentence says this in any language, and neither denies it nor tells it of others."""
    return any(_found(getattr(language, what), plain, language) for language in LANGUAGES.values())


def _found(pattern: re.Pattern[str], plain: str, language: Language) -> bool:
    return any(not language.unless.search(plain, 0, match.start()) for match in pattern.finditer(plain))


def question_kind(text: str) -> Kind | None:
    """The kind of a sentence that asks somebody something; None if it does not."""
    plain = fold(text).replace(BREAK, " ")
    if not plain.rstrip(" \"'”»)").endswith("?"):
        return Kind.ASK_OPEN if says("order", plain) else None
    if _REPORTED.search(plain) or any(language.told.match(plain.lstrip()) for language in LANGUAGES.values()):
        return None
    if says("ask_open", plain):
        return Kind.ASK_OPEN
    to_reader = any(language.reader.search(plain) for language in LANGUAGES.values())
    if any(language.rhetorical.search(plain) for language in LANGUAGES.values()):
        return Kind.RHETORICAL if to_reader else None
    if says("ask", plain) or says("order", plain):
        return Kind.ASK
    return Kind.ASK_WEAK if to_reader else None


_CONJUNCTION = re.compile(r"^[\W_]*(?:and|or|but|then|und|oder|ou|o)\s+", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?<=[;–—:])\s|\s(?=[–—-]\s)|,\s+(?=(?:or|and|so|then|please|just|oder|und|ou|et|o|y|e)\s)|(?<=\?)\s|,\s(?=let me know|tell me)"
)


def kept_question(text: str) -> str:
    """What a sentence that goes asks of the reader, without begging for comments and without addresses; empty if nothing."""
    return next(filter(None, map(_worth_keeping, _CLAUSE.split(text))), "")


def _worth_keeping(clause: str) -> str:
    bare = _without_comments(clause)
    plain = fold(bare)
    if says("comments", plain) or says("reach", plain) or says("in_comments", plain) or len(_WORD.findall(bare)) < 3:
        return ""
    if question_kind(bare) not in {Kind.ASK_OPEN, Kind.ASK} or data_in(bare, (), ""):
        return ""
    return finished(_CONJUNCTION.sub("", bare))


def _without_comments(clause: str) -> str:
    for start, end in _phrases(clause):
        clause = f"{clause[:start].rstrip()} {clause[end:].lstrip()}"
    return clause.strip()


def _phrases(clause: str) -> Iterator[tuple[int, int]]:
    plain = fold(clause)
    matches = (match.span() for language in LANGUAGES.values() for match in language.in_comments.finditer(plain))
    return iter(sorted(matches, reverse=True)[:1])


def finished(clause: str) -> str:
    """A clause as a sentence: one line, a capital, a mark at its end."""
    words = " ".join(clause.replace(BREAK, " ").split()).strip(" ,;:–—-(")
    words = words.replace(" .", ".").replace(" !", "!") if not words.endswith(" ?") else words
    at = 1 if words[:1] in "¿¡" else 0
    words = words[:at] + words[at : at + 1].upper() + words[at + 1 :]
    return words if words.endswith(("?", ".", "!", "…")) else f"{words}."
