"""Lists that were typed, `- one<br>- two`, because the editor of the day had none, become lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString

from .canonical import new

if TYPE_CHECKING:
    from bs4.element import PageElement

_BULLET = re.compile(r"\s*(?:([•·●▪◦‣∙*+-])|(\d{1,2})[.)])[ \t\n\xa0]+(?=\S)")
"""A dash of the longer kinds begins a line of a dialogue in many languages, and is left alone."""


def make_lists(tree: Tag) -> None:
    """Change the tree in place: paragraphs of two lines or more that all begin with one sign, or count from 1."""
    for paragraph in tree.find_all("p"):
        if paragraph.find("br", recursive=False):
            _make_list(paragraph)


def _make_list(paragraph: Tag) -> None:
    lines = _lines(paragraph)
    signs = [_BULLET.match(str(line[0])) if line and isinstance(line[0], NavigableString) else None for line in lines]
    found = [match for match in signs if match]
    if len(found) < 2 or len(found) != len(lines):
        return
    numbers = [int(match[2]) for match in found if match[2]]
    if len({match[1] for match in found}) > 1 or (numbers and numbers != list(range(1, len(found) + 1))):
        return
    lst = new("ol" if numbers else "ul")
    for line, match in zip(lines, found, strict=True):
        item = new("li")
        item.extend([NavigableString(str(line[0])[match.end() :]), *line[1:]])
        lst.append(item)
    paragraph.replace_with(lst)


def _lines(paragraph: Tag) -> list[list[PageElement]]:
    """The nodes of each line, without blank ones at its beginning."""
    lines: list[list[PageElement]] = [[]]
    for node in paragraph.contents:
        if isinstance(node, Tag) and node.name == "br":
            lines.append([])
        elif lines[-1] or not isinstance(node, NavigableString) or node.strip():
            lines[-1].append(node)
    return [line for line in lines if line]
