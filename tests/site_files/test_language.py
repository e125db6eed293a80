"""The catalogues say what the code says, and the compiled ones what the readable ones say."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from site_files import language
from site_files.language import DOMAIN, FOLDER, words_in

CATALOGUES = sorted(FOLDER.glob("*/LC_MESSAGES/*.po"))


def messages(file: Path) -> dict[str, str]:
    with file.open("rb") as opened:
        catalogue = read_po(opened) if file.suffix in (".po", ".pot") else read_mo(opened)
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def strings_in_code() -> set[str]:
    return {str(text) for _, text, _, _ in extract_from_file("python", Path(language.__file__))}


def test_there_is_a_catalogue() -> None:
    assert [file.parts[-3] for file in CATALOGUES] == ["de"]


def test_the_template_has_every_string_of_the_code() -> None:
    assert set(messages(FOLDER / f"{DOMAIN}.pot")) == strings_in_code()


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: str(file.parts[-3]))
def test_every_string_is_translated_and_compiled(file: Path) -> None:
    """To compile: `pybabel compile -D site_files -d plugins/site_files/locale`."""
    assert set(messages(file)) == strings_in_code()
    assert all(messages(file).values())
    assert messages(file.with_suffix(".mo")) == messages(file)


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("de", "Diese Seite ist umgezogen"),
        ("de-AT", "Diese Seite ist umgezogen"),
        ("en-GB", "This page has moved"),
        ("", "This page has moved"),
        ("zz", "This page has moved"),
    ],
)
def test_languages_lead_to_words(tag: str, word: str) -> None:
    assert words_in(tag).moved == word
