"""What visual editors leave behind: styles, empty elements, tables that only frame a picture; what a style says with a meaning is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag

from ..model import Action, Note
from .canonical import new
from .elements import BLOCKS, HEADINGS, attribute, classes_of, elements_in, living

if TYPE_CHECKING:
    from bs4.element import PageElement

_BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(?:bold|bolder|[6-9]00)|(?:^|;)\s*font\s*:\s*bold", re.IGNORECASE)
_NOT_BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_NOT_ITALIC = re.compile(r"font-style\s*:\s*normal", re.IGNORECASE)
_MEANINGS = (
    (_BOLD, "strong"),
    (_ITALIC, "em"),
    (re.compile(r"text-decoration[^;]*:\s*[^;]*line-through", re.IGNORECASE), "del"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE), "sub"),
)
_FLOAT = re.compile(r"float\s*:\s*(?:left|right)", re.IGNORECASE)
_SIDE_CLASSES = frozenset({"alignleft", "alignright"})
_SIGNS = re.compile(r"\s*([*~_=#+•·–—-])(?:[\s\xa0]*\1){2,}\s*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SIDE = re.compile(r"text-align\s*:\s*(left|right|center)", re.IGNORECASE)
_SHAPELESS = frozenset({"span", "font", "big", "small", "u", "basefont", "o:p", "st1:place", "st1:city", "blink", "nobr"})
_FOR_NOTHING = frozenset({"style", "align", "valign", "bgcolor", "face", "size", "color", "border", "trbidi", "imageanchor"})
_MARKS = frozenset({"id", "name", "data-gallery", "itemprop"})
"""Attributes by which something else may find an empty element."""
_OFFICE = re.compile(r"^(?:xml|w:|m:|v:|o:(?!p$))")
_EMPTY = ("p", "div", "b", "strong", "i", "em", "span", "blockquote", *HEADINGS, "li", "ul", "ol", "a")
_KEEPS = ["img", "audio", "video", "iframe", "hr", "table", "object", "embed", "input", "button", "form", "sup", "br"]


def clear_soup(tree: Tag) -> list[Note]:
    """Change the tree in place; returns hidden text, which is taken out."""
    notes = _remove_hidden(tree)
    for tag in living(tree.find_all(_OFFICE)):
        tag.decompose()
    for tag in living(tree.find_all(style=True)):
        _say_style(tag)
    for tag in living(tree.find_all(name=lambda _: True)):
        for key in (_FOR_NOTHING - {"align"} if tag.name in ("td", "th") else _FOR_NOTHING) & set(tag.attrs):
            del tag[key]
    for tag in living(tree.find_all(sorted(_SHAPELESS))):
        if not set(tag.attrs) - {"lang", "dir"}:
            tag.unwrap()
    for anchor in tree.find_all("a", attrs={"name": re.compile("^(?:more|OLE_LINK.*|_GoBack)$")}):
        anchor.unwrap()
    return notes


def _remove_hidden(tree: Tag) -> list[Note]:
    notes = []
    for tag in living(tree.find_all(style=_HIDDEN)):
        if not tag.decomposed:
            if text := tag.get_text(" ", strip=True):
                notes.append(Note(Action.DROPPED, "markup-hidden", "text that nobody could see", text))
            tag.decompose()
    return notes


def _say_style(tag: Tag) -> None:
    """Write as elements what a style says, and take off what it takes back, as Google Docs does with its outermost `<b>`."""
    style = attribute(tag, "style")
    if (tag.name in ("b", "strong") and _NOT_BOLD.search(style)) or (tag.name in ("i", "em") and _NOT_ITALIC.search(style)):
        tag.name = "span"
        tag.attrs.clear()
    elif tag.name in ("td", "th"):
        if match := _SIDE.search(style):
            tag["align"] = match[1].lower()
    elif tag.name not in ("h1", "h2", "h3", "h4", "h5", "h6", "img", "table", "pre", "code", "ul", "ol"):
        for pattern, name in _MEANINGS:
            if pattern.search(style) and tag.name != name and not any(part.name in BLOCKS for part in elements_in(tag)):
                inner = new(name)
                inner.extend(list(tag.contents))
                tag.append(inner)


def set_pictures_apart(tree: Tag) -> None:
    """A picture at the beginning of a paragraph, beside which the text flowed, is a paragraph of its own. Styles must still be there."""
    for paragraph in living(tree.find_all("p")):
        first = next((part for part in paragraph.contents if isinstance(part, Tag) or str(part).strip()), None)
        if not isinstance(first, Tag) or first.name not in ("img", "a") or first.get_text(strip=True) or not paragraph.get_text(strip=True):
            continue
        if _floats(first, first.find("img")) and (first.name == "img" or first.find("img")):
            apart = new("p")
            apart.append(first.extract())
            paragraph.insert_before(apart)


def _floats(*tags: PageElement | None) -> bool:
    found = [tag for tag in tags if isinstance(tag, Tag)]
    names = {name for tag in found for name in classes_of(tag)}
    sides = {attribute(tag, "align").lower() for tag in found}
    return bool(names & _SIDE_CLASSES or sides & {"left", "right"}) or any(_FLOAT.search(attribute(tag, "style")) for tag in found)


def resolve_rules(tree: Tag) -> None:
    """A paragraph of signs only, `* * *`, parts the text as a line does."""
    for paragraph in living(tree.find_all("p")):
        if _SIGNS.fullmatch(paragraph.get_text()) and not paragraph.find(_KEEPS):
            paragraph.replace_with(new("hr"))


def frame_pictures(tree: Tag) -> None:
    """Blogger's tables and WordPress's boxes around a picture and its caption become figures; `div.separator` becomes what is in it."""
    for table in living(tree.select("table.tr-caption-container")):
        caption, picture = table.select_one(".tr-caption"), table.find("img")
        if picture is not None:
            _replace_by_figure(table, picture, caption)
    for box in living(tree.select(".wp-caption, .gallery-item, .wp-block-image")):
        pictures = box.find_all("img")
        caption = box.select_one(".wp-caption-text, .gallery-caption, .wp-caption-dd, figcaption")
        if len(pictures) == 1 and box.name != "figure":
            _replace_by_figure(box, pictures[0], caption)
    for tag in living(tree.select("figure .wp-caption-text")):
        tag.name = "figcaption"
    for tag in living(tree.select("div.separator")):
        tag.name = "p" if not any(part.name in BLOCKS for part in elements_in(tag)) else "div"
        tag.attrs.clear()


def _replace_by_figure(box: Tag, picture: Tag, caption: Tag | None) -> None:
    link = picture.find_parent("a")
    figure, words = new("figure"), new("figcaption")
    if caption is not None:
        words.extend(list(caption.contents))
    figure.append((link if link is not None and box in link.parents else picture).extract())
    if words.get_text(strip=True):
        figure.append(words)
    box.replace_with(figure)


def remove_empty(tree: Tag) -> None:
    """Elements without anything in them, from inside out; blocks that only hold a line break too."""
    for tag in reversed(tree.find_all(_EMPTY)):
        if tag.get_text(strip=True) or set(tag.attrs) & _MARKS:
            continue
        is_block = tag.name in BLOCKS
        if not tag.find([name for name in _KEEPS if name != "br" or not is_block]):
            tag.decompose() if is_block else tag.replace_with(" ")
