"""A post as the file that an author goes on writing in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .front_matter import date_text, front_matter, listed, one_line
from .model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .index import Known
    from .model import Post

UNDATED = "1970-01-01"
"""Stands where a date is missing: Pelican wants one, and nobody takes it for a real one."""


@dataclass(frozen=True, slots=True)
class Style:
    """What is the same for all files. With `keep_addresses` old addresses stay the real ones."""

    language: str
    keep_addresses: bool = False
    keep_contacts: bool = False


def text_of(post: Post, known: Known, style: Style) -> str:
    """The file's text, ending in a line break."""
    return f"{front_matter(_fields(post, known, style))}\n{post.markdown.strip()}\n"


def _fields(post: Post, known: Known, style: Style) -> dict[str, str]:
    item, is_article = post.item, post.item.kind is Kind.POST
    first, *others = item.categories or ("",)
    fields = {
        "Title": item.title,
        "Title_proposed": "yes" if any(note.rule == "title-proposed" for note in post.notes) else "",
        "Modified": date_text(item.updated) if item.updated and item.published and _is_later(item.updated, item.published) else "",
        "Summary": item.summary,
        "Image": post.cover,
        "Lang": item.language if item.language and not _is_same_language(item.language, style.language) else "",
        "Status": "" if item.status is Status.PUBLISHED and (item.published or not is_article) else "draft",
        "Id": one_line(item.id).replace(" ", ""),
    }
    if is_article:
        fields |= {"Date": date_text(item.published) if item.published else UNDATED, "Date_missing": "" if item.published else "yes"}
        fields |= {"Author": item.author, "Category": first, "Tags": listed((*others, *item.tags)), "Ask": post.ask}
        fields |= _contacts(post) if style.keep_contacts else {}
    return fields | _addresses(known.old, keep=style.keep_addresses)


def _is_later(one: datetime, other: datetime) -> bool:
    """Of two moments, one of which may have no offset, as those of WordPress's drafts: then both are taken for those of one clock."""
    return one > other if (one.tzinfo is None) == (other.tzinfo is None) else one.replace(tzinfo=None) > other.replace(tzinfo=None)


def _contacts(post: Post) -> dict[str, str]:
    return {"Contact_email": next(iter(post.contacts.emails), ""), "Contact_phone": next(iter(post.contacts.phones), "")}


def _addresses(old: Sequence[str], *, keep: bool) -> dict[str, str]:
    if not keep or not old:
        return {"Redirect_from": listed(old)}
    first, *others = old
    path = first.lstrip("/")
    is_file = path.lower().endswith((".html", ".htm"))
    return {"Url": path if is_file else f"{path}/", "Save_as": path if is_file else f"{path}/index.html", "Redirect_from": listed(others)}


def _is_same_language(one: str, other: str) -> bool:
    return one.lower().split("-")[0] == other.lower().split("-")[0]
