"""Addresses in an article's HTML, made whole: a feed reader shows an entry far away from the page that it came from."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

import idna

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_NOISE = re.compile(r"[\x00-\x20\x7f]+")
UNSAFE = frozenset({"javascript", "vbscript", "data"})
"""Schemes that no link may have; an image may be in a `data:` address."""

_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What `quote` leaves alone, so that an address which is already escaped stays as it is."""


def absolute(url: str, base: str) -> str:
    """`url` as found at the address `base`, in ASCII; empty if it is none. Blanks around it and tabs within are not part of it."""
    stripped = _NOISE.sub(lambda noise: "" if noise[0].strip(" ") else noise[0], url.strip())
    try:
        joined = urljoin(base, stripped)
        return joined if joined.isascii() and " " not in joined else _in_ascii(joined)
    except ValueError:  # a port that is no number, a host that cannot be
        return ""


def scheme_of(url: str) -> str:
    """The scheme in small letters, as a browser sees it: white space and control characters within do not hide one."""
    match = _SCHEME.match(_NOISE.sub("", url))
    return match[1].lower() if match else ""


def _in_ascii(url: str) -> str:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host and not host.isascii():
        encoded = idna.encode(host, uts46=True).decode("ascii")
        parts = parts._replace(netloc=parts.netloc.lower().replace(host, encoded))
    return quote(parts.geturl(), safe=_SAFE)
