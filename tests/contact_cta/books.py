"""Content folders for tests, and the book that is read from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contact_cta.book import Book, read_book
from contact_cta.config import ContactConfig, contact_config
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

if TYPE_CHECKING:
    from pathlib import Path

    from contact_cta.report import Finding

ANN = "Name: Ann Lee\nEmail: ann@example.com\nPhone: +1 202 555 0143\n"
SETTINGS: dict[str, Any] = {"SITENAME": "Stairs", "SITEURL": "https://example.com", "DEFAULT_LANG": "en", "AUTHOR": "Ann Lee"}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read(folder: Path, files: dict[str, str], **settings: Any) -> tuple[Book, list[Finding], ContactConfig]:
    """The book of a content folder with `files`; what is wrong with them."""
    write(folder, files)
    config = contact_config(SETTINGS | {"PATH": str(folder)} | settings)
    book, findings = read_book(config, lambda name: slugify(name, DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]))
    return book, findings, config
