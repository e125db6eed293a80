"""Which files are feeds, how they are read, and where a finding in them is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import feedparser
import pytest
from site_check.feeds import site as feed_site
from site_check.feeds.model import AtomFeed, BrokenFeed, FeedFile, JsonFeed, Opml, RssFeed
from site_check.feeds.parsing import read_feed
from site_check.markup import events_of

from . import feed_samples as samples

if TYPE_CHECKING:
    from .conftest import Project

KINDS = {"atom": AtomFeed, "rss": RssFeed, "json": JsonFeed}


def read(text: str) -> object:
    return read_feed("output/x", "x", text.encode())


@pytest.mark.parametrize("kind", samples.PLACES)
def test_a_good_feed_has_no_findings(project: Project, kind: str) -> None:
    project.write("content/authors/ann.md", "Name: Ann\nEmail: ann@example.com\n")
    project.article("A text.")
    samples.write(project, "atom")
    samples.write(project, kind)
    assert project.found() == []


@pytest.mark.parametrize("kind", KINDS)
def test_all_formats_are_read_into_one_shape(kind: str) -> None:
    feed = read(samples.feed(kind))
    assert isinstance(feed, KINDS[kind])
    (entry,) = feed.entries
    assert (entry.id, entry.url, entry.title) == ("tag:example.com,2026:7KQ2MX", "https://blog.example.com/hello/", "Hello")
    assert entry.content
    assert entry.content.text == samples.HTML
    assert feed.addresses == (f"{samples.URL}/{samples.PLACES[kind]}",)


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_feedparser_reads_the_same(kind: str) -> None:
    feed, theirs = read(samples.feed(kind)), feedparser.parse(samples.feed(kind))
    assert isinstance(feed, FeedFile)
    assert not theirs.bozo
    assert [(entry.id, entry.url, entry.title) for entry in feed.entries] == [(one.id, one.link, one.title) for one in theirs.entries]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('<?xml version="1.0"?>\n<!-- a --><?x y?><feed xmlns="http://www.w3.org/2005/Atom"/>', AtomFeed),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', AtomFeed),
        ('<!DOCTYPE rss [<!ENTITY x "y">]><rss><channel/></rss>', RssFeed),
        ("\ufeff<rss><channel/></rss>", RssFeed),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', JsonFeed),
        ('{"home_page_url": "https://x.example/", "items": []}', JsonFeed),
        ("<opml/>", Opml),
        ('<feed xmlns="http://example.com/a-shop">', BrokenFeed),
        ("<rss>", BrokenFeed),
        ('{"version": "https://jsonfeed.org/version/1", "items": [}', BrokenFeed),
        ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><feed/></urlset>', type(None)),
        ('{"name": "a manifest", "items": []}', type(None)),
        ("[1]", type(None)),
        ("feed", type(None)),
        ("", type(None)),
    ],
)
def test_feeds_are_known_by_what_is_in_them(text: str, kind: type) -> None:
    assert isinstance(read(text), kind)


def test_no_file_is_fetched_and_nothing_is_expanded() -> None:
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{Path(__file__).as_posix()}">]>'
    feed = read(f"{entity}<rss><channel><title>a&x;</title></channel></rss>")
    assert isinstance(feed, RssFeed)
    assert feed.root.value("title") == "a"


def test_xhtml_is_read_as_html() -> None:
    text = samples.feed("atom").replace('type="html">', 'type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/></p></div>')
    feed = read(text[: text.index("</div>") + 6] + "</content></entry></feed>")
    assert isinstance(feed, AtomFeed)
    assert feed.entries[0].content
    assert "<p" in feed.entries[0].content.text


@pytest.mark.parametrize("name", ["all.atom.xml", "index.xml", "x.ATOM", "feed.rss", "feed.json"])
def test_names_do_not_matter(project: Project, name: str) -> None:
    project.write(f"site/{name}", '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>')
    assert "feed-missing" in project.rules()


@pytest.mark.parametrize("kind", KINDS)
def test_the_line_is_that_of_the_article_where_it_has_what_was_found(project: Project, kind: str) -> None:
    project.article('Other.\n\n<a href="sms:+441234567">x</a>', name="other")
    project.article('One.\n\nTwo, <a href="sms:+441234567">x</a>.')
    samples.write(project, kind, html='<p>One.</p>\n<p>Two, <a href="sms:+441234567">x</a>.</p>')
    assert project.found() == [("feed-reply-lost", "content/articles/hello.md", 7)]


@pytest.mark.parametrize(("kind", "line"), [("atom", 20), ("rss", 22), ("json", 4)])
def test_else_it_is_that_of_the_feed(project: Project, kind: str, line: int) -> None:
    project.article("Only a text.")
    samples.write(project, kind, html="<p>One.</p>\n\n<p class='x'>Two.</p>")
    assert project.found() == [("feed-class", f"output/{samples.PLACES[kind]}", line)]


def test_another_articles_line_is_not_told(project: Project) -> None:
    project.article("Only a text.")
    project.article('<p class="x">Two.</p>', name="other")
    samples.write(project, "atom", html='<p class="x">Two.</p>')
    assert [path for _, path, _ in project.found()] == ["output/feeds/all.atom.xml"]


def test_what_is_in_many_feeds_is_told_once(project: Project) -> None:
    project.article("Only a text.")
    for kind in KINDS:
        samples.write(project, kind, html='<p class="x">Two.</p>')
    (finding,) = project.check().findings
    assert "more" not in finding.message


def test_what_no_author_wrote_is_told_once_for_all_entries(project: Project) -> None:
    for name in ("hello", "second", "third"):
        project.article("Only a text.", name=name)
        text = samples.feed("atom", '<p class="x">Two.</p>').replace("/hello/", f"/{name}/").replace("feeds/all", f"feeds/{name}")
        project.write(f"site/feeds/{name}.atom.xml", text.replace("7KQ2MX", name))
    (finding,) = project.check().findings
    assert finding.message.endswith("It is in 2 more entries.")


def test_what_is_wrong_with_feeds_themselves_counts_feeds(project: Project) -> None:
    for name in ("a", "b", "c"):
        text = samples.feed("rss").replace("feeds/all", f"feeds/{name}").replace("<language>en</language>", "")
        project.write(f"site/feeds/{name}.rss.xml", text)
    (finding,) = project.check().findings
    assert finding.message.endswith("It is in 2 more feeds.")


@pytest.mark.parametrize("comment", ["<!-- check: off feed-class -->", "Text <!-- check: off feed-class -->"])
def test_an_article_silences_what_its_entry_would_say(project: Project, comment: str) -> None:
    project.article(f'<p class="x">Two.</p>\n\n{comment}')
    samples.write(project, "atom", html='<p class="x">Two.</p>')
    assert bool(project.found()) == comment.startswith("Text")
    project.article(f"Markdown makes it.\n\n{comment}")
    assert bool(project.found()) == comment.startswith("Text")


def test_a_feed_silences_its_own(project: Project) -> None:
    samples.write(project, "rss", ("<language>en</language>", ""), ("<channel>", "<channel>\n<!-- check: off feed-missing -->"))
    report = project.check()
    assert report.findings == ()
    assert report.silenced == 1


def test_each_text_is_taken_apart_once_in_however_many_feeds_it_stands(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(feed_site, "events_of", lambda html: events_of((seen.append(html), html)[1]))  # type: ignore[func-returns-value]
    for kind in KINDS:
        samples.write(project, kind)
    for number in range(9):
        project.write(f"site/feeds/{number}.xml", samples.feed("atom").replace("feeds/all", f"feeds/{number}"))
    project.check()
    assert len(seen) == 2, "a text, and the summary that only RSS has as HTML"
