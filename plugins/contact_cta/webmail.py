"""Where people who have no mail program write their mail."""

from __future__ import annotations

from dataclasses import dataclass

from .web_address import UnsafeUrlError, safe_url


@dataclass(frozen=True, slots=True)
class Webmail:
    """A service by its name, and the address at which it opens a new letter: `{address}` and `{subject}` stand for what is escaped."""

    label: str
    pattern: str


SERVICES = (
    Webmail("Gmail", "https://mail.google.com/mail/?view=cm&fs=1&to={address}&su={subject}"),
    Webmail("Outlook", "https://outlook.live.com/mail/0/deeplink/compose?to={address}&subject={subject}"),
    Webmail("Yahoo Mail", "https://compose.mail.yahoo.com/?to={address}&subject={subject}"),
)


def webmail_problem(service: Webmail) -> str:
    """What is wrong with a service that an owner set, as a sentence with its remedy; empty if nothing is."""
    if not service.label.strip():
        return f"the web mail service at {service.pattern!r} has no name. Write a pair of name and address."
    if "{address}" not in service.pattern.partition("?")[2]:
        return f"{service.label}: {service.pattern!r} does not say where the recipient goes. Put `to={{address}}` behind its `?`."
    return _address_problem(service)


def _address_problem(service: Webmail) -> str:
    try:
        is_secure = safe_url(service.pattern.replace("{address}", "a").replace("{subject}", "s")).is_secure
    except UnsafeUrlError as error:
        return f"{service.label}: {error}."
    return "" if is_secure else f"{service.label}: {service.pattern!r} is not encrypted. Begin it with https://."
