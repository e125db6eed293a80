"""Brings the theme's catalogues up to date: collects the strings of the templates, merges them into each language, compiles.

Run by hand with the environment's Python after a string in a template or in plugins/theme_assets has changed:

    .venv/bin/python theme/make_catalogues.py            # writes theme/locale/
    .venv/bin/python theme/make_catalogues.py de         # and begins a language

A string without translation stays empty in the .po file and shows in English.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

THEME = Path(__file__).resolve().parent
SOURCES = {
    THEME / "templates": [("**.html", "jinja2")],
    THEME.parent / "plugins" / "theme_assets": [("**.py", "python")],
}
OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}
DOMAIN = "theme"
WITHOUT_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""Babel writes a date into a compiled catalogue; a fixed one keeps the file the same."""


def collected() -> Catalog:
    """All strings that the theme shows, without places, so that moving a line changes nothing here."""
    catalog = Catalog(
        domain=DOMAIN,
        header_comment="# What the theme says to readers.",
        project="Rapport",
        version="1",
        msgid_bugs_address="none",
        last_translator="Rapport",
        language_team="Rapport",
        fuzzy=False,
    )
    for folder, methods in SOURCES.items():
        for _file, _line, message, comments, context in sorted(extract_from_dir(folder, methods, OPTIONS), key=str):
            catalog.add(message, auto_comments=comments, context=context)
    return catalog


def as_text(catalog: Catalog) -> bytes:
    """The .po or .pot file, without dates."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, omit_header=False, sort_output=True)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))).encode()


def compiled(po: bytes) -> bytes:
    """The .mo file of a .po file."""
    buffer = io.BytesIO()
    catalog = read_po(io.BytesIO(po), domain=DOMAIN)
    catalog.creation_date = catalog.revision_date = WITHOUT_DATE
    write_mo(buffer, catalog)
    return buffer.getvalue()


def merged(language: str, template: Catalog) -> bytes:
    """The language's .po file with every string of `template`, keeping the translations that it has."""
    path = catalogue_path(language)
    old = path.read_bytes() if path.is_file() else b""
    catalog = read_po(io.BytesIO(old), locale=language, domain=DOMAIN)
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=True)
    for name in ("project", "version", "msgid_bugs_address", "last_translator", "language_team", "fuzzy"):
        setattr(catalog, name, getattr(template, name))
    catalog.obsolete.clear()
    return as_text(catalog)


def catalogue_path(language: str) -> Path:
    return THEME / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def main(languages: list[str]) -> None:
    template = collected()
    (THEME / "locale").mkdir(exist_ok=True)
    (THEME / "locale" / f"{DOMAIN}.pot").write_bytes(as_text(template))
    present = {path.name for path in (THEME / "locale").iterdir() if path.is_dir()}
    for language in sorted(present | set(languages)):
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(merged(language, template))
        path.with_suffix(".mo").write_bytes(compiled(path.read_bytes()))


if __name__ == "__main__":
    main(sys.argv[1:])
