"""Languages that Babel knows and time zones that `zoneinfo` knows, with the one that was probably meant."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import LOCALTZ
from babel.localedata import locale_identifiers

from .problems import UnfitError
from .text import suggestion

_TWO_LETTERS = re.compile(r"[a-z]{2}(-[a-z]{2})?")


def canonical_tag(text: str) -> str:
    """The usual spelling of a language tag: `EN_gb` is `en-GB`, `zh-hant-tw` is `zh-Hant-TW` (RFC 5646, section 2.1.1).

    `en-UK`, which many write, becomes `en-GB`: the country's code is GB (ISO 3166).
    """
    first, *rest = text.strip().replace("_", "-").split("-")
    spell = {2: str.upper, 4: str.title}
    parts = (spell.get(len(part), str.lower)(part) for part in rest)
    return "-".join([first.lower(), *("GB" if part == "UK" else part for part in parts)])


def is_known_language(tag: str) -> bool:
    """Whether Babel has month names and the like for this tag."""
    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


def is_translation_slug(slug: str) -> bool:
    """Whether `/SLUG/` could be the folder of a translation: `de`, `pt-br`. Longer codes are words in some language."""
    return bool(_TWO_LETTERS.fullmatch(slug)) and is_known_language(canonical_tag(slug))


def check_language(text: str) -> str:
    """The tag itself. UnfitError if Babel does not know it or it is spelt `en_GB`."""
    usual = canonical_tag(text)
    if not is_known_language(usual):
        raise UnfitError(f"`{text}` is not a language that is known here. {_language_hint(text)}")
    if usual != text:
        raise UnfitError(f"`{text}` is not how a language is written. Did you mean `{usual}`?")
    return text


@cache
def _names_in_english() -> dict[str, str]:
    names = Locale("en").languages
    return {str(names[tag]).lower(): tag for tag in locale_identifiers() if tag in names}


@cache
def _names_in_themselves() -> dict[str, str]:
    """`deutsch` is `de`. Reads the data of all languages, half a second, which only a mistake costs."""
    tags = [tag for tag in locale_identifiers() if "_" not in tag]
    return {name.lower(): tag for tag in tags if (name := Locale.parse(tag).get_language_name())}


def _language_hint(text: str) -> str:
    """Helps whoever wrote a language's name (`German`, `Deutsch`), an unknown country (`en-XX`), or nearly a tag."""
    language = canonical_tag(text).partition("-")[0]
    near_name = suggestion(text, _names_in_english())
    tags = (tag.replace("_", "-") for tag in locale_identifiers())
    candidates = (
        _names_in_themselves().get(text.lower()),
        _names_in_english().get(text.lower()),
        language if is_known_language(language) else None,
        suggestion(text, tags) if len(text) > 2 else None,
        _names_in_english()[near_name] if near_name else None,
    )
    meant = next((candidate for candidate in candidates if candidate), None)
    return f"Did you mean `{meant}`?" if meant else "Write a tag such as `en`, `en-GB` or `de`."


def region_of(tag: str) -> str | None:
    """The country whose phone numbers need no country code: the tag's own, `DE` for `de`, none for a language of many countries."""
    parsed = Locale.parse(tag, sep="-")
    if parsed.territory or parsed.language == "en":
        return parsed.territory
    likely = str(get_global("likely_subtags").get(parsed.language, "")).rpartition("_")[2]
    return likely if likely.isalpha() else None  # a number is a part of the world: 001, all of it


def check_timezone(text: str) -> str:
    """The zone's name itself. UnfitError if `zoneinfo` does not know it."""
    known = available_timezones()
    if text in known:
        return text
    cities = {zone.rpartition("/")[2]: zone for zone in sorted(known)}
    city = suggestion(text.rpartition("/")[2].replace(" ", "_"), cities)
    meant = suggestion(text, known) or (cities[city] if city else None)
    advice = f"Did you mean `{meant}`?" if meant else "Write the continent and a large city, such as `Europe/London`."
    raise UnfitError(f"`{text}` is not a time zone. {advice}")


def local_timezone() -> ZoneInfo:
    """The time zone that this machine is set to, UTC if it has none with a name."""
    name = getattr(LOCALTZ, "key", None)
    return ZoneInfo(name if name in available_timezones() else "UTC")
