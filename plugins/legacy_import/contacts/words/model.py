"""What there is to say in a language: `Words` as they are written down, `Language` as they are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The patterns of one language."""

    comments: tuple[str, ...]
    """Begging for comments."""
    in_comments: str
    """`in the comments below`, behind a question or a request that is worth keeping without it."""
    reach: tuple[str, ...]
    """Asking for a letter or a call; plain enough without an address."""
    reach_at: tuple[str, ...]
    """The same if an address or a number stands in the sentence."""
    follow: tuple[str, ...]
    """Followed by a network's name, a link or a handle."""
    subscribe: tuple[str, ...]
    sponsor: str
    """From the beginning of a sentence to where the sponsor's name begins."""
    farewell: str
    """A whole sign-off, up to the name."""
    farewell_short: str
    """The same in words that mean other things too, so that a comma or a line's end must follow."""
    ask_open: tuple[str, ...]
    """Asks for the reader's own opinion or experience and can mean nothing else."""
    ask: tuple[str, ...]
    """Asks what the reader does or has; at the end of a text."""
    order: tuple[str, ...]
    """A request with a content: `tell me how you …`."""
    call: tuple[str, ...]
    """The same without: `let me know!`; whole sentences."""
    prelude: tuple[str, ...]
    """`Any questions?`: leads to how to reach the author; whole sentences."""
    rhetorical: tuple[str, ...]
    told: str
    """`ask your client:`, which makes the question behind it somebody else's."""
    reader: str
    """Words that mean the reader."""
    headings: str
    """Of what has nothing below it then; whole headings."""
    unless: str
    """Right before a pattern: a negation, or others who do it."""


@dataclass(frozen=True, slots=True)
class Language:
    """Patterns ready for searching; each is one for all words of its kind."""

    comments: re.Pattern[str]
    in_comments: re.Pattern[str]
    reach: re.Pattern[str]
    reach_at: re.Pattern[str]
    follow: re.Pattern[str]
    subscribe: re.Pattern[str]
    sponsor: re.Pattern[str]
    farewell: re.Pattern[str]
    farewell_short: re.Pattern[str]
    ask_open: re.Pattern[str]
    ask: re.Pattern[str]
    order: re.Pattern[str]
    call: re.Pattern[str]
    prelude: re.Pattern[str]
    rhetorical: re.Pattern[str]
    told: re.Pattern[str]
    reader: re.Pattern[str]
    headings: re.Pattern[str]
    unless: re.Pattern[str]

    @classmethod
    def of(cls, words: Words) -> Language:
        return cls(**{name: _compiled(getattr(words, name)) for name in words.__slots__})


def _compiled(patterns: str | tuple[str, ...]) -> re.Pattern[str]:
    """A pattern stands for whole words; one that begins with `(?:^` or a punctuation mark of its own says so itself."""
    alternatives = (patterns,) if isinstance(patterns, str) else patterns
    joined = "|".join(pattern if pattern.startswith("(?:^") else rf"(?<!\w)(?:{pattern})" for pattern in alternatives)
    return re.compile(rf"(?:{joined})(?!\w)".replace(" ?", r"\s*").replace(" ", r"\s+"))
