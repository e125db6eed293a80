"""A fragment of HTML becomes a tree of bounded depth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag

from .entities import unescape_twice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import PageElement

MAX_DEPTH = 60
"""What people write is not deeper; what is deeper comes from elements that were never closed, and stands flat from here on."""

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ADDRESS = re.compile(r"<(https?://[^\s<>\"']{4,2000})>|<([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)>")
_SHAPELESS = frozenset({"div", "span", "font", "section", "article", "center", "main"})
_BLOCKS = frozenset({"address", "blockquote", "dd", "div", "dl", "dt", "li", "ol", "p", "pre", "section", "td", "tr", "ul"})
_LEAVES = frozenset({"audio", "br", "embed", "hr", "iframe", "img", "input", "object", "source", "track", "video"})


def parsed(html: str) -> Tag:
    """A `<div>` that holds the fragment, or the body if a whole page is given. Whatever is given, something is returned."""
    text = _CDATA.sub(r"\1", _UNREADABLE.sub("", html).replace("\r\n", "\n").replace("\r", "\n"))
    soup = BeautifulSoup("<body>" + _ADDRESS.sub(_linked, text), "lxml")
    root = soup.new_tag("div")
    for node in list(_content(soup)):
        root.append(node.extract())
    _bound(root)
    unescape_twice(root)
    return root


def _linked(found: re.Match[str]) -> str:
    """An address in angle brackets, as one writes them in mail, is no element."""
    return f'<a href="{found[1]}">{found[1]}</a>' if found[1] else f"&lt;{found[2]}&gt;"


def _content(soup: BeautifulSoup) -> Iterator[PageElement]:
    """What stands in head and body, or outside of both, as it does behind a stray `</html>`."""
    for top in soup.contents:
        for node in top.contents if isinstance(top, Tag) and top.name == "html" else [top]:
            yield from node.contents if isinstance(node, Tag) and node.name in ("head", "body") else [node]


def _bound(root: Tag) -> None:
    """Dissolve elements without a meaning of their own where they are nested without need, and all that is still too deep."""
    _dissolve_chains(root)
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for tag in level for child in tag.contents if isinstance(child, Tag)]
    for tag in level:
        _flatten(tag)


def _dissolve_chains(root: Tag) -> None:
    """`<div><div><div>x</div></div></div>` says no more than the outermost of them."""
    for outer in [tag for tag in root.find_all("div") if not _is_only_child(tag)]:
        inner = outer
        while len(inner.contents) == 1 and isinstance(child := inner.contents[0], Tag) and _is_only_child(child):
            inner = child
        if inner is not outer:
            kept = [node.extract() for node in list(inner.contents)]
            outer.clear()
            outer.extend(kept)


def _is_only_child(tag: Tag) -> bool:
    parent = tag.parent
    return tag.name == "div" and not tag.attrs and parent is not None and parent.name == "div" and len(parent.contents) == 1


def _flatten(tag: Tag) -> None:
    """Leave of all below `tag` only texts and what has no content, with a line break where a block began."""
    flat: list[PageElement] = []
    soup = BeautifulSoup("", "lxml")
    for node in list(tag.descendants):
        if not isinstance(node, Tag) or node.name in _LEAVES:
            flat.append(node)
        elif node.name in _BLOCKS:
            flat.append(soup.new_tag("br"))
    for node in flat:
        node.extract()
    tag.clear()
    tag.extend(flat)
