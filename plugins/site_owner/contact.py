"""How the owner is reached: email addresses and phone numbers, checked without asking the network."""

from __future__ import annotations

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from .problems import UnfitError
from .text import hint


def check_email(text: str) -> str:
    """The address with its domain in lower case. UnfitError if no letter could arrive there.

    Letters outside ASCII before the @ are refused: many mail programs still cannot write to such an address.
    """
    try:
        return validate_email(text.strip(), check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError as error:
        raise UnfitError(f"`{text}` is not an email address ({str(error).rstrip('.')}). Write it as in `me@my-site.org`.") from error


def check_phone(text: str, region: str | None) -> str:
    """The number in its international form, `+44 20 7946 0123`; without a country code it is read as one of `region`."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise UnfitError(_phone_reason(text)) from error
    if not phonenumbers.is_valid_number(number):
        raise UnfitError(_phone_reason(text))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def check_region(text: str) -> str:
    """The code of a country whose numbers are known, in capitals: `GB`."""
    region = text.strip().upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise UnfitError(
            f"`{text}` is not the two-letter code of a country. Write it as in `GB` or `US`. {hint(region, phonenumbers.SUPPORTED_REGIONS)}"
        )
    return region


def _phone_reason(text: str) -> str:
    return f"`{text}` is not a phone number that can be called. Write it with + and the country code, as in `+44 20 7946 0123`."
