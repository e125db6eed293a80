"""Takes out elements that are furniture by what they are: scripts, forms, trackers, and what themes and plugins name so."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Comment, Tag

from ..folding import fold, squeezed
from ..model import Action, Note
from . import dates
from .buttons import is_bar
from .element_names import CODE, CONTROLS, NAMED_LIKE, NAMES
from .reading import read
from .segments import elements
from .share_addresses import SHARING
from .tracker_addresses import TRACKERS
from .words_site import SUBSCRIBES

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULES = {name.lower(): f"furniture-{rule.partition('-')[0]}" for rule, names in NAMES.items() for name in names}
_NUMBERED = re.compile(r"[-_]?\d+$")
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
_BUTTON = re.compile(SHARING.pattern, re.IGNORECASE)
_TINY = re.compile(r"\s*[01](?:px)?\s*")
_MEDIA = ["img", "iframe", "embed", "object", "ins", "amp-pixel", "amp-analytics", "amp-ad", "amp-sticky-ad", "amp-social-share"]
_HALF, _FIFTH, _WORDS = 0.5, 0.2, 4
_NEAR, _ASKED, _FIELDS = 3, 400, 40
_LIKE = {rule: re.compile("|".join(patterns)) for rule, patterns in NAMED_LIKE.items()}
_BOXES = frozenset({"div", "section", "aside", "ul", "p", "nav", "footer", "header", "form"})


def cleared(tree: Tag) -> Iterator[tuple[Note, str]]:
    """Take furniture out, and give for each a note and the rule's text, with blanks between elements, for what it says of the post."""
    for comment in tree.find_all(string=lambda string: isinstance(string, Comment)):
        comment.extract()
    _noscript(tree)
    for tag in tree.find_all(CODE):
        yield _taken(tag, "furniture-code", f"a <{tag.name}> was taken out"), ""
    yield from _media(tree)
    yield from _bars(tree)
    yield from _named(tree)
    yield from _asking(tree)
    yield from _controls(tree)


def _taken(tag: Tag, rule: str, what: str) -> Note:
    text = squeezed(tag.get_text()) if tag.name not in CODE else ""
    note = Note(Action.DROPPED, rule, what, text or str(tag.get("src") or ""))
    tag.extract()
    return note


def _noscript(tree: Tag) -> None:
    """What stands there for want of scripts: an image takes the place of the empty one before it, all else becomes part of the text."""
    for tag in tree.find_all("noscript"):
        image, before = tag.find("img"), tag.find_previous_sibling()
        if isinstance(image, Tag) and isinstance(before, Tag) and before.name == "img" and not _is_tracker(image):
            if any(before.get(name) for name in _LAZY) or str(before.get("src", "data:")).startswith("data:"):
                before.replace_with(image.extract())
            tag.extract()
        elif isinstance(image, Tag) and not squeezed(tag.get_text()):
            tag.unwrap()
        else:
            tag.extract()


def _media(tree: Tag) -> Iterator[tuple[Note, str]]:
    for tag in tree.find_all(_MEDIA):
        if tag.name.startswith("amp-") or (tag.name == "ins" and "adsbygoogle" in str(tag.get("class"))):
            yield _taken(tag, "furniture-tracker", "a tracker or an advertisement was taken out"), ""
        elif tag.name != "ins" and _is_tracker(tag):
            rule = "furniture-pixel" if tag.name == "img" else "furniture-tracker"
            yield _taken(tag, rule, "an image or a frame of a tracker, a badge or a button was taken out"), ""


def _bars(tree: Tag) -> Iterator[tuple[Note, str]]:
    """Rows of buttons that pass the page on, known by where they lead."""
    gone: set[int] = set()
    holders = {
        id(parent): parent for link in tree.find_all("a", href=_BUTTON) for parent in islice(link.parents, _NEAR) if parent.name in _BOXES
    }
    for tag in [each for each in elements(tree) if id(each) in holders]:
        if not any(id(parent) in gone for parent in tag.parents) and is_bar(tag):
            gone.add(id(tag))
            yield _taken(tag, "furniture-share", "buttons for sharing were taken out"), ""


def _is_tracker(tag: Tag) -> bool:
    source = str(tag.get("src") or tag.get("data-src") or tag.get("data") or "").lower()
    if any(part in source for part in TRACKERS):
        return True
    return all(_TINY.fullmatch(str(tag.get(side, ""))) for side in ("width", "height"))


def rule_of(tag: Tag) -> str:
    """The rule by whose names `tag` is called, or nothing."""
    for name in _names(tag):
        lower = name.lower()
        if rule := _RULES.get(lower) or _RULES.get(_NUMBERED.sub("", lower)):
            return rule
    return ""


def rule_like(tag: Tag) -> str:
    """The rule of a box whose name is like those of furniture, if its words are too."""
    if tag.name not in _BOXES:
        return ""
    names = [name.lower() for name in _names(tag)]
    rule = next((rule for rule, pattern in _LIKE.items() if any(map(pattern.search, names))), "")
    return f"furniture-{rule}" if rule and _is_like(tag, rule) else ""


def _is_like(tag: Tag, rule: str) -> bool:
    if rule == "share":
        linked = {id(inner) for link in tag.find_all("a") for inner in link.descendants}
        plain = [squeezed(str(words)) for words in tag.find_all(string=True) if id(words) not in linked]
        return all(len(words.split()) < _WORDS or read(words) is not None for words in plain)
    if rule == "byline":
        return tag.find("a", rel=["category", "author", "tag"]) is not None or dates.find(fold(tag.get_text(" ")[:_ASKED])) is not None
    if rule == "subscribe":
        words = fold(tag.get_text(" "))
        return bool(SUBSCRIBES.search(words)) and "@" not in words and not re.search(r"\d{3,}[ -]\d{3,}", words)
    return True


def _names(tag: Tag) -> Iterator[str]:
    classes, name = tag.get("class"), tag.get("id")
    yield from classes if isinstance(classes, list) else str(classes or "").split()
    if isinstance(name, str):
        yield name


def _named(tree: Tag) -> Iterator[tuple[Note, str]]:
    """Never more than half of a post at once: then the name means something else there."""
    whole = len(tree.get_text())
    gone: set[int] = set()
    for tag in elements(tree):
        rule, share = rule_of(tag), _HALF
        if not rule:
            rule, share = rule_like(tag), _FIFTH
        if not rule or any(id(parent) in gone for parent in tag.parents) or len(tag.get_text()) > whole * share:
            continue
        gone.add(id(tag))
        words = squeezed(tag.get_text(" "))
        yield _taken(tag, rule, "what the theme or a plugin had put there was taken out"), words


def _asking(tree: Tag) -> Iterator[tuple[Note, str]]:
    """A box that asks for a reader's address goes with the words around its form; never more than a few of them."""
    whole = len(tree.get_text())
    for field in tree.find_all(["form", "input"], limit=_FIELDS):
        boxes = (each for each in islice(field.parents, _NEAR) if each.name in _BOXES and squeezed(each.get_text()))
        box = next(boxes, None)
        if box is None or box is tree or all(parent is not tree for parent in box.parents):
            continue
        if len(box.get_text()) < min(_ASKED, whole * _FIFTH) and _is_like(box, "subscribe"):
            yield _taken(box, "furniture-subscribe", "a box that asked for readers' addresses was taken out"), ""


def _controls(tree: Tag) -> Iterator[tuple[Note, str]]:
    whole = len(tree.get_text())
    for form in tree.find_all("form"):
        if len(form.get_text()) > whole * _HALF:
            form.unwrap()
        else:
            yield _taken(form, "furniture-form", "a form was taken out"), ""
    for tag in tree.find_all(CONTROLS):
        if tag.find_parent(CONTROLS) is None and (tag.name != "fieldset" or len(tag.get_text()) <= whole * _HALF):
            yield _taken(tag, "furniture-form", "a part of a form was taken out"), ""
