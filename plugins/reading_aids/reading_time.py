"""How long a text is, and how many minutes it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .html_text import plain_text

CJK_CHARACTERS_PER_MINUTE = 500
"""Chinese and Japanese have no spaces between words. About 500 characters a minute is what Medium's reading time takes too."""

_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


@dataclass(frozen=True, slots=True)
class Length:
    """A text in words, and in the characters of scripts that do not part words."""

    words: int
    characters: int

    @property
    def as_words(self) -> int:
        """Both as words, taking two characters for one."""
        return self.words + self.characters // 2


def length_of(html: str) -> Length:
    """The length of what a reader reads of `html`, code left out."""
    text = plain_text(html, with_code=False)
    spaced, characters = _CJK.subn(" ", text)
    return Length(len(spaced.split()), characters)


def minutes_of(length: Length, words_per_minute: int) -> int:
    """Whole minutes, at least 1; half a minute counts as one."""
    return max(1, int(length.words / words_per_minute + length.characters / CJK_CHARACTERS_PER_MINUTE + 0.5))
