"""Addresses as authors type them, made those that the rest of the plugin compares: below the site's root, decoded, in one form.

`/old`, `/old/` and `/old/index.html` are one address, `old/`; `/a%20b.html` and `/a b.html` are `a b.html`.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit

import idna

from .model import PAGE

_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,7}\Z", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HIDDEN = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode's categories of what no one can see or type in an address: controls, halves of a pair, separators of lines."""

SEGMENT_BYTES = 240
"""What file systems give a name is 255; whoever writes a file safely needs some for its other name."""

_SAFE_ELSEWHERE = "!%&()+,/:;=?@[]~"
"""What stays in an address elsewhere: `$`, quotation marks and braces mean something to hosts, and are escaped."""


class UnfitError(ValueError):
    """What is wrong with an address and how to mend it, without a full stop."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


def old_address(text: str, site_url: str) -> str:
    """The address of the site that `text` is; `site_url` is the site's own, or empty. UnfitError says why it is none."""
    text = text.strip()
    if re.search(r"[,;]\s+/", text):
        raise UnfitError(f"'{text}' looks like more than one address", "Put semicolons between them, or commas, but not both")
    if _WEB.match(text):
        inside = _inside(text, site_url)
        if inside is None:
            raise UnfitError(f"'{text}' is an address of another site", "Write an old address of this one, as in /old/")
        text = inside
    return _canonical(text)


def target_address(text: str, site_url: str) -> str:
    """An address of the site, or a whole one elsewhere, in ASCII; UnfitError says why `text` is neither."""
    text = text.strip()
    if not _WEB.match(text):
        if _SCHEME.match(text):
            raise UnfitError(
                f"nobody can be sent to '{text}'", "Write an address of this site, as in /new/, or one that begins with https://"
            )
        return _canonical(text)
    inside = _inside(text, site_url)
    return _elsewhere(text) if inside is None or set("?#") & set(inside) else _canonical(inside)


def is_elsewhere(target: str) -> bool:
    """Whether a target is a whole address; one of the site has no empty segment, and so no two slashes."""
    return target.startswith(("https://", "http://"))


def in_ascii(address: str) -> str:
    """An address of the site as it stands in links and in the files of hosts; whatever could mean something to them is escaped."""
    return quote(address, safe="/")


def _canonical(text: str) -> str:
    if set("?#") & set(text):
        what = f"'{text}' has a question mark or a # in it, and hosts of files cannot tell such an address from the one before the mark"
        raise UnfitError(what, "Write the part before it, or leave it out")
    if not text.startswith("/"):
        raise UnfitError(f"'{text}' does not begin with a slash", f"Write it as /{text.lstrip('./')}" if text else "Write it as /old/")
    try:
        path = unicodedata.normalize("NFC", unquote(text, errors="strict"))[1:]
    except UnicodeDecodeError as error:
        raise UnfitError(f"'{text}' is not UTF-8", "Write it as a browser shows it") from error
    _check(path, text)
    if path.endswith(f"/{PAGE}") or path == PAGE:
        return path.removesuffix(PAGE)
    is_whole = not path or path.endswith("/") or _ENDING.search(path.rpartition("/")[2])
    return path if is_whole else f"{path}/"


def _check(path: str, text: str) -> None:
    segments = path.removesuffix("/").split("/") if path else []
    if any(unicodedata.category(letter) in _HIDDEN for letter in path):
        raise UnfitError(f"'{ascii(text)[1:-1]}' has a character in it that nobody can see", "Write the address anew")
    if "\\" in path:
        raise UnfitError(f"'{text}' has a backslash in it", "Write slashes: /old/")
    if any(segment in {"", ".", ".."} for segment in segments):
        raise UnfitError(f"'{text}' has an empty part, or one of dots only", "Write the address as a browser shows it")
    if any(len(segment.encode()) > SEGMENT_BYTES for segment in segments):
        raise UnfitError(f"'{text[:40]}…' has a part that is too long for a file's name", "Leave it out")


def _inside(url: str, site_url: str) -> str | None:
    """The part of a whole address below the site's own, with its slash; None for an address elsewhere."""
    host, path = _place(url)
    site_host, site_path = _place(site_url)
    if not site_host or host != site_host or not re.match(rf"{re.escape(site_path)}(?:[/?#]|\Z)", path):
        return None
    return path[len(site_path) :] or "/"


def _place(url: str) -> tuple[str, str]:
    """Host in small letters, and what is behind it; `https:` and `http:` are one place."""
    found = re.match(r"https?://([^/?#]*)(.*)", url, re.IGNORECASE | re.DOTALL)
    return (found[1].lower(), found[2]) if found else ("", "")


def _elsewhere(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except (ValueError, idna.IDNAError) as error:
        raise UnfitError(f"'{ascii(url)[1:-1]}' is no address", "Write it as a browser shows it") from error
    is_plain = re.fullmatch(r"[a-z0-9.-]+|[0-9a-f:]*:[0-9a-f:.]*", host) and not re.search(r"[\x00-\x20\x7f\\]", url)
    if not is_plain or "@" in parts.netloc:
        raise UnfitError(f"'{ascii(url)[1:-1]}' is no address that one can be sent to", "Write it as a browser shows it")
    place = f"[{host}]" if ":" in host else host
    netloc = place if port is None else f"{place}:{port}"
    return quote(parts._replace(scheme=parts.scheme.lower(), netloc=netloc, path=parts.path or "/").geturl(), safe=_SAFE_ELSEWHERE + "#")
