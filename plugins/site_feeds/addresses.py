"""Addresses in an article's HTML, made whole: a feed reader shows an entry far away from the page that it came from."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

import idna

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_NOISE = re.compile(r"[\x00-\x20\x7f]+")
_AROUND = "".join(map(chr, range(0x21)))
_WITHIN = re.compile(r"[\t\n\r]+")
UNSAFE = frozenset({"javascript", "vbscript", "data"})
"""Schemes that no link may have; what is shown, an image, may be in a `data:` address."""

_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What `quote` leaves alone, so that an address which is already escaped stays as it is."""


def absolute(url: str, base: str) -> str:
    """`url` as found at the address `base`, in ASCII; empty if it is none. Blanks around it and line breaks within are not part of it."""
    try:
        return _in_ascii(urljoin(base, _WITHIN.sub("", url.strip(_AROUND))))
    except ValueError:  # a port that is no number, a host that cannot be
        return ""


def scheme_of(url: str) -> str:
    """The scheme in small letters, as a browser sees it: white space and control characters within do not hide one."""
    match = _SCHEME.match(_NOISE.sub("", url))
    return match[1].lower() if match else ""


def _in_ascii(url: str) -> str:
    parts = urlsplit(url)
    host, _ = parts.hostname or "", parts.port  # asked for a port that is none, it raises
    if not host.isascii():
        user, at, place = parts.netloc.rpartition("@")
        url = parts._replace(netloc=f"{user}{at}{place.lower().replace(host, _ascii_host(host))}").geturl()
    return quote(url, safe=_SAFE)


def _ascii_host(host: str) -> str:
    """As browsers look it up. What the rules of 2008 do not know, such as a heart, stays, to be escaped; browsers take that as well."""
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host
