"""Telephone numbers, however people write them."""

from __future__ import annotations

import re

import phonenumbers

from ..folding import fold

_REGIONS = {
    "en": ("US", "GB", "AU", "NZ", "IE", "ZA", "IN"),
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CH", "CA"),
    "es": ("ES", "MX", "AR", "CO", "CL", "PE"),
    "pt": ("PT", "BR"),
}
"""Where a language's numbers may be from, the likeliest first; all validate by themselves, so a wrong guess is rare."""

_CUE = re.compile(
    r"\b(?:call|ring|phone|telephone|tele?|mobile|mob|cell|fax|text|sms|whatsapp|dial|number|anruf\w*|ruf\w*|telefon\w*|handy|mobil\w*|fon|appel\w*|portable"
    r"|numero|llam\w*|movil|celular|lig\w+|telemovel|nummer|fixe|ph|direct|office)\b"
)
_NUMBER = re.compile(r"(?<![\w/.,:-])[+(]?\d(?:[ \u00a0.()/–-]{0,3}\d){5,16}(?:\s?(?:x|ext\.?|-)\s?\d{1,5})?(?![\w/@])")
_LETTERED = re.compile(r"(?<![\w-])1?[- ]?\(?8\d\d\)?[- ](?=[\d-]{0,6}[A-Z])[A-Z\d-]{6,12}(?![\w@])")
_DATE = re.compile(r"(?:19|20)\d\d[ ./-]\d{1,2}[ ./-]\d{1,2}|\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d\d|(?:19|20)\d\d ?[–-] ?(?:19|20)?\d\d")


def phones(text: str, language: str) -> tuple[list[str], str]:
    """The numbers in `text`, as they are dialled from abroad where they can be validated and else as typed, and `text` without them.

    One that does not validate counts only where a word such as `call` says what it is.
    """
    cue = bool(_CUE.search(fold(text)))
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        typed = match[0].strip()
        number = "" if _DATE.fullmatch(typed) else _validated(typed, language)
        if number or (cue and not _DATE.fullmatch(typed)):
            found.append(number or typed)
            return " "
        return match[0]

    def lettered(match: re.Match[str]) -> str:
        found.append(match[0].strip())
        return " "

    rest = _NUMBER.sub(taken, text)
    return found, _LETTERED.sub(lettered, rest)


def _validated(typed: str, language: str) -> str:
    for region in _guesses(language):
        try:
            number = phonenumbers.parse(typed, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return ""


def _guesses(language: str) -> tuple[str, ...]:
    name, _, region = language.replace("_", "-").partition("-")
    own = (region.upper(),) if len(region) == 2 else ()
    return (*own, *_REGIONS.get(name.lower() or "en", ("US",)))
