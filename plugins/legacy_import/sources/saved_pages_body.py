"""Finds the text of the post, or of each post, in a page of any theme: by what the theme says, then by where the prose is.

A page has been freed of scripts and comments before it comes here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from ..folding import squeezed
from ..furniture.reading import read
from ..furniture.segments import HEADINGS, elements, segments
from .saved_pages_names import CONTAINERS, INNER, NOT_OUTSIDE, OUTSIDE, OUTSIDE_ROLES, STRONGEST, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import BeautifulSoup

_SHOWN = ("img", "iframe", "video", "audio", "embed", "object")
_FEW = 25
_HIGHEST = 30


def names_of(tag: Tag) -> list[str]:
    """Classes, id, `itemprop` and `role` of an element, in lower case."""
    found: list[str] = []
    for attribute in ("class", "id", "itemprop", "role"):
        value = tag.get(attribute)
        found += value if isinstance(value, list) else str(value or "").split()
    return [name.lower() for name in found]


def freed(soup: BeautifulSoup) -> None:
    """Take out what is beside the posts whatever the theme: menus, margins, header and footer of the site. In place."""
    root = soup.body or soup
    whole = len(root.get_text())
    gone: set[int] = set()
    for tag in elements(root):
        if _is_outside(tag) and not any(id(parent) in gone for parent in tag.parents) and _may_go(tag, whole):
            gone.add(id(tag))
            tag.extract()


def _is_outside(tag: Tag) -> bool:
    if tag.name in {"nav", "aside", "noscript", "dialog"} or (tag.name in {"footer", "header"} and not _within_post(tag)):
        return tag.name != "aside" or not _within_body(tag)
    names = names_of(tag)
    if any(name in OUTSIDE_ROLES for name in str(tag.get("role", "")).split()):
        return True
    joined = " ".join(names)
    return bool(joined) and bool(OUTSIDE.search(joined)) and not NOT_OUTSIDE.search(joined) and not _within_body(tag)


def _within_post(tag: Tag) -> bool:
    return any(parent.name in {"article", "main"} or any(name in CONTAINERS for name in names_of(parent)) for parent in tag.parents)


def _within_body(tag: Tag) -> bool:
    return any(any(name in TEXTS for name in names_of(parent)) for parent in tag.parents)


def _may_go(tag: Tag, whole: int) -> bool:
    if 0 < len(tag.find_all("a", rel=["tag", "category", "author", "bookmark"])) < 12:
        return False  # of a post, and not of the site
    return len(tag.get_text()) < whole / 2 and not any(
        any(name in TEXTS[:STRONGEST] for name in names_of(inner)) for inner in elements(tag)
    )


def bodies(soup: BeautifulSoup) -> list[Tag]:
    """The elements that hold the text of a post each, in order; of one kind only, and none within another."""
    root = soup.body or soup
    by_name: dict[str, list[Tag]] = {}
    for tag in elements(root):
        for name in names_of(tag):
            if name in _RANKS:
                by_name.setdefault(name, []).append(tag)
    for name in sorted(by_name, key=_RANKS.__getitem__):
        found = [tag for tag in _outermost(by_name[name]) if _has_content(tag)]
        if found:
            return found
    found = [tag for tag in _outermost(root.find_all(_is_container)) if _has_content(tag)]
    return [_densest(tag) for tag in found] if found else [_densest(root)]


_RANKS = {name: rank for rank, name in enumerate(TEXTS)}


def _is_container(tag: Tag) -> bool:
    return tag.name == "article" or any(name in CONTAINERS for name in names_of(tag))


def _outermost(tags: Iterable[Tag]) -> list[Tag]:
    found: list[Tag] = []
    ids: set[int] = set()
    for tag in tags:
        if not any(id(parent) in ids for parent in tag.parents):
            found.append(tag)
            ids.add(id(tag))
    return found


def _has_content(tag: Tag) -> bool:
    return bool(tag.get_text().strip()) or tag.find(_SHOWN) is not None


def _densest(root: Tag) -> Tag:
    """Where the prose is: lines count by their length and commas, links do not, and half a score goes one level up."""
    scores: dict[int, float] = {}
    holders: dict[int, Tag] = {}
    total = 0.0
    for segment in segments(root):
        if segment.is_link or segment.is_heading or len(segment.text) < _FEW:
            continue
        score = 1 + segment.text.count(",") + min(len(segment.text) / 100, 5)
        total += score
        holder = _holder(segment.parent, root)
        for share in (1.0, 0.5):
            holders[id(holder)] = holder
            scores[id(holder)] = scores.get(id(holder), 0) + score * share
            if holder is root or holder.parent is None:
                break
            holder = _holder(holder.parent, root)
    if not scores:
        return root
    best = holders[max(scores, key=lambda key: scores[key])]
    return _widened(best, root, total)


def _holder(tag: Tag, root: Tag) -> Tag:
    while tag is not root and tag.name in INNER and tag.parent is not None:
        tag = tag.parent
    return tag


def _widened(best: Tag, root: Tag, total: float) -> Tag:
    """Up, as long as that adds much prose: a post in several boxes is one post."""
    for _ in range(_HIGHEST):
        if best is root or best.parent is None or best.parent.name == "html":
            break
        here = _prose(best)
        above = here + sum(
            _prose(child) for child in best.parent.children if isinstance(child, Tag) and child is not best and not _is_about(child)
        )
        if above < here * 1.15 and not _has_lead(best):
            if best.parent is root or len([child for child in best.parent.children if isinstance(child, Tag)]) > 1:
                break
        elif _link_share(best.parent) > 0.35 or above < total / 100:
            break
        best = best.parent
    return best


def _has_lead(best: Tag) -> bool:
    """A sentence of the author's stands between the heading and the box of the text."""
    for tag in best.find_previous_siblings():
        if tag.name in HEADINGS:
            return False
        words = squeezed(tag.get_text())
        if (
            tag.name == "p"
            and len(words) >= _FEW
            and words.endswith((".", "!", "?", "…", ":"))
            and tag.find("a") is None
            and not read(words)
        ):
            return tag.find_previous_sibling(list(HEADINGS)) is not None
    return False


def _is_about(tag: Tag) -> bool:
    """A box that links to the categories or the author of the post is about it, and no part of it."""
    return tag.find("a", rel=["tag", "category", "author", "bookmark"]) is not None


def _prose(tag: Tag) -> int:
    return sum(
        len(segment.text) for segment in segments(tag) if not segment.is_link and not segment.is_heading and len(segment.text) >= _FEW
    )


def _link_share(tag: Tag) -> float:
    whole = len(squeezed(tag.get_text()))
    return sum(len(squeezed(link.get_text())) for link in tag.find_all("a")) / whole if whole else 1.0
