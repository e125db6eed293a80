"""The block editor's comments, and the elements around its blocks that mean nothing elsewhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bs4.element import Comment

from ..model import Action, Note
from .canonical import new
from .comments_in_html import block_comment
from .elements import classes_of, living
from .embeds import film_address

if TYPE_CHECKING:
    from bs4 import Tag

_SILENT = frozenset({"more", "nextpage", "spacer", "separator", "footnotes", "post-title", "post-content", "paragraph", "group", "column"})
_OF_FORM = re.compile(r"(?:core/)?(?:jetpack/(?:field|label|input|option|button|phone)|contact-form|wpforms|gravityforms|forminator)\b")
_ADDRESS = re.compile(r"https?://\S+")


def resolve_blocks(tree: Tag) -> list[Note]:
    """Change the tree in place; returns blocks whose content is elsewhere."""
    notes: list[Note] = []
    for comment in tree.find_all(string=lambda text: isinstance(text, Comment)):
        match = block_comment(f"<!--{comment}-->")
        if match and match["alone"]:
            _alone(comment, match, notes)  # type: ignore[arg-type]
        comment.extract()
    for tag in living(tree.select(".wp-block-spacer, .wp-block-file__button, .wp-block-post-navigation-link")):
        tag.decompose()
    for tag in living(tree.select(".wp-block-embed, .wp-block-embed__wrapper, .jetpack-video-wrapper, .embed-youtube")):
        _embed(tag)
    for verse in living(tree.select("pre.wp-block-verse")):
        _verse(verse)
    _lists_of_pictures(tree)
    return list(dict.fromkeys(notes))


def _alone(comment: Comment, match: re.Match[str], notes: list[Note]) -> None:
    """A block without content of its own: an address to show, or something made on the spot."""
    name, given = match["name"], _json(match["json"])
    address = str(given.get("url") or "")
    if _ADDRESS.fullmatch(address) and "embed" in name:
        line, link = new("p"), new("a", href=address)
        link.string = address
        line.append(link)
        comment.insert_before(line)
    elif name == "block":
        what = "a reusable block stands elsewhere in the export"
        notes.append(Note(Action.DOUBTFUL, "markup-block", what, match[0]))
    elif _OF_FORM.match(name):
        notes.append(Note(Action.DROPPED, "markup-form", "a form has nowhere to go", "a block"))
    elif name.removeprefix("core/") not in _SILENT:
        notes.append(Note(Action.DROPPED, "markup-block", f"what the block {name} showed is not in the text", match[0]))


def _json(text: str | None) -> dict[str, object]:
    try:
        value = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _embed(tag: Tag) -> None:
    """An address that WordPress would have shown as a film or a card becomes a link."""
    for text in list(tag.find_all(string=_ADDRESS)):
        if text.find_parent("a") is None and _ADDRESS.fullmatch(text.strip()):
            address = text.strip()
            address = film_address(address) or address
            link = new("a", href=address)
            link.string = address
            text.replace_with(link)


def _verse(pre: Tag) -> None:
    """A poem: its line ends are meant, its blanks are not code."""
    for text in list(pre.find_all(string=re.compile("\n"))):
        lines = text.strip("\n").split("\n")
        parts = [part for line in lines for part in (new("br"), line)][1:]
        text.replace_with(*parts)
    pre.name = "p"


def _lists_of_pictures(tree: Tag) -> None:
    """A gallery that is a list of pictures, each with its caption at most, is only pictures."""
    for lst in living(tree.find_all(["ul", "ol", "dl"])):
        items = lst.find_all(["li", "dt"], recursive=False)
        is_gallery = any("galler" in name for name in classes_of(lst)) or any("galler" in name for name in classes_of(lst.parent or lst))
        if items and is_gallery and all(item.find("img") for item in items):
            for item in lst.find_all(["li", "dt", "dd"], recursive=False):
                item.name = "div"
            lst.name = "div"
