"""What stands in the content folder, read in the simplest way and without any code of the build."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """An article or a page as its author wrote it."""

    kind: str
    """`article` or `page`."""
    slug: str
    fields: dict[str, str]
    body: str

    @property
    def title(self) -> str:
        return self.fields["title"]

    @property
    def status(self) -> str:
        return self.fields.get("status", "published").lower()

    @property
    def date(self) -> datetime:
        """When it was published, in UTC whatever the site's zone is: near enough for what is compared."""
        given = datetime.fromisoformat(self.fields["date"])
        return given.astimezone(UTC) if given.tzinfo else given.replace(tzinfo=UTC)

    @property
    def is_future(self) -> bool:
        return self.kind == "article" and self.date > datetime.now(UTC)

    @property
    def is_public(self) -> bool:
        """Has a page in the published site to which other pages may lead."""
        return self.status == "published" and not self.is_future

    @property
    def tags(self) -> tuple[str, ...]:
        return _listed(self.fields.get("tags", ""))

    @property
    def authors(self) -> tuple[str, ...]:
        return _listed(self.fields.get("authors", "") or self.fields.get("author", ""))


def _listed(value: str) -> tuple[str, ...]:
    separator = ";" if ";" in value else "\n" if "\n" in value else ","
    return tuple(part.strip() for part in value.split(separator) if part.strip())


def read_sources(content: Path) -> tuple[Source, ...]:
    """Every article and page below `content`, by kind and file."""
    return tuple(
        _read(path, kind)
        for kind, folder in (("article", "articles"), ("page", "pages"))
        for path in sorted((content / folder).rglob("*.md"))
        if not path.name.startswith(("README", "LICENSE"))
    )


def _read(path: Path, kind: str) -> Source:
    front, _, body = path.read_text(encoding="utf-8-sig").partition("\n\n")
    fields: dict[str, str] = {}
    name = ""
    for line in front.splitlines():
        field = re.match(r"([A-Za-z_]+):\s*(.*)", line)
        if field:
            name = field[1].lower()
            fields[name] = field[2].strip()
        elif name:
            fields[name] += f"\n{line.strip()}"
    return Source(kind, fields.get("slug", path.stem), fields, body)
