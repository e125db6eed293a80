"""What a build will write is known before it is written: the list of outputs equals the files that are there afterwards."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from pelican import Pelican, signals
from pelican.settings import read_settings
from site_files.outputs import site_outputs
from site_files.planned import watch_planned

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_files.model import Output

    from tests.conftest import Built, Site

EVERYTHING: dict[str, Any] = {
    "DEFAULT_PAGINATION": 2,
    "DEFAULT_ORPHANS": 1,
    "PAGINATED_TEMPLATES": {"index": None, "tag": 1, "category": None, "author": None, "period_archives": 1},
    "PAGINATION_PATTERNS": [(1, "{name}{extension}", "{name}{extension}"), (2, "{name}/{number}/", "{name}/{number}/index.html")],
    "YEAR_ARCHIVE_SAVE_AS": "{date:%Y}/index.html",
    "MONTH_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/index.html",
    "DAY_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/{date:%d}/index.html",
    "DRAFT_PAGE_SAVE_AS": "",
    "TAGS_SAVE_AS": "",
    "OUTPUT_SOURCES": True,
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "FEED_RSS": "feeds/newest.rss.xml",
    "CATEGORY_FEED_RSS": "feeds/{slug}.rss.xml",
    "AUTHOR_FEED_ATOM": "feeds/author-{slug}.atom.xml",
    "TAG_FEED_ATOM": "feeds/tag-{slug}.atom.xml",
    "TRANSLATION_FEED_ATOM": "feeds/all-{lang}.atom.xml",
    "TEMPLATE_PAGES": {"special.html": "special/place.html"},
    "EXTRA_PATH_METADATA": {"images/robots.txt": {"path": "robots.txt"}},
    "IGNORE_FILES": [".*", "*.bak"],
    "FEED_DOMAIN": "https://example.com",
}


@pytest.fixture
def expected() -> Iterator[list[Output]]:
    """Filled when all generators are finalized, by a listener that is asked after all plugins."""
    found: list[Output] = []

    def keep(generators: list[Any]) -> None:
        watch_planned(generators[0].context)
        found.extend(site_outputs(generators))

    signals.all_generators_finalized.connect(keep)
    yield found
    signals.all_generators_finalized.disconnect(keep)


def words_of(outputs: list[Output]) -> dict[str, str]:
    return {output.path: output.source.words for output in outputs}


def article(site: Site, slug: str, *fields: str, body: str = "Text.") -> None:
    given = "\n".join(fields)
    day = sum(map(ord, slug)) % 28 + 1
    site.write(f"articles/{slug}.md", f"Title: {slug.title()}\nDate: 2026-0{day % 3 + 1}-{day:02} 10:00\n{given}\n\n{body}\n")


@pytest.fixture
def full(site: Site) -> Site:
    """A site with everything in it that Pelican can write."""
    for slug in ("first", "second", "third", "fourth", "fifth"):
        article(site, slug, "Tags: Trust, Plain words", "Category: Sales", "Author: Nora Ellery", "Slug: " + slug)
    article(site, "premier", "Slug: first", "Lang: fr", body="Voilà [une image]({attach}../images/moved.png).")
    article(site, "hidden", "Status: hidden", "Tags: Unseen", body="![A]({static}/images/linked.png) ![A]({attach}deep/here.png)")
    article(site, "draft", "Status: draft")
    article(site, "elsewhere", "Save_as: quite/elsewhere.html", "Url: quite/elsewhere.html", "Category: Öl & Gas")
    site.write("pages/about.md", "Title: About\n\nUs.\n")
    site.write("pages/ueber.md", "Title: Über\nSlug: about\nLang: de\n\nWir.\n")
    site.write("pages/hidden-page.md", "Title: Hidden page\nStatus: hidden\n\nText.\n")
    site.write("pages/draft-page.md", "Title: Draft page\nStatus: draft\n\nText.\n")
    for path in ("images/a.png", "images/.secret", "images/old.bak", "images/moved.png", "images/linked.png", "images/robots.txt"):
        site.write(path, "x")
    site.write("articles/deep/here.png", "x")
    site.write("special.html", "Special.")
    return site


def test_a_stock_site_with_everything(full: Site, expected: list[Output]) -> None:
    built = full.build(**EVERYTHING)
    assert not built.problems
    written = built.files()
    assert {"tag/trust.html", "tag/trust/4/index.html", "index/2/index.html", "special/place.html", "drafts/draft.html"} <= written
    assert {"2026/01/index.html", "feeds/all-fr.atom.xml", "moved.png", "deep/here.png", "robots.txt"} <= written
    assert Counter(output.path for output in expected) == dict.fromkeys(written, 1)


def test_looking_at_outputs_changes_nothing(full: Site, expected: list[Output]) -> None:
    looked = contents_of(full.build(**EVERYTHING))
    assert expected
    signals.all_generators_finalized.receivers.clear()
    assert contents_of(full.build(**EVERYTHING)) == looked


def contents_of(built: Built) -> dict[str, bytes]:
    return {path: (built.folder / path).read_bytes() for path in built.files()}


def test_sources_are_named_as_their_author_knows_them(full: Site, expected: list[Output]) -> None:
    full.build(**EVERYTHING)
    words = words_of(expected)
    assert words["first.html"] == "the article “First”"
    assert words["drafts/draft.html"] == "the draft “Draft”"
    assert words["pages/about.html"] == "the page “About”"
    assert words["tag/trust.html"] == "tag “Trust”"
    assert words["tag/plain-words/2/index.html"] == "tag “Plain words”, page 2"
    assert words["index/2/index.html"] == "the site's page “index”, page 2"
    assert words["images/a.png"] == "content/images/a.png"
    assert words["2026/01/index.html"] == "the archive of 2026-01"
    assert words["feeds/tag-trust.atom.xml"] == "the feed of tag “Trust” (TAG_FEED_ATOM)"
    paths = {output.path: output.source.path for output in expected}
    assert paths["first.html"] == str(full.folder / "content/articles/first.md")
    assert paths["images/a.png"] == str(full.folder / "content/images/a.png")


def test_two_for_one_path_are_both_there(site: Site, expected: list[Output]) -> None:
    article(site, "one", "Save_as: same.html")
    site.write("pages/two.md", "Title: Two\nSlug: same\n\nText.\n")
    site.build(PAGE_SAVE_AS="{slug}.html")
    assert [output.source.words for output in expected if output.path == "same.html"] == ["the article “One”", "the page “Two”"]


def test_a_page_in_the_place_of_a_list_is_no_second_source(site: Site, expected: list[Output]) -> None:
    article(site, "one")
    site.write("pages/home.md", "Title: Home\nSave_as: index.html\nUrl:\n\nWelcome.\n")
    site.write("special.html", "Special.")
    built = site.build(TEMPLATE_PAGES={"special.html": "archives.html"})
    assert "Welcome" in built.read("index.html")
    assert built.read("archives.html") == "Special."
    assert [output.source.words for output in expected if output.path == "index.html"] == ["the page “Home”"]
    assert [output.source.words for output in expected if output.path == "archives.html"] == ["the template special.html"]


def test_what_plugins_plan_and_where_they_clash(site: Site, expected: list[Output]) -> None:
    def plan(generators: list[Any]) -> None:
        watch_planned(generators[0].context)
        generators[0].context["planned_outputs"] |= {"a.txt": "one"}
        generators[0].context["planned_outputs"] |= {"a.txt": "two"}

    signals.article_generator_finalized.connect(lambda generator: plan([generator]), weak=False)
    site.build()
    assert [output.source.words for output in expected if output.path == "a.txt"] == ["one", "two"]


def test_a_later_static_folder_of_the_theme_replaces_files_of_an_earlier_one(site: Site, expected: list[Output], tmp_path: Path) -> None:
    other = tmp_path / "custom" / "static"
    (other / "css").mkdir(parents=True)
    (other / "css" / "main.css").write_text("a { color: red }")
    built = site.build(THEME_STATIC_PATHS=["static", str(other)])
    styles = [output for output in expected if output.path == "theme/css/main.css"]
    assert [output.source.path for output in styles] == [str(other / "css" / "main.css")]
    assert {output.path for output in expected} == built.files()
    assert built.read("theme/css/main.css") == "a { color: red }"


def test_our_own_site(expected: list[Output], tmp_path: Path) -> None:
    settings = read_settings(str(ROOT / "pelicanconf.py"), override={"OUTPUT_PATH": str(tmp_path)})
    settings["PLUGINS"] = [name for name in settings["PLUGINS"] if name != "site_files"]
    Pelican(settings).run()
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {output.path for output in expected} == written
