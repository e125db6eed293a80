"""Pages as archives and browsers keep them: unwrapped, with the address from which they were saved."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_TOOLBAR = re.compile(r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL)
_WRAPPED = re.compile(
    r"(?:(?:https?:)?(?://|\\/\\/)web\.archive\.org)?(?:/|\\/)web(?:/|\\/)\d{4,14}(?:[a-z]{2}_)?(?:/|\\/)(?=(?:https?|mailto|javascript):|https?%3A)",
    re.IGNORECASE,
)
_SIGNS = ("web.archive.org/", "archive.org/includes/", "web-static.archive.org", "__wm.", "FILE ARCHIVED ON", "BEGIN WAYBACK")
_ORIGINAL = re.compile(r"""__wm\.wombat\(\s*["'](https?:(?:/|\\/){2}(?!web\.archive)[^"'\s]+)["']""")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(\S+?)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_HEAD = 6000


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A page without what an archive had put around it; `url` is from where it was saved, if it says so."""

    text: str
    url: str


def unwrapped(text: str) -> Unwrapped:
    """Take off an archive's toolbar and addresses. A page that only links to an archive stays as it is."""
    saved = _SAVED.search(text[:_HEAD])
    url = html.unescape(saved[1] or saved[2]) if saved else ""
    if not _is_archived(text, url):
        return Unwrapped(text, url if url.startswith("http") else "")
    text = _TOOLBAR.sub("", text)
    original = _ORIGINAL.search(text)
    url = original[1].replace("\\/", "/") if original else _WRAPPED.sub("", url)
    return Unwrapped(_WRAPPED.sub("", text), url if url.startswith("http") else "")


def _is_archived(text: str, url: str) -> bool:
    if "web.archive.org/web/" in url:
        return True
    head = text[:_HEAD] + text[-_HEAD:]
    return (
        any(sign in head for sign in _SIGNS[1:])
        or re.search(r"""(?:src|href)=["'](?:https?:)?(?://web\.archive\.org)?/web/\d{14}""", text[:_HEAD]) is not None
    )
