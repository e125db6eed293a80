"""Tables without inline style, each in a named region that may scroll sideways.

The pattern is Adrian Roselli's ("Under-Engineered Responsive Tables").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from .headings import text_of

if TYPE_CHECKING:
    from markdown import Markdown

    from .language import Words

CELLS_IN_NAME = 3
_TEXT_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")


def align_by_class(root: Element) -> None:
    """Replace what Python-Markdown writes for `|---:|`, as style or as attribute, by a class."""
    for cell in root.iter():
        if cell.tag not in ("th", "td"):
            continue
        match = _TEXT_ALIGN.fullmatch(cell.get("style", ""))
        side = match[1] if match else cell.attrib.pop("align", "")
        if match:
            del cell.attrib["style"]
        if side:
            cell.set("class", f"{cell.get('class', '')} align-{side}".strip())


def wrap_tables(root: Element, md: Markdown, words: Words) -> None:
    """Put each table into `div.table`, a landmark with a name of its own that the keyboard can reach and scroll."""
    names: set[str] = set()
    pairs = [(parent, child) for parent in root.iter() for child in parent if child.tag == "table"]
    for number, (parent, table) in enumerate(pairs, start=1):
        name = _name_of(table, md, words, number=number, taken=names)
        names.add(name)
        region = Element("div", {"class": "table", "role": "region", "aria-label": name.replace("&", "&amp;"), "tabindex": "0"})
        region.tail, table.tail = table.tail, "\n"
        parent[list(parent).index(table)] = region
        region.append(table)


def _name_of(table: Element, md: Markdown, words: Words, *, number: int, taken: set[str]) -> str:
    """By the first column headings; by its number where there are none or another table has the same."""
    headings = [text for cell in table.iter("th") if (text := text_of(cell, md))]
    cells = ", ".join(headings[:CELLS_IN_NAME])
    if not cells:
        return words.table_numbered.format(number=number)
    name = words.table_named.format(cells=cells)
    return words.table_both.format(number=number, cells=cells) if name in taken else name
