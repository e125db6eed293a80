"""Finds the comments on a page: takes them out, so that nothing of them stays in the post, and tells each by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Tag

from ..furniture import dates
from ..furniture.elements import rule_of
from ..furniture.folding import fold, squeezed
from ..furniture.segments import elements
from ..furniture.words_comments import SAYS
from .saved_pages_body import names_of
from .saved_pages_names import COMMENT_AUTHORS, COMMENT_DATES, COMMENT_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bs4 import BeautifulSoup

_ID = re.compile(r"(?:li-|div-|dsq-)?comment-(\d+)|c(\d{5,})|comment(\d+)")
_CLASSES = frozenset({"comment", "comment-block", "h-cite", "u-comment", "pingback", "trackback"})
_SAYS = re.compile(rf"\s*(?:{'|'.join(SAYS)})\b\s*(?:…|\.\.\.|:)?\s*$", re.IGNORECASE)
_BY = re.compile(r"^(?:comment|kommentar|commentaire|coment[aá]rio|track-?back|ping-?back)(?: by| von| par| de| por|:) ", re.IGNORECASE)
_OF_POSTS = frozenset({"post-body", "entry-content", "articlebody", "hentry", "entry-title", "post-title"})
_LEADING = re.compile(r"^(?:\s|<br/?>)+")
_SHORT, _FEW = 60, 8
_HEAD = 160
_DEEPEST = 60  # of answers to answers, and what holds them


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, as the page shows it."""

    number: str
    author: str
    html: str
    published: datetime | None


def taken_comments(soup: BeautifulSoup, hint: dates.Hint) -> list[Remark]:
    """Take every comment, and what themes put around comments, out of the page, in place."""
    root = soup.body or soup
    found = [tag for tag in root.find_all(["li", "div", "article", "dt", "section"]) if _is_comment(tag)]
    page = _Page({id(tag) for tag in found}, {id(parent) for tag in found for parent in islice(tag.parents, _DEEPEST)})
    remarks = [remark for tag in found if (remark := _remark(tag, page, hint)) is not None]
    gone: set[int] = set()
    for tag in [*_areas(root), *found]:
        if not any(id(parent) in gone for parent in islice(tag.parents, _DEEPEST)) and not _holds_post(tag):
            gone.add(id(tag))
            tag.extract()
    return _unique(remarks)


@dataclass(frozen=True, slots=True)
class _Page:
    """By `id`, the elements that are a comment, and those that hold one."""

    comments: set[int]
    holders: set[int]


def _is_comment(tag: Tag) -> bool:
    names = names_of(tag)
    if tag.name == "dt":
        return any(name in {"comment-author", "comment-poster"} for name in names)
    if "comment" in str(tag.get("itemtype", "")).lower() and "itemscope" in tag.attrs:
        return True
    identified = isinstance(tag.get("id"), str) and _ID.fullmatch(str(tag["id"]))
    return bool(identified) or any(name in _CLASSES for name in names)


def _areas(root: Tag) -> list[Tag]:
    return [tag for tag in elements(root) if rule_of(tag) == "furniture-comments"]


def _holds_post(tag: Tag) -> bool:
    """Some themes call all of a page `comments`, and with it the post."""
    return any(_OF_POSTS.intersection(names_of(inner)) for inner in elements(tag))


def _remark(tag: Tag, page: _Page, hint: dates.Hint) -> Remark | None:
    own = [*_own(tag, page)]
    if tag.name == "dt":
        own += [inner for each in _definitions(tag) for inner in (each, *elements(each))]
    text = _first(own, COMMENT_TEXTS)
    if text is None:
        text = _bare(tag, own)
    author = _first(own, COMMENT_AUTHORS) or next((inner for inner in own if inner.name == "cite"), None)
    html = _content(text, page)
    if not squeezed(re.sub(r"<[^>]*>", "", html)):
        return None
    return Remark(_number(own), _author(author), html, _date(own, hint))


def _own(tag: Tag, page: _Page) -> Iterator[Tag]:
    """A comment's own elements: answers stand within what they answer."""
    yield tag
    stack = [iter(list(tag.children))]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag) and id(child) not in page.comments:
            yield child
            stack.append(iter(list(child.children)))


def _definitions(term: Tag) -> list[Tag]:
    found = []
    for sibling in term.find_next_siblings():
        if sibling.name != "dd":
            break
        found.append(sibling)
    return found


def _first(own: list[Tag], names: tuple[str, ...]) -> Tag | None:
    by_name: dict[str, Tag] = {}
    for inner in own:
        for name in names_of(inner):
            by_name.setdefault(name, inner)
    return next((by_name[name] for name in names if name in by_name), None)


def _bare(tag: Tag, own: list[Tag]) -> Tag:
    """Of a theme that names no text: the comment without the lines that say who and when."""
    for inner in own:
        if inner is not tag and (
            inner.name == "cite"
            or any(name in (*COMMENT_AUTHORS, *COMMENT_DATES, "reply", "avatar", "comment-actions") for name in names_of(inner))
        ):
            inner.attrs["data-apart"] = ""
    return tag


def _content(text: Tag, page: _Page) -> str:
    parts = []
    for child in text.contents:
        if isinstance(child, Tag):
            holds_others = id(child) in page.comments or id(child) in page.holders
            if holds_others or "data-apart" in child.attrs or _is_apart(child):
                continue
        elif _tells(str(child)):
            continue
        parts.append(str(child))
    return _LEADING.sub("", "".join(parts)).strip()


def _tells(line: str) -> bool:
    """A bare line of a comment that says who or when, and nothing else."""
    words = squeezed(line)
    stamp = dates.find(fold(words)) if len(words) < _SHORT else None
    return bool(words) and (bool(_SAYS.fullmatch(words)) or (stamp is not None and len(words) - (stamp.end - stamp.start) < _FEW))


def _is_apart(tag: Tag) -> bool:
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


def _author(tag: Tag | None) -> str:
    name = squeezed(tag.get_text(" ")) if tag else ""
    at = re.match(r"At .{3,40}(?:[AP]M|\d) ?, (.+)", name)  # Blogger until 2006: "At 5:17 PM, Ann said…"
    name = _BY.sub("", _SAYS.sub("", at[1] if at else name)).partition(" — ")[0]
    return name if len(name) <= 80 else ""


def _date(own: list[Tag], hint: dates.Hint) -> datetime | None:
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


def _number(own: list[Tag]) -> str:
    for here in own[:12]:
        if found := _ID.fullmatch(str(here.get("id") or here.get("name") or "")):
            return found[1] or found[2] or found[3]
    return ""


def _unique(remarks: list[Remark]) -> list[Remark]:
    """A comment whose list item and whose inner box are both called a comment is told once."""
    seen: set[tuple[str, str]] = set()
    found: list[Remark] = []
    for remark in remarks:
        key = (remark.number, squeezed(re.sub(r"<[^>]*>", " ", remark.html)))
        if key not in seen:
            seen.add(key)
            found.append(remark)
    return found
