"""Calls that are proposed to the owner, such that they can be copied into a terminal."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Means

_PLAIN = re.compile(r"[\w.+:@/-]+")
_SPECIAL = frozenset('"$`\\!%^')  # in quotes, these mean something to one shell or another


def call(means: Means, *words: str) -> str:
    return " ".join((means.call, *map(quoted, words)))


def quoted(word: str) -> str:
    """In double quotes, which every shell knows, if that is enough; else as a POSIX shell wants it."""
    if _PLAIN.fullmatch(word) and not word.startswith("-"):
        return word
    return shlex.quote(word) if _SPECIAL & set(word) else f'"{word}"'
