"""The invitation in stock Pelican's feeds, and what feed readers leave of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import feedparser
import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment
from site_check.readers import READERS, kept_by

from .stock import article, stock

if TYPE_CHECKING:
    from tests.conftest import Built, Site

FEEDS = {
    "FEED_ALL_ATOM": "all.atom.xml",
    "FEED_ALL_RSS": "all.rss.xml",
    "TAG_FEED_ATOM": "tag.{slug}.atom.xml",
    "AUTHOR_FEED_ATOM": "author.{slug}.atom.xml",
}


def texts(built: Built, path: str) -> dict[str, str]:
    """The HTML of each entry by its title, as a feed parser finds it."""
    parsed = feedparser.parse(built.read(path), sanitize_html=False)
    assert not parsed.bozo
    return {entry.title: entry.content[0].value if "content" in entry else entry.description for entry in parsed.entries}


@pytest.fixture
def built(site: Site) -> Built:
    stock(site).write("a.md", article("A", "Tags: wood\n"))
    site.write("b.md", article("B", "Author: Bea Moss\n", "2026-01-02"))
    built = site.build(SITE_STRICT=True, **FEEDS)
    assert built.problems == ()
    return built


@pytest.mark.parametrize("path", ["all.atom.xml", "all.rss.xml", "tag.wood.atom.xml", "author.ann-lee.atom.xml"])
def test_every_entry_ends_in_one_invitation(built: Built, path: str) -> None:
    (html,) = [html for title, html in texts(built, path).items() if title == "A"]
    assert html.startswith("<p>Text.</p>")
    assert html.count("Ask me.") == 1
    text = BeautifulSoup(html, "html5lib").get_text()
    assert "Reply to Ann Lee by email: ann@example.com" in text
    assert "Call +1 202-555-0143" in text


def test_each_entry_has_its_own(built: Built) -> None:
    found = texts(built, "all.atom.xml")
    assert "bea@example.com" in found["B"]
    assert "bea@example.com" not in found["A"]
    assert "ann@example.com" not in found["B"]


@pytest.mark.parametrize("path", ["all.atom.xml", "all.rss.xml"])
def test_an_entrys_author_can_be_answered_by_machine(site: Site, path: str) -> None:
    stock(site).write("a.md", article("A"))
    site.write("b.md", article("B", "Author: A guest\n"))
    entries = {entry.title: entry for entry in feedparser.parse(site.build(**FEEDS).read(path)).entries}
    assert (entries["A"].author_detail.name, entries["A"].author_detail.email) == ("Ann Lee", "ann@example.com")
    assert entries["B"].author == "A guest"
    if path == "all.atom.xml":
        assert entries["A"].author_detail.href == "https://example.com/author/ann-lee.html"


def test_links_are_absolute_and_the_elements_those_that_survive(built: Built) -> None:
    html = texts(built, "all.atom.xml")["A"].partition("<p>Text.</p>")[2]
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= {"p", "ul", "li", "a", "strong", "em"}
    assert set(re.findall(r'<a (.*?)="', html)) == {"href"}
    links = [str(link["href"]) for link in BeautifulSoup(html, "html5lib").select("a")]
    assert links == [
        "mailto:ann@example.com?subject=Re%3A%20A",
        "tel:+12025550143",
        "https://example.com/ann",
        "https://example.com/authors/ann-lee.vcf",
        "https://example.com/a.html#write",
    ]


@pytest.mark.parametrize("reader", sorted(READERS))
def test_every_reader_keeps_a_way_to_reply(built: Built, reader: str) -> None:
    kept = BeautifulSoup(kept_by(reader, texts(built, "all.atom.xml")["A"]), "html5lib")
    links = {str(link["href"]) for link in kept.select("a[href]")}
    assert {"mailto:ann@example.com?subject=Re%3A%20A", "https://example.com/ann", "https://example.com/a.html#write"} <= links
    assert "ann@example.com" in kept.get_text()
    assert "+1 202-555-0143" in kept.get_text()


def test_a_draft_a_hidden_and_a_future_article_leak_nowhere(site: Site) -> None:
    stock(site, WITH_FUTURE_DATES=False).write("a.md", article("A"))
    for number, (status, date) in enumerate([("draft", "2026-01-01"), ("hidden", "2026-01-01"), ("published", "2096-01-01")]):
        site.write(f"s{number}.md", article(f"Secret {status}", f"Status: {status}\nContact_email: secret@example.com\n", date))
    built = site.build(**FEEDS)
    public = [path for path in built.files() if path.endswith((".xml", ".vcf", ".svg")) or path in {"a.html", "index.html"}]
    assert not [path for path in public if "secret" in built.read(path).lower()]


@pytest.mark.parametrize(
    "settings", [{"RELATIVE_URLS": True}, {"FEED_APPEND_REF": True}, {"SITEURL": "", "FEED_DOMAIN": "https://example.com"}]
)
def test_entries_are_found_whatever_their_links(site: Site, settings: dict[str, object]) -> None:
    stock(site).write("a.md", article("A"))
    assert "ann@example.com" in site.build(**FEEDS | settings).read("all.atom.xml")


def test_full_texts_in_rss(site: Site) -> None:
    stock(site).write("a.md", article("A", "Summary: Short.\n"))
    html = texts(site.build(**FEEDS, RSS_FEED_SUMMARY_ONLY=False), "all.rss.xml")["A"]
    assert html.startswith("<p>Text.</p>")
    assert "ann@example.com" in html


def test_plain_text_for_those_who_take_no_html(site: Site) -> None:
    stock(site).write("a.md", article("A & B", "Ask: Oak < ash?\n"))
    (site.folder / "templates/article.html").write_text('{% include "cta/feed.txt" %}')
    assert site.build().read("a-b.html") == (
        "Ask me. Oak < ash?\n"
        "Tell me in two or three sentences. I answer every letter myself.\n\n"
        "Reply to Ann Lee by email: ann@example.com\n"
        "Call +1 202-555-0143\n"
        "Book a meeting: https://example.com/ann\n"
        "Add Ann Lee to your contacts: https://example.com/authors/ann-lee.vcf\n"
        "Pass it on: https://example.com/a-b.html#write\n\n"
        "Yours, Ann\n"
    )


def test_templates_do_without_autoescaping(site: Site) -> None:
    """A stranger's environment has none."""
    assert not Environment().autoescape  # noqa: S701
    stock(site).write("a.md", article("A", "Ask: <b>?\n"))
    assert "&lt;b&gt;?" in texts(site.build(**FEEDS), "all.atom.xml")["A"]
