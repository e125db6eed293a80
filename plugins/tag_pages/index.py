"""All tags in the orders in which a reader may look for one: by letter, and by size."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from .names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Tag

LARGEST, MAIN = 10, 20
OTHERS = "#"
"""Stands for names that begin with a digit or a sign."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An initial and the tags below it, by name."""

    letter: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class TagIndex:
    """`letters` has all tags but the hidden ones; `largest` those with the most articles, none of them thin.

    `main` are so many as a page takes that is about something else: the largest, by name.
    """

    letters: tuple[Letter, ...] = ()
    largest: tuple[Tag, ...] = ()
    main: tuple[Tag, ...] = ()

    @property
    def number(self) -> int:
        return sum(len(letter.tags) for letter in self.letters)


def tag_index(tags: Iterable[Tag]) -> TagIndex:
    """The index of tags that have a page; each with `name` and `info`."""
    shown = sorted((tag for tag in tags if not tag.info.is_hidden), key=_by_name)
    by_size = sorted(shown, key=lambda tag: (-tag.info.count, *_by_name(tag)))
    letters = tuple(Letter(initial, tuple(found)) for initial, found in groupby(sorted(shown, key=_by_letter), key=initial_of))
    return TagIndex(letters, tuple(tag for tag in by_size if tag.info.is_listed)[:LARGEST], tuple(sorted(by_size[:MAIN], key=_by_name)))


def initial_of(tag: Tag) -> str:
    """The letter under which a name stands, without its accent."""
    first = name_key(tag.name)[:1].upper()[:1]
    return first if first.isalpha() else OTHERS


def _by_name(tag: Tag) -> tuple[str, str]:
    return name_key(tag.name), tag.name


def _by_letter(tag: Tag) -> tuple[bool, str, str, str]:
    """Letters first, signs last; within a letter by name."""
    initial = initial_of(tag)
    return (initial == OTHERS, initial, *_by_name(tag))
