"""Addresses: the site's own, and those that an owner puts into a menu."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

from .contact import check_email
from .problems import UnfitError

# Where nobody else can listen, an address without encryption is fine: that is the preview on one's own machine.
LOCAL_HOSTS = frozenset(["localhost", "127.0.0.1"])
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:/+|(?!\d))")  # a digit after the colon begins a port
_EXAMPLE = "Write it as a browser shows it, such as `https://www.example.com`."
_PATH_SAFE = "/%:@!$&'()*+,;=~"


def check_authority(text: str) -> str:
    """`domain,year`, the part of a `tag:` address that says whose it is and since when (RFC 4151, 2.1)."""
    domain, _, year = text.strip().lower().partition(",")
    if not (re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", domain) and re.fullmatch(r"\d{4}", year)):
        raise UnfitError(
            f"`{text}` is not a domain and a year. Write the site's first domain and the year in which it began: `example.org,2026`."
        )
    return f"{domain},{year}"


def authority_of(url: str, year: int) -> str:
    """The authority of a site that begins at `url` (from `check_site_url`) in `year`."""
    return f"{urlsplit(url).hostname},{year}"


def check_site_url(text: str) -> str:
    """The address of the site without a slash at its end, its host in lower case and in ASCII.

    UnfitError, with the address that was probably meant, if it has no `https://` (`http://` will do for one's own machine),
    or has a query, a fragment, a user or no host.
    """
    _refuse_scheme(text)
    parts = _parts(text)
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise UnfitError(f"`{text}` has a part after `?` or `#`. Did you mean `{_bare(text)}`?")
    _refuse_odd_path(parts.path, text)
    return f"{parts.scheme}://{_host(text)}{quote(parts.path, safe=_PATH_SAFE)}".rstrip("/")


def check_link(text: str) -> str:
    """An address for a menu: a web page by `https:`, or an email address by `mailto:`. UnfitError for any other."""
    if text.lower().startswith("mailto:"):
        address, question, rest = text[len("mailto:") :].partition("?")
        return f"mailto:{quote(check_email(address), safe='@+')}{question}{quote(rest, safe='=&%+')}"
    if not text.lower().startswith("https://"):
        raise UnfitError(f"`{text}` is not a link that a menu takes. {_link_advice(text)}")
    _host(text)
    return quote(text, safe="/%:@!$&'()*+,;=~?#[]")


def _link_advice(text: str) -> str:
    rest = _without_scheme(text)
    if text.lower().startswith("http://") or _looks_like_host(rest.partition("/")[0]):
        return f"Did you mean `https://{rest}`?"
    return "Write `https://…` or `mailto:…`, or the name of a page without `.md` instead of a link."


def _refuse_scheme(text: str) -> None:
    rest = _without_scheme(text)
    host = re.split(r"[:/?#]", rest, maxsplit=1)[0].lower()
    scheme = "http" if host in LOCAL_HOSTS else "https"
    if not re.match(r"https?://", text, re.IGNORECASE):
        advice = f"Did you mean `{scheme}://{rest}`?" if host in LOCAL_HOSTS or _looks_like_host(host) else _EXAMPLE
        raise UnfitError(f"`{text}` is not a complete address: it must begin with `https://`. {advice}")
    if text.lower().startswith("http://") and scheme == "https":
        raise UnfitError(f"`{text}` is not encrypted. Did you mean `https://{rest}`?")


def _without_scheme(text: str) -> str:
    return _SCHEME.sub("", text, count=1).lstrip("/") if _SCHEME.match(text) else text.lstrip("/")


def _looks_like_host(host: str) -> bool:
    try:
        return bool(_HOST.fullmatch(host.lower().encode("idna").decode("ascii")))
    except UnicodeError:
        return False


def _bare(text: str) -> str:
    return re.split(r"[?#]", text, maxsplit=1)[0].rstrip("/")


def _refuse_odd_path(path: str, text: str) -> None:
    if "//" in path or "\\" in text or re.search(r"\s", text) or "/../" in f"{path}/":
        raise UnfitError(f"`{text}` has a blank, a backslash, `//` or `..` in it. {_EXAMPLE}")


def _parts(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError as error:  # brackets that do not match
        raise UnfitError(f"`{text}` is not an address. {_EXAMPLE}") from error


def _host(text: str) -> str:
    """Host and port of a whole address, in ASCII."""
    parts = _parts(text)
    try:
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:  # a port that is not a number, or a name that has no ASCII form (UnicodeError is a ValueError)
        host, port = "", None
    if "@" in parts.netloc or not (host in LOCAL_HOSTS or _HOST.fullmatch(host)):
        raise UnfitError(f"`{text}` does not name a web site. {_EXAMPLE}")
    return f"{host}:{port}" if port else host
