"""Tags that look like one tag under two names. Each kind of evidence is one that a person would accept:

 * `address`: both have one address (`E-mail`, `E mail`).
 * `letters`: nothing but blanks, hyphens, apostrophes, full stops and the like tells them apart, or `&` from `and` (`Follow-up`,
   `Followup`). `+` and `#` count: `C`, `C++` and `C#` are three tags.
 * `plural`: word by word the same, but for a plural (`Referral`, `Referrals`; `Story`, `Stories`; in German `Empfehlung`, `Empfehlungen`).
   The shorter word has three letters or more, five for endings other than -s.
 * `order`: the same words in another order (`Customer trust`, `Trust, customer`).
 * `typing`: one word differs, by one letter too many, too few, changed, or two that changed places, if it has at least six letters
   under either name; by two of these, if it has ten. The first letter is the same, since there one rarely errs; no digit is touched, so
   that `2024` is not `2025`, nor `Spring 1` `Spring 2`; and one of the tags is thin, since a mistake is rare. `Art` is never `Arc`, nor
   `Meeting` `Melting` where people write about both.

A ratio of likeness takes no part: it calls long names alike that differ in what matters, and short ones that share nothing but a letter.
Names are compared in blocks that share a form, or the beginning of a word, so that 2,000 tags take a fraction of a second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..names import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .model import Tag

WORDS = {
    "address": "they have one address",
    "letters": "the same letters",
    "plural": "one and many",
    "order": "the same words",
    "typing": "a typing mistake?",
}

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?|[+#]+")
_ENDINGS = ("en", "er", "e", "n")  # plurals of German, Dutch and the Scandinavian languages
_GAP = "\0"


@dataclass(frozen=True, slots=True)
class Pair:
    """`less` is probably another name of `more`, which has more articles, else a file, else sorts first."""

    more: Tag
    less: Tag
    kind: str


def alike(tags: Iterable[Tag], thin_below: int) -> tuple[Pair, ...]:
    """For each tag that is less the pair with the strongest evidence, in the order of the names: a few hints mend a group."""
    by_name = sorted(tags, key=lambda tag: (-tag.published - tag.waiting, tag.file is None, tag.name, tag.slug))
    found: dict[Tag, Pair] = {}
    for kind, form in (("address", lambda tag: tag.slug), ("letters", _letters), ("plural", _singular), ("order", _sorted_words)):
        for more, less in _same(by_name, form):
            found.setdefault(less, Pair(more, less, kind))
    for more, less in _mistyped(by_name, thin_below):
        found.setdefault(less, Pair(more, less, "typing"))
    return tuple(
        sorted(found.values(), key=lambda pair: (name_key(pair.more.name), pair.more.name, name_key(pair.less.name), pair.less.name))
    )


def _same(tags: Iterable[Tag], form: Callable[[Tag], str]) -> Iterator[tuple[Tag, Tag]]:
    """In each group of one form the first tag with every other."""
    groups: dict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        if text := form(tag):
            groups[text].append(tag)
    for group in groups.values():
        yield from ((group[0], other) for other in group[1:])


def _words(tag: Tag) -> list[str]:
    return _WORD.findall(name_key(tag.name).replace("&", " and ").replace("'", "").replace("’", ""))


def _letters(tag: Tag) -> str:
    """Not where digits meet that a sign kept apart: `1.2` is not `12`."""
    words = _words(tag)
    return "".join(before + ("." if before[-1:].isdigit() and after[:1].isdigit() else "") for before, after in pairwise([*words, ""]))


def _singular(tag: Tag) -> str:
    return " ".join(map(singular, _words(tag)))


def _sorted_words(tag: Tag) -> str:
    return " ".join(sorted(map(singular, _words(tag))))


def singular(word: str) -> str:
    """A form that a word and its plural share; no word of a language, where an ending is no plural."""
    if not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes")) and len(word) > 4:
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 5), word)


def _mistyped(tags: Iterable[Tag], thin_below: int) -> Iterator[tuple[Tag, Tag]]:
    """Names are laid out with one word left open; those that are alike around the gap are compared by what stands in it."""
    frames: dict[tuple[str, str], dict[str, Tag]] = defaultdict(dict)
    for tag in tags:
        words = _words(tag)
        for at, word in enumerate(words):
            if len(word) >= 6:
                frames[" ".join([*words[:at], _GAP, *words[at + 1 :]]), word[0]].setdefault(word, tag)
    for block in frames.values():
        yield from _near(block, thin_below)


def _near(block: dict[str, Tag], thin_below: int) -> Iterator[tuple[Tag, Tag]]:
    words = list(block)
    for at, word in enumerate(words[:-1]):
        for other, distance, _ in process.extract(word, words[at + 1 :], scorer=OSA.distance, score_cutoff=2, limit=None):
            if min(len(word), len(other)) < (6 if distance == 1 else 10) or _digits(word) != _digits(other):
                continue
            if min(block[word].published, block[other].published) < thin_below:
                yield block[word], block[other]


def _digits(word: str) -> str:
    return "".join(letter for letter in word if not letter.isalpha())
