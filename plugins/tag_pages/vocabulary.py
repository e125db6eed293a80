"""From the names in articles to terms: one name and one address for everything that is the same.

Two spellings are one term if they differ in capitals, accents, composed letters or blanks only (`name_key`), or if a tag's file claims
both: by its Title, among its Aliases, or by the file's own name. A term without a file bears the spelling that most articles use; of two
that are used alike, the one that comes first in Unicode's order. None of it depends on the order in which articles are read.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .names import name_key, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .model import TagFile

TITLE, ALIAS, STEM = range(3)
"""How a file may claim a name, the strongest first."""


@dataclass(frozen=True, slots=True)
class Term:
    """A canonical name with its slug, which is empty where no address can be made of the name."""

    name: str
    slug: str
    file: TagFile | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A file wants a name to lead to its tag."""

    how: int
    file: TagFile
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms by the keys of the names that lead to them."""

    by_key: Mapping[str, Term] = field(repr=False)
    spellings: Mapping[str, tuple[str, ...]] = field(repr=False)
    """By key, the spellings in articles; the most used one first."""

    def term(self, name: str) -> Term:
        """The term of a name that was among the spellings or is in a file; KeyError for any other."""
        return self.by_key[name_key(name)]

    def terms(self) -> tuple[Term, ...]:
        """Each term once, by slug and name."""
        return tuple(sorted(set(self.by_key.values()), key=lambda term: (term.slug, term.name)))


def vocabulary(spellings: Mapping[str, int], files: Iterable[TagFile], slug_of: Callable[[str], str]) -> Vocabulary:
    """The vocabulary of a site: `spellings` says how often each name stands in articles, `slug_of` makes a slug as Pelican does."""
    by_key = {key: Term(first.file.name, first.file.slug, first.file) for key, (first, *_) in claims_of(files).items()}
    variants = _variants(spellings)
    for key, names in variants.items():
        if key not in by_key:
            by_key[key] = Term(names[0], slug_of(names[0]))
    return Vocabulary(by_key, variants)


def claims_of(files: Iterable[TagFile]) -> dict[str, tuple[Claim, ...]]:
    """By the key of each name the claims of files on it, the one that counts first."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for file in one_per_title(files):
        for claim in _claims(file):
            found[name_key(claim.name)].append(claim)
    return {key: tuple(sorted(claims, key=lambda claim: (claim.how, claim.file.path))) for key, claims in found.items() if key}


def one_per_title(files: Iterable[TagFile]) -> tuple[TagFile, ...]:
    """Files without those whose Title is that of a file before it (by path): nothing could lead to their tag."""
    return tuple({name_key(file.name): file for file in sorted(files, key=lambda file: file.path, reverse=True)}.values())


def _claims(file: TagFile) -> Iterator[Claim]:
    yield Claim(TITLE, file, file.name, file.title_line)
    yield from (Claim(ALIAS, file, alias.name, alias.line) for alias in file.aliases)
    yield Claim(STEM, file, file.slug, 1)


def _variants(spellings: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    uses: dict[str, int] = defaultdict(int)
    for name, count in spellings.items():
        uses[shown(name)] += count
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in sorted(uses, key=lambda name: (-uses[name], name)):
        by_key[name_key(name)].append(name)
    return {key: tuple(names) for key, names in by_key.items()}
