"""From blocks of a plain text to HTML, escaped."""

from __future__ import annotations

import html
import re
from itertools import groupby
from typing import TYPE_CHECKING

from .plain_text_blocks import Block, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAD = re.compile(r"(\*{1,2}|__)(?=\S)([^*_]{2,160}?)(?<=\S)\1(?=\s|$)")
_LISTS = {Shape.BULLET: "ul", Shape.NUMBER: "ol"}


def to_html(blocks: Iterable[Block]) -> str:
    """One element a line."""
    parts = []
    for kind, group in groupby(blocks, key=_Kinds()):
        if kind in {"ul", "ol"}:
            parts.append(_list(kind, list(group)))
        elif kind == "blockquote":
            parts.append(f"<blockquote>{''.join(f'<p>{flowed(block.lines)}</p>' for block in group)}</blockquote>")
        else:
            parts += [_plain(block) for block in group]
    return "\n".join(parts)


class _Kinds:
    """Names the element that holds a block: a further paragraph of an item is in the list of that item."""

    def __init__(self) -> None:
        self.last = ""

    def __call__(self, block: Block) -> str:
        if block.shape is not Shape.MORE:
            self.last = _LISTS.get(block.shape, block.shape.value)
        return self.last


def flowed(lines: Iterable[str]) -> str:
    """Lines as one, escaped; a lead between stars is strong."""
    text = html.escape(" ".join(lines), quote=False)
    return _LEAD.sub(r"<strong>\2</strong>", text, count=1) if text.startswith(("*", "__")) else text


def _plain(block: Block) -> str:
    if block.shape is Shape.RULE:
        return "<hr/>"
    if block.shape is Shape.LINES:
        return f"<p>{'<br/>'.join(html.escape(line, quote=False) for line in block.lines)}</p>"
    if block.shape is Shape.HEADING:
        return f"<h2>{flowed(block.lines)}</h2>"
    return f"<p>{flowed(block.lines)}</p>"


def _list(kind: str, blocks: list[Block]) -> str:
    """Items with further paragraphs have paragraphs only, so that Markdown makes a loose list of them."""
    items: list[list[Block]] = []
    for block in blocks:
        if block.shape is Shape.MORE and items:
            items[-1].append(block)
        else:
            items.append([block])
    loose = any(len(item) > 1 for item in items)
    inner = "".join(
        f"<li>{''.join(f'<p>{flowed(each.lines)}</p>' for each in item) if loose else flowed(item[0].lines)}</li>" for item in items
    )
    start = f' start="{blocks[0].number}"' if kind == "ol" and blocks[0].number > 1 else ""
    return f"<{kind}{start}>{inner}</{kind}>"
