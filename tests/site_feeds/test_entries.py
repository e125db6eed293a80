"""From an article to the entry that all feeds share."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from site_feeds.config import FeedsConfig
from site_feeds.entries import INVITATION, EntryMaker, id_field, in_minutes, permanent_id
from site_feeds.model import Entry, Label, Person, Picture

from .samples import ANY_TEXT, DATES, DAY

CONFIG = FeedsConfig(site_name="Letters", public_url="https://example.com/blog", authority="example.org,2026", language="en-gb")


def named(name: str, slug: str, **more: Any) -> Any:
    return SimpleNamespace(name=name, slug=slug, url=f"x/{slug}/", save_as="x", **more)


def article(content: str = "<p>Words.</p>", **fields: Any) -> Any:
    """As Pelican would hand it over."""
    given = {"title": "One", "slug": "one", "url": "one/", "lang": "en-gb", "date": DAY, "metadata": {"id": "7KQ2MX"}}
    return SimpleNamespace(get_content=lambda site: content.replace("{site}", site), **given | fields)


def entry(it: Any, config: FeedsConfig = CONFIG) -> Entry:
    return EntryMaker(config, lambda _, text: text, lambda _, text: text).entry(it)


def test_an_entry_is_its_article() -> None:
    made = entry(article('<p class="x">Words, <a href="{site}/two/">and</a> <a href="#more">more</a>.</p>'))
    assert (made.id, made.url, made.title, made.language) == (
        "tag:example.org,2026:7KQ2MX",
        "https://example.com/blog/one/",
        "One",
        "en-GB",
    )
    assert made.html == (
        '<p>Words, <a href="https://example.com/blog/two/">and</a> <a href="https://example.com/blog/one/#more">more</a>.</p>'
    )
    assert made.summary == "Words, and more."
    assert (made.published, made.updated, made.authors, made.labels, made.picture) == (DAY, DAY, (), (), None)


def test_addresses_are_in_ascii() -> None:
    made = entry(article('<p><a href="#ü">x</a></p>', url="日 本/"))
    assert made.url == "https://example.com/blog/%E6%97%A5%20%E6%9C%AC/"
    assert f'href="{made.url}#%C3%BC"' in made.html


# Ids


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        ({"id": "7kq2mx"}, "tag:example.org,2026:7KQ2MX"),
        ({"id": " 7KQ2MX "}, "tag:example.org,2026:7KQ2MX"),
        ({"id": ["7KQ2MX", "7KQ2MY"]}, "tag:example.org,2026:7KQ2MX"),
        ({"id": "tag:blogger.com,1999:blog-1.post-2"}, "tag:blogger.com,1999:blog-1.post-2"),
        ({"id": "https://Old.example/?p=1&q=%c3"}, "https://Old.example/?p=1&q=%c3"),
        ({}, "tag:example.org,2026:one"),
        ({"id": ""}, "tag:example.org,2026:one"),
        ({"id": []}, "tag:example.org,2026:one"),
        ({"id": "not an id"}, "tag:example.org,2026:one"),
    ],
)
def test_an_id_is_made_of_the_field_or_else_of_the_slug(metadata: dict[str, Any], name: str) -> None:
    assert permanent_id(article(metadata=metadata), CONFIG) == name


def test_without_an_id_a_translation_is_told_from_its_original() -> None:
    original, german = article(metadata={}), article(metadata={}, lang="de")
    assert permanent_id(original, CONFIG) == "tag:example.org,2026:one"
    assert permanent_id(german, CONFIG) == "tag:example.org,2026:de/one"


def test_an_id_of_a_slug_is_a_uri() -> None:
    assert permanent_id(article(metadata={}, slug="日 本<"), CONFIG) == "tag:example.org,2026:%E6%97%A5%20%E6%9C%AC%3C"


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Two"},
        {"slug": "two", "url": "two/"},
        {"date": DAY + timedelta(days=1)},
        {"authors": (named("Ann", "ann"),)},
        {"category": named("Notes", "notes")},
        {"lang": "de"},
    ],
)
def test_nothing_but_the_field_changes_an_id(change: dict[str, Any]) -> None:
    moved = replace(CONFIG, public_url="https://other.example", site_name="Other", path="f")
    assert permanent_id(article(**change), moved) == permanent_id(article(), CONFIG)


def test_the_field_is_text_whatever_it_holds() -> None:
    assert [id_field(article(metadata={"id": value})) for value in (123456, ["a", "b"], [], None)] == ["123456", "a", "", ""]


# Titles and summaries


@pytest.mark.parametrize(
    ("title", "as_text", "as_html"),
    [
        ("A & B < C", "A & B < C", "A & B < C"),
        ("Don&#8217;t &amp; <em>do</em>", "Don&#8217;t &amp; <em>do</em>", "Don’t & do"),
        (" A\n B\x01 ", "A  B", "A  B"),
        ("«\u00a0A\u00a0»", "«\u00a0A\u00a0»", "«\u00a0A\u00a0»"),
        ("<p>A</p>", "<p>A</p>", "A"),
    ],
)
def test_a_title_is_text_unless_the_site_makes_html_of_it(title: str, as_text: str, as_html: str) -> None:
    assert entry(article(title=title)).title == as_text
    assert entry(article(title=title), replace(CONFIG, titles_are_html=True)).title == as_html


@pytest.mark.parametrize(
    ("summary", "as_html", "as_text"),
    [
        ("<p>A <em>b</em>&amp;c.</p>\n<p>D.</p>", "A b&c. D.", "<p>A <em>b</em>&amp;c.</p> <p>D.</p>"),
        ("<p>one<br>two</p><p>three</p>", "one two three", "<p>one<br>two</p><p>three</p>"),
        ("<p>a<script>secret</script><span hidden>secret</span></p>", "a", "<p>a<script>secret</script><span hidden>secret</span></p>"),
        ("a &lt;b&gt; &amp;amp;", "a <b> &amp;", "a &lt;b&gt; &amp;amp;"),
        ("«\u00a0a\u00a0»", "«\u00a0a\u00a0»", "«\u00a0a\u00a0»"),
        (["<p>a</p>", "<p>b</p>"], "a b", "<p>a</p> <p>b</p>"),
    ],
)
def test_a_summary_is_the_authors_own(summary: Any, as_html: str, as_text: str) -> None:
    it = article(metadata={"summary": summary})
    assert entry(it).summary == as_html
    assert entry(it, replace(CONFIG, summaries_are_html=False)).summary == as_text


@pytest.mark.parametrize("summary", ["", None, [], "<p></p>", "<p> \n</p>", "\x01", "<script>x</script>"])
def test_without_a_summary_the_first_words_stand_for_it(summary: Any) -> None:
    assert entry(article("<h2>Title</h2><p>First <em>words</em>.</p>", metadata={"summary": summary})).summary == "First words."


# Dates


@pytest.mark.parametrize(("days", "later"), [(9, 9), (0, 0), (-9, 0)])
def test_updated_is_the_change_and_never_before_the_publication(days: int, later: int) -> None:
    it = article(modified=DAY + timedelta(days=days))
    assert (entry(it).published, entry(it).updated) == (DAY, DAY + timedelta(days=later))


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (datetime(1890, 5, 6, 12, tzinfo=ZoneInfo("Europe/Paris")), "1890-05-06T11:50:39+00:00"),
        (datetime(2026, 5, 6, 12, tzinfo=ZoneInfo("Europe/Paris")), "2026-05-06T12:00:00+02:00"),
        (datetime(2026, 5, 6, 12, tzinfo=UTC), "2026-05-06T12:00:00+00:00"),
    ],
)
def test_offsets_have_no_seconds(date: datetime, text: str) -> None:
    made = entry(article(date=date, modified=date))
    assert made.published.isoformat() == made.updated.isoformat() == text


@given(DATES)
def test_a_moment_stays_the_moment(date: datetime) -> None:
    odd = date.replace(tzinfo=timezone(timedelta(minutes=9, seconds=21)))
    assert in_minutes(date).isoformat() == date.isoformat()
    assert in_minutes(odd) == odd
    assert in_minutes(odd).utcoffset() == timedelta()


# What other plugins know


def test_authors_with_and_without_cards() -> None:
    ann = named(" Ann\nLee ", "ann-lee", card=SimpleNamespace(email="ann@example.com"))
    bea = SimpleNamespace(name="Bea", slug="bea", url="x", save_as="", card=SimpleNamespace(email=None))
    assert entry(article(authors=(ann, bea))).authors == (
        Person("Ann Lee", "https://example.com/blog/x/ann-lee/", "ann@example.com"),
        Person("Bea"),
    )


def test_a_category_and_tags_are_told_apart() -> None:
    it = article(category=named("Notes & more", "notes"), tags=(named("Trust\x00", "trust"),))
    assert entry(it).labels == (
        Label("tag:example.org,2026:categories", "notes", "Notes & more"),
        Label("tag:example.org,2026:tags", "trust", "Trust"),
    )


def test_an_articles_picture() -> None:
    it = article(cover=SimpleNamespace(path="images/zwei Stühle.png", width=3, height=2))
    assert entry(it).picture == Picture("https://example.com/blog/images/zwei%20St%C3%BChle.png", 3, 2)
    assert entry(article(cover=None)).picture is None


@pytest.mark.parametrize(
    ("lang", "language"), [("en-gb", "en-GB"), ("EN-GB", "en-GB"), ("de", "de"), ("zh-hant-tw", "zh-Hant-TW"), ("pt_br", "pt-BR")]
)
def test_languages_are_spelled_as_their_tags_are(lang: str, language: str) -> None:
    assert entry(article(lang=lang)).language == language


# Endings


def test_templates_end_an_entry_and_cannot_break_it() -> None:
    maker = EntryMaker(CONFIG, lambda it, text: f"\n{text}\n{INVITATION}{it.title}\x00\r\n", lambda _, text: f"{text}\n\nWrite!\x0b\n")
    it = article("<p>Words <a href='/x'>there</a>.</p>")
    made = maker.entry(it)
    assert made.html == f'<p>Words <a href="https://example.com/x">there</a>.</p>\n{INVITATION}One'
    assert made.text == ""
    assert maker.with_text(it, made) == replace(made, text="Words there (https://example.com/x).\n\nWrite!")


def test_blanks_that_are_characters_stay_at_the_ends() -> None:
    assert entry(article("\n \u00a0\u3000a\u00a0 \n")).html == "\u00a0\u3000a\u00a0"


@given(ANY_TEXT, ANY_TEXT)
def test_no_article_stops_the_feeds(title: str, content: str) -> None:
    made = entry(article(content, title=title, metadata={"summary": content}))
    for text in (made.title, made.summary):
        assert "\n" not in text
    assert not set("".join([made.title, made.summary, made.html])) & set("\x00\x01\x0b\ufffe\uffff\ud800\r")
