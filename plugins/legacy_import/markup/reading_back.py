"""What was written is read as the site will read it, and compared with what it should say."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from markdown import Markdown

from .elements import attribute, elements_in

_PLAIN = re.compile(r"[^\W_][\w ,;?!’‘“”…–—'\"()%/-]*(?:[.:](?=\s|$)[\w ,;?!’‘“”…–—'\"()%/-]*)*")
"""A line of mere prose cannot be read as anything else."""
MAX_BRACKETS = 100
"""Python-Markdown looks for the end of each one to the end of the paragraph; more that are no links are escaped."""
_NUMBERED = re.compile(r"\d+\.")
_BLANK = re.compile(r"\s+")
_NOT_SHAPE = frozenset({"html", "body", "div", "thead", "tbody", "figure", "figcaption"})
_DETAILS = ("href", "src", "alt", "title")
_EXTENSIONS = ["markdown.extensions.extra", "markdown.extensions.codehilite", "markdown.extensions.sane_lists"]


@cache
def _reader() -> Markdown:
    configs = {"markdown.extensions.codehilite": {"guess_lang": False}}
    return Markdown(extensions=_EXTENSIONS, extension_configs=configs, output_format="html")


def says(markdown: str, meant: Tag) -> bool:
    """Whether `markdown` is read as `meant`: the same words in the same elements."""
    if markdown.count("[") - markdown.count("\\[") - len(meant.find_all(["a", "img", "sup"])) > MAX_BRACKETS:
        return False
    if (
        "\n" not in markdown
        and _PLAIN.fullmatch(markdown)
        and not _NUMBERED.match(markdown)
        and not meant.find(["a", "img", "strong", "em", "li"])
    ):
        return True
    read = BeautifulSoup(_reader().reset().convert(markdown), "lxml")
    return _shape(read) == _shape(meant)


def _shape(tree: Tag) -> list[str]:
    """Elements and words in order; blanks between blocks count for nothing."""
    shape: list[str] = []
    _add_shape(tree, shape)
    text = _BLANK.sub(" ", "".join(shape)).replace("\x01 ", "\x01").replace(" \x01", "\x01")
    return [part for part in text.split("\x01") if part.strip()]


def _add_shape(tag: Tag, shape: list[str]) -> None:
    for node in tag.contents:
        if isinstance(node, Tag):
            _add_element(node, shape)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            shape.append(str(node))


def _add_element(tag: Tag, shape: list[str]) -> None:
    if "data-footnote" in tag.attrs:
        shape.append(f"[^{tag['data-footnote']}]")
    elif tag.name == "pre":  # coloured or not, but with each of its blanks
        shape.append("\x01<pre>" + tag.get_text().strip("\n").replace("\n", "\x02").replace(" ", "\x03") + "\x01")
    elif tag.name == "span":
        _add_shape(tag, shape)
    else:
        start, end = _marks(tag)
        shape.append(start)
        _add_shape(tag, shape)
        shape.append(end)


def _marks(tag: Tag) -> tuple[str, str]:
    """What stands for the beginning and the end of an element."""
    if tag.name in _NOT_SHAPE or (tag.name == "p" and not _is_paragraph(tag)):
        return "\x01", "\x01"
    keys = (*_DETAILS, "id") if tag.name in ("a", "img") else ("id",)
    details = "|".join(unquote(attribute(tag, key)).strip() for key in keys)
    return f"\x01<{tag.name}{details}>\x01", f"\x01</{tag.name}>\x01"


def _is_paragraph(tag: Tag) -> bool:
    """Whether a `<p>` counts: not around a picture, and not where Markdown alone decides, as in a definition or a list of one item."""
    parent = tag.parent
    is_all_of_definition = parent is not None and parent.name == "dd" and len(elements_in(parent)) == 1
    is_in_only_item = parent is not None and parent.name == "li" and parent.parent is not None and len(elements_in(parent.parent)) == 1
    return bool(tag.get_text(strip=True)) and not (tag.find_parent("figure") or is_all_of_definition or is_in_only_item)
