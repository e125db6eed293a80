"""What is kept of single elements: few attributes, and harmless addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag

from .addresses import harmless
from .elements import ADDRESSES, ATTRIBUTES, attribute, classes_of
from .spaces import one_blank

if TYPE_CHECKING:
    from collections.abc import Callable

_LANGUAGE = re.compile(r"(?:language|lang|brush)[-:]\s*([\w#+.-]+)|^([\w#+-]+)$")
_ALIGN = re.compile(r"text-align:\s*(left|right|center)", re.IGNORECASE)
_NOT_LANGUAGES = frozenset(
    {"code", "prettyprint", "linenums", "highlight", "hljs", "codehilite", "source", "wp-block-code", "notranslate", "none"}
)
DECORATIVE = "decorative"
"""The class by which this site knows a picture that says nothing."""
_SIDES = ("left", "right", "center")


def kept_copy(tag: Tag, name: str, new: Callable[..., Tag]) -> Tag:
    """An empty element `name` with what is kept of the attributes of `tag`."""
    made = new(name)
    for key in ATTRIBUTES.get(name, ()):
        value = attribute(tag, key)
        if key in ADDRESSES:
            value = harmless(value, is_picture=name == "img")
        elif key in ("colspan", "rowspan", "start", "width", "height"):
            value = value if value.isascii() and value.isdigit() and value != "1" else ""
        if value or (tag.has_attr(key) and key in ("controls", "open", "alt")):
            made[key] = one_blank(value).strip()
    if name in ("td", "th") and (side := _side(tag)):
        made["align"] = side
    return made


def _side(cell: Tag) -> str:
    match = _ALIGN.search(attribute(cell, "style"))
    side = (match[1] if match else attribute(cell, "align")).lower()
    return side if side in _SIDES else ""


def leaf_copy(tag: Tag, name: str) -> Tag:
    """An element without text around it: a picture, a break, code, sound or a film."""
    made = kept_copy(tag, name, lambda kind: Tag(name=kind, can_be_empty_element=kind in ("img", "br", "source", "track")))
    if name == "img" and not made.get("alt"):
        made["alt"] = attribute(tag, "alt")
        if DECORATIVE in classes_of(tag):
            made["class"] = DECORATIVE
    if name == "code":
        made.string = re.sub(r"\s+", " ", tag.get_text().replace("\xa0", " "))
    if name in ("audio", "video"):
        made["controls"] = ""
        for source in tag.find_all(["source", "track"]):
            made.append(leaf_copy(source, source.name))
    return made


def language_of(pre: Tag) -> str:
    """The programming language that a `<pre>` or the `<code>` in it names, in one of the usual ways."""
    inner = pre.find("code")
    for tag in [inner, pre] if isinstance(inner, Tag) else [pre]:
        if language := attribute(tag, "data-language") or attribute(tag, "lang" if tag.name == "code" else "data-lang"):
            return language.lower() if re.fullmatch(r"[\w#+.-]+", language) else ""
        for name in [" ".join(classes_of(tag)), *classes_of(tag)]:
            match = _LANGUAGE.search(name)
            language = (match[1] or match[2] or "").lower() if match else ""
            if language and language not in _NOT_LANGUAGES and (match[1] if match else tag.name == "code"):
                return language
    return ""
