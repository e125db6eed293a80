"""The pages of a site, as far as a menu needs them: title, address and whether they are published.

The front matter of a page is its first lines, up to the first empty one: `Title: About`, a name, a colon, a value; lines that
are indented by four blanks go on with the value (Python-Markdown's `meta` extension, which Pelican uses).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .slugs import slug_of
from .text import one_line

if TYPE_CHECKING:
    from pathlib import Path

_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_FURTHER = re.compile(r" {4,}(.*)")
_FENCE = re.compile(r"(-{3}|\.{3})(\s.*)?")
# Far more than any front matter has; a long article is not read to its end for it.
_HEAD_CHARACTERS = 16_000


@dataclass(frozen=True, slots=True)
class Page:
    """A file in `content/pages`: its name without `.md`, its title, the last part of its address, and its `Status:`."""

    name: str
    title: str
    slug: str
    status: str

    @property
    def is_published(self) -> bool:
        return self.status not in {"draft", "skip"}


def front_matter(text: str) -> dict[str, str]:
    """The fields at the beginning of a Markdown file, names in lower case; of a field that stands twice the first."""
    fields: dict[str, list[str]] = {}
    key = ""
    lines = text.lstrip("\ufeff").split("\n")
    for line in lines[1 if _FENCE.fullmatch(lines[0].rstrip()) else 0 :]:
        field, further = _FIELD.match(line), _FURTHER.match(line)
        if field:
            key = field[1].lower()
            fields.setdefault(key, []).append(field[2].strip())
        elif further and key and line.strip():
            fields[key].append(further[1].strip())
        else:
            break
    return {name: values[0] for name, values in fields.items()}


def read_front_matter(path: Path) -> dict[str, str]:
    """The fields of a file; bytes that are not UTF-8 are shown as question marks, Pelican reports them."""
    with path.open(encoding="utf-8", errors="replace") as file:
        return front_matter(file.read(_HEAD_CHARACTERS))


def read_pages(folder: Path) -> dict[str, Page]:
    """The pages that lie in this folder itself, by name; none if there is no such folder."""
    files = sorted(path for path in folder.glob("*.md") if not path.name.startswith("."))
    return {path.stem: _page(path) for path in files}


def _page(path: Path) -> Page:
    fields = read_front_matter(path)
    title = one_line(fields.get("title", "")) or path.stem.replace("-", " ").capitalize()
    return Page(path.stem, title, fields.get("slug") or slug_of(path.stem), fields.get("status", "published").lower())
