"""The catalogues of plugins say what the code says, and the compiled ones what the readable ones say."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

PLUGINS = Path(__file__).resolve().parent.parent / "plugins"
TEMPLATES = sorted(PLUGINS.glob("*/locale/*.pot"))
CATALOGUES = sorted(PLUGINS.glob("*/locale/*/LC_MESSAGES/*.po"))


def messages(file: Path) -> dict[str, str]:
    with file.open("rb") as opened:
        catalogue = read_po(opened) if file.suffix in (".po", ".pot") else read_mo(opened)
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def strings_in_code(file: Path) -> set[str]:
    """Those of the plugin to which a catalogue belongs: the module `language` has them all."""
    plugin = PLUGINS / file.relative_to(PLUGINS).parts[0]
    return {str(text) for _, text, _, _ in extract_from_file("python", plugin / "language.py")}


def name(file: Path) -> str:
    return file.relative_to(PLUGINS).as_posix()


def test_every_plugin_that_speaks_to_readers_speaks_german() -> None:
    assert {name(file) for file in CATALOGUES} == {f"{file.stem}/locale/de/LC_MESSAGES/{file.stem}.po" for file in TEMPLATES}
    assert {file.stem for file in TEMPLATES} == {
        path.parent.name for path in PLUGINS.glob("*/language.py") if (path.parent / "locale").is_dir()
    }


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_the_template_has_every_string_of_the_code(file: Path) -> None:
    assert strings_in_code(file)
    assert set(messages(file)) == strings_in_code(file)


@pytest.mark.parametrize("file", CATALOGUES, ids=name)
def test_every_string_is_translated_and_compiled(file: Path) -> None:
    """To compile: `pybabel compile -D PLUGIN -d plugins/PLUGIN/locale`."""
    assert set(messages(file)) == strings_in_code(file)
    assert all(messages(file).values())
    assert messages(file.with_suffix(".mo")) == messages(file)
