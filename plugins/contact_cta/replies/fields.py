"""The front matter of an owner's file, as far as counting replies needs it: names, values, lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

Fields = dict[str, list[str]]

_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")  # as Python-Markdown's meta extension has it
_FURTHER = re.compile(r" {4,}(.*)")
_FENCE = re.compile(r"(-{3}|\.{3})(\s.*)?")
_MARKDOWN = frozenset({".md", ".markdown", ".mkd", ".mdown"})  # Pelican's MarkdownReader.file_extensions
# Far more than any front matter has; a long article is not read to its end for it.
_HEAD_CHARACTERS = 16_000


def files_below(folder: Path) -> list[Path]:
    """All Markdown files in this folder and the folders in it, in the order of their paths; none if there is no such folder."""
    return sorted(path for path in folder.rglob("*") if path.suffix in _MARKDOWN and not path.name.startswith("."))


def read_fields(path: Path) -> Fields:
    """The fields at the beginning of a file, names in lower case, a value for each of their lines.

    Bytes that are not UTF-8 do no harm here (a build reports them); OSError if the file cannot be read.
    """
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        return fields_of(file.read(_HEAD_CHARACTERS))


def fields_of(text: str) -> Fields:
    """The fields of a text that begins with front matter, with or without a fence of hyphens."""
    fields: Fields = {}
    name = ""
    for line in _head(text):
        field, further = _FIELD.match(line), _FURTHER.match(line)
        if field:
            name = field[1].lower()
            fields.setdefault(name, []).append(field[2].strip())
        elif further and name and line.strip():
            fields[name].append(further[1].strip())
        else:
            break
    return fields


def _head(text: str) -> Iterator[str]:
    lines = iter(text.split("\n"))
    first = next(lines)
    if not _FENCE.fullmatch(first.rstrip()):
        yield first
    yield from lines


def first(fields: Mapping[str, Sequence[str]], name: str) -> str:
    """The first value of a field, as Pelican takes it; empty if there is none."""
    return next(iter(fields.get(name, ())), "")


def items(fields: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """A list: one item a line, or on one line with semicolons, or if there are none, with commas."""
    values = [value for value in fields.get(name, ()) if value]
    if len(values) == 1:
        values = values[0].split(";" if ";" in values[0] else ",")
    return tuple(value.strip() for value in values if value.strip())
