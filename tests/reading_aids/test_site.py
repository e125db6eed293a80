"""The plugin in a stranger's site: stock Pelican, the theme `simple`, and a template that shows what was attached."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from reading_aids.config import CONFIG_KEY, ReadingConfigError

from .pictures import write_png

if TYPE_CHECKING:
    from tests.conftest import Built, Problem, Site

STOCK = {"PLUGINS": ["reading_aids"], "THEME": "simple", "USE_FOLDER_AS_CATEGORY": False}

SHOWN = """{{ {
    "lede": it.lede,
    "toc": it.toc|map(attribute="id")|list,
    "cover": it.cover.path ~ " " ~ it.cover.width ~ "x" ~ it.cover.height if it.cover else none,
    "minutes": it.reading_time,
    "updated": it.updated.isoformat() if it.updated else none,
    "newer": it.neighbours.newer.slug if it.neighbours.newer else none,
    "older": it.neighbours.older.slug if it.neighbours.older else none,
    "related": it.related|map(attribute="slug")|list,
    "series": it.series.series.name if it.series else none,
    "parts": it.series.series.parts|map(attribute="slug")|list if it.series else [],
    "number": it.series.number if it.series else none,
    "all_series": series|map(attribute="url")|list,
    "category": true if it.category else false,
}|tojson }}"""
SHOWN_OF_PAGE = '{{ {"lede": it.lede, "toc": it.toc|map(attribute="text")|list, "cover": it.cover.path if it.cover else none}|tojson }}'


@pytest.fixture
def probed(site: Site) -> Site:
    """A site whose articles and pages are JSON."""
    templates = site.folder / "templates"
    templates.mkdir()
    (templates / "article.html").write_text("{% set it = article %}" + SHOWN)
    (templates / "page.html").write_text("{% set it = page %}" + SHOWN_OF_PAGE)
    site.settings = STOCK | {"THEME_TEMPLATES_OVERRIDES": [str(templates)]}
    return site


@pytest.fixture
def plain(site: Site) -> Site:
    site.settings = STOCK
    return site


def article(title: str, day: int = 1, fields: str = "", body: str = "Text.") -> str:
    return f"Title: {title}\nDate: 2026-01-{day:02} 10:00\n{fields}\n{body}\n"


def shown(built: Built, path: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(built.read(path))
    return data


def with_rule(built: Built, rule: str) -> list[Problem]:
    return [problem for problem in built.problems if problem.rule == rule]


LONG = "\n\n".join(f"## Part {number}\n\n" + "word " * 250 for number in range(3))


def test_every_article_has_everything_whatever_its_state(probed: Site) -> None:
    probed.write("articles/one.md", article("One", 1))
    probed.write("articles/one-de.md", article("Eins", 1, "Slug: one\nLang: de\n"))
    probed.write("articles/hidden.md", article("Hidden", 2, "Status: hidden\n"))
    probed.write("articles/draft.md", "Title: Draft\nStatus: draft\n\nText.\n")
    probed.write("articles/empty.md", article("Empty", 3, body=""))
    probed.write("articles/hidden-de.md", article("Versteckt", 2, "Slug: hidden\nLang: de\nStatus: hidden\n"))
    built = probed.build()
    paths = ["one.html", "one-de.html", "hidden.html", "hidden-de.html", "drafts/draft.html", "empty.html"]
    for path in paths:
        assert shown(built, path)["minutes"] == 1
    assert shown(built, "drafts/draft.html")["newer"] is None
    assert built.problems == ()


def test_pages_have_lede_contents_and_cover(probed: Site) -> None:
    write_png(probed.folder / "content/images/a.png", 30, 20)
    probed.write("pages/about.md", f"Title: About\nImage: images/a.png\n\nHello *there*.\n\n{LONG}")
    probed.write("pages/short.md", "Title: Short\nStatus: hidden\nSummary: As <typed> & so\n\nHello.\n")
    built = probed.build(FORMATTED_FIELDS=[])
    assert shown(built, "pages/about.html") == {"lede": "Hello there.", "toc": ["Part 0", "Part 1", "Part 2"], "cover": "images/a.png"}
    assert shown(built, "pages/short.html") == {"lede": "As <typed> & so", "toc": [], "cover": None}


def test_a_long_article_has_contents_and_takes_its_time(probed: Site) -> None:
    probed.write("articles/long.md", article("Long", body=LONG))
    built = probed.build()
    assert shown(built, "long.html")["toc"] == ["part-0", "part-1", "part-2"]
    assert shown(built, "long.html")["minutes"] == 3
    assert shown(probed.build(READING_TOC_WORDS=1000), "long.html")["toc"] == []


def test_a_summary_that_pelican_formats_is_text_again(probed: Site) -> None:
    probed.write("articles/one.md", article("One", fields="Summary: Less < more & *so* <script>alert(1)</script>\n"))
    assert shown(probed.build(), "one.html")["lede"] == "Less < more & so"
    assert shown(probed.build(FORMATTED_FIELDS=[]), "one.html")["lede"] == "Less < more & *so* <script>alert(1)</script>"


@pytest.mark.parametrize(("modified", "updated"), [("2026-01-08 10:00", None), ("2026-01-08 10:01", "2026-01-08T10:01:00+00:00")])
def test_only_a_change_after_a_week_is_an_update(probed: Site, modified: str, updated: str | None) -> None:
    probed.write("articles/one.md", article("One", 1, f"Modified: {modified}\n"))
    assert shown(probed.build(), "one.html")["updated"] == updated


def test_neighbours_and_related_are_published_and_of_one_language(probed: Site) -> None:
    for day in (1, 2, 3):
        probed.write(f"articles/a{day}.md", article(f"A{day}", day, "Tags: talk\n"))
        probed.write(f"articles/a{day}-de.md", article(f"D{day}", day, f"Slug: a{day}\nLang: de\nTags: talk\n"))
    probed.write("articles/hidden.md", article("Hidden", 2, "Status: hidden\nTags: talk\n"))
    probed.write("articles/draft.md", article("Draft", 4, "Status: draft\nTags: Talk\n"))
    built = probed.build()
    for suffix in ("", "-de"):
        data = shown(built, f"a2{suffix}.html")
        assert (data["newer"], data["older"], data["related"]) == ("a3", "a1", ["a3", "a1"])
    assert shown(built, "drafts/draft.html")["related"] == ["a3", "a2", "a1"]
    assert shown(built, "hidden.html")["newer"] is None


def test_neighbours_follow_the_order_that_the_site_has_set(probed: Site) -> None:
    for slug, title, day in (("b", "Third", 1), ("c", "First", 2), ("a", "Second", 3)):
        probed.write(f"articles/{slug}.md", article(title, day, f"Slug: {slug}\n"))
        probed.write(f"articles/{slug}-de.md", article(title, day, f"Slug: {slug}\nLang: de\n"))
    built = probed.build(ARTICLE_ORDER_BY="title")
    for path in ("a.html", "a-de.html"):
        assert (shown(built, path)["newer"], shown(built, path)["older"]) == ("c", "b")


def test_a_series_has_a_page_and_its_articles_know_their_places(probed: Site) -> None:
    for number in (1, 2):
        probed.write(f"articles/p{number}.md", article(f"P{number}", 9 - number, f"Series: Good Talks\nSeries_index: {number}\n"))
    probed.write("articles/draft.md", article("Draft", 9, "Series: Good Talks\nSeries_index: 3\nStatus: draft\n"))
    probed.write("articles/p1-de.md", article("T1", 1, "Slug: p1\nLang: de\nSeries: Good Talks\n"))
    built = probed.build()
    data = shown(built, "p2.html")
    assert (data["series"], data["parts"], data["number"]) == ("Good Talks", ["p1", "p2"], 2)
    assert data["all_series"] == ["de/series/good-talks/", "series/good-talks/"]
    assert shown(built, "drafts/draft.html")["parts"] == ["p1", "p2", "draft"]
    page = built.page("series/good-talks/index.html")
    assert [link["href"] for link in page.select("main li a")] == ["/p1.html", "/p2.html"]
    assert built.page("de/series/good-talks/index.html").select_one("section[lang=de]")
    assert built.problems == ()


def test_the_themes_own_series_template_wins(probed: Site) -> None:
    (probed.folder / "templates" / "series.html").write_text("{{ series.name }}: {{ series.parts|length }}, {{ planned_outputs }}")
    probed.write("articles/one.md", article("One", fields="Series: Talks\n"))
    built = probed.build(READING_SERIES_URL="s/{slug}.html", READING_SERIES_SAVE_AS="s/{slug}.html")
    assert built.read("s/talks.html") == "Talks: 1, {'s/talks.html': 'series Talks'}"


def test_a_wrong_series_index_is_told_with_file_and_line(plain: Site) -> None:
    plain.write("articles/a.md", article("A", 1, "Series: Talks\nSeries_index: 1\n"))
    plain.write("articles/b.md", article("B", 2, "Series: Talks\nSeries_index: 1\n"))
    plain.write("articles/c.md", article("C", 3, "Series: Talks\nSeries_index: iii\n"))
    found = with_rule(plain.build(), "series-index")
    assert sorted((str(problem.path).rpartition("/")[2], problem.line, problem.level) for problem in found) == [
        ("b.md", 4, "WARNING"),
        ("c.md", 4, "WARNING"),
    ]
    assert any("taken by a.md. Give each part its own" in problem.message for problem in found)
    assert {problem.level for problem in with_rule(plain.build(SITE_STRICT=True), "series-index")} == {"ERROR"}


def test_the_default_category_has_no_page_no_listing_and_no_link(plain: Site) -> None:
    plain.write("articles/one.md", article("One"))
    plain.write("articles/two.md", article("Two", fields="Category: Notes\n"))
    plain.write("articles/draft.md", article("Draft", fields="Status: draft\n"))
    built = plain.build(CATEGORY_FEED_ATOM="feeds/{slug}.atom.xml", FEED_DOMAIN="https://example.com")
    assert {path for path in built.files() if "misc" in path or "notes" in path} == {"category/notes.html", "feeds/notes.atom.xml"}
    for path in ("one.html", "categories.html", "index.html", "drafts/draft.html"):
        assert "misc" not in built.read(path)
    assert built.page("two.html").select('a[href="/category/notes.html"]')


def test_an_address_with_a_category_keeps_it(probed: Site) -> None:
    probed.write("articles/one.md", article("One"))
    built = probed.build(ARTICLE_URL="{category}/{slug}/", ARTICLE_SAVE_AS="{category}/{slug}/index.html")
    assert shown(built, "misc/one/index.html")["category"] is False


def test_images_get_sizes_and_links_still_work(plain: Site) -> None:
    write_png(plain.folder / "content/images/a.png", 40, 30)
    write_png(plain.folder / "content/articles/own.png", 10, 20)
    plain.write("articles/two.md", article("Two", 2))
    body = '![A]({static}/images/a.png "Caption")\n\n![B]({attach}own.png)\n\n[two]({filename}two.md)'
    plain.write("articles/one.md", article("One", 1, "Summary: See [two]({filename}two.md)\n", body))
    built = plain.build()
    first, second = built.page("one.html").select("main img")
    assert first.attrs == {"alt": "A", "src": "/images/a.png", "width": "40", "height": "30", "decoding": "async"}
    assert second.attrs == {"alt": "B", "src": "/own.png", "width": "10", "height": "20", "loading": "lazy", "decoding": "async"}
    assert built.page("one.html").select('main a[href="/two.html"]')
    assert {"images/a.png", "own.png"} <= built.files()
    assert built.problems == ()


def test_a_decorative_image_builds_without_a_warning(plain: Site) -> None:
    write_png(plain.folder / "content/images/line.png", 40, 1)
    plain.write("articles/one.md", article("One", body="![](/images/line.png){: .decorative }"))
    built = plain.build()
    assert built.problems == ()
    assert '<img alt="" class="decorative"' in built.read("one.html")


def test_image_mistakes_are_told_with_file_and_line(plain: Site) -> None:
    write_png(plain.folder / "content/images/chairs.png", 40, 30)
    body = "`![x](/images/chair.png)`\n\n![x](/images/chair.png)\n\n![](/images/chairs.png)\n\n![y][ref]\n\n[ref]: /images/chair.png"
    plain.write("articles/one.md", article("One", 1, "Image: images/none.png\n", body))
    built = plain.build()
    missing = [(problem.line, problem.path) for problem in with_rule(built, "image-missing")]
    assert missing == [(3, str(plain.folder / "content/articles/one.md")), (7, missing[0][1]), (13, missing[0][1])]
    assert [problem.line for problem in with_rule(built, "image-alt")] == [9]
    assert "Did you mean {static}/images/chairs.png?" in with_rule(built, "image-missing")[1].message


def test_a_cover_outside_the_static_folders_is_copied(probed: Site) -> None:
    write_png(probed.folder / "content/articles/cover.png", 1200, 630)
    probed.write("articles/one.md", article("One", 1, "Image: {static}cover.png\n"))
    built = probed.build()
    assert shown(built, "one.html")["cover"] == "articles/cover.png 1200x630"
    assert "articles/cover.png" in built.files()


def test_style_warns_and_scripts_are_errors(plain: Site) -> None:
    plain.write("articles/one.md", article("One", body='<p style="color: red">x</p>\n\n<script>alert(1)</script>\n\n`<i style="a">`'))
    plain.write("pages/about.md", 'Title: About\n\n<b onclick="x()">b</b>\n')
    built = plain.build()
    assert [(problem.line, problem.level) for problem in with_rule(built, "html-style")] == [(4, "WARNING")]
    assert [(problem.line, problem.level) for problem in with_rule(built, "html-script")] == [(6, "ERROR"), (3, "ERROR")]
    assert [problem.level for problem in with_rule(plain.build(SITE_STRICT=True), "html-style")] == ["ERROR"]


def test_the_extension_joins_those_of_the_site(plain: Site) -> None:
    body = "## Main\n\n## Shop\n\n[TOC]\n\n| A | B |\n|--|--:|\n| a | b |\n\nA note[^1].\n\n[^1]: Note\n"
    plain.write("articles/one.md", article("One", body=body))
    markdown = {"extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.toc": {}}, "output_format": "html5"}
    built = plain.build(MARKDOWN=markdown, DEFAULT_LANG="de", READING_RESERVED_IDS=["shop"])
    page = built.page("one.html")
    assert [link["href"] for link in page.select(".toc a")] == ["#section-main", "#section-shop"]
    assert page.select_one("div.table")["aria-label"] == "Tabelle: A, B"  # type: ignore[index]
    assert page.select_one("a.footnote-backref")["title"] == "Zurück zu Fußnote 1 im Text"  # type: ignore[index]
    assert page.select("main [style]") == []


def test_all_wrong_settings_are_told_at_once(plain: Site) -> None:
    with pytest.raises(ReadingConfigError) as raised:
        plain.build(READING_RELATEDD=3, READING_RELATED=-1)
    assert len(raised.value.problems) == 2


def test_settings_are_read_once_and_none_is_lost(plain: Site) -> None:
    plain.write("articles/one.md", article("One"))
    built = plain.build(READING_RELATED=7)
    assert built.pelican.settings[CONFIG_KEY].related == 7
    assert "markdown.extensions.extra" in built.pelican.settings["MARKDOWN"]["extension_configs"]


HOSTILE = '<script>alert(1)</script>" onmouseover="x &amp; 🎉 שלום'


def test_hostile_names_stay_text(probed: Site) -> None:
    fields = f"Series: {HOSTILE}\nTags: {HOSTILE}\nSummary: {HOSTILE}\n"
    probed.write("articles/one.md", article(HOSTILE, 1, fields + "Slug: one\n"))
    probed.write("articles/two.md", article(HOSTILE, 2, fields + "Slug: two\n"))
    built = probed.build(FORMATTED_FIELDS=[])
    assert shown(built, "one.html")["lede"] == HOSTILE
    assert shown(built, "one.html")["series"] == HOSTILE
    (path,) = (path for path in built.files() if path.startswith("series/"))
    page = built.page(path)
    assert page.select_one("main h2").get_text() == HOSTILE  # type: ignore[union-attr]
    assert [link.get_text() for link in page.select("main li a")] == [HOSTILE, HOSTILE]
    assert page.select("main script, main [onmouseover]") == []


def test_a_site_without_articles_builds(plain: Site) -> None:
    assert plain.build().problems == ()


def test_two_builds_in_one_process_do_not_know_of_each_other(probed: Site) -> None:
    probed.write("articles/one.md", article("One", fields="Series: Talks\n"))
    first = shown(probed.build(), "one.html")
    probed.write("articles/one.md", article("One"))
    second = shown(probed.build(), "one.html")
    assert (first["series"], second["series"], second["all_series"]) == ("Talks", None, [])


def test_a_language_tag_means_the_same_in_either_case(plain: Site) -> None:
    plain.write("articles/a.md", article("A", fields="Category: Notes\nLang: en-GB\nSlug: a\n"))
    plain.write("articles/b.md", article("B", fields="Category: Notes\nLang: de-AT\nSlug: a\n"))
    built = plain.build(DEFAULT_LANG="en-GB")
    assert built.problems == ()
    assert {"a.html", "a-de-at.html"} <= built.files()
