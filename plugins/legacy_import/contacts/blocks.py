"""The tree as blocks of text, and cutting words out of one so that everything else stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from .sentences import BREAK, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "ul",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CLOSED = frozenset(["blockquote", "figure", "form", "pre", "script", "style", "table", "template", "textarea", "select", "noscript"])
"""What is in these is somebody else's word, or no prose."""
_MEDIA = frozenset(["img", "picture", "video", "audio", "iframe", "object", "embed", "svg", "canvas", "input", "button"])


@dataclass(slots=True)
class Part:
    """A text, a break or a picture in the tree, and where it stands in the block's text."""

    node: NavigableString | Tag
    start: int
    end: int
    href: str = ""


@dataclass(slots=True)
class Block:
    """A paragraph, an item of a list, a heading, or loose text between such. Of a `closed` one nobody looks inside."""

    owner: Tag
    parts: list[Part] = field(default_factory=list)
    text: str = ""
    closed: bool = False
    _texts: list[str] = field(default_factory=list)
    _length: int = 0

    def add(self, node: NavigableString | Tag, text: str, href: str) -> None:
        self.parts.append(Part(node, self._length, self._length + len(text), href))
        self._texts.append(text)
        self._length += len(text)

    def finish(self) -> Block:
        self.text = "".join(self._texts)
        return self

    @property
    def is_heading(self) -> bool:
        return self.owner.name in _HEADINGS

    @property
    def is_item(self) -> bool:
        return self.owner.name in {"li", "dd", "dt"}

    def links(self, start: int, end: int) -> tuple[tuple[str, str], ...]:
        """Address and words of each link between these places, in order."""
        found: dict[str, str] = {}
        for part in self.parts:
            if part.href and part.start < end and part.end > start:
                found[part.href] = found.get(part.href, "") + self.text[max(part.start, start) : min(part.end, end)]
        return tuple(found.items())


def blocks(tree: Tag) -> list[Block]:
    """All blocks with any text or picture, in the order of the document."""
    found: list[Block] = []
    stack: list[tuple[Tag | NavigableString, Tag, str]] = [(tree, tree, "")]
    owner_before: Tag | None = None
    while stack:
        node, owner, href = stack.pop()
        if isinstance(node, Tag) and (node.name in _BLOCKS or node is tree):
            owner, owner_before = node, None
        elif isinstance(node, Tag) and node.name in _CLOSED:
            found.append(Block(node, closed=True))
            owner_before = None
            continue
        if isinstance(node, Tag) and not _is_leaf(node):
            inner = str(node.get("href") or "") if node.name == "a" else href
            stack.extend((child, owner, inner) for child in reversed(node.contents) if isinstance(child, (Tag, NavigableString)))
            continue
        if (text := _text_of(node)) and owner is not owner_before:
            found.append(Block(owner))
            owner_before = owner
        if text:
            found[-1].add(node, text, href)
    return [block for block in map(Block.finish, found) if block.closed or block.text.strip()]


def _is_leaf(node: Tag) -> bool:
    return node.name == "br" or node.name in _MEDIA


def _text_of(node: Tag | NavigableString) -> str:
    if isinstance(node, Tag):
        return BREAK if node.name == "br" else PICTURE if node.name in _MEDIA else ""
    return "" if isinstance(node, PreformattedString) else str(node).replace(BREAK, " ").replace(PICTURE, " ")


def cut(tree: Tag, block: Block, spans: Iterable[tuple[int, int]]) -> None:
    """Take the text between these places out of the tree, and with it whatever then holds nothing."""
    gone = sorted(spans)
    for part in block.parts:
        left = _left(block.text[part.start : part.end], part.start, gone)
        if left == block.text[part.start : part.end]:
            continue
        if left and isinstance(part.node, NavigableString):
            part.node.replace_with(fresh := NavigableString(left))
            part.node = fresh
        else:
            _remove(tree, part.node)
            part.node = NavigableString("")
    _trim(tree, block)


def _left(text: str, start: int, gone: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for begin, end in gone:
        kept.append(text[at : max(at, begin - start)])
        at = max(at, min(len(text), end - start))
    return "".join(kept) + text[at:]


def _remove(tree: Tag, node: Tag | NavigableString) -> None:
    parent = node.parent
    node.extract()
    while parent is not None and parent is not tree and _is_empty(parent):
        above = parent.parent
        parent.extract()
        parent = above


def _is_empty(tag: Tag) -> bool:
    return all(isinstance(child, NavigableString) and not child.strip() for child in tag.contents)


def _trim(tree: Tag, block: Block) -> None:
    """No break, blank or separator is left hanging at the end of what stays, nor a break at its beginning."""
    for order, strip in ((reversed(block.parts), str.rstrip), (iter(block.parts), str.lstrip)):
        for part in order:
            if part.node.parent is None:
                continue
            if isinstance(part.node, Tag):
                if part.node.name != "br":
                    break
                _remove(tree, part.node)
            elif part.node.strip():
                part.node.replace_with(fresh := NavigableString(strip(part.node)))
                part.node = fresh
                break
            elif part.node.parent is block.owner or block.owner in part.node.parents:
                _remove(tree, part.node)


def clear_end(tree: Tag) -> None:
    """Take empty paragraphs, breaks and rules from the very end of the text."""
    while (last := _last(tree)) is not None and not _says_anything(last):
        last.extract()


def _last(tree: Tag) -> Tag | NavigableString | None:
    return next((child for child in reversed(tree.contents) if isinstance(child, (Tag, NavigableString))), None)


def _says_anything(node: Tag | NavigableString) -> bool:
    if isinstance(node, PreformattedString):
        return False
    if isinstance(node, NavigableString):
        return bool(node.strip())
    return node.name in _MEDIA or node.find(list(_MEDIA)) is not None or any(text.strip() for text in node.strings)
