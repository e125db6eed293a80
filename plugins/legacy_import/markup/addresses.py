"""Addresses in links and pictures: those that could run something are none."""

from __future__ import annotations

import re

_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
"""Browsers strip these around an address, and tabs and line breaks within its scheme (WHATWG URL §4.4)."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HARMLESS = frozenset(
    {
        *("http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "irc", "ircs", "xmpp", "news", "nntp", "feed", "geo", "magnet"),
        "skype",
        "webcal",
    }
)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp);base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)


def harmless(address: str, *, is_picture: bool = False) -> str:
    """The address without blanks around it; empty if a browser might run it or it is not known to be harmless."""
    bare = address.strip()
    if is_picture and _PICTURE.fullmatch(bare):
        return bare
    match = _SCHEME.match(_IGNORED.sub("", bare))
    if match and match[1].lower() not in _HARMLESS:
        return ""
    return bare
