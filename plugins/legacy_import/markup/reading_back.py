"""What was written is read as the site will read it, and compared with what it should say."""

from __future__ import annotations

import re
from functools import cache

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from markdown import Markdown

from .elements import elements_in

_PLAIN = re.compile(r"[^\W_][\w ,;?!’‘“”…–—'\"()%/-]*(?:[.:](?=\s|$)[\w ,;?!’‘“”…–—'\"()%/-]*)*")
"""A line of mere prose cannot be read as anything else."""
_NUMBERED = re.compile(r"\d+\.")
_BLANK = re.compile(r"\s+")
_NOT_SHAPE = frozenset({"p", "thead", "tbody", "figure", "figcaption", "br"})
_EXTENSIONS = ["markdown.extensions.extra", "markdown.extensions.codehilite", "markdown.extensions.sane_lists"]


@cache
def _reader() -> Markdown:
    configs = {"markdown.extensions.codehilite": {"guess_lang": False, "use_pygments": False}}
    return Markdown(extensions=_EXTENSIONS, extension_configs=configs, output_format="html")


def says(markdown: str, meant: Tag) -> bool:
    """Whether `markdown` is read as `meant`: the same words in the same elements."""
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
    _add_shape(tree, shape, is_code=False)
    text = _BLANK.sub(" ", "".join(shape)).replace("\x01 ", "\x01").replace(" \x01", "\x01")
    return [part for part in text.split("\x01") if part.strip()]


def _add_shape(tag: Tag, shape: list[str], *, is_code: bool) -> None:
    for node in tag.contents:
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                text = str(node)
                shape.append(text.rstrip("\n").replace("\n", "\x02").replace(" ", "\x03") if is_code else text)
        elif isinstance(node, Tag):
            _add_element(node, shape, is_code=is_code)


def _add_element(tag: Tag, shape: list[str], *, is_code: bool) -> None:
    if "data-footnote" in tag.attrs:
        shape.append(f"[^{tag['data-footnote']}]")
        return
    name = "" if tag.name in _NOT_SHAPE else tag.name
    if name in ("html", "body", "div", "span"):
        name = ""
    details = [str(tag.get(key, "")) for key in ("href", "src", "alt", "title", "id") if tag.name in ("a", "img") or key == "id"]
    if tag.name in ("li", "p", "br"):
        name = tag.name if tag.name != "p" or _is_paragraph(tag) else ""
    shape.append(f"\x01<{name}{'|'.join(details) if name else ''}>\x01" if name else "\x01" if tag.name != "span" else "")
    _add_shape(tag, shape, is_code=is_code or tag.name == "pre")
    shape.append(f"\x01</{name}>\x01" if name else "\x01" if tag.name != "span" else "")


def _is_paragraph(tag: Tag) -> bool:
    """Whether a `<p>` counts: not around a picture, and not as all of a definition, where Markdown decides by blank lines."""
    is_all_of_definition = tag.parent is not None and tag.parent.name == "dd" and len(elements_in(tag.parent)) == 1
    return not tag.find_parent("figure") and bool(tag.get_text(strip=True)) and not is_all_of_definition
