"""Finds the text of the post, or of each post, in a page of any theme: by what the theme says, if the prose or the title bear it out.

A page has been freed of scripts and comments before it comes here.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..folding import squeezed
from ..furniture.reading import read
from ..furniture.segments import HEADINGS, elements, segments
from .saved_pages_body import densest, names_of, prose
from .saved_pages_names import CONTAINERS, STRONGEST, TEXTS
from .saved_pages_titles import text_of_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import BeautifulSoup, Tag

_SHOWN = ("img", "iframe", "video", "audio", "embed", "object")
_MUCH, _HALF = 600, 0.5
_MOST, _TELLING = 30, 8
_BETWEEN, _SENTENCE, _SAME = 5, 60, 50
_RANKS = {name: rank for rank, name in enumerate(TEXTS)}


def bodies(soup: BeautifulSoup, title: str) -> list[Tag]:
    """The elements that hold the text of a post each, in order; of one kind only, and none within another. `title` is the page's."""
    root = soup.body or soup
    best = densest(root)
    return next((found for found in _candidates(root) if _are_bodies(found, best, title)), [best])


def _candidates(root: Tag) -> Iterator[list[Tag]]:
    """What may be the bodies: by the name of the text itself, strongest first, then by the name of what holds a post."""
    by_name: dict[str, list[Tag]] = {}
    for tag in elements(root):
        for name in names_of(tag):
            if name in _RANKS:
                by_name.setdefault(name, []).append(tag)
    for name in sorted(by_name, key=_RANKS.__getitem__):
        yield [tag for tag in _outermost(by_name[name]) if _has_content(tag)]
    yield [densest(tag) for tag in _outermost(root.find_all(_is_container)) if _has_content(tag)]


def _are_bodies(found: list[Tag], best: Tag, title: str) -> bool:
    """Cards of other posts are named as texts are, but the page's prose stands elsewhere; a text of few words has its name or its title."""
    if not found:
        return False
    if len(found) == 1 and any(name in TEXTS[:STRONGEST] for name in names_of(found[0])):
        return True
    most = prose(best)
    return most < _MUCH or sum(map(prose, found)) >= most * _HALF or bool(titled(found, title))


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


def best_of(found: list[Tag], title: str) -> Tag:
    """Of several texts on the page of one post its own: the longest, but for those that stand below the post's title."""
    best = max(titled(found, title) or found, key=lambda body: len(body.get_text()))
    return _with_lead(_joined(best, [body for body in found if body.parent is best.parent]))


def _joined(best: Tag, beside: list[Tag]) -> Tag:
    """A summary that stands above the text in a box of its own, with no heading between, is its beginning. In place."""
    place = next(place for place, body in enumerate(beside) if body is best)
    for body in reversed(beside[:place]):
        if best.find_previous(list(HEADINGS)) is not body.find_previous(list(HEADINGS)):
            break
        best.insert(0, body.extract())
    return best


def _with_lead(body: Tag) -> Tag:
    """A box between heading and text that holds one paragraph, and no other than the text begins with, is its beginning. In place."""
    lead = None
    for tag in islice(body.find_previous_siblings(), _BETWEEN):
        if tag.name in HEADINGS:
            if lead is not None:
                body.insert(0, lead.extract())
            break
        lead = lead or (tag if _is_lead(tag, body) else None)
    return body


def _is_lead(tag: Tag, body: Tag) -> bool:
    lines = segments(tag)
    if len(lines) != 1 or len(lines[0].text) < _SENTENCE or tag.find(["a", *_SHOWN]) is not None or read(lines[0].words):
        return False
    text = lines[0].text
    return text.endswith((".", "!", "?", "…")) and text[:_SAME].rstrip(".… ") not in squeezed(body.get_text())


def titled(found: list[Tag], title: str) -> list[Tag]:
    """The texts whose heading is what the page itself is called."""
    wanted = text_of_title(title)
    return [body for body in found[:_MOST] if wanted and _heads(_heading_of(body), wanted)]


def _heading_of(body: Tag) -> str:
    inside = [line.parent for line in segments(body)[:3] if line.is_heading]
    heading = inside[0] if inside else body.find_previous(["h1", "h2", "h3"])
    return text_of_title(heading.get_text()) if heading is not None else ""


def _heads(text: str, wanted: str) -> bool:
    return text == wanted or (len(text) > _TELLING and wanted.startswith(text))
