"""A tree becomes Markdown, block by block; each is read back, and what would be read otherwise than meant is written more plainly."""

from __future__ import annotations

from copy import copy

from bs4 import Tag

from ..model import Action, Note
from .addresses import harmless
from .canonical import canonical
from .elements import DEAD, attribute, living
from .inline import Inline
from .raw_html import as_html
from .reading_back import says
from .shaping import shape
from .writing import APART, block, blocks, would_run_together

_WAYS = (Inline(), Inline(is_careful=True))
_HTML = frozenset({"details", "video"})
"""Elements that are HTML in Markdown too, and need no reading back."""


def to_markdown(tree: Tag) -> tuple[str, tuple[Note, ...]]:
    """Markdown with a line end at its end, empty if there is no text; and what of the tree could not be kept."""
    tree = copy(tree)
    notes = [*_dropped(tree), *_unsafe(tree)]
    for tag in living(tree.find_all(sorted(DEAD))):
        tag.decompose()
    targets = _targets(tree)
    footnotes = [_footnote(item, targets) for item in tree.select("[data-footnotes] > [data-footnote]")]
    for part in tree.select("[data-footnotes]"):
        part.extract()
    root = _shaped(tree, targets)
    written: list[str] = []
    before: Tag | None = None
    for part in [part for part in root.contents if isinstance(part, Tag)]:
        if before is not None and would_run_together(before, part, is_top=True):
            written.append(APART)
        written.append(_written(part))
        before = part
    text = "\n\n".join([*written, *footnotes])
    return text + "\n" if text else "", tuple(notes)


def _shaped(tree: Tag, targets: frozenset[str]) -> Tag:
    root = canonical(tree, targets)
    shape(root)
    return root


def _targets(tree: Tag) -> frozenset[str]:
    """Ids in the tree to which a link in it leads."""
    wanted = {attribute(link, "href")[1:] for link in tree.find_all("a", href=True) if attribute(link, "href").startswith("#")}
    there = {attribute(tag, "id") for tag in tree.find_all(id=True)}
    there |= {attribute(tag, "name") for tag in tree.find_all("a", attrs={"name": True})}
    return frozenset(id_ for id_ in wanted & there if id_ and not set(id_) & set(" \"'<>{}"))


def _written(part: Tag) -> str:
    if part.name in _HTML:
        return "\n".join(block(part, _WAYS[0]))
    meant = Tag(name="div")
    meant.append(copy(part))
    for way in _WAYS:
        text = "\n".join(block(copy(part), way))
        if says(text, meant):
            return text
    return as_html(part)


def _footnote(item: Tag, targets: frozenset[str]) -> str:
    root = _shaped(item, targets)
    lines = blocks(root, _WAYS[0], is_top=False) or [""]
    return "\n".join([f"[^{item['data-footnote']}]: {lines[0]}", *("    " + line if line else "" for line in lines[1:])])


def _dropped(tree: Tag) -> list[Note]:
    """Elements that are not written although they showed something; a gallery that nobody has filled is one."""
    notes = []
    for tag in tree.find_all(sorted(DEAD - {"script", "style", "head", "title", "meta", "link", "base", "input"})):
        address = attribute(tag, "src") or attribute(tag, "data") or attribute(tag, "href")
        if text := address or tag.get_text(" ", strip=True):
            notes.append(Note(Action.DROPPED, "markup-element", f"<{tag.name}> has no place in an article", text))
    what = "the pictures of a gallery are not known"
    return [
        *notes,
        *(Note(Action.DROPPED, "markup-gallery", what, attribute(tag, "data-gallery")) for tag in tree.select("[data-gallery]")),
    ]


def _unsafe(tree: Tag) -> list[Note]:
    """Addresses that are left out since a browser might run them."""
    found = []
    for tag in tree.find_all(["a", "img"]):
        key = "href" if tag.name == "a" else "src"
        address = attribute(tag, key)
        if address.strip() and not harmless(address, is_picture=tag.name == "img"):
            found.append(Note(Action.DROPPED, "markup-address", "an address that might run something is left out", address[:200]))
    return found
