"""From lines to blocks: which of them belong together, although they were wrapped by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ..furniture.phrases import Level
from ..furniture.reading import read


class Shape(Enum):
    """What a block becomes."""

    PARAGRAPH = "p"
    LINES = "lines"
    """A paragraph whose line breaks are meant: an address, a verse."""
    HEADING = "h2"
    QUOTE = "blockquote"
    BULLET = "ul"
    NUMBER = "ol"
    MORE = "more"
    """A further paragraph of the item before."""
    RULE = "hr"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, without what marked them; `number` is that of an item."""

    shape: Shape
    lines: tuple[str, ...]
    number: int = 0


_BULLET = re.compile(r"\s*(?:[*•·▪◦‣o]|-(?!-)|–|—)\s+(?=\S)")
_NUMBER = re.compile(r"\s*(?:\(?(\d{1,2})[.)]|#(\d{1,2})[.:)]?)\s+(?=\S)")
_QUOTED = re.compile(r"\s*(?:>\s?)+")
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,}|(?:~\s*){3,}|#)\s*")
_ENDS = re.compile(r"[.!?:…\"'”’»)\]]$")
_UNWRAPPED = 160


def blocks(lines: tuple[str, ...]) -> list[Block]:
    """The blocks of a text, in order."""
    groups = _joined(_groups(lines), width := _width(lines))
    has_gaps = len(groups) > 1
    found: list[Block] = []
    for group in groups:
        for part in _parts(group, width, has_gaps=has_gaps):
            found += _blocks_of(part, width, after_item=bool(found) and found[-1].shape in {Shape.BULLET, Shape.NUMBER, Shape.MORE})
    return _with_headings(_with_true_numbers(found))


def _width(lines: tuple[str, ...]) -> int:
    """At which column the text was wrapped: that of its longer lines. Lines of a paragraph each are not wrapped at all."""
    lengths = sorted(len(line) for line in lines if line.strip())
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _groups(lines: tuple[str, ...]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _joined(groups: list[list[str]], width: int) -> list[list[str]]:
    """Some copies have an empty line after each line: a full line without an end goes on in the next, if that begins small."""
    found: list[list[str]] = []
    for group in groups:
        last = found[-1][-1] if found else ""
        goes_on = last and not _ENDS.search(last) and len(last) > width * 0.7 and group[0].lstrip()[:1].islower() and width <= _UNWRAPPED
        if goes_on:
            found[-1] += group
        else:
            found.append([*group])
    return found


def _parts(group: list[str], width: int, *, has_gaps: bool) -> list[list[str]]:
    """Cut a group where a new item, quote or paragraph begins without an empty line."""
    parts: list[list[str]] = []
    for line in group:
        if not parts or _begins(line, parts[-1], width, has_gaps=has_gaps):
            parts.append([line])
        else:
            parts[-1].append(line)
    return _without_furniture(parts)


def _begins(line: str, part: list[str], width: int, *, has_gaps: bool) -> bool:
    last = part[-1]
    if bool(_QUOTED.match(line)) != bool(_QUOTED.match(last)):
        return True
    if _RULE.fullmatch(line) or _RULE.fullmatch(last):
        return True
    if _BULLET.match(line) or _NUMBER.match(line):
        return bool(_BULLET.match(part[0]) or _NUMBER.match(part[0]) or _ENDS.search(last))
    if width > _UNWRAPPED:
        return not _is_short(part, width)
    indented = (
        len(line) - len(line.lstrip()) > len(last) - len(last.lstrip()) + 1
        and len(part) > 0
        and not (_BULLET.match(part[0]) or _NUMBER.match(part[0]))
    )
    if indented:
        return bool(_ENDS.search(last))
    of_item = has_gaps and bool(_BULLET.match(part[0]) or _NUMBER.match(part[0]))
    fits = len(last) + 1 + len(line.split(maxsplit=1)[0]) <= width * (0.5 if has_gaps else 0.85)
    return not of_item and fits and bool(_ENDS.search(last)) and not _is_short([*part, line], width)


def _is_short(lines: list[str], width: int) -> bool:
    return all(len(line) <= max(30, min(width, _UNWRAPPED) * 0.6) for line in lines)


def _without_furniture(parts: list[list[str]]) -> list[list[str]]:
    """Furniture at the end of a paragraph, without an empty line before it, gets a paragraph of its own."""
    found: list[list[str]] = []
    for part in parts:
        levels = [reading.level if (reading := read(line)) else -1 for line in part]
        if min(levels) >= Level.SMALL and max(levels) >= Level.EDGE:
            found += [[line] for line in part]
            continue
        end = len(part)
        while end > 1 and _is_furniture(part[end - 1]) and (_ENDS.search(part[end - 2]) or _is_furniture(part[end - 2])):
            end -= 1
        found.append(part[:end])
        found += [[line] for line in part[end:]]
    return found


def _is_furniture(line: str) -> bool:
    reading = read(line)
    return reading is not None and reading.level >= Level.EDGE


def _blocks_of(part: list[str], width: int, *, after_item: bool) -> list[Block]:
    first, texts = part[0], tuple(line.strip() for line in part)
    if len(part) == 1 and _RULE.fullmatch(first):
        return [Block(Shape.RULE, ())]
    if _QUOTED.match(first):
        inner = tuple(_QUOTED.sub("", line, count=1).strip() for line in part)
        return [Block(Shape.QUOTE, tuple(group)) for group in _groups(inner)]
    if found := _NUMBER.match(first):
        return [Block(Shape.NUMBER, (first[found.end() :], *texts[1:]), int(found[1] or found[2]))]
    if found := _BULLET.match(first):
        return [Block(Shape.BULLET, (first[found.end() :], *texts[1:]))]
    return [Block(_prose_shape(part, width, after_item=after_item), texts)]


def _prose_shape(part: list[str], width: int, *, after_item: bool) -> Shape:
    indent = min(len(line) - len(line.lstrip()) for line in part)
    if indent >= 2 and after_item:
        return Shape.MORE
    if indent >= 3 and (len(part) > 1 or indent >= 8):
        return Shape.QUOTE
    return Shape.LINES if len(part) > 1 and _is_short(part, width) else Shape.PARAGRAPH


def _with_true_numbers(found: list[Block]) -> list[Block]:
    """`1984. It was…` begins no list: one has two items at least that count on, or begins with 1."""
    kept: list[Block] = []
    numbers = [block.number if block.shape is Shape.NUMBER else None for block in found if block.shape is not Shape.MORE]
    place = -1
    for block in found:
        place += block.shape is not Shape.MORE
        if block.shape is Shape.NUMBER:
            near = numbers[max(0, place - 1) : place + 2]
            if block.number != 1 and block.number - 1 not in near and block.number + 1 not in near:
                kept.append(Block(Shape.PARAGRAPH, (f"{block.number}. {block.lines[0]}", *block.lines[1:])))
                continue
        kept.append(block)
    return kept


def _with_headings(found: list[Block]) -> list[Block]:
    """A line in capitals, or a short one with a colon above a paragraph, is a heading."""
    kept = []
    for place, block in enumerate(found):
        after = found[place + 1].shape if place + 1 < len(found) else None
        kept.append(Block(Shape.HEADING, block.lines) if _is_heading(block, after) else block)
    return kept


def _is_heading(block: Block, after: Shape | None) -> bool:
    if block.shape is not Shape.PARAGRAPH or len(block.lines) != 1 or after is None:
        return False
    line = block.lines[0]
    if len(line) > 80 or _is_furniture(line):
        return False
    if line.isupper() and sum(map(str.isalpha, line)) >= 4 and not line.endswith((".", ",")) and not re.search(r"\d{3}|@", line):
        return True
    return line.endswith(":") and len(line.split()) <= 8 and after is Shape.PARAGRAPH and not re.search(r"[.!?,]", line)
