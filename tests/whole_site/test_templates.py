"""The theme answers for every page itself, and escapes what it is given."""

from __future__ import annotations

import re
from pathlib import Path

import pelican
import pytest

from .variants import ROOT

TEMPLATES = ROOT / "theme" / "templates"
SOURCES = sorted(TEMPLATES.rglob("*.html"))
SIMPLE = Path(pelican.__file__).parent / "themes" / "simple" / "templates"
PARTIALS_OF_SIMPLE = {"base.html", "pagination.html", "translations.html"}
"""Templates of `simple` that only its own templates ask for, never Pelican."""

OURS = {"404.html", "drafts.html", "index.html", "privacy.html", "series.html", "subscribe.html", "write.html"}
"""Asked for by the settings, by pages or by our plugins."""

TRUSTED = {
    "article.content": "HTML that Markdown made of the author's own text",
    "card.biography": "HTML that Markdown made of the text of a contact card",
    "site_business.about": "HTML that Markdown made of the text of site.md",
    "info.introduction": "HTML that Markdown made of the text of a tag's file",
    "page.content": "HTML that Markdown made of the author's own text",
}
"""What templates may print unescaped, and why."""


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def code(path: Path) -> str:
    """A template without its comments."""
    return re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_the_theme_has_every_template_that_pelican_asks_for() -> None:
    asked_for = {path.name for path in SIMPLE.glob("*.html")} - PARTIALS_OF_SIMPLE | OURS
    assert sorted(asked_for - {path.name for path in TEMPLATES.glob("*.html")}) == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_is_taken_from_a_built_in_theme(path: Path) -> None:
    assert re.findall(r"[\"']!\w+/", code(path)) == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_what_a_template_includes_is_ours(path: Path) -> None:
    named = re.findall(r"\{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"']+)", code(path))
    assert [other for other in named if not (TEMPLATES / other).is_file()] == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_unescaped_output_is_on_the_list(path: Path) -> None:
    safe = re.findall(r"([\w.]+)\s*\|\s*safe\b", code(path))
    assert [expression for expression in safe if expression not in TRUSTED] == []
    assert not re.search(r"autoescape\s+false|Markup\(", code(path))


def test_the_list_of_trusted_places_is_current() -> None:
    everything = "\n".join(code(path) for path in SOURCES)
    assert [expression for expression in TRUSTED if not re.search(rf"{re.escape(expression)}\s*\|\s*safe\b", everything)] == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_template_links_to_another_site(path: Path) -> None:
    known = {"https://schema.org"}
    assert [address for address in re.findall(r"https?://[^\s\"'<>)]+", code(path)) if address not in known] == []
