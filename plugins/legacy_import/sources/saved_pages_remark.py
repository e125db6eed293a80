"""What one comment on a page says of itself: who wrote it, when, its number, and which of its parts say that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold, squeezed
from ..furniture import dates
from ..furniture.reading import is_name
from ..furniture.words_comments import SAYS
from .saved_pages_body import names_of
from .saved_pages_names import COMMENT_DATES

if TYPE_CHECKING:
    from datetime import datetime

    from bs4 import Tag

COMMENT_ID = re.compile(r"(?:li-|div-|dsq-)?comment-(\d+)|c(\d{5,})|comment(\d+)")
_SAYS = re.compile(rf"\s*(?:{'|'.join(SAYS)})\b\s*(?:…|\.\.\.|:)?\s*$", re.IGNORECASE)
_BY = re.compile(r"^(?:comment|kommentar|commentaire|coment[aá]rio|track-?back|ping-?back)(?: by| von| par| de| por|:) ", re.IGNORECASE)
_SHORT, _FEW = 60, 8
_HEAD, _HEADLINES = 160, 6
_AROUND = " 0123456789.,:;#|/()[]-–—·•»«"


def headline(own: list[Tag]) -> tuple[Tag, str] | None:
    """The first element of a comment if it holds a name and a date, and nothing else: `1. Bob - May 5, 2009 at 8:00 am`."""
    for inner in own[1:_HEADLINES]:
        words = squeezed(inner.get_text(" "))
        stamp = dates.find(fold(words)) if len(words) < 2 * _SHORT else None
        if stamp and stamp.has_time:
            name = re.sub(r"\s(?:on|am|le|el|em|il|op)$", "", f"{words[: stamp.start]} {words[stamp.end :]}".strip(_AROUND)).strip(_AROUND)
            return (inner, name) if is_name(name) else None
    return None


def tells(line: str) -> bool:
    """A bare line of a comment that says who or when, and nothing else."""
    words = squeezed(line)
    stamp = dates.find(fold(words)) if len(words) < _SHORT else None
    return bool(words) and (bool(_SAYS.fullmatch(words)) or (stamp is not None and len(words) - (stamp.end - stamp.start) < _FEW))


def is_apart(tag: Tag) -> bool:
    """Is it a part that says who or when, or a button?"""
    apart = {
        "reply",
        "comment-author",
        "comment-meta",
        "comment-metadata",
        "commentmetadata",
        "comment-footer",
        "comment-timestamp",
        "comment-actions",
        "comment-awaiting-moderation",
        "children",
        "vcard",
        "comment-header",
    }
    return bool(apart.intersection(names_of(tag))) or tag.name in {"cite", "script", "style", "form", "footer"}


def author_of(tag: Tag | None) -> str:
    """The name in an element, without what stands around it."""
    name = squeezed(tag.get_text(" ")) if tag else ""
    at = re.match(r"At .{3,40}(?:[AP]M|\d) ?, (.+)", name)  # Blogger until 2006: "At 5:17 PM, Ann said…"
    name = _BY.sub("", _SAYS.sub("", at[1] if at else name)).partition(" — ")[0]
    return name if len(name) <= 80 else ""


def date_of(own: list[Tag], hint: dates.Hint) -> datetime | None:
    """When the comment was written, by its markup, then by its words."""
    for inner in own:
        for value in (inner.get("datetime"), inner.get("title") if inner.name == "abbr" else None):
            if isinstance(value, str) and (stamp := dates.find(fold(squeezed(value)), hint)):
                return stamp.when
    for name in (*COMMENT_DATES, "cite", "dt"):
        for inner in own:
            if name in (*names_of(inner), inner.name) and (stamp := dates.find(fold(squeezed(inner.get_text(" "))[:300]), hint)):
                return stamp.when
    stamp = dates.find(fold(squeezed(own[0].get_text(" ")[:_HEAD])), hint)
    return stamp.when if stamp and stamp.has_time else None


def number_of(own: list[Tag]) -> str:
    """The comment's number at the old blog."""
    for here in own[:12]:
        if found := COMMENT_ID.fullmatch(str(here.get("id") or here.get("name") or "")):
            return found[1] or found[2] or found[3]
    return ""
