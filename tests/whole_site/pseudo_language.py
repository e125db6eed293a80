"""A language in which every translated string stands in brackets, and a site whose own words have no Latin letter.

What then shows a Latin letter outside brackets has been written into a template or a plugin without gettext.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Comment, Doctype, Tag

from .sample_site import write, write_picture
from .variants import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bs4.element import NavigableString

LANGUAGE = "eo"
OPENED, CLOSED = "[ǃ", "ǃ]"
BRACKETED = re.compile(r"\[ǃ(?:(?!\[ǃ).)*?ǃ\]", re.DOTALL)

SHOWN_ATTRIBUTES = ("title", "alt", "aria-label", "placeholder")
SHOWN_METAS = ('meta[name="description"]', 'meta[property="og:title"]', 'meta[property="og:description"]', 'meta[property="og:site_name"]')


def templates_of_catalogues(project: Path) -> list[Path]:
    """The .pot files of the theme and of every plugin."""
    return sorted((project / "theme" / "locale").glob("*.pot")) + sorted((project / "plugins").glob("*/locale/*.pot"))


def write_pseudo_catalogues(project: Path) -> None:
    """Translate every string of the project into brackets."""
    for template in templates_of_catalogues(project):
        with template.open("rb") as file:
            catalogue = _bracketed(read_po(file))
        target = template.parent / LANGUAGE / "LC_MESSAGES" / f"{template.stem}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            write_mo(file, catalogue)


def _bracketed(template: Catalog) -> Catalog:
    catalogue = Catalog(locale=LANGUAGE, charset="utf-8")
    for message in template:
        if message.id:
            catalogue.add(message.id, _translation(message), context=message.context)
    return catalogue


def _translation(message: Message) -> str | tuple[str, ...]:
    if isinstance(message.id, str):
        return f"{OPENED}{message.id}{CLOSED}"
    return tuple(f"{OPENED}{text}{CLOSED}" for text in message.id)


_FRONT = (
    "Date: {year}-0{number}-05 10:00\nAuthors: Анна, Борис\nCategory: Дом\nTags: Лес, Река{number}\nSummary: Это письмо.\n"
    "Id: PS{number:04}\n"
)


def write_pseudo_site(folder: Path) -> None:
    """A site with every type of page, in Cyrillic."""
    write(
        folder / "site.toml",
        'name = "Дом"\ntagline = "Письма"\nintroduction = "Слова."\n'
        'url = "https://letters.example"\nlanguage = "eo"\ntimezone = "UTC"\n'
        'default_author = "Анна"\nfooter = ["categories", "authors", "subscribe", "archive"]\n[counts]\nlist = 2\nhome = 2\n',
    )
    for number in range(1, 10):
        write(folder / f"content/articles/letter-{number}.md", _article(number))
    write(folder / "content/articles/draft.md", "Title: Набросок\nStatus: draft\n" + _FRONT.format(year=2026, number=7) + "\nСлова.\n")
    for slug, title, more in (
        ("about", "О нас", ""),
        ("write", "Писать", "Template: write\n"),
        ("subscribe", "Лента", "Template: subscribe\n"),
    ):
        write(folder / f"content/pages/{slug}.md", f"Title: {title}\n{more}Summary: Страница.\nId: PG{len(slug):04}\n\nСлова.\n")
    write_picture(folder / "content/images/dot.png", width=8, height=8)


def _article(number: int) -> str:
    shared = _FRONT.format(year=2024 + number % 2, number=number)
    front = f"Title: Письмо {number}\n{shared}Series: Ряд\nSeries_index: {number}\nModified: 2026-11-01 10:00\n"
    long = "".join(f"\n## Глава {chapter}\n\n{'слово ' * 300}.\n" for chapter in range(1, 6)) if number == 1 else ""
    table = '\n| А | Б |\n|---|--:|\n| в | 1 |\n\n![Точка]({static}/images/dot.png "Подпись")\n\nСноска.[^1]\n\n[^1]: Слова.\n'
    return f"{front}\nСлова.\n{table}{long}"


def shown_texts(page: BeautifulSoup) -> Iterator[str]:
    """What a reader can see or hear of a page; dates, which come from Babel, and names of languages are left out."""
    for node in page.find_all(string=True):
        if not isinstance(node, (Comment, Doctype)) and not _is_silent(node):
            yield str(node)
    for element in page.find_all(True):
        yield from (str(element[name]) for name in SHOWN_ATTRIBUTES if element.has_attr(name) and element.name != "link")
    yield from (str(meta["content"]) for selector in SHOWN_METAS for meta in page.select(selector))


def _is_silent(node: NavigableString) -> bool:
    return any(
        isinstance(parent, Tag) and (parent.name in {"script", "style", "time"} or parent.has_attr("hreflang")) for parent in node.parents
    )


def untranslated(text: str) -> str:
    """What is left of a text when strings in brackets are taken out, if it has a Latin letter."""
    text, before = re.sub(r"https?://\S+", "", text), None
    while before != text:
        before, text = text, BRACKETED.sub("", text)
    return text.strip() if any(unicodedata.name(letter, "").startswith("LATIN") for letter in text) else ""


def theme_language_folders() -> list[Path]:
    """Folders of the languages that have a catalogue, of theme and plugins."""
    return sorted(folder for template in templates_of_catalogues(ROOT) for folder in template.parent.iterdir() if folder.is_dir())
