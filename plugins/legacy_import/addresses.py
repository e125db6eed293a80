"""Old addresses: when two of them are one, and what can be told from them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit

_WRAPPED = re.compile(r"^https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/", re.IGNORECASE)
_BLOGSPOT = re.compile(r"(?<=\.blogspot)\.(?:com?\.)?[a-z]{2,3}$")
"""Blogger answered at a domain of the reader's own country: `x.blogspot.de`, `x.blogspot.co.uk`."""
_INDEX = re.compile(r"/index\.(?:html?|php)$")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that can be compared: host without `www.`, path decoded and without a slash at its end, WordPress's number if any."""

    host: str
    path: str
    number: str = ""


def unwrapped(url: str) -> str:
    """The address itself, where archive.org stands before it."""
    while wrapped := _WRAPPED.match(url):
        url = url[wrapped.end() :]
    return url


def address_of(url: str, base: str = "") -> Address | None:
    """The address that `url` means on a page at `base`; None if it is none of a page (`mailto:`, a broken one, a fragment alone)."""
    try:
        parts = urlsplit(urljoin(unwrapped(base), unwrapped(url.strip())))
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", ""} or not (host or parts.path):
        return None
    host = _BLOGSPOT.sub(".com", host.removeprefix("www.").removeprefix("m."))
    number = next((value for name, value in parse_qsl(parts.query) if name in {"p", "page_id"} and value.isdecimal()), "")
    return Address(host, path_of(parts.path), number)


def parts_of(url: str) -> SplitResult:
    """The parts of an address; one that is broken (`http://[x`) is all path."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def is_broken(url: str) -> bool:
    return parts_of(url) == SplitResult("", "", url, "", "") and "//" in url[:9]


def joined(base: str, url: str) -> str:
    """`url` as it is meant on a page at `base`; as it stands where one of the two is broken."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def path_of(path: str) -> str:
    """A path as it is compared and as a redirect names it: decoded, composed letters, `/` at its beginning and none at its end."""
    decoded = unicodedata.normalize("NFC", unquote(path))
    return "/" + _INDEX.sub("", re.sub(r"/{2,}", "/", decoded)).strip("/")


def fragment_of(url: str) -> str:
    return parts_of(url).fragment if "#" in url else ""


def last_name(url: str) -> str:
    """The last part of an address without its ending, decoded: what was the slug; empty if the address has none."""
    found = address_of(url)
    if found is None or found.number:
        return ""  # `/blog/?p=12` says nothing of its text
    return re.sub(r"\.(?:html?|php|aspx?|jsp)$", "", found.path.rpartition("/")[2], flags=re.IGNORECASE)
