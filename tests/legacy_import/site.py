"""A small site into which tests import."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from legacy_import.command import import_posts
from legacy_import.importing import Means, Options
from site_owner.slugs import reserved_because, short_slug_of, slug_of

SAMPLES = Path(__file__).parent / "sources" / "samples"
URL = "https://imported.example"
TOML = f"""\
name = "Imported"
url = "{URL}"
language = "en"
timezone = "Europe/London"
feed_authority = "imported.example,2026"
default_author = "Nora Ellery"
"""
CARD = "Name: Nora Ellery\nEmail: nora@example.com\n\nWrites.\n"
MEANS = Means(slug_of, short_slug_of, reserved_because, "en", URL, "import")


@dataclass
class NewSite:
    """A project of its own in a folder: `site.toml`, one card, and what is imported."""

    root: Path
    options: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.write("site.toml", TOML)
        self.write("content/authors/nora-ellery.md", CARD)

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def bring(self, *sources: Path, **options: Any) -> int:
        """Import; the exit code."""
        return import_posts(self.root, sources, Options(self.root / "content", **(self.options | options)), MEANS)

    def files(self) -> dict[str, bytes]:
        """Everything that is there, by path."""
        found = (path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")
