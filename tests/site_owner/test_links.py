"""Menus as pairs of label and address, and Pelican's settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from site_owner import pelican_settings
from site_owner.links import footer_links, menu_links
from site_owner.model import Labels, MenuEntry, Site
from site_owner.pages import front_matter, read_pages

if TYPE_CHECKING:
    from pathlib import Path

WORDS = tuple(MenuEntry(None, word) for word in ("letters", "topics", "archive", "categories", "authors"))
SITE = Site("N", "https://n.example", menu=WORDS, footer=(MenuEntry("Shop", "https://shop.example"),))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    (folder / "about.md").write_text("Title: About <us>\n\nText\n", encoding="utf-8")
    (folder / "My_Page.md").write_text("---\ntitle: Mine\nslug: this-one\n---\nText\n", encoding="utf-8")
    (folder / "no-title.md").write_text("Text: but\nno title\n", encoding="utf-8")
    (folder / ".hidden.md").write_text("Title: Hidden\n\n", encoding="utf-8")
    return folder


def test_words_lead_to_lists_and_have_no_label_of_their_own(pages: Path) -> None:
    assert menu_links(SITE, pages) == (("", "archive/"), ("", "tags/"), ("", "archive/"), ("", "categories/"), ("", "authors/"))


def test_the_owner_labels_articles_and_tags(pages: Path) -> None:
    links = menu_links(replace(SITE, labels=Labels(articles="Letters", tags="Topics")), pages)
    assert [label for label, _ in links] == ["Letters", "Topics", "", "", ""]


def test_where_a_page_is_home_it_has_the_root_and_the_list_moves(pages: Path) -> None:
    site = replace(SITE, home="about", menu=(*WORDS[:1], *WORDS[2:3], MenuEntry(None, "about")))
    assert menu_links(site, pages) == (("", "letters/"), ("", "archive/"), ("About <us>", ""))


def test_pages_have_their_title_and_slug(pages: Path) -> None:
    site = replace(SITE, footer=tuple(MenuEntry(None, name) for name in ("about", "My_Page", "no-title", "gone")))
    assert footer_links(site, pages) == (("About <us>", "about/"), ("Mine", "this-one/"), ("No title", "no-title/"))


def test_links_stay_as_they_are(pages: Path) -> None:
    assert footer_links(SITE, pages) == (("Shop", "https://shop.example"),)


def test_pages_are_those_that_can_be_seen(pages: Path, tmp_path: Path) -> None:
    assert sorted(read_pages(pages)) == ["My_Page", "about", "no-title"]
    assert read_pages(tmp_path / "none") == {}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Title: A: b\nTags: x\n    y\n\nStatus: draft\n", {"title": "A: b", "tags": "x"}),
        ("\ufeffTitle: A\nnot a field\nSlug: x\n", {"title": "A"}),
        ("---\nTitle: A\n...\nSlug: x\n", {"title": "A"}),
        ("Title: first\nTitle: second\n", {"title": "first"}),
        ("Title:\r\nSlug: x\r\n\r\n", {"title": "", "slug": "x"}),
        ("\nTitle: A\n", {}),
        ("", {}),
    ],
)
def test_front_matter(text: str, fields: dict[str, str]) -> None:
    assert front_matter(text) == fields


LEAST = 'name = "N"\nurl = "https://n.example/blog/"\n'


def settings_of(folder: Path, text: str) -> dict[str, object]:
    (folder / "site.toml").write_text(LEAST + text, encoding="utf-8")
    return pelican_settings(folder / "site.toml")


def test_settings_of_pelican(tmp_path: Path, pages: Path) -> None:
    settings = settings_of(tmp_path, 'default_author = "Ann"\nmenu = ["about"]\n[counts]\nlist = 5\nhome = 4\n[labels]\ntag = "Topic"')
    assert (settings["SITENAME"], settings["SITE_PUBLIC_URL"], settings["AUTHOR"]) == ("N", "https://n.example/blog", "Ann")
    assert settings["MENUITEMS"] == (("About <us>", "about/"),)
    assert settings["SITE_LABELS"] == {"article": "", "articles": "", "tag": "Topic", "tags": ""}
    assert settings["DEFAULT_PAGINATION"] == 5
    assert settings["PAGINATED_TEMPLATES"] == {"index": 4, "tag": None, "category": None, "author": None}
    assert "INDEX_SAVE_AS" not in settings


def test_a_page_as_home(tmp_path: Path, pages: Path) -> None:
    settings = settings_of(tmp_path, 'home = "about"\n[counts]\nlist = 5')
    assert (settings["INDEX_SAVE_AS"], settings["INDEX_URL"]) == ("letters/index.html", "letters/")
    assert settings["EXTRA_PATH_METADATA"] == {"pages/about.md": {"url": "", "save_as": "index.html"}}
    assert settings["PAGINATED_TEMPLATES"] == {"index": 5, "tag": None, "category": None, "author": None}


def test_no_author_is_no_setting(tmp_path: Path) -> None:
    assert "AUTHOR" not in settings_of(tmp_path, 'default_author = ""')
