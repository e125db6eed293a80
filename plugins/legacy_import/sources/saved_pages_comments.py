"""Finds the comments on a page: takes them out, so that nothing of them stays in the post, and tells each by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Tag

from ..folding import squeezed
from ..furniture.elements import rule_of
from ..furniture.segments import elements
from .saved_pages_body import names_of
from .saved_pages_names import COMMENT_AUTHORS, COMMENT_DATES, COMMENT_TEXTS
from .saved_pages_remark import COMMENT_ID, author_of, date_of, headline, is_apart, number_of, tells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bs4 import BeautifulSoup

    from ..furniture import dates

_CLASSES = frozenset({"comment", "comment-block", "h-cite", "u-comment", "pingback", "trackback"})
_OF_POSTS = frozenset({"post-body", "entry-content", "articlebody", "hentry", "entry-title", "post-title"})
_LEADING = re.compile(r"^(?:\s|<br/?>)+")
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
    if {"comment-content", "comment-text", "comment_text", "commenttext"}.intersection(names):
        return False
    identified = isinstance(tag.get("id"), str) and COMMENT_ID.fullmatch(str(tag["id"]))
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
    named = author_of(author)
    if head := headline(own):
        head[0].attrs["data-apart"] = ""
        named = named or head[1]
    html = _content(text, page)
    if not squeezed(re.sub(r"<[^>]*>", "", html)):
        return None
    return Remark(number_of(own), named, html, date_of(own, hint))


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
            if holds_others or "data-apart" in child.attrs or is_apart(child):
                continue
        elif tells(str(child)):
            continue
        parts.append(str(child))
    return _LEADING.sub("", "".join(parts)).strip()


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
