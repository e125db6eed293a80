"""Lists of word processors: Word pastes paragraphs that begin with a sign and say so in their style, Google Docs paragraphs in items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from .canonical import new
from .elements import attribute, classes_of, elements_in, living

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVEL = re.compile(r"mso-list\s*:\s*[\w ]*?\blevel(\d)", re.IGNORECASE)
_SIGN = re.compile(
    r"[\s\xa0]*(?:[·•●▪◦‣∙oO§ØvVüàè*\uf000-\uf0ff–—-]|(?P<count>\(?(?:(?P<number>\d{1,3})|[A-Za-z]|[ivxIVX]{2,5})[.)]))[\s\xa0]+(?=\S)"
)
_DEEPEST = 9
"""Word knows no more levels."""


@dataclass(frozen=True, slots=True)
class _Line:
    paragraph: Tag
    level: int
    sign: re.Match[str]

    @property
    def kind(self) -> str:
        return "ol" if self.sign["count"] else "ul"


def resolve_office_lists(tree: Tag) -> None:
    """Change the tree in place. Word's styles and conditional comments must still be there."""
    for text in tree.select("li > p[role=presentation]"):
        if text.parent is not None and sum(part.name == "p" for part in elements_in(text.parent)) == 1:
            text.unwrap()
    done: set[int] = set()
    for paragraph in living(tree.find_all("p")):
        if id(paragraph) not in done and (lines := list(_run(paragraph))):
            done |= {id(line.paragraph) for line in lines}
            _make(lines)


def _line(paragraph: Tag) -> _Line | None:
    level = _LEVEL.search(attribute(paragraph, "style"))
    if not level and not any(name.startswith("MsoList") for name in classes_of(paragraph)):
        return None
    sign = _SIGN.match("".join(map(str, _texts(paragraph))))
    return _Line(paragraph, min(int(level[1]), _DEEPEST) if level else 1, sign) if sign else None


def _texts(paragraph: Tag) -> Iterator[NavigableString]:
    return (text for text in paragraph.find_all(string=True) if not isinstance(text, PreformattedString))


def _run(paragraph: Tag) -> Iterator[_Line]:
    """The lines from this one on that follow each other."""
    node: object = paragraph
    while node is not None:
        if isinstance(node, Tag):
            line = _line(node) if node.name == "p" else None
            if line is None:
                return
            yield line
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node.strip():
            return
        node = node.next_sibling  # type: ignore[attr-defined]


def _make(lines: list[_Line]) -> None:
    """A list for each stretch of one kind; what is deeper goes into the item before it."""
    opened: list[tuple[int, Tag]] = []
    before: Tag = lines[0].paragraph
    for line in lines:
        while opened and opened[-1][0] > line.level:
            opened.pop()
        if not opened or opened[-1][0] < line.level or opened[-1][1].name != line.kind:
            lst = new(line.kind, **({"start": line.sign["number"]} if line.sign["number"] not in (None, "1") else {}))
            if opened and opened[-1][0] == line.level:
                opened.pop()
            if opened:
                elements_in(opened[-1][1])[-1].append(lst)
            else:
                before.insert_before(lst) if before is lines[0].paragraph else before.insert_after(lst)
                before = lst
            opened.append((line.level, lst))
        opened[-1][1].append(_item(line))


def _item(line: _Line) -> Tag:
    """The paragraph's words without the sign."""
    left = line.sign.end()
    for text in list(_texts(line.paragraph)):
        cut = min(left, len(text))
        left -= cut
        text.replace_with(str(text)[cut:])
        if not left:
            break
    item = new("li")
    item.extend(list(line.paragraph.contents))
    line.paragraph.decompose()
    return item
