"""The tables of words as patterns: which phrase of a site, rather than of its author, begins at a place in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import chain

from ..folding import fold
from . import words_beside as beside
from . import words_buttons as buttons
from . import words_bylines as bylines
from . import words_comment_box as comment_box
from . import words_comments as comments
from . import words_site as site
from .calendar_words import BEFORE, DAYS, MONTHS


class Level(IntEnum):
    """How much a phrase proves when a block holds nothing else."""

    BESIDE = 0
    """Nothing, unless the same block holds more."""
    SMALL = 1
    """Something only beside other furniture, or as a link: `Home`."""
    EDGE = 2
    """Enough at the beginning or the end of a post: `3 comments`."""
    ANYWHERE = 3
    """Enough wherever it stands: `Your email address will not be published`."""


class Kind(IntEnum):
    """What a phrase is to be followed by, or what it begins."""

    PLAIN = 0
    COMMENTS = 1
    """What follows are comments, or the box for them."""
    LINKS = 2
    """What follows is a list of links."""
    AUTHOR = 3
    DATE = 4
    CATEGORIES = 5
    TAGS = 6
    UPDATED = 7


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern over folded text, and what it means where it is found."""

    pattern: re.Pattern[str]
    rule: str
    level: Level
    kind: Kind = Kind.PLAIN
    needs_link: bool = False


_END = r"(?!\w)"
_COUNT = r"(?:\d[\d.,]*k?|one|uno?|une|una|uma?|ein|eine|einen|een|ett|en|jeden)"
_REST, _LINK = r".{0,300}", r"[^|]{0,200}"
_COMMENT = r"(?:comment|kommentar|comentario|reacti|respon|antwort|repons|respuesta|resposta|opmerking|komentarz)"
_DAY_OR_TIME = rf"(?:(?:{'|'.join(map(re.escape, BEFORE))})\s)?(?:{'|'.join(DAYS)}|\d{{1,2}}\b|\d{{4}}\b|{'|'.join(MONTHS)})\b"
_OTHERS = (
    "labels?|tags?|tagged|filed|posted|published|share|email this|e-?mail|permalink|print|edit|leave|categor|in|under|unter|dans|und|"
    "and is|"
    "etiquetas|marcadores|libelles|etichette|etykiety|no|keine|aucun|pas de|nenhum|sem|sin|no hay|nessun|geen|inga|brak|valid|powered|"
    "posted in|view all|at|um|am|a las|with|from|all rights|cancel|by"
)
_STOP = (
    rf"(?=\s*(?:$|[|•·»→(\[]|@\s|(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bst)(?<!\b[a-z])\.(?:\s|$)|"
    rf",?\s{_DAY_OR_TIME}|\s{_COUNT}\s{_COMMENT}|,?\s(?:{_OTHERS})\b|\s[-–—]\s))"
)
_NAME = rf"[^|•·]{{1,80}}?{_STOP}"


def pattern(phrase: str) -> re.Pattern[str]:
    """A phrase of the tables as a pattern that ends with a word."""
    text = (
        fold(phrase)
        .replace("{n}", _COUNT)
        .replace("{name}", f"(?P<name>{_NAME})", 1)
        .replace("{name}", _NAME)
        .replace("{rest}", _REST)
        .replace("{link}", _LINK)
    )
    return re.compile(text + (_END if phrase[-1].isalnum() or phrase[-1] in "?)" else ""))


def _phrases(table: dict[str, tuple[str, ...]], rule: str, level: Level, kind: Kind = Kind.PLAIN) -> list[Phrase]:
    """A phrase that may run on (`(?: {link})?`) becomes two: alone it counts as text, with more only as a link."""
    found = []
    for phrase in chain.from_iterable(table.values()):
        alone = re.sub(r"\(\?:(?: \?: | )\{link\}\)\?", "", phrase)
        found += [Phrase(pattern(each), f"furniture-{rule}", level, kind, "{link}" in each) for each in dict.fromkeys((alone, phrase))]
    return found


PHRASES: tuple[Phrase, ...] = (
    *_phrases(comments.COUNTS, "comments", Level.EDGE, Kind.COMMENTS),
    *(
        replace(phrase, level=Level.SMALL) if phrase.pattern.pattern.removesuffix(_END).isalpha() else phrase
        for phrase in _phrases(comments.HEADINGS, "comments", Level.EDGE, Kind.COMMENTS)
    ),
    *_phrases(comment_box.BOX, "comments", Level.ANYWHERE),
    *_phrases(comment_box.FILTERS, "spam-filter", Level.ANYWHERE),
    *_phrases(buttons.SHARE, "share", Level.EDGE),
    *_phrases(buttons.NAVIGATION, "navigation", Level.EDGE),
    *_phrases(site.SUBSCRIBE, "subscribe", Level.EDGE),
    *_phrases(site.FOOTERS, "footer", Level.EDGE),
    *_phrases(site.COOKIES, "cookies", Level.ANYWHERE),
    *_phrases(site.ADVERTS, "advert", Level.ANYWHERE),
    *(
        replace(phrase, level=Level.EDGE) if " " in phrase.pattern.pattern else phrase
        for phrase in _phrases(site.RELATED, "related", Level.SMALL, Kind.LINKS)
    ),
    *_phrases(site.SPONSORS, "sponsor", Level.EDGE),
    *_phrases(beside.SMALL, "navigation", Level.SMALL),
    *_phrases(site.COPYRIGHT, "footer", Level.EDGE),
)


def _before(table: dict[str, tuple[str, ...]], rule: str, level: Level, kind: Kind) -> list[Phrase]:
    found = (phrase for phrases in table.values() for phrase in phrases)
    return [Phrase(re.compile(fold(phrase)), f"furniture-{rule}", level, kind) for phrase in found]


PREFIXES: tuple[Phrase, ...] = (
    *_before(bylines.AUTHORS, "byline", Level.EDGE, Kind.AUTHOR),
    *_before(bylines.BY, "byline", Level.BESIDE, Kind.AUTHOR),
    *_before(bylines.DATES, "dateline", Level.EDGE, Kind.DATE),
    *_before(bylines.UPDATED, "dateline", Level.EDGE, Kind.UPDATED),
    *_before(bylines.CATEGORIES, "labels", Level.EDGE, Kind.CATEGORIES),
    *_before(bylines.IN, "labels", Level.BESIDE, Kind.CATEGORIES),
    *_before(bylines.TAGS, "labels", Level.EDGE, Kind.TAGS),
)
"""Phrases that say something only with what follows them: a name, a date, or a list."""

VALUE = re.compile(rf"[^|•·]{{1,160}}?{_STOP}")
"""What follows a phrase of `PREFIXES`."""
LISTED = re.compile(
    rf"[^|•·]{{1,300}}?(?=\s*(?:$|[|•·»→(\[]|\.(?:\s|$)|\s{_COUNT}\s{_COMMENT}|\s(?:no comments|comments off|kommentare deaktiviert|"
    r"leave a|and tagged|tagged|filed|posted by|"
    rf"posted on|by|on|par|von|veroffentlicht|share|permalink|bookmark the|edit|labels?:|tags?:|email this|print)\b|\s[-–—]\s))"
)
"""A list of categories or tags, in which `in` is a word."""


def _any(phrases: tuple[Phrase, ...]) -> re.Pattern[str]:
    return re.compile("|".join(phrase.pattern.pattern.replace("?P<name>", "?:") for phrase in phrases))


ANY_PHRASE, ANY_PREFIX = _any(PHRASES), _any(PREFIXES)
"""All at once: most lines of a post begin with none, and need not be compared with each."""
