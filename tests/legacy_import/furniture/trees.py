"""From HTML to a tree and back, as the stages of the import hand it on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from legacy_import.furniture import stripped

HERE = Path(__file__).parent

if TYPE_CHECKING:
    from legacy_import.model import Found, Note


def tree_of(html: str, language: str = "") -> Tag:
    tree = BeautifulSoup(f"<div>{html}</div>", "lxml").div
    assert tree is not None
    if language:
        tree["lang"] = language
    return tree


def left(html: str, language: str = "") -> str:
    """What is left of a post without its furniture."""
    tree = tree_of(html, language)
    stripped(tree)
    return tree.decode_contents()


def said(html: str, language: str = "") -> Found:
    """What the furniture of a post said."""
    return stripped(tree_of(html, language))[0]


def notes(html: str, language: str = "") -> list[tuple[str, str]]:
    """(rule, words) of everything that was taken out."""
    found: tuple[Note, ...] = stripped(tree_of(html, language))[1]
    return [(note.rule, note.text) for note in found]


def lines_of(name: str) -> list[tuple[str, str]]:
    """(language, line) of each line of a file whose sections are languages."""
    found, language = [], ""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        else:
            found.append((language, line))
    return found
