"""What one sentence is about, on its own: contact, comments, a question to the reader, or just text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..folding import fold
from .data import Data, data_in, is_own_site, is_profile
from .kinds import Kind
from .networks import NAMES
from .questions import kept_question, question_kind, says
from .sentences import BREAK, PICTURE
from .words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 400
"""Of a sentence, in characters. A longer one says more than how to reach somebody, so it stays."""

_LABELS = re.compile(
    r"\b(?:e-?mail|mail|phone|telephone|tele?|telefon|telefono|telefone|mobile?|mob|cell|fax|office"
    r"|direct|web ?(?:site|seite)?|site|homepage|blog|url"
    r"|website|twitter|skype|follow|find|connect|contact|kontakt|contacto|contato|courriel|correo|me|us|my|mich|mir|on|with|at|at:|via|or|and|und|oder|et|ou|y|o|e|in"
    r"|no|en|sur|auf|profile|profil|perfil|page|p|m|t|w|f|ph|handy|fon|portable|movil|celular|telemovel|address|x|the|social(?: media)?)\b"
)
_QUOTED = re.compile(r"^\W*[\"“„«»‹].*[\"”“»«›]\W*$", re.DOTALL)
_POSTSCRIPT = re.compile(r"^\W*p\.? ?(?:p\.? ?)?s\b\.?\W*")
_NO_NAMES = frozenset(
    ("The", "Der", "Die", "Das", "Le", "La", "Les", "El", "Los", "Las", "Os", "As", "Team", "Blog", "Company", "Inc.", "Ltd.")
)
_SYSTEMS = re.compile(r"\b(?:blogger|wordpress)\b")
_OF_AUTHOR = re.compile(r"(?<=\s)(?:her|him)\b")
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence's kind, the data in it, and of one that goes the question in it that is worth keeping."""

    kind: Kind
    data: Data = field(default_factory=Data)
    ask: str = ""
    sponsor: str = ""


class Judge:
    """Knows the author's name and language. What it is asked about is one sentence with the links in it."""

    def __init__(self, author: str, language: str) -> None:
        self.language = language
        parts = author.split()
        names = [re.escape(name) for name in dict.fromkeys((" ".join(parts), *parts[:1], *parts[-1:])) if _is_name(name)]
        self._author = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None

    def is_about_author(self, text: str) -> bool:
        """Whether a paragraph speaks of the author by name, so that `she` or `he` in it is nobody else."""
        return bool(self._author and self._author.match(text[:200].lstrip()))

    def judged(self, text: str, links: tuple[tuple[str, str], ...], *, of_author: bool = False) -> Judged:
        """Of a sentence that is long, or somebody else's, only that."""
        if not text.strip(f" \n\t{BREAK}"):
            return Judged(Kind.TEXT)
        if len(text) > LONGEST or (_QUOTED.match(text) and not links):
            return Judged(Kind.TEXT)
        if text.startswith(PICTURE):
            return self._picture(links)
        data = data_in(text, links, self.language)
        plain = _OF_AUTHOR.sub("me", self._plain(text)) if of_author else self._plain(text)
        kind = self._kind(plain, data, text, links)
        ask = kept_question(text) if kind in {Kind.COMMENTS, Kind.REACH} else ""
        return Judged(kind, data, ask, sponsor_of(text) if kind is Kind.SPONSOR else "")

    def _plain(self, text: str) -> str:
        """The sentence as it is compared, in the author's first person."""
        own = self._author.sub("me", text) if self._author else text
        return _POSTSCRIPT.sub("", fold(own).replace(BREAK, " ")).strip()

    def _picture(self, links: tuple[tuple[str, str], ...]) -> Judged:
        profiles = tuple(href for href, _ in links if is_profile(href))
        return Judged(Kind.DATA, Data(profiles=profiles)) if profiles else Judged(Kind.PICTURE)

    def _kind(self, plain: str, data: Data, text: str, links: tuple[tuple[str, str], ...]) -> Kind:
        known = bool(NAMES.search(plain)) or any(map(is_profile, data.profiles)) or bool(data.profiles and "@" in text)
        rules: tuple[tuple[Kind, Callable[[], bool]], ...] = (
            (Kind.COMMENTS, lambda: says("comments", plain)),
            (Kind.SPONSOR, lambda: says("sponsor", plain) and _SYSTEMS.search(plain) is None),
            (Kind.DATA, lambda: _is_only_data(data, links)),
            (Kind.FOLLOW, lambda: known and says("follow", plain)),
            (Kind.SUBSCRIBE, lambda: says("subscribe", plain)),
            (Kind.REACH, lambda: says("reach", plain) or (_leads_to_somebody(data) and says("reach_at", plain))),
        )
        return next((kind for kind, applies in rules if applies()), None) or self._question(plain, data, text)

    def _question(self, plain: str, data: Data, text: str) -> Kind:
        bare = plain.strip(" .!?:;,-–()…¿¡")
        if any(language.prelude.fullmatch(bare) for language in LANGUAGES.values()):
            return Kind.PRELUDE
        if any(language.call.fullmatch(bare) for language in LANGUAGES.values()):
            return Kind.CALL
        if says("in_comments", plain):
            return Kind.COMMENTS
        if asks := question_kind(text):
            return asks
        return Kind.UNCLEAR if data.emails or data.phones else Kind.TEXT


def _is_name(word: str) -> bool:
    """A blog's author may be called `The Stair People`, or `admin`."""
    return len(word) > 1 and word[0].isupper() and word not in _NO_NAMES


def _leads_to_somebody(data: Data) -> bool:
    """An address of somebody's, rather than one of a text that tells more of the matter."""
    return bool(data.emails or data.phones or any(is_profile(url) or is_own_site(url) for url in data.profiles))


def _is_only_data(data: Data, links: tuple[tuple[str, str], ...]) -> bool:
    """A line that has nothing but addresses and what they are called."""
    if not data or _WORD.search(NAMES.sub(" ", _LABELS.sub(" ", NAMES.sub(" ", data.rest)))):
        return False
    labelled = bool(_LABELS.search(data.rest) or NAMES.search(data.rest))
    known = any(map(is_profile, data.profiles))
    return bool(data.emails or data.phones or known or (labelled and all(map(is_own_site, data.profiles)) and not links))


def sponsor_of(text: str) -> str:
    """Whom a line such as `This post is offered by Lee & Sons.` names; empty if it names nobody."""
    plain = fold(text)
    for language in LANGUAGES.values():
        if found := language.sponsor.search(plain.lstrip()):
            return text.lstrip()[found.end() :].replace(BREAK, " ").strip(" \n\t.:–—-()")
    return ""


def is_postscript(text: str) -> bool:
    return bool(_POSTSCRIPT.match(fold(text)))
