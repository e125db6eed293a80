"""Which pages search engines may show, and when each of them changed."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from pelican import signals
from site_files.pages import indexable_pages
from site_files.sitemap import sitemap_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.generators import ArticlesGenerator
    from site_files.model import SitePage

    from tests.conftest import Site

SETTINGS: dict[str, Any] = {
    "ARTICLE_URL": "{slug}/",
    "ARTICLE_SAVE_AS": "{slug}/index.html",
    "ARTICLE_LANG_URL": "{lang}/{slug}/",
    "ARTICLE_LANG_SAVE_AS": "{lang}/{slug}/index.html",
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    "DIRECT_TEMPLATES": ["index", "archives", "categories"],
    "ARCHIVES_SAVE_AS": "archive/index.html",
    "ARCHIVES_URL": "archive/",
    "YEAR_ARCHIVE_SAVE_AS": "archive/{date:%Y}/index.html",
    "YEAR_ARCHIVE_URL": "archive/{date:%Y}/",
    "CATEGORY_SAVE_AS": "categories/{slug}/index.html",
    "CATEGORY_URL": "categories/{slug}/",
    "AUTHOR_SAVE_AS": "authors/{slug}/index.html",
    "AUTHOR_URL": "authors/{slug}/",
    "TAG_SAVE_AS": "tags/{slug}/index.html",
    "TAG_URL": "tags/{slug}/",
    "PAGINATED_TEMPLATES": {"index": None, "tag": 1, "category": None, "author": None},
    "PAGINATION_PATTERNS": [
        (1, "/{base_name}/", "{base_name}/index.html"),
        (2, "/{base_name}/page/{number}/", "{base_name}/{number}.html"),
    ],
}


@pytest.fixture
def pages() -> Iterator[list[SitePage]]:
    found: list[SitePage] = []

    def keep(generators: list[Any]) -> None:
        found.extend(indexable_pages(generators))

    signals.all_generators_finalized.connect(keep)
    yield found
    signals.all_generators_finalized.disconnect(keep)


def article(site: Site, slug: str, *fields: str, date: str = "2026-02-01 10:00") -> None:
    site.write(f"articles/{slug}.md", "\n".join([f"Title: {slug}", f"Date: {date}", "Category: Letters", *fields, "", "Text."]))


def changed(pages: list[SitePage]) -> dict[str, str | None]:
    return {page.address: page.changed.strftime("%Y-%m-%d") if page.changed else None for page in pages}


def test_every_page_that_readers_may_find(site: Site, pages: list[SitePage]) -> None:
    article(site, "one", "Tags: Trust", "Author: Nora Ellery", date="2026-01-05")
    article(site, "two", "Tags: Trust", "Modified: 2026-03-08", date="2025-12-05")
    article(site, "eins", "Slug: one", "Lang: de", "Modified: 2026-05-01")
    article(site, "hidden", "Status: hidden", "Tags: Unseen", date="2026-06-01")
    article(site, "draft", "Status: draft", date="2026-06-01")
    site.write("pages/about.md", "Title: About\n\nUs.\n")
    site.write("pages/terms.md", "Title: Terms\nDate: 2026-01-01\nModified: 2026-01-02\n\nThese.\n")
    site.write("pages/hidden-page.md", "Title: Hidden page\nStatus: hidden\n\nText.\n")
    site.build(**SETTINGS)
    assert changed(pages) == {
        "": "2026-03-08",
        "about/": None,
        "archive/": "2026-03-08",
        "archive/2025/": "2026-03-08",
        "archive/2026/": "2026-01-05",
        "authors/nora-ellery/": "2026-01-05",
        "categories.html": "2026-03-08",
        "categories/letters/": "2026-03-08",
        "de/one/": "2026-05-01",
        "one/": "2026-01-05",
        "tags/trust/": "2026-03-08",
        "tags/trust/page/2/": "2026-03-08",
        "terms/": "2026-01-02",
        "two/": "2026-03-08",
    }
    assert [page.address for page in pages] == sorted(page.address for page in pages)
    assert all(page.changed is None or page.changed.tzinfo for page in pages)


def test_what_is_no_page_to_be_found(site: Site, pages: list[SitePage], tmp_path: Any) -> None:
    article(site, "one")
    site.write("pages/lost.md", "Title: Lost\nSave_as: 404.html\nUrl: 404.html\n\nNothing.\n")
    for name in ("404", "drafts", "extra"):
        (tmp_path / f"{name}.html").write_text("{{ SITENAME }}")
    templates = {"THEME_TEMPLATES_OVERRIDES": [str(tmp_path)], "DIRECT_TEMPLATES": ["index", "drafts", "extra"]}
    site.build(**SETTINGS | templates)
    assert changed(pages).keys() == {"", "one/", "archive/2026/", "categories/letters/", "extra.html"}
    assert changed(pages)["extra.html"] is None


def test_tags_that_are_not_listed(site: Site, pages: list[SitePage]) -> None:
    def inform(generator: ArticlesGenerator) -> None:
        for tag in generator.tags:
            tag.info = SimpleNamespace(is_listed=tag.slug == "trust")

    signals.article_generator_finalized.connect(inform)
    article(site, "one", "Tags: Trust, Thin")
    site.build(**SETTINGS)
    assert {address for address in changed(pages) if address.startswith("tags/")} == {"tags/trust/"}


def test_series_and_what_plugins_plan(site: Site, pages: list[SitePage]) -> None:
    def plan(generator: ArticlesGenerator) -> None:
        parts = (SimpleNamespace(date=datetime(2026, 1, 2)), SimpleNamespace(date=datetime(2026, 1, 1)))  # noqa: DTZ001  (a day)
        generator.context["series"] = [SimpleNamespace(save_as="series/a/index.html", url="series/a/", parts=parts)]
        generator.context["planned_outputs"] = dict.fromkeys(["series/a/index.html", "imprint/index.html", "feeds/all.atom.xml"], "it")

    signals.article_generator_finalized.connect(plan)
    site.build(**SETTINGS)
    found = changed(pages)
    assert found["series/a/"] == "2026-01-02"
    assert found["imprint/"] is None
    assert not [address for address in found if address.startswith("feeds/")]


def test_letters_beyond_ascii_are_read_as_they_stand_and_encoded_in_the_sitemap(site: Site, pages: list[SitePage]) -> None:
    article(site, "one", "Slug: über-uns", "Tags: Vertrauen & Größe")
    site.build(**SETTINGS)
    assert {"über-uns/", "tags/vertrauen-grosse/"} <= changed(pages).keys()
    ((_, text),) = sitemap_files(pages, lambda address: f"https://letters.example.com/{address}")
    assert "<loc>https://letters.example.com/%C3%BCber-uns/</loc>" in text


def test_a_page_in_the_place_of_a_list_is_there_once(site: Site, pages: list[SitePage]) -> None:
    article(site, "one")
    site.write("pages/home.md", "Title: Home\nDate: 2020-01-01\nSave_as: index.html\nUrl:\n\nWelcome.\n")
    site.build(**SETTINGS)
    assert changed(pages)[""] == "2020-01-01"


def test_a_site_without_anything(site: Site, pages: list[SitePage]) -> None:
    site.build(**SETTINGS)
    assert changed(pages) == {"": None, "archive/": None, "categories.html": None}
