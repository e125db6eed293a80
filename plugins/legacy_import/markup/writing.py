"""Blocks as Markdown, each as a list of lines that whoever calls it may indent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag

from .elements import HEADINGS, attribute, elements_in
from .raw_html import as_html, is_block

if TYPE_CHECKING:
    from .inline import Inline

INDENT = "    "
"""Python-Markdown wants four blanks for what belongs to a list item."""
APART = "<!-- -->"
"""Between two blocks that would be read as one."""

_TICKS = re.compile("^`{3,}", re.MULTILINE)
_SIDES = {"left": ":--", "right": "--:", "center": ":-:"}


def block(tag: Tag, inline: Inline, *, is_top: bool = True) -> list[str]:
    """The lines of one block; fenced code and HTML are possible only where `is_top`."""
    if tag.name in HEADINGS:
        return [_heading(tag, inline)]
    if tag.name == "blockquote":
        return [f"> {line}" if line else ">" for line in blocks(tag, inline, is_top=False)]
    if tag.name == "pre":
        return _code(tag, is_top=is_top)
    write = _WRITERS.get(tag.name)
    return write(tag, inline) if write else [as_html(tag)]


def blocks(tag: Tag, inline: Inline, *, is_top: bool = True) -> list[str]:
    """All blocks in `tag`, with an empty line between them, and something more between two that would become one."""
    lines: list[str] = []
    before: Tag | None = None
    for part in elements_in(tag):
        if before is not None:
            lines += ["", APART, ""] if would_run_together(before, part, is_top=is_top) else [""]
        lines += block(part, inline, is_top=is_top)
        before = part
    return lines


def would_run_together(before: Tag, after: Tag, *, is_top: bool) -> bool:
    if before.name in ("ul", "ol", "dl"):
        return after.name == before.name or (after.name == "pre" and not is_top)
    return before.name == after.name and (before.name == "blockquote" or (before.name == "pre" and not is_top))


def _heading(tag: Tag, inline: Inline) -> str:
    text = inline.line(tag)
    text = text[:-1] + "\\#" if text.endswith("#") else text
    return "#" * int(tag.name[1]) + " " + text + (f" {{: #{tag['id']} }}" if tag.get("id") else "")


def _paragraph(tag: Tag, inline: Inline) -> list[str]:
    return inline.paragraph(tag).split("\n")


def _list(tag: Tag, inline: Inline) -> list[str]:
    lines: list[str] = []
    items = elements_in(tag)
    is_loose = any(part.name == "p" for item in items for part in elements_in(item))
    for number, item in enumerate(items, start=int(attribute(tag, "start") or "1")):
        marker = f"{number}. " if tag.name == "ol" else "- "
        inside = _item(item, inline, is_loose=is_loose)
        lines += [""] if lines and is_loose else []
        lines += [marker + inside[0], *(INDENT + line if line else "" for line in inside[1:])]
    return lines


def _item(item: Tag, inline: Inline, *, is_loose: bool) -> list[str]:
    """An item's lines: its text, and the blocks below it."""
    text, rest = Tag(name="p"), Tag(name="div")
    for node in item.contents:
        (rest if is_block(node) else text).append(node.__copy__())
    lines = inline.paragraph(text).split("\n") if text.contents else []
    below = blocks(rest, inline, is_top=False)
    return [*lines, *([""] if lines and below and is_loose else []), *below] or [""]


def _definitions(tag: Tag, inline: Inline) -> list[str]:
    lines: list[str] = []
    before = ""
    for part in elements_in(tag):
        if part.name == "dt":
            lines += [*([""] if before == "dd" else []), inline.paragraph(part)]
        else:
            inside = _item(part, inline, is_loose=True)
            lines += [""] if before == "dd" or any(is_block(node) for node in part.contents) else []
            lines += [":   " + inside[0], *(INDENT + line if line else "" for line in inside[1:])]
        before = part.name
    return lines


def _code(tag: Tag, *, is_top: bool) -> list[str]:
    code, text = tag.find("code"), tag.get_text()
    if not is_top:
        return [INDENT + line if line else "" for line in text.split("\n")]
    language = attribute(code, "class").removeprefix("language-") if code else ""
    if not language and text.startswith(("#!", ":::")):
        language = "text"  # else codehilite takes the line for an instruction
    fence = max([*_TICKS.findall(text), "``"], key=len) + "`"
    return [fence + language, *text.split("\n"), fence]


def _table(tag: Tag, inline: Inline) -> list[str]:
    rows = [elements_in(row) for row in elements_in(tag)]
    if not _is_plain(rows):
        return [as_html(tag)]
    lines = [_row([inline.line(cell) for cell in row]) for row in rows]
    return [lines[0], _row([_SIDES.get(attribute(cell, "align"), "---") for cell in rows[0]]), *lines[1:]]


def _is_plain(rows: list[list[Tag]]) -> bool:
    """One row of headings, then rows of equal length; text in all cells."""
    if len(rows) < 2 or {cell.name for cell in rows[0]} != {"th"}:
        return False
    cells = [cell for row in rows for cell in row]
    is_even = {len(row) for row in rows} == {len(rows[0])} and all(cell.name == "td" for row in rows[1:] for cell in row)
    return is_even and not any("colspan" in cell.attrs or "rowspan" in cell.attrs or any(map(is_block, cell.contents)) for cell in cells)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("\\|", "|").replace("|", "\\|") for cell in cells) + " |"


def _details(tag: Tag, inline: Inline) -> list[str]:
    rest = Tag(name="div")
    rest.extend([part.__copy__() for part in elements_in(tag) if part.name != "summary"])
    summary = tag.find("summary")
    words = [as_html(summary)] if summary and summary.contents else []
    start = "<details open" if "open" in tag.attrs else "<details"
    return [f'{start} markdown="1">', *words, "", *blocks(rest, inline), "", "</details>"]


_WRITERS = {
    "p": _paragraph,
    "hr": lambda *_: ["---"],
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "details": _details,
}
