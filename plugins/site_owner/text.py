"""Text that a person typed, made safe for the place where it goes: one line, a TOML string, Markdown, a suggestion."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What Markdown gives a meaning inside a line. The first two become entities, since a backslash does not help them.
_MARKDOWN_ENTITIES = {"&": "&amp;", "<": "&lt;"}
_MARKDOWN_SPECIAL = re.compile(r"[\\`*_{}\[\]#|]")


def one_line(text: str) -> str:
    """The same words on one line: every kind of line break and run of blanks becomes a blank, control characters go.

    Half characters (surrogates, which a badly encoded command line leaves) go as well: they cannot be written to a file.
    """
    writable = (character for character in text if character.isspace() or unicodedata.category(character) not in {"Cc", "Cs"})
    return " ".join("".join(writable).split())


def toml_string(text: str) -> str:
    """A TOML basic string that reads as this one line of text. JSON escapes quotation marks and backslashes in the same way."""
    return json.dumps(text, ensure_ascii=False)


def markdown_text(text: str) -> str:
    """Markdown that shows this one line of text as it was typed, for a place within a line."""
    entities = "".join(_MARKDOWN_ENTITIES.get(character, character) for character in text)
    return _MARKDOWN_SPECIAL.sub(r"\\\g<0>", entities)


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """The known word that this one was probably meant to be, whatever its case."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    close = difflib.get_close_matches(word.lower(), by_lower, n=1)
    return by_lower[close[0]] if close else None


def one_of(known: Iterable[str]) -> str:
    """`a`, `b` or `c`: the choices as a person would say them."""
    quoted = [f"`{word}`" for word in known]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def hint(word: str, known: Iterable[str]) -> str:
    """The sentence that helps: the word that was meant, else all that there are."""
    known = tuple(known)
    meant = suggestion(word, known)
    return f"Did you mean `{meant}`?" if meant else f"Use {one_of(known)}."
