"""The permanent name of an article: what its `Id` may be, and the entry id that feeds make of it.

Six characters of Crockford's base32, drawn once, become `tag:AUTHORITY,YEAR:ID` (RFC 4151). An Id from another system is an IRI (RFC 3987)
and stays as it is, byte for byte, since feed readers compare ids character by character (RFC 4287, section 4.2.6.1).
"""

from __future__ import annotations

import re

_OURS = re.compile(r"[0-9A-HJKMNP-TV-Z]{6}")
_FOREIGN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


class UnfitIdError(ValueError):
    """This cannot be an Id; `what` says why and `fix` how to write it."""

    def __init__(self, text: str) -> None:
        self.what = f"'{text}' is no Id"
        self.fix = "Write six characters of 0-9 and A-Z without I, L, O and U, such as 7KQ2MX, or the whole id that another system gave it"
        super().__init__(f"{self.what}. {self.fix}.")


def checked_id(text: str) -> str:
    """The Id in the form in which Ids are compared: one of ours in capitals, a foreign one as it is. UnfitIdError if it is neither."""
    if text.isascii() and _OURS.fullmatch(text.upper()):  # "ß" in capitals is "SS"
        return text.upper()
    if _FOREIGN.fullmatch(text):
        return text
    raise UnfitIdError(text)


def entry_id(checked: str, authority: str) -> str:
    """The id in feeds; `authority` is a domain and a year, `example.org,2026`."""
    return f"tag:{authority}:{checked}" if _OURS.fullmatch(checked) else checked
