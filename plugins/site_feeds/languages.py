"""Language tags in feeds, and which way a language is written."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError


def spelled(language: str) -> str:
    """A language tag as people write it, `en-GB` (BCP 47, section 2.1.1); Pelican has them in small letters."""
    first, *rest = language.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest)])


@lru_cache
def is_from_right_to_left(language: str) -> bool:
    """Whether a feed reader, which has a language of its own, must be told that the text begins at the right."""
    try:
        return Locale.parse(spelled(language), sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def directed(html: str, language: str) -> str:
    """`html` in an element that says so where it must be said."""
    return f'<div dir="rtl">{html}</div>' if is_from_right_to_left(language) else html
