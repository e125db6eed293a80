"""Texts as people copy them from a page: `pasted/NAME.txt`, and beside it in `.html` what is the author's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from legacy_import.furniture import stripped
from legacy_import.model import Item, Place
from legacy_import.sources.plain_text import read_text

HERE = Path(__file__).parent / "pasted"


@dataclass(frozen=True, slots=True)
class Pasted:
    name: str
    title: str = ""
    when: str = ""
    author: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def published(self) -> datetime | None:
        return datetime.fromisoformat(self.when) if self.when else None


TEXTS = (
    Pasted("question-with-dateline", "Why does nobody ring?", "2009-05-04T17:17", categories=("Sales",)),
    Pasted("german-closing", "Der Anruf, den niemand machte", "2009-05-04T17:17", "Änne Groß", ("Verkauf", "Vertrauen")),
    Pasted("french-dots", "L'appel que personne n'a passé", "2009-05-04T17:17", "Élodie Martin", ("Vente",), ("confiance", "rendez-vous")),
    Pasted("spanish-numbers", "La llamada que nadie hizo", "2009-05-04T17:17", "Íñigo Vega", ("Ventas",)),
    Pasted("portuguese-byline-below", "A ligação que ninguém fez", "2009-05-04T17:17", "João Prado", (), ("confiança", "encontros")),
    Pasted("quoted-letter"),
    Pasted("one-paragraph"),
    Pasted("rules-by-four-signs", "Ten rules for the first call", "2009-05-04T17:17", "Ann Lee", (), ("calls", "lists")),
    Pasted("talks-of-furniture", "Comments", "2009-05-04"),
    Pasted("whole-page", "Two chairs and a table", "2009-05-04", "Ann Lee"),
    Pasted("italian", "La chiamata che nessuno fece", "2009-05-04", "Ugo Riva", ("Vendite",)),
    Pasted("indented-with-comments", "Two chairs", "2009-05-04", "Ann"),
    Pasted("numbers-for-date", "Two chairs", "2009-05-14", "", ("Furniture",), ("chairs", "tables")),
    Pasted("dutch", "De beller die niets wilde", "2009-05-04", "Joost Vis", ("Verkoop",)),
    Pasted("no-title"),
    Pasted(
        "numbered-with-words-below",
        '"I\'ll call you back" - three words too many',
        "2009-05-04",
        "Ann Lee",
        ("Sales",),
        ("calls", "lists"),
    ),
    Pasted("french-categories", "Les trois règles de l'appel", "2009-05-04", "", ("Vente", "Habitudes")),
    Pasted("blogger-2007", "Lathes and lamps", "2007-06-03T21:08", "Sam"),
    Pasted("german-without-gaps", "Drei Regeln für den ersten Anruf", "2009-05-04T17:17", "Änne Groß", (), ("Anrufe", "Regeln")),
)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_copied_text_gives_its_post_and_what_is_said_of_it(text: Pasted) -> None:
    (item,) = read_text((HERE / f"{text.name}.txt").read_bytes(), Place(text.name))
    assert isinstance(item, Item)
    assert (item.title, item.published, item.author) == (text.title, text.published, text.author)
    assert (item.categories, item.tags) == (text.categories, text.tags)
    tree = BeautifulSoup(f"<div>{item.html}</div>", "lxml").div
    assert tree is not None
    stripped(tree)
    assert tree.decode_contents().strip() == (HERE / f"{text.name}.html").read_text(encoding="utf-8").strip()
