"""Web addresses that an author wrote down: normal where they are good, refused with a reason where they are not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from urllib.parse import SplitResult, quote, urlsplit

import idna

LONGEST = 2000
"""Characters of the longest URL that every browser, mail program and server takes."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Blanks, controls and invisible characters: browsers drop some of them, and read `java<tab>script:` as one word.
_HIDDEN = re.compile("[\x00-\x20\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufff9-\uffff]")
_MARKUP = re.compile(r'[<>"`\\]')
_LABEL = r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(\.{_LABEL})*\.?")
# Reserved and unreserved characters of RFC 3986 that need no escape; `'` gets one, so that no attribute ends at it.
_KEPT = "/:@!$&()*+,;=~?"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PORTS = {"http": 80, "https": 443}


class UnsafeUrlError(ValueError):
    """Something that must not become a link; `text` is what was written, `reason` says in a clause what is wrong and what to write."""

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        self.reason = reason
        super().__init__(f"{text[:80]!r} is not a safe address: {reason}")


@dataclass(frozen=True, slots=True)
class SafeUrl:
    """An address that may be followed, in ASCII; not secure means `http:`, which deserves a warning."""

    url: str
    is_secure: bool


def safe_url(text: str) -> SafeUrl:
    """The address in `text`, normalised: scheme and host in lower case and ASCII, all else escaped where RFC 3986 asks for it.

    UnsafeUrlError if it is anything but `https:` or `http:` with a plain host: other schemes (also split by tabs), hidden characters,
    backslashes, markup, `user:password@`, or more than 2,000 characters.
    """
    stripped = text.strip(" \t\r\n")
    _refuse_odd_characters(stripped)
    scheme = _scheme(stripped)
    parts = _parts(stripped)
    if "@" in parts.netloc:
        raise UnsafeUrlError(text, "it carries a user name before the host. Leave out everything up to the @")
    url = f"{scheme}://{_host_and_port(parts, scheme, text)}{_escaped(parts.path) or '/'}{_tail(parts)}"
    if len(url) > LONGEST:
        raise UnsafeUrlError(text, f"it is longer than {LONGEST} characters. Link to a page with a shorter address")
    return SafeUrl(url, is_secure=scheme == "https")


def ascii_host(host: str) -> str:
    """`host` in lower case, an international name in its ASCII form (IDNA 2008 after UTS 46). UnsafeUrlError if it is no host name."""
    try:
        name = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise UnsafeUrlError(host, "the host name has characters that no domain may have. Check its spelling") from error
    if not _HOST.fullmatch(name) or len(name) > 254:
        raise UnsafeUrlError(host, "this is not a host name. Write one such as www.example.com")
    return name


def _refuse_odd_characters(text: str) -> None:
    if _HIDDEN.search(text):
        raise UnsafeUrlError(text, "it has a blank or an invisible character in it. Write the address again by hand")
    if _MARKUP.search(text):
        raise UnsafeUrlError(text, "it has a quotation mark, an angle bracket or a backslash in it. Write the bare address")


def _scheme(text: str) -> str:
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    if scheme in _PORTS and text[len(scheme) :].startswith("://"):
        return scheme
    if scheme and "." not in scheme:  # `example.com:8080/` has only forgotten its scheme
        raise UnsafeUrlError(text, "only addresses that begin with https:// can be linked")
    raise UnsafeUrlError(text, "it does not begin with https://. Write it as a browser shows it")


def _parts(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError as error:  # brackets that do not match, a host that changes under normalisation
        raise UnsafeUrlError(text, "it cannot be taken apart into host and path. Copy it from a browser") from error


def _host_and_port(parts: SplitResult, scheme: str, text: str) -> str:
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise UnsafeUrlError(text, "its port is not a number up to 65535. Leave out the port") from error
    name = _ip6(host) if "[" in parts.netloc else ascii_host(host)
    return name if port in {None, _PORTS[scheme]} else f"{name}:{port}"


def _ip6(host: str) -> str:
    try:
        return f"[{IPv6Address(host.partition('%')[0]).compressed}]"  # a zone means something on one machine only
    except ValueError as error:
        raise UnsafeUrlError(host, "this is not an IPv6 address. Write the name of the host instead") from error


def _tail(parts: SplitResult) -> str:
    query = f"?{_escaped(parts.query)}" if parts.query else ""
    return query + (f"#{_escaped(parts.fragment)}" if parts.fragment else "")


def _escaped(part: str) -> str:
    """`part` in ASCII, with escapes that it already has left alone."""
    return quote(_LONE_PERCENT.sub("%25", part), safe=f"{_KEPT}%")
