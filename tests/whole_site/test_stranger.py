"""A stranger's Pelican site that names our theme and plugins, and otherwise keeps Pelican's own settings and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from .variants import ROOT

if TYPE_CHECKING:
    from tests.conftest import Built, Site

ARTICLE = (
    "Title: {title}\nDate: 2026-01-0{day} 10:00\nCategory: Notes\nTags: one, two\nAuthor: Ann\nSummary: *Text* here.\n"
    "Id: STRNG{day}\n\n## A\n\nText.\n"
)
OURS = {
    "THEME": str(ROOT / "theme"),
    "PLUGIN_PATHS": [str(ROOT / "plugins")],
    "PLUGINS": ["theme_assets", "reading_aids", "site_feeds"],
}


@pytest.fixture
def stranger(site: Site) -> Site:
    for day in (1, 2, 3):
        site.write(f"a{day}.md", ARTICLE.format(title=f"Number {day}", day=day))
    site.write("pages/about.md", "Title: About\n\nText.\n")
    site.settings = OURS | {
        "ARTICLE_PATHS": [""],
        "SITEURL": "https://stranger.example",
        "SITE_AUTHORITY": "stranger.example,2026",
        "FEED_ALL_ATOM": "news.xml",  # Pelican's own, which site_feeds switches off
    }
    return site


def dead_links(built: Built) -> set[str]:
    found = set()
    for path in built.files():
        if path.endswith(".html"):
            soup = BeautifulSoup(built.read(path), "html5lib")
            found |= {str(link["href"]) for link in soup.select("[href]")}
    own = {
        link.partition("#")[0].removeprefix("https://stranger.example/") for link in found if link.startswith("https://stranger.example")
    }
    return {link for link in own if (link or "index.html") not in built.files()}


def test_it_builds_without_a_word_and_without_a_dead_link(stranger: Site) -> None:
    built = stranger.build()
    assert built.problems == ()
    assert {"number-1.html", "index.html", "archives.html", "tags.html", "tag/one.html", "pages/about.html"} <= built.files()
    assert dead_links(built) == set()
    assert "Number 1" in built.read("index.html")


@pytest.mark.parametrize(
    "settings", [{"DEFAULT_PAGINATION": 1}, {"DIRECT_TEMPLATES": ["index"]}, {"TAG_SAVE_AS": "", "AUTHOR_SAVE_AS": ""}]
)
def test_other_settings_of_pelican_do_not_break_it(stranger: Site, settings: dict[str, object]) -> None:
    built = stranger.build(**settings)
    assert built.problems == ()
    assert dead_links(built) == set()


def test_a_summary_that_pelican_made_html_of_is_shown_as_text(stranger: Site) -> None:
    page = stranger.build().page("number-1.html")
    assert [lede.get_text() for lede in page.select(".heading-lede")] == ["Text here."]
