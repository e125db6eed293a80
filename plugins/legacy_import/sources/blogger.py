"""Blogger's backup, in which an entry's kind is a category of it, and Google Takeout's `feed.atom`, in which it is an element.

Both hold posts, pages and comments of all states; the backup also holds settings and the template, which never become anything.
Ids are those of Blogger's feeds: `tag:blogger.com,1999:blog-1.post-2`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Action, Item, Kind, Note, Status
from .atom import author_of, links_of, text_of
from .dates import first_date
from .known import CUT, KeptOut, Known
from .texts import lacks_paragraphs, plain, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .elements import Element

_KIND_SCHEME = "http://schemas.google.com/g/2005#kind"
_LABEL_SCHEMES = re.compile(r"http://www\.blogger\.com/atom/ns#|tag:blogger\.com,1999:blog-\d+")
_KINDS = {"post": Kind.POST, "page": Kind.PAGE, "comment": Kind.COMMENT}
_MACHINERY = {"settings": "settings of the blog", "template": "templates of the blog"}
_NUMBER = re.compile(r"\.(?:post|page|comment)-(\d+)$|\.comment-(\d+)")
_POST_OF_COMMENT = re.compile(r"(tag:blogger\.com,1999:blog-\d+\.(?:post|page)-\d+)\.comment-\d+")
_STATUS = {"LIVE": Status.PUBLISHED, "DRAFT": Status.DRAFT, "SCHEDULED": Status.SCHEDULED}
_PARTS = (
    ("SPAM", Status.SPAM),
    ("TRASH", Status.TRASHED),
    ("DELETED", Status.TRASHED),
    ("EMPTIED", Status.TRASHED),
    ("REJECTED", Status.TRASHED),
    ("PENDING", Status.PENDING),
    ("GHOSTED", Status.PENDING),
)
"""What the names of states that comments and posts may have have in common."""
_LOCALE = ".settings.BLOG_LOCALE"


def kind_of(entry: Element) -> str:
    """What Blogger calls the kind of an entry, in small letters; empty for entries of other feeds."""
    if said := entry.say("blogger:type"):
        return said.lower()
    terms = (each.attributes.get("term", "") for each in entry.all("atom:category") if each.attributes.get("scheme") == _KIND_SCHEME)
    return next((term.rpartition("#")[2].lower() for term in terms), "")


def read(entry: Element, known: Known) -> Iterator[Item | KeptOut]:
    """A post, page or comment, or what it is that is kept out."""
    kind = kind_of(entry)
    if kind not in _KINDS:
        if entry.say("atom:id").endswith(_LOCALE):
            known.language = entry.say("atom:content")
        yield KeptOut(_MACHINERY.get(kind, f"entries of the kind {kind}"))
        return
    is_takeout = entry.first("blogger:type") is not None
    status, doubts = _state_in_takeout(entry) if is_takeout else _state_in_backup(entry)
    if not entry.is_whole and status is Status.PUBLISHED:
        status, doubts = Status.DRAFT, (CUT,)
    yield _item(entry, known, _KINDS[kind], status, doubts)


def _state_in_takeout(entry: Element) -> tuple[Status, tuple[Note, ...]]:
    said = entry.say("blogger:status").upper()
    if entry.say("blogger:trashed"):
        return Status.TRASHED, ()
    status = _STATUS.get(said) or next((status for part, status in _PARTS if part in said), None)
    if status:
        return status, ()
    return Status.PRIVATE, (Note(Action.DOUBTFUL, "status-unknown", "its status is none that is known, so it stays private", said),)


def _state_in_backup(entry: Element) -> tuple[Status, tuple[Note, ...]]:
    controls = entry.all("app:control")
    is_draft = any(control.say("app:draft").lower() == "yes" for control in controls)
    return (Status.DRAFT if is_draft else Status.PUBLISHED), ()


def _item(entry: Element, known: Known, kind: Kind, status: Status, doubts: tuple[Note, ...]) -> Item:
    published, notes = first_date([entry.say("atom:published"), entry.say("blogger:created")])
    updated, more = first_date([entry.say("atom:updated")])
    found_id, (text, told) = entry.say("atom:id"), text_of(entry.first("atom:content"), known.base)
    links = links_of(entry, known.base)
    number = _NUMBER.search(found_id)
    return Item(
        kind,
        known.place(entry),
        id=found_id,
        title=plain(text_of(entry.first("atom:title"), "", as_text=True)[0]) if kind is not Kind.COMMENT else "",
        html=text,
        summary=plain(entry.say("blogger:metaDescription")),
        published=published,
        updated=updated,
        author=author_of(entry),
        tags=unique(_labels(entry)),
        status=status,
        url=entry.say("blogger:filename") or next(iter(links.pages), ""),
        other_urls=links.pages[1:],
        needs_paragraphs=lacks_paragraphs(text),
        parent=_parent(entry) if kind is Kind.COMMENT else "",
        number=number[number.lastindex or 0] if number else "",
        notes=doubts + notes + more + told,
    )


def _labels(entry: Element) -> Iterator[str]:
    for category in entry.all("atom:category"):
        if _LABEL_SCHEMES.fullmatch(category.attributes.get("scheme", "")):
            yield plain(category.attributes.get("term", ""))


def _parent(comment: Element) -> str:
    """The post's id: said, or in old backups only as the beginning of the comment's own."""
    reply = comment.first("thr:in-reply-to")
    said = comment.say("blogger:parent") or (reply.attributes.get("ref", "") if reply else "")
    of_comment = _POST_OF_COMMENT.fullmatch(said) or (None if said else _POST_OF_COMMENT.fullmatch(comment.say("atom:id")))
    return of_comment[1] if of_comment else said
