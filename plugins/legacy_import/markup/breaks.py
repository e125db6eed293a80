"""Line breaks: two end a paragraph, one is kept where it is meant and dissolved where a text was only wrapped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import Comment, NavigableString

from .canonical import new
from .elements import BLOCKS, elements_in

if TYPE_CHECKING:
    from bs4.element import PageElement

_CONTAINERS = ("div", "blockquote", "section", "article", "main", "td", "center", "li")
_FORMATS = ("b", "strong", "i", "em", "span", "font", "big", "small", "u", "del", "ins")

_NESTED = 4
"""Formats nested deeper are nobody's intention, and are left as they are."""
_WRAP_FROM, _WRAP_TO = 45, 100
"""Editors that wrapped lines did so between these widths."""
_WRAPPED = 3
"""So many lines a paragraph must have to tell that it was wrapped."""
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’»)]*$")
_LIST_ITEM = re.compile(r"^(?:[-*•·–—>]|\d+[.)])\s")


def paragraphs_from_breaks(tree: Tag) -> None:
    """Change the tree in place, so that every paragraph is a `<p>` and no two breaks follow each other."""
    for wrapper in reversed(tree.find_all(_FORMATS)):
        _split_wrapper(wrapper)
    for paragraph in tree.find_all("p"):
        _split_paragraph(paragraph)
    for container in [tree, *tree.find_all(_CONTAINERS)]:
        _wrap_text(container)
    for paragraph in tree.find_all("p"):
        _unwrap_lines(paragraph)


def _is_break(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def _is_blank(node: PageElement) -> bool:
    return isinstance(node, Comment) or (isinstance(node, NavigableString) and not node.strip())


def _runs(nodes: list[PageElement]) -> list[list[PageElement]]:
    """The nodes between double breaks, without the breaks."""
    runs: list[list[PageElement]] = [[]]
    breaks: list[PageElement] = []
    for node in nodes:
        if _is_break(node) or (breaks and _is_blank(node)):
            breaks.append(node)
            continue
        if sum(map(_is_break, breaks)) >= 2:
            runs.append([])
        else:
            runs[-1] += breaks
        breaks = []
        runs[-1].append(node)
    return [run for run in runs if not all(_is_blank(node) or _is_break(node) for node in run)]


def _has_double_break(nodes: list[PageElement]) -> bool:
    count = 0
    for node in nodes:
        count = count + 1 if _is_break(node) else count if _is_blank(node) else 0
        if count > 1:
            return True
    return False


def _split_wrapper(wrapper: Tag) -> None:
    """`<b>one<br><br>two</b>` becomes two of them with the breaks between."""
    if not _has_double_break(wrapper.contents) or any(part.name in BLOCKS for part in elements_in(wrapper)):
        return
    if len(wrapper.find_parents(_FORMATS, limit=_NESTED)) == _NESTED:
        return
    parts: list[Tag] = []
    for run in _runs(list(wrapper.contents)):
        copy = new(wrapper.name)
        copy.attrs.update(wrapper.attrs)
        copy.extend(run)
        parts += [copy, new("br"), new("br")]
    wrapper.replace_with(*parts)


def _split_paragraph(paragraph: Tag) -> None:
    if not _has_double_break(paragraph.contents):
        return
    parts = []
    for run in _runs(list(paragraph.contents)):
        copy = new("p")
        copy.attrs.update(paragraph.attrs)
        copy.extend(run)
        parts.append(copy)
    paragraph.replace_with(*parts)


def _wrap_text(container: Tag) -> None:
    """Text beside blocks gets paragraphs; a list item or a cell of text only stays one unless it has double breaks."""
    nodes = list(container.contents)
    is_line = container.name in ("li", "td") and not _has_double_break(nodes)
    if is_line or all(_is_blank(node) for node in nodes):
        return
    container.clear()  # from its beginning, which costs less than taking nodes out one by one where they stand
    run: list[PageElement] = []
    rebuilt: list[PageElement] = []
    for node in [*nodes, None]:
        if node is None or (isinstance(node, Tag) and (node.name in BLOCKS or node.find(list(BLOCKS)) is not None)):
            rebuilt += [*_as_paragraphs(run), *([node] if node is not None else [])]
            run = []
        else:
            run.append(node)
    container.extend(rebuilt)


def _as_paragraphs(run: list[PageElement]) -> list[Tag]:
    paragraphs = []
    for part in _runs(run):
        paragraph = new("p")
        paragraph.extend(part)
        paragraphs.append(paragraph)
    return paragraphs


def _unwrap_lines(paragraph: Tag) -> None:
    """Dissolve the breaks of a paragraph that an editor had wrapped; poems and addresses have shorter lines, or ends of sentences."""
    lines: list[str] = [""]
    for node in paragraph.descendants:
        if _is_break(node):
            lines.append("")
        elif isinstance(node, NavigableString):
            lines[-1] += str(node).replace("\n", " ")
    lines = [line.strip() for line in lines]
    if len(lines) >= _WRAPPED and _are_wrapped(lines):
        for line_end in paragraph.find_all("br"):
            line_end.replace_with(" ")


def _are_wrapped(lines: list[str]) -> bool:
    """Whether nearly all lines but the last are about as long as each other, and most end within a sentence."""
    full = lines[:-1]
    if any(_LIST_ITEM.match(line) for line in lines):
        return False
    widths = sorted(len(line) for line in full)
    widest = widths[-1]
    if not _WRAP_FROM <= widest <= _WRAP_TO or sum(width >= widest * 0.75 for width in widths) < len(full) * 0.8:
        return False
    within = sum(not _SENTENCE_END.search(line) for line in full)
    small = sum(line[:1].islower() or line[:1].isdigit() for line in lines[1:])
    return within >= len(full) * 0.6 and small >= len(full) * 0.5
