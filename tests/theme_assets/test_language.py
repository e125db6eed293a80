from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from theme_assets.language import catalogue, language_name, long_date, text_direction

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", "4 March 2026"),
        ("en-US", "March 4, 2026"),
        ("de", "4. März 2026"),
        ("cs", "4. března 2026"),
        ("xx-nowhere", "March 4, 2026"),
        ("de_AT", "4. März 2026"),
    ],
)
def test_dates_are_in_the_words_of_the_language(language: str, words: str) -> None:
    assert long_date(DAY, language) == words


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar-EG", "rtl"), ("en-GB", "ltr"), ("nonsense", "ltr")])
def test_direction(language: str, direction: str) -> None:
    assert text_direction(language) == direction


@pytest.mark.parametrize(("language", "name"), [("de", "Deutsch"), ("cs", "Čeština"), ("fr", "Français")])
def test_a_language_names_itself(language: str, name: str) -> None:
    assert language_name(language) == name


def write_catalogue(folder: Path, language: str, word: str) -> None:
    catalog = Catalog(locale=language)
    catalog.add("Letters", word)
    buffer = BytesIO()
    write_mo(buffer, catalog)
    target = folder / language / "LC_MESSAGES" / "theme.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(buffer.getvalue())


def test_the_most_special_catalogue_wins(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pt", "Cartas")
    write_catalogue(tmp_path, "pt_BR", "Cartinhas")
    assert catalogue(tmp_path, "theme", "pt-BR").gettext("Letters") == "Cartinhas"
    assert catalogue(tmp_path, "theme", "pt-PT").gettext("Letters") == "Cartas"
    assert catalogue(tmp_path, "theme", "fi").gettext("Letters") == "Letters"
