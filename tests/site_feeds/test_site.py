"""Feeds of a stranger's site, built by stock Pelican."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from pelican import signals
from site_feeds.config import FeedsConfigError
from site_feeds.model import SCOPES

from .stock import ALL, NONE_OF_PELICANS, entries, feeds_of, html_of, invited, stock, titles, write

if TYPE_CHECKING:
    from tests.conftest import Site

ONE_EACH = {
    *ALL.values(),
    "feeds/all.opml",
    "feeds/authors/ann-lee.atom.xml",
    "feeds/categories/notes.atom.xml",
    "feeds/tags/trust.atom.xml",
}


@pytest.mark.parametrize("add", [lambda site: site, invited], ids=["alone", "with contact_cta"])
def test_which_feeds_there_are(one: Site, add: Any) -> None:
    built = add(one).build(SITE_STRICT=True)
    assert built.problems == ()
    assert feeds_of(built) == ONE_EACH
    for path in ONE_EACH - {"feeds/all.opml"}:
        assert titles(built, path) == ["One"]


def test_the_same_entry_in_all_feeds(one: Site) -> None:
    built = one.build()
    (atom,), (rss,) = entries(built), entries(built, ALL["rss"])
    (item,) = json.loads(built.read(ALL["json"]))["items"]
    assert atom.id == rss.id == item["id"] == "tag:example.org,2026:000322"
    assert atom.link == rss.link == item["url"] == "https://example.com/one.html"
    assert atom.content[0].value == rss.content[0].value == item["content_html"] == "<p>Text.</p>"
    assert item["content_text"] == "Text."
    assert atom.published == atom.updated == item["date_published"] == "2026-03-01T10:00:00+00:00"
    assert rss.published == "Sun, 01 Mar 2026 10:00:00 +0000"


def test_entries_end_in_the_invitation(one: Site) -> None:
    built = invited(one).build()
    html = html_of(built)
    assert html.startswith("<p>Text.</p>\n<!-- invitation -->\n<p>")
    assert 'href="mailto:ann@example.com?subject=Re%3A%20One"' in html
    (item,) = json.loads(built.read(ALL["json"]))["items"]
    assert item["content_text"].startswith("Text.\n\n")
    assert "ann@example.com" in item["content_text"]
    assert "<" not in item["content_text"]
    assert entries(built)[0].author_detail.email == "ann@example.com"


def test_the_site_can_be_answered_by_machine(one: Site) -> None:
    author = "<name>A small site</name><uri>https://example.com/</uri>"
    assert f"<author>{author}</author>" in one.build().read(ALL["atom"])
    built = invited(one).build()
    assert "<managingEditor>ann@example.com (A small site)</managingEditor>" in built.read(ALL["rss"])
    assert f"<author>{author}<email>ann@example.com</email></author>" in built.read(ALL["atom"])


@pytest.mark.parametrize("plugins", [["contact_cta", "site_feeds"], ["site_feeds", "contact_cta"]])
def test_the_order_of_plugins_changes_nothing(one: Site, plugins: list[str]) -> None:
    html = html_of(invited(one).build(PLUGINS=plugins))
    assert html.count("mailto:ann@example.com") == 1


def test_themes_made_for_pelican_offer_our_feeds(one: Site) -> None:
    built = one.build(FEED_ALL_ATOM_URL="old/all.xml", TAG_FEED_RSS="feeds/old.{slug}.rss.xml")
    offered = {
        path: {str(link["href"]) for link in built.page(path).select("link[rel=alternate]")}
        for path in ("index.html", "tag/trust.html", "category/notes.html")
    }
    site = {"https://example.com/feeds/all.atom.xml", "https://example.com/feeds/all.rss.xml"}
    assert offered == {
        "index.html": site,
        "tag/trust.html": site | {"https://example.com/feeds/tags/trust.atom.xml"},
        "category/notes.html": site | {"https://example.com/feeds/categories/notes.atom.xml"},
    }


@pytest.mark.parametrize("fields", ["Status: draft", "Status: hidden", "Date: 2096-01-01 10:00", "Status: draft\nLang: de\nSlug: one"])
def test_what_is_not_published_is_in_no_feed(one: Site, fields: str) -> None:
    write(one, "secret", f"{fields}\nTags: Secret, Trust\nCategory: Secret\nAuthor: Secret\nId: SECRET")
    built = one.build(WITH_FUTURE_DATES=False, SITE_STRICT=False)
    assert feeds_of(built) == ONE_EACH
    assert not [path for path in ONE_EACH if "secret" in built.read(path).lower()]


@pytest.mark.parametrize("fields", ["Status: draft", "Status: hidden", "Date: 2096-01-01 10:00"])
def test_a_site_whose_articles_are_all_unpublished_has_no_feed(site: Site, fields: str) -> None:
    write(stock(site), "secret", fields)
    built = site.build(WITH_FUTURE_DATES=False, SITEURL="", SITE_AUTHORITY="", **NONE_OF_PELICANS)
    assert feeds_of(built) == set()
    assert built.problems == ()


def test_a_site_without_articles_has_no_feed_and_offers_none(site: Site) -> None:
    stock(site).write("pages/about.md", "Title: About\n\nText.\n")
    built = site.build()
    assert feeds_of(built) == set()
    assert built.problems == ()
    assert not built.page("index.html").select("link[rel=alternate]")


@pytest.mark.parametrize("url", ["", ".", "//example.com"])
def test_without_a_public_address_there_is_a_warning_and_no_feed(one: Site, url: str) -> None:
    write(one, "two")
    built = one.build(SITEURL=url, SITE_STRICT=True, **NONE_OF_PELICANS)
    assert feeds_of(built) == set()
    assert [(problem.level, problem.rule) for problem in built.problems] == [("WARNING", "feed-address")]
    assert not built.page("index.html").select("link[rel=alternate]")


def test_without_an_authority_there_is_a_warning_and_ids_are_made_of_the_domain(one: Site) -> None:
    built = one.build(SITE_AUTHORITY="", SITE_STRICT=True)
    assert [(problem.level, problem.rule) for problem in built.problems] == [("WARNING", "feed-authority")]
    assert entries(built)[0].id == "tag:example.com,2026:000322"


def test_mistakes_in_settings_stop_the_build_all_at_once(one: Site) -> None:
    with pytest.raises(FeedsConfigError, match=r"FEEDS_ENTRIES is 0.*unknown setting FEEDS_PATHS") as caught:
        one.build(FEEDS_ENTRIES=0, FEEDS_PATHS="feeds")
    assert len(caught.value.problems) == 2


def test_other_formats_and_another_folder(one: Site) -> None:
    formats = {"site": ["json", "atom"], "tag": ["rss", "atom"], "category": [], "author": []}
    built = one.build(FEEDS_FORMATS=formats, FEEDS_PATH="news/feeds")
    assert feeds_of(built) == {
        f"news/feeds/{name}" for name in ("all.json", "all.atom.xml", "all.opml", "tags/trust.atom.xml", "tags/trust.rss.xml")
    }
    offered = {str(link["href"]) for link in built.page("tag/trust.html").select("link[rel=alternate]")}
    assert offered == {f"https://example.com/news/feeds/{name}" for name in ("all.atom.xml", "tags/trust.atom.xml", "tags/trust.rss.xml")}


def test_no_format_at_all(one: Site) -> None:
    built = one.build(FEEDS_FORMATS=dict.fromkeys(SCOPES, ()))
    assert feeds_of(built) == set()
    assert built.problems == ()


def test_a_theme_with_an_ending_of_its_own(one: Site) -> None:
    templates = one.folder / "templates/feeds"
    templates.mkdir(parents=True)
    (templates / "item.html").write_text("{{ content }}<p>{{ article.title }}, {{ SITENAME }}</p>")
    built = one.build(THEME_TEMPLATES_OVERRIDES=[str(templates.parent)])
    assert html_of(built) == "<p>Text.</p><p>One, A small site</p>"
    (item,) = json.loads(built.read(ALL["json"]))["items"]
    assert item["content_text"] == "Text.\n\nOne, A small site"


def test_each_article_is_rendered_once_however_many_feeds_it_is_in(site: Site) -> None:
    rendered: list[str] = []

    def seen(name: str) -> str:
        rendered.append(name)
        return ""

    templates = site.folder / "templates/feeds"
    templates.mkdir(parents=True)
    for suffix in ("html", "txt"):
        (templates / f"item.{suffix}").write_text(f"{{{{ seen('{suffix} ' ~ article.title) }}}}{{{{ content }}}}")
    names = [f"A{number}" for number in range(7)]
    for number, name in enumerate(names):
        write(stock(site), name.lower(), "Category: Notes\nTags: Trust, Ties, Talk\nAuthors: Ann Lee; Bea Moss", number=number)
    write(site, "b0", "Slug: a0\nLang: de\nTags: Trust")
    built = site.build(
        FEEDS_FORMATS=dict.fromkeys(SCOPES, ("atom", "rss", "json")),
        FEEDS_ENTRIES=2,
        FEEDS_ARCHIVE_ENTRIES=2,
        THEME_TEMPLATES_OVERRIDES=[str(templates.parent)],
        JINJA_GLOBALS={"seen": seen},
    )
    assert len(feeds_of(built)) == 29
    assert sorted(name for name in rendered if name.startswith("html")) == [f"html {name}" for name in (*names, "B0")]
    assert sorted(name for name in rendered if name.startswith("txt")) == [f"txt {name}" for name in (*names[4:], "B0")]


def test_what_is_planned_is_what_is_written(one: Site) -> None:
    planned: dict[str, str] = {}

    def keep(generators: list[Any]) -> None:
        planned.update(generators[0].context["planned_outputs"])

    signals.all_generators_finalized.connect(keep)
    for number in range(1, 6):
        write(one, f"a{number}", "Tags: Trust", number=number)
    built = one.build(FEEDS_ENTRIES=2, FEEDS_ARCHIVE_ENTRIES=2)
    assert planned.keys() == feeds_of(built)
    assert {"feeds/all/archive-1.atom.xml", "feeds/all/archive-2.json"} <= planned.keys()
    assert planned["feeds/tags/trust.atom.xml"] == "the feed of Trust · A small site"


def with_info(name: str, **info: Any) -> None:
    """The plugin that attaches `tag.info` is played by a receiver."""

    def attach(generator: Any) -> None:
        for tag in generator.tags:
            if tag.name == name:
                tag.info = SimpleNamespace(**info)
                for article in generator.articles:
                    article.tags[:] = [tag if own.name == name else own for own in article.tags]

    signals.article_generator_finalized.connect(attach, weak=False)


def test_a_tags_feed_stays_at_its_old_addresses(one: Site) -> None:
    with_info("Trust", aliases=[SimpleNamespace(slug="faith"), SimpleNamespace(slug="reliance")])
    built = one.build(FEEDS_FORMATS={"tag": ["atom", "json"]})
    old = {f"feeds/tags/{slug}.{suffix}" for slug in ("faith", "reliance") for suffix in ("atom.xml", "json")}
    assert feeds_of(built) == ONE_EACH | old | {"feeds/tags/trust.json"}
    for path in old:
        suffix = path.partition(".")[2]
        assert built.read(path) == built.read(f"feeds/tags/trust.{suffix}")
    links = feedparser.parse(built.read("feeds/tags/faith.atom.xml").encode()).feed.links
    assert [link.href for link in links if link.rel == "self"] == ["https://example.com/feeds/tags/trust.atom.xml"]
    assert "faith" not in built.read("feeds/all.opml")


def test_a_tag_that_is_not_listed_has_a_feed_that_no_list_names(one: Site) -> None:
    with_info("Trust", is_listed=False)
    built = one.build()
    assert feeds_of(built) == ONE_EACH
    assert "trust" not in built.read("feeds/all.opml")
    assert titles(built, "feeds/tags/trust.atom.xml") == ["One"]


def test_a_hidden_tag_is_no_label(one: Site) -> None:
    with_info("Trust", is_hidden=True)
    built = one.build()
    assert [label.term for label in entries(built)[0].tags] == ["notes"]


def test_a_closed_feed_says_so_once_and_for_ever(one: Site) -> None:
    paths = ["feeds/closed.atom.xml", "old/comments.rss.xml", "feeds/closed.json"]
    built = invited(one).build(FEEDS_CLOSED=paths)
    assert set(paths) <= built.files()
    for path in paths[:2]:
        (entry,) = entries(built, path)
        assert entry.id.startswith("tag:example.org,2026:feeds/closed/")
        assert "comments" in entry.title
        assert "ann@example.com" in entry.content[0].value
    before = {path: built.read(path) for path in paths}
    assert "closed" not in built.read("feeds/all.opml")
    write(one, "two", number=2)
    again = one.build(FEEDS_CLOSED=paths)
    assert {path: again.read(path) for path in paths} == before


@pytest.mark.parametrize("value", ["feeds/closed.atom.xml", ["closed.xml"], ["../closed.atom.xml"], [7]])
def test_a_closed_feed_has_a_path_that_says_what_it_is(one: Site, value: object) -> None:
    with pytest.raises(FeedsConfigError, match="FEEDS_CLOSED"):
        one.build(FEEDS_CLOSED=value)
