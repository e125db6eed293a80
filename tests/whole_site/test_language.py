"""Every word that readers see can be translated, and the committed catalogues are those of the sources."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from .builds import Build, copy_project, run_pelican
from .pseudo_language import (
    shown_texts,
    templates_of_catalogues,
    theme_language_folders,
    untranslated,
    write_pseudo_catalogues,
    write_pseudo_site,
)
from .variants import ROOT, Variant

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog

EXTRACTED: dict[str, list[tuple[str, str]]] = {
    "theme": [("theme/templates", "jinja2"), ("plugins/theme_assets", "python")],
}
"""Where the strings of a catalogue stand; a plugin's own catalogue has those of its own modules."""

WORDS_OF_NO_LANGUAGE = {"404", "Markdown", "Pelican", "Atom", "RSS", "JSON Feed", "Rapport"}


def catalogue(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()))


def extracted_ids(domain: str) -> set[Any]:
    places = EXTRACTED.get(domain, [(f"plugins/{domain}", "python")])
    return {
        message
        for folder, method in places
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder, [("**.html" if method == "jinja2" else "**.py", method)], {"**.html": {"trimmed": "true", "silent": "false"}}
        )
    }


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Build:
    project = tmp_path_factory.mktemp("pseudo") / "site"
    copy_project(project)
    write_pseudo_catalogues(project)
    write_pseudo_site(project)
    return Build("pseudo", project, run_pelican(project, Variant(write_pseudo_site)))


def test_no_page_shows_a_word_that_cannot_be_translated(pseudo: Build) -> None:
    left = {(untranslated(text), page.path) for page in pseudo.pages.values() for text in shown_texts(page.soup)}
    found: dict[str, str] = {text: path for text, path in sorted(left) if text and text not in WORDS_OF_NO_LANGUAGE}
    assert found == {}


def test_the_pseudo_site_has_translated_strings_and_every_type_of_page(pseudo: Build) -> None:
    from .pages import representatives

    assert "[ǃ" in pseudo.pages["index.html"].soup.get_text()
    types = set(representatives(pseudo.pages))
    assert {
        "home",
        "article",
        "page",
        "tag",
        "tag, later page",
        "tags",
        "author",
        "series",
        "archive of a period",
        "draft",
        "404",
        "write",
        "subscribe",
    } <= types


def test_what_is_left_of_a_text_shows_what_is_not_translated() -> None:
    assert untranslated("[ǃPart 1 of Ряд [ǃinnerǃ]ǃ] 2024 Слово →") == ""
    assert untranslated("[ǃBy ǃ] Anna") == "Anna"


@pytest.mark.parametrize("template", templates_of_catalogues(ROOT), ids=lambda path: path.stem)
def test_the_template_of_a_catalogue_has_every_string(template: Path) -> None:
    assert set(strings(template)) == extracted_ids(template.stem)


def strings(path: Path) -> dict[Any, tuple[str, ...]]:
    """The translations in a .po or .mo file, plurals included."""
    read = read_mo if path.suffix == ".mo" else read_po
    found = read(BytesIO(path.read_bytes()))
    return {_hashable(message.id): _texts(message.string) for message in found if message.id}


def _hashable(message: Any) -> Any:
    return tuple(message) if isinstance(message, list) else message


def _texts(translated: Any) -> tuple[str, ...]:
    return (translated,) if isinstance(translated, str) else tuple(translated or ())


TRANSLATIONS = sorted(source for folder in theme_language_folders() for source in (folder / "LC_MESSAGES").glob("*.po"))


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: f"{path.stem}-{path.parts[-3]}")
def test_a_translation_is_complete_and_compiled(path: Path) -> None:
    translated = strings(path)
    assert set(translated) == set(strings(path.parents[2] / f"{path.stem}.pot"))
    assert [message for message, texts in translated.items() if not texts or not all(texts)] == []
    assert [message.id for message in catalogue(path) if message.fuzzy and message.id] == []
    assert strings(path.with_suffix(".mo")) == translated


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: f"{path.stem}-{path.parts[-3]}")
def test_a_translation_has_the_placeholders_of_its_source(path: Path) -> None:
    placeholders = re.compile(r"%\(\w+\)s")
    for message, texts in strings(path).items():
        asked = set(placeholders.findall(message if isinstance(message, str) else message[-1]))
        assert [text for text in texts if not set(placeholders.findall(text)) <= asked] == [], message
