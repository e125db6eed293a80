"""Which article a subject is about, and which invitation it answers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from .subjects import codes_in, key_of, readings, without_codes, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .articles import Article, Library

# A title that is cut (an address of a letter has at most 2,000 characters, some mail programs cut at 255) keeps more than this.
_ENOUGH_OF_A_TITLE = 60


@dataclass(frozen=True, slots=True)
class Match:
    """The articles that a subject fits, hardly ever more than one, and the kind whose subject it is (empty if it is only a title).

    `is_bare`: the subject is the title and nothing else, which no reply has, but every copy that a mailing list sends out.
    """

    articles: tuple[Article, ...]
    kind: str
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of an invitation's subject before and after the title."""

    kind: str
    before: str
    after: str

    def title_in(self, key: str) -> str | None:
        """What stands between the words; None if they are not there."""
        end = len(key) - len(self.after)
        fits = key.startswith(self.before) and key.endswith(self.after) and len(self.before) < end
        return key[len(self.before) : end].strip() if fits else None

    def beginning_in(self, key: str) -> str | None:
        """What stands after the first words, where the end is missing."""
        return key[len(self.before) :].strip() if key.startswith(self.before) else None


class Matcher:
    """Knows all titles, present and former, and all subjects of invitations."""

    def __init__(self, library: Library, former: Iterable[tuple[str, Article]] = ()) -> None:
        self._by_code = {article.id.upper(): article for article in library.articles if article.id}
        self._by_title = _titles((article.title, article) for article in library.articles)
        for key, articles in _titles(former).items():
            self._by_title.setdefault(key, articles)
        self._sorted = sorted(self._by_title)
        self._subjects = sorted(set(_words(library)), key=lambda it: (-len(it.before + it.after), it.kind))

    def match(self, subject: str) -> Match | None:
        """The article by its reply code, else by its title; None if the subject is about no article."""
        plain = without_codes(subject)
        found = self._by_words(subject) or (self._by_words(plain) if plain != subject else None)
        coded = next((self._by_code[code] for code in codes_in(subject) if code in self._by_code), None)
        if coded is None:
            return found
        return Match((coded,), found.kind if found and coded in found.articles else "")

    def _by_words(self, subject: str) -> Match | None:
        keys = [key for key in map(key_of, readings(subject)) if key]
        whole = (match for at, key in enumerate(keys) for match in self._whole(key, is_first=at == 0))
        cut = (match for key in keys for match in self._cut(key))
        return next(chain(whole, cut), None)

    def _whole(self, key: str, *, is_first: bool) -> Iterator[Match]:
        if key in self._by_title:
            yield Match(self._by_title[key], "", is_bare=is_first)
        for words in self._subjects:
            title = words.title_in(key)
            if title in self._by_title:
                yield Match(self._by_title[title], words.kind)

    def _cut(self, key: str) -> Iterator[Match]:
        yield from (Match(articles, "") for articles in self._beginning_with(key))
        for words in self._subjects:
            title = words.beginning_in(key)
            yield from (Match(articles, words.kind) for articles in self._beginning_with(title or ""))

    def _beginning_with(self, key: str) -> Iterator[tuple[Article, ...]]:
        """The articles of all titles that begin so, as one answer."""
        if len(key) < _ENOUGH_OF_A_TITLE:
            return
        titles = takewhile(lambda title: title.startswith(key), self._sorted[bisect_left(self._sorted, key) :])
        if articles := tuple(dict.fromkeys(chain.from_iterable(self._by_title[title] for title in titles))):
            yield articles


def _titles(pairs: Iterable[tuple[str, Article]]) -> dict[str, tuple[Article, ...]]:
    found: dict[str, tuple[Article, ...]] = {}
    for title, article in pairs:
        key = key_of(title)
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), article)))
    return found


def _words(library: Library) -> Iterator[_Words]:
    """Subjects without a title say nothing about an article."""
    for kind, subject in library.subjects:
        before, title, after = [*readings(subject)][-1].partition("{title}")
        if title:
            yield _Words(kind, words_of(before), words_of(after))
