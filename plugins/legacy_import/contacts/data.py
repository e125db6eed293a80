"""Addresses, numbers and profiles in a sentence: what a reader could have used to reach the author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..folding import fold
from .networks import NAMES, network
from .phones import phones

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NAME, _HOST = r"[\w.+-]{1,64}", r"[^\W_][\w-]{0,62}"
_AT = (
    r"(?:\s?@\s?|\s*[(\[{<]\s*(?:at|@|a|arroba|bei|chez)\s*[)\]}>]\s*"
    r"|\s+(?:at|arroba)\s+(?=[\w-]+\s*[(\[{]?\s*(?:dot|punto|ponto|punkt)\b))"
)
_DOT = r"(?:\.|\s*[(\[{<]\s*(?:dot|\.|punkt|point|punto|ponto)\s*[)\]}>]\s*|\s+(?:dot|punkt|punto|ponto)\s+)"
_EMAIL = re.compile(rf"(?<![\w@/.]){_NAME}(?:{_DOT}{_NAME})?{_AT}{_HOST}(?:{_DOT}{_HOST}){{1,5}}", re.IGNORECASE)
_AT_SIGN, _DOT_SIGN = re.compile(_AT, re.IGNORECASE), re.compile(_DOT, re.IGNORECASE)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”|]{3,300}|(?<![\w@./-])(?:[a-z\d-]{1,63}\.){1,4}(?:com|net|org|biz|info|de|at|ch|fr|es|pt|br|uk|us|me|eu)"
    r"(?:/[^\s<>\"“”|]{0,200})?(?![\w@])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@/.])@(\w{2,30})(?:@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4}))?(?![\w@])")
_SKYPE = re.compile(r"\bskype(?: (?:me|id|name))?\s*[:=]\s*([a-z][\w.:-]{4,40})", re.IGNORECASE)
_HANDLE_HOSTS = {"twitter": "twitter.com/", "instagram": "www.instagram.com/", "threads": "www.threads.net/@", "tiktok": "www.tiktok.com/@"}


@dataclass(frozen=True, slots=True)
class Data:
    """What was found, and `rest`: the folded sentence with blanks in place of it."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    rest: str = ""

    def __bool__(self) -> bool:
        return bool(self.emails or self.phones or self.profiles)


def data_in(text: str, links: Sequence[tuple[str, str]], language: str) -> Data:
    """Everything in one sentence; `links` are the address and the words of each link in it."""
    emails: list[str] = []
    profiles: list[str] = []
    rest = text
    for href, words in links:
        kind, value = _of_link(href)
        if kind:
            (emails if kind == "email" else profiles).append(value)
            rest = rest.replace(words.strip(), " ", 1) if kind != "email" and words.strip() else rest
    rest = _take(_EMAIL, rest, lambda found: emails.append(plain_email(found[0])))
    rest = _take(_SKYPE, rest, lambda found: profiles.append(f"skype:{found[1].rstrip('.')}"))
    rest = _take(_URL, rest, lambda found: profiles.append(whole_url(found[0])))
    rest = _take(_HANDLE, rest, lambda found: profiles.extend(_of_handle(found, text)))
    numbers, rest = phones(rest, language)
    numbers += [unquote(href[4:]).strip() for href, words in links if href.lower().startswith("tel:") and not _has_digits(words)]
    return Data(_once(emails), _once(numbers), _once(profiles), fold(rest))


def _take(pattern: re.Pattern[str], text: str, use: Callable[[re.Match[str]], None]) -> str:
    def blank(found: re.Match[str]) -> str:
        use(found)
        return " "

    return pattern.sub(blank, text)


def _has_digits(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def plain_email(text: str) -> str:
    """`ann (at) example (dot) com` as `ann@example.com`."""
    name, _, host = _AT_SIGN.sub("@", text.strip(), count=1).partition("@")
    return f"{_DOT_SIGN.sub('.', name)}@{_DOT_SIGN.sub('.', host)}".strip(".-").replace(" ", "")


def whole_url(text: str) -> str:
    """An address as it was typed, with its scheme and without the punctuation behind it."""
    bare = text.rstrip(".,;:!?)]}'’»…")
    return bare if "://" in bare else f"http://{bare}"


def _of_link(href: str) -> tuple[str, str]:
    address = href.strip()
    if address.lower().startswith("mailto:"):
        email = unquote(address[7:].partition("?")[0]).strip()
        return ("email", email) if _EMAIL.fullmatch(email) else ("", "")
    if "/cdn-cgi/l/email-protection#" in address:
        return "email", _unprotected(address.partition("#")[2])
    if address.lower().startswith(("http://", "https://", "//", "skype:")):
        return "profile", f"https:{address}" if address.startswith("//") else address
    return "", ""


def _unprotected(code: str) -> str:
    """Cloudflare hides an address in saved pages by an exclusive or of its bytes with the first."""
    try:
        key, *rest = bytes.fromhex(code)
        email = bytes(byte ^ key for byte in rest).decode()
    except ValueError:
        return ""
    return email if _EMAIL.fullmatch(email) else ""


def _of_handle(found: re.Match[str], text: str) -> list[str]:
    if found[2]:
        return [f"https://{found[2]}/@{found[1]}"]
    named = NAMES.search(fold(text))
    host = _HANDLE_HOSTS.get(named[0] if named else "twitter")
    return [f"https://{host}{found[1]}"] if host else []


def is_own_site(url: str) -> bool:
    """Whether `url` is a front page, or nearly, rather than somebody's article."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return len([part for part in parts.path.split("/") if part]) <= 1 and not parts.query


def is_profile(url: str) -> bool:
    return bool(network(url))
