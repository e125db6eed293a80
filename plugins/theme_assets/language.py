"""Languages: catalogues of strings, dates in words, direction of writing. All from Babel's data, none from the machine's locales."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.support import Translations

if TYPE_CHECKING:
    from datetime import datetime
    from gettext import NullTranslations
    from pathlib import Path

FALLBACK = "en"


@cache
def babel_locale(language: str) -> Locale:
    """Babel's locale for a BCP 47 tag; English for a tag that Babel does not know."""
    for candidate in (language, language.replace("_", "-").split("-")[0], FALLBACK):
        try:
            return Locale.parse(candidate.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError(FALLBACK)


def catalogue(folder: Path, domain: str, language: str) -> NullTranslations:
    """The translations of `domain` in `folder` for a BCP 47 tag, from the most special to the most general; empty if there are none."""
    return Translations.load(folder, _catalogue_names(language), domain)


def _catalogue_names(language: str) -> list[str]:
    parts = language.replace("-", "_").split("_")
    return ["_".join(parts[:length]) for length in range(len(parts), 0, -1)]


def long_date(date: datetime, language: str) -> str:
    """`4 March 2026`, or as the language has it."""
    return format_date(date, "long", locale=babel_locale(language))


def text_direction(language: str) -> str:
    """`ltr` or `rtl`, for the `dir` attribute."""
    return "rtl" if babel_locale(language).text_direction == "rtl" else "ltr"


def writes_nouns_large(language: str) -> bool:
    """German and Luxembourgish begin every noun with a capital letter."""
    return babel_locale(language).language in {"de", "lb"}


def language_name(language: str) -> str:
    """The language's own name for itself, as a title: `Deutsch`, `Čeština`."""
    name = babel_locale(language).get_display_name() or language
    return name[:1].upper() + name[1:]
