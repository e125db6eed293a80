"""Entries of a stranger's site: texts, addresses, languages and Ids as authors write them, and what an entry does not depend on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

from .html import xml
from .stock import ALL, entries, feeds_of, html_of, invited, titles, write

if TYPE_CHECKING:
    from tests.conftest import Site

# Texts and addresses

LINKS = """
[two]({filename}two.md), [part]({filename}two.md#part), [page]({filename}/pages/about.md), [tag]({tag}trust), [home]({index})

![chairs]({static}/images/two-chairs.png) ![here]({attach}here/plan.png) [root](/feeds/) [relative](two.html) [note](#note)
"""


@pytest.mark.parametrize(
    "settings", [{}, {"RELATIVE_URLS": True}, {"SITEURL": "http://localhost:8000", "SITE_PUBLIC_URL": "https://example.com"}]
)
def test_links_between_contents_are_whole(one: Site, settings: dict[str, Any]) -> None:
    write(one, "one", "Category: Notes", LINKS)
    write(one, "two", "Status: hidden")
    one.write("pages/about.md", "Title: About\n\nText.\n")
    for name in ("images/two-chairs.png", "articles/here/plan.png"):
        one.write(name, "no picture")
    built = one.build(**settings)
    links = re.findall(r'(?:href|src)="([^"]*)"', html_of(built))
    assert links == [
        f"https://example.com/{path}"
        for path in (
            "two.html",
            "two.html#part",
            "pages/about.html",
            "tag/trust.html",
            "index.html",
            "images/two-chairs.png",
            "here/plan.png",
            "feeds/",
            "two.html",
            "one.html#note",
        )
    ]
    assert {"two.html", "pages/about.html", "images/two-chairs.png", "here/plan.png"} <= built.files()
    assert "localhost" not in "".join(built.read(path) for path in feeds_of(built))


def test_a_site_below_a_path(one: Site) -> None:
    built = one.build(SITEURL="https://example.com/blog/", ARTICLE_URL="{slug}/", ARTICLE_SAVE_AS="{slug}/index.html")
    feed = xml(built.read(ALL["atom"]))
    links = [link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert links == ["https://example.com/blog/feeds/all.atom.xml", "https://example.com/blog/", "https://example.com/blog/one/"]


@pytest.mark.parametrize(
    ("settings", "title", "summary"),
    [
        ({}, "A & B < C &amp; <i>d</i>", "Short & sweet, really."),
        ({"FORMATTED_FIELDS": []}, "A & B < C &amp; <i>d</i>", "Short &amp; *sweet*, really."),
        ({"FORMATTED_FIELDS": ["title"], "SLUGIFY_SOURCE": "basename"}, "A & B < C & d", "Short &amp; *sweet*, really."),
    ],
)
def test_titles_and_summaries_are_what_was_typed(one: Site, settings: dict[str, Any], title: str, summary: str) -> None:
    one.write(
        "articles/one.md", "Title: A & B < C &amp; <i>d</i>\nDate: 2026-03-01\nId: 7KQ2MX\nSummary: Short &amp; *sweet*, really.\n\nText.\n"
    )
    (entry,) = entries(one.build(**settings))
    assert (entry.title, entry.summary) == (title, summary)


def test_an_article_with_everything_that_could_break_a_feed(one: Site) -> None:
    nasty = "a\x0b ]]> <![CDATA[ &nosuch; &#1; \ufffe <!-- <p {x}=1> </div></body> <script>secret"
    write(one, "one", f"Summary: {nasty}\nTags: {nasty.replace(';', '')}\nAuthor: B <b> & \x01\nCategory: {nasty}", nasty)
    built = one.build(SITENAME=nasty, SITESUBTITLE=nasty, SITE_LICENCE=nasty)
    assert built.problems == ()
    for path in feeds_of(built) - {"feeds/all.opml"}:
        assert titles(built, path) == ["One"]
    assert xml(built.read("feeds/all.opml")).tag == "opml"


def test_an_empty_article_is_an_entry(one: Site) -> None:
    write(one, "one", text="")
    built = one.build()
    (item,) = json.loads(built.read(ALL["json"]))["items"]
    assert item["content_html"] == ""
    assert titles(built) == titles(built, ALL["rss"]) == ["One"]


# Languages


def test_translations_have_a_feed_of_their_own(one: Site) -> None:
    write(one, "eins", "Slug: one\nLang: de\nTags: Trust")
    write(one, "deux", "Lang: fr")
    built = one.build()
    assert sorted(titles(built)) == ["Deux", "One"]
    assert titles(built, "feeds/de/all.atom.xml") == ["Eins"]
    assert not [path for path in feeds_of(built) if path.startswith("feeds/fr")]
    assert {entry.title: entry.title_detail.language for entry in entries(built)} == {"Deux": "fr", "One": "en"}
    assert 'xml:lang="de"' in built.read("feeds/de/all.atom.xml")


@pytest.mark.parametrize("fields", ["Status: draft", "Status: hidden", "Date: 2096-01-01 10:00"])
def test_a_translation_that_is_not_published_makes_no_feed(one: Site, fields: str) -> None:
    write(one, "eins", f"Slug: one\nLang: de\n{fields}")
    assert "feeds/de/all.atom.xml" not in feeds_of(one.build(WITH_FUTURE_DATES=False))


def test_templates_find_feeds_of_what_they_show(one: Site) -> None:
    write(one, "eins", "Slug: one\nLang: de\nTags: Trust")
    templates = one.folder / "templates"
    templates.mkdir()
    for name, of in (("tag", "tag"), ("article", "article")):
        (templates / f"{name}.html").write_text(
            f"{{% for feed in {of}.feeds|default(()) %}}{{{{ feed.path }}}} {{{{ feed.name }}}}{{% endfor %}}"
        )
    built = one.build(THEME_TEMPLATES_OVERRIDES=[str(templates)])
    assert built.read("tag/trust.html") == "feeds/tags/trust.atom.xml Trust"
    assert built.read("one-de.html") == "feeds/de/all.atom.xml de"
    assert built.read("one.html") == ""


# Ids and problems


def test_articles_without_an_id_are_told_and_known_by_their_slugs(one: Site) -> None:
    one.write("articles/two.md", "Title: Two\nDate: 2026-03-02\nCategory: Notes\n\nText.\n")
    one.write("articles/zwei.md", "Title: Zwei\nSlug: two\nLang: de\nDate: 2026-03-02\nCategory: Notes\n\nText.\n")
    built = one.build(SITE_STRICT=True)
    told = [(problem.level, problem.rule, Path(problem.path or "").name, problem.line) for problem in built.problems]
    assert told == [("ERROR", "feed-id-missing", "two.md", 1), ("ERROR", "feed-id-missing", "zwei.md", 1)]
    assert entries(built)[0].id == "tag:example.org,2026:two"
    assert entries(built, "feeds/de/all.atom.xml")[0].id == "tag:example.org,2026:de/two"


def test_wrong_and_double_ids_are_told_with_file_and_line(one: Site) -> None:
    write(one, "two", "Id: 000322\nTags: x", number=1)
    write(one, "three", "Tags: x\nId: hello", number=2)
    write(one, "eins", "Slug: one\nLang: de\nId: 000322")
    write(one, "draft", "Status: draft\nId: 000322", number=3)
    write(one, "hidden", "Status: hidden\nId: 000322", number=4)
    built = one.build()
    told = {(problem.level, problem.rule, Path(problem.path or "").name, problem.line) for problem in built.problems}
    assert {it for it in told if it[2] in {"two.md", "three.md", "draft.md", "hidden.md"}} == {
        ("WARNING", "feed-id-double", "two.md", 4),
        ("WARNING", "feed-id", "three.md", 5),
        ("WARNING", "feed-id-double", "draft.md", 5),
        ("WARNING", "feed-id-double", "hidden.md", 5),
    }
    assert len(told) == 5  # and either One or Eins, which are of one date: that whose file is newer


def test_a_field_that_is_there_twice_is_read_once(one: Site) -> None:
    write(one, "one", "Id: 7KQ2MX\nId: 7KQ2MY")
    assert entries(one.build())[0].id == "tag:example.org,2026:7KQ2MX"


# What an entry does not depend on


@pytest.mark.parametrize(
    ("field", "settings"),
    [
        (
            "",
            {
                "SITESUBTITLE": "Another line",
                "SITENAME": "Another name",
                "SITE_LICENCE": "x",
                "FEEDS_STYLE": "x.css",
                "FEEDS_ICON": "x.png",
            },
        ),
        ("", {"FEEDS_ENTRIES": 1, "FEEDS_PATH": "f", "FEEDS_HUB": "https://hub.example/"}),
        ("", {"SITEURL": "https://moved.example", "ARTICLE_URL": "{slug}/", "ARTICLE_SAVE_AS": "{slug}/index.html"}),
        ("", {"PLUGINS": ["site_feeds", "contact_cta"]}),
        ("Category: Other\nTags: Other\nAuthor: Bea\nSummary: Other\nSlug: other", {}),
    ],
)
def test_id_and_date_of_an_entry_stay(one: Site, field: str, settings: dict[str, Any]) -> None:
    (before,) = entries(one.build())
    write(one, "one", f"Id: 000322\n{field}")
    invited_ones = invited(one) if "PLUGINS" in settings else one
    (after,) = entries(invited_ones.build(**settings), settings.get("FEEDS_PATH", "feeds") + "/all.atom.xml")
    assert (after.id, after.updated, after.published) == (before.id, before.updated, before.published)


def test_a_new_telephone_number_changes_no_entrys_date(one: Site) -> None:
    before = invited(one).build().read(ALL["atom"])
    one.write("authors/ann-lee.md", "Name: Ann Lee\nEmail: ann@example.com\nPhone: +1 202 555 0199\n")
    after = one.build().read(ALL["atom"])
    assert after != before
    assert re.findall("<(?:updated|id)>.*", after) == re.findall("<(?:updated|id)>.*", before)


def test_feeds_depend_on_nothing_but_the_content(one: Site) -> None:
    for number in range(6):
        write(one, f"a{number}", f"Tags: T{number}, Trust, Talk\nAuthors: A{number}; Ann", number=3)
    settings = {name: value for name, value in one.settings.items() if name != "PLUGINS"}
    settings |= {
        "PLUGIN_PATHS": [str(ROOT / "plugins")],
        "PLUGINS": ["site_feeds"],
        "ARTICLE_PATHS": ["articles"],
        "TIMEZONE": "Europe/London",
    }
    (one.folder / "settings.py").write_text("\n".join(f"{name} = {value!r}" for name, value in settings.items()))
    first = read_feeds(one.folder, "1", {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1", "TZ": "UTC"})
    for path in (one.folder / "content/articles").iterdir():
        os.utime(path, (9, 9))
    second = read_feeds(one.folder, "2", {"PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "2000000000", "TZ": "Asia/Tokyo"})
    assert len(first) > 15
    assert first == second


def read_feeds(folder: Path, name: str, environment: dict[str, str]) -> dict[str, bytes]:
    """Every feed of a build in a process of its own."""
    output = folder / name
    command = [sys.executable, "-m", "pelican", "content", "-s", "settings.py", "-o", str(output), "-q"]
    subprocess.run(command, cwd=folder, env=os.environ | environment, check=True, capture_output=True)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in (output / "feeds").rglob("*") if path.is_file()}
