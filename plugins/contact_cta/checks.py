"""What an author writes into a field, turned into what it means; nothing here asks the network."""

from __future__ import annotations

# ruff: noqa: PLC0415  (two libraries take as long to load as all else here, and many a site can do without one of them)
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .closed_services import closed_service
from .links import UnsafeUrlError, safe_url
from .model import Link, Phone
from .report import Finding

PLAIN_ADDRESS = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*@[a-z0-9]+([.-][a-z0-9]+)*\.(com|net|org|[a-z]{2})")
"""What is an address beyond doubt, and in its normal form, if it is no longer than a label may be; most are like this."""
_LONGEST_LABEL = 63
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class UnfitError(ValueError):
    """A text that is not what its field wants: `rule`, `what` is wrong, how to `fix` it."""

    def __init__(self, rule: str, what: str, fix: str, *, is_unsafe: bool = False, is_advice: bool = False) -> None:
        super().__init__(what)
        self.rule, self.what, self.fix, self.is_unsafe, self.is_advice = rule, what, fix, is_unsafe, is_advice

    def at(self, path: str, line: int) -> Finding:
        return Finding(path, line, self.rule, self.what, self.fix, is_unsafe=self.is_unsafe, is_advice=self.is_advice)


def email_address(text: str) -> str:
    """The address with its domain normalised. Letters outside ASCII before the @ are refused: many mail programs cannot write to them."""
    if len(text) <= _LONGEST_LABEL and PLAIN_ADDRESS.fullmatch(text):
        return text
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError as error:
        what = f"'{text}' is no email address ({str(error).rstrip('.')})"
        raise UnfitError("contact-email", what, "Write it as in me@example.org") from error


def phone_number(text: str, region: str) -> Phone:
    """The number; shown internationally if `text` has a country code, else as one writes it in `region`."""
    import phonenumbers
    from phonenumbers import PhoneNumberFormat

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise _no_number(text) from error
    if not phonenumbers.is_valid_number(number) or number.extension:
        raise _no_number(text)
    style = PhoneNumberFormat.INTERNATIONAL if text.startswith("+") else PhoneNumberFormat.NATIONAL
    return Phone(phonenumbers.format_number(number, PhoneNumberFormat.E164), phonenumbers.format_number(number, style))


def _no_number(text: str) -> UnfitError:
    what = f"'{text}' is no phone number that can be called"
    return UnfitError("contact-phone", what, "Write it with + and the country code, as in +44 20 7946 0123, without an extension")


def web_address(text: str) -> str:
    """An address that may become a link. Anything but http and https is unsafe."""
    try:
        return safe_url(text).url
    except UnsafeUrlError as error:
        reason, _, fix = error.reason.partition(". ")
        what = f"'{text}' cannot be a link: {reason}"
        raise UnfitError("contact-url", what, fix or "Write an address that begins with https://", is_unsafe=True) from error


def profile(text: str) -> Link:
    """A page of the author elsewhere; a service that has closed is refused."""
    url = web_address(text)
    name = closed_service(url)
    if name:
        raise UnfitError("contact-closed-service", f"{name} has closed, so '{text}' leads nowhere", "Take it out")
    return Link(url, re.sub(r"^https?://(www\.)?|/$", "", url))


def month(text: str) -> str:
    """`2026-11`, as it stands."""
    if not _MONTH.fullmatch(text):
        raise UnfitError("contact-month", f"'{text}' is no month", "Write year and month, as in 2026-11")
    return text


def time_zone(text: str) -> str:
    """A name that the time zone database knows."""
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnfitError("contact-time-zone", f"'{text}' is no time zone", "Write continent and city, as in Europe/London") from error


def language_tag(text: str) -> str:
    """A language tag in the form of BCP 47, as it stands."""
    if not _LANGUAGE.fullmatch(text):
        raise UnfitError("contact-language", f"'{text}' is no language", "Write its short name, as in en or pt-BR")
    return text
