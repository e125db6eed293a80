"""Frees a page of what is beside its posts, and finds where its prose is, whatever the theme.

A page has been freed of scripts and comments before it comes here.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Tag

from ..folding import squeezed
from ..furniture.phrases import Kind
from ..furniture.reading import read
from ..furniture.segments import HEADINGS, elements, segments
from .saved_pages_names import CONTAINERS, INNER, NOT_OUTSIDE, OUTSIDE, OUTSIDE_ROLES, STRONGEST, TEXTS

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_FEW = 25
_HIGHEST = 30
_MUCH, _LINE = 0.4, 90
_PART, _FEW_LINKS = 1.3, 0.2
_ELEMENTS = frozenset({"nav", "aside", "noscript", "dialog", "footer", "header"})


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
    whole, written = len(root.get_text()), prose(root)
    best = densest(root)
    holders = {id(tag) for tag in (best, *best.parents)}
    gone: set[int] = set()
    for tag in elements(root):
        if any(id(parent) in gone for parent in tag.parents) or not _is_outside(tag):
            continue
        holds_prose = id(tag) in holders or prose(tag) > written * _MUCH
        if not (holds_prose and _is_vague(tag)) and _may_go(tag, whole):
            gone.add(id(tag))
            tag.extract()


def _is_vague(tag: Tag) -> bool:
    """Is a part of a name all that speaks against it? What holds the text may be called `has-ads` or `beside-sidebar`."""
    if tag.name in _ELEMENTS or OUTSIDE_ROLES.intersection(str(tag.get("role", "")).split()):
        return False
    return not any(OUTSIDE.fullmatch(name) for name in names_of(tag))


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


def densest(root: Tag) -> Tag:
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
        here = prose(best)
        above = here + sum(
            prose(child) for child in best.parent.children if isinstance(child, Tag) and child is not best and not _is_apart(child)
        )
        if above < here * 1.15 and not _has_lead(best):
            if best.parent is root or len([child for child in best.parent.children if isinstance(child, Tag)]) > 1:
                return _row_of(best, root)
        elif _link_share(best.parent) > 0.35 or above < total / 100:
            break
        best = best.parent
    return best


def _row_of(best: Tag, root: Tag) -> Tag:
    """What holds `best` as one of several boxes that builders of pages nest deeply: so much more prose that `best` is but a part."""
    here, names = prose(best), set(names_of(best))
    for above in islice(best.parents, _HIGHEST):
        if above is root or above.name in {"body", "html"}:
            break
        if prose(above) > here * _PART:
            alike = [tag for tag in above.find_all(best.name) if names and names == set(names_of(tag))]
            return above if len(alike) > 1 and _link_share(above) < _FEW_LINKS and not _is_dated(above) else best
    return best


def _is_dated(tag: Tag) -> bool:
    """A row of boxes with a dateline each is a row of posts."""
    lines = (read(segment.words) for segment in segments(tag) if len(segment.words) < _LINE)
    return any(piece for reading in lines if reading for piece in reading.of(Kind.DATE))


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


def _is_apart(tag: Tag) -> bool:
    """A box that links to the categories or the author of the post is about it, and no part of it; nor are other posts."""
    return tag.find("a", rel=["tag", "category", "author", "bookmark"]) is not None or any(
        each.name == "article" or any(name in TEXTS or name in CONTAINERS for name in names_of(each)) for each in (tag, *elements(tag))
    )


def prose(tag: Tag) -> int:
    """How many characters stand in lines that are no links, no headings and not short."""
    return sum(
        len(segment.text) for segment in segments(tag) if not segment.is_link and not segment.is_heading and len(segment.text) >= _FEW
    )


def _link_share(tag: Tag) -> float:
    whole = len(squeezed(tag.get_text()))
    return sum(len(squeezed(link.get_text())) for link in tag.find_all("a")) / whole if whole else 1.0
