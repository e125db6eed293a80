"""What authors type comes back from their feeds: no character is lost that a feed may hold, and none makes a feed that cannot be read."""

from __future__ import annotations

import re
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.whole_site.feeds import ill_formed, parsed, paths_of_feeds, read_feed

if TYPE_CHECKING:
    from tests.conftest import Built, Site
    from tests.whole_site.feeds import Item

ALL = {"atom": "feeds/all.atom.xml", "rss": "feeds/all.rss.xml", "json": "feeds/all.json"}
TEMPLATE = "<!doctype html><meta charset=utf-8><title>x</title><article>{{ article.content }}</article>\n"
SETTINGS = {
    "PLUGINS": ["contact_cta", "site_feeds"],
    "SITENAME": "Ünïcode & <co>",
    "SITEURL": "https://unicode.example",
    "SITE_AUTHORITY": "unicode.example,2026",
    "AUTHOR": "Ann",
    "CONTACT_DEFAULT_AUTHOR": "Ann",
    "FORMATTED_FIELDS": [],
    "SLUGIFY_SOURCE": "basename",
    "DIRECT_TEMPLATES": [],
    "FEEDS_ENTRIES": 100,
    "TIMEZONE": "Europe/London",
}


@dataclass(frozen=True)
class Typed:
    """What an author typed."""

    title: str
    body: str
    author: str = "Ann"
    date: str = "2026-01-02 10:00"
    modified: str = ""
    id: str = "R0VND0"

    def file(self) -> str:
        modified = f"Modified: {self.modified}\n" if self.modified else ""
        return f"Title: {self.title}\nDate: {self.date}\n{modified}Author: {self.author}\nId: {self.id}\n\n{self.body}\n"


def numbered(number: int) -> str:
    return f"R0VN{number:02}"


SAYINGS = {
    "end-of-cdata": "]]> ends <![CDATA[ what ]]&gt; never began",
    "entities": "Fish &amp; chips &amp;lt;b&amp;gt; &copy; &nosuch; &#60; & more",
    "markup": "</title></content> <b>bold</b> <!-- no comment --> <?php",
    "quotes": "\"double\" 'single' &quot; `backtick` \\ \\\\",
    "templates": "{{ 7 * 7 }} {% raw %} %s %(x)s {0}",
    "controls": "bell \x07 escape \x1b[31m nul \x00 vertical \x0b form \x0c separators \x1c\x1d\x1e\x1f end",
    "c1": "next line \x85 and \x9f end",
    "no-characters": "\ufffe and \uffff and \U0001fffe end",
    "separators": "line \u2028 paragraph \u2029 nbsp \u00a0 thin \u2009 word\u2060joiner bom \ufeff end",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 ☎︎ 𝒳",
    "right-to-left": "שלום \u202eעולם\u202c \u2067ابجد\u2069 abc",
    "composed": "é ñ Å 한",
    "decomposed": "e\u0301 n\u0303 A\u030a \u1112\u1161\u11ab",
    "private": "\ue000 \U0010fffd end",
}
BODY = """{saying}

* in a list: {saying}

> quoted: {saying}

`in code: {code}`

    a block: {saying}

[a link](https://other.example/?a=1&b=2 "{attribute}") and &#128; &#x110000; &#xFFFE; &#1; &hellip; end
"""
CASES = {
    name: Typed(
        saying,
        BODY.format(saying=saying, code=saying.replace("`", ""), attribute=saying.replace('"', "")),
        id=numbered(number),
    )
    for number, (name, saying) in enumerate(SAYINGS.items())
}


def without_what_feeds_cannot_hold(text: str) -> str:
    """XML 1.0, section 2.2; a vertical tab or form feed is a blank."""
    return re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", re.sub("[\x0b\x0c]", " ", text))


def plain(text: str) -> str:
    """Text as one sees it, with single blanks."""
    return " ".join(without_what_feeds_cannot_hold(text).split())


def shown(html: str) -> str:
    return plain(BeautifulSoup(html, "html5lib").get_text())


def prepared(site: Site) -> Site:
    templates = site.folder / "templates"
    templates.mkdir(exist_ok=True)
    (templates / "article.html").write_text(TEMPLATE, encoding="utf-8")
    site.settings = SETTINGS | {"THEME_TEMPLATES_OVERRIDES": [str(templates)]}
    site.write("authors/ann.md", "Name: Ann\nEmail: ann@example.com\n")
    return site


def entries(built: Built, name: str) -> dict[str, Item]:
    """By the articles' Ids."""
    return {item.id.rpartition(":")[2]: item for item in read_feed(built.folder / ALL[name]).items}


@pytest.fixture
def built(site: Site) -> Built:
    for name, typed in CASES.items():
        prepared(site).write(f"articles/{name}.md", typed.file())
    return site.build()


@pytest.mark.parametrize("name", ALL)
def test_titles_come_back_as_they_were_typed(built: Built, name: str) -> None:
    found = {key: item.title for key, item in entries(built, name).items()}
    assert found == {typed.id: one_line(typed.title) for typed in CASES.values()}


def one_line(title: str) -> str:
    return without_what_feeds_cannot_hold(title).strip()


@pytest.mark.parametrize("name", ALL)
def test_texts_are_those_of_the_pages(built: Built, name: str) -> None:
    found = entries(built, name)
    for slug, typed in CASES.items():
        page = built.page(f"{slug}.html").select_one("article")
        assert page
        assert shown(found[typed.id].article_html) == plain(page.get_text()), slug
        assert found[typed.id].invitation, slug


def test_plain_texts_hold_what_was_typed(built: Built) -> None:
    found = entries(built, "json")
    for slug, typed in CASES.items():
        page = built.page(f"{slug}.html").select_one("article > p")
        assert page
        assert plain(page.get_text()) in plain(found[typed.id].text), slug


def test_an_article_that_speaks_of_the_mark_of_invitations_keeps_its_end(site: Site) -> None:
    body = '<img src="a.png" alt="<!-- invitation -->">\n\n`<!-- invitation -->`\n\nThe end.'
    prepared(site).write("articles/a.md", Typed("Marked", body).file())
    built = site.build()
    for name in ALL:
        assert shown(entries(built, name)["R0VND0"].article_html).endswith("The end.")
    assert "The end." in entries(built, "json")["R0VND0"].text


def test_feeds_are_well_formed(built: Built) -> None:
    assert ill_formed(built.folder, paths_of_feeds(built.folder)) == {}


@pytest.mark.parametrize("name", ["atom", "rss"])
def test_feedparser_reads_what_xml_says(built: Built, name: str) -> None:
    """It takes control characters from 0x80 on for Windows-1252, as HTML does."""
    found = entries(built, name)
    for entry in parsed(built.folder / ALL[name]).entries:
        item = found[entry.id.rpartition(":")[2]]
        assert (entry.id, entry.link) == (item.id, item.url)
        assert timegm(entry.published_parsed) == item.published.timestamp()
        assert entry.author_detail.name == "Ann"
        if not re.search("[\x80-\x9f]", item.html):
            assert entry.content[0].value == item.html.strip()


WHO = {
    "ampersand": "Ann & <Bee>",
    "right-to-left": "שלמה",
    "decomposed": "Zoe\u0308",
    "bell": "Be\x07ll",
    "quoted": 'Anne "the pen" O\'Neil',
}


@pytest.mark.parametrize("name", ALL)
def test_authors_come_back_as_they_were_typed(site: Site, name: str) -> None:
    prepared(site)
    for number, (slug, author) in enumerate(WHO.items()):
        site.write(f"articles/{slug}.md", Typed("Who", "Text.", author=author, id=numbered(number)).file())
    found = {key: item.authors for key, item in entries(site.build(), name).items()}
    assert found == {numbered(number): (plain(author),) for number, author in enumerate(WHO.values())}


IST = timezone(timedelta(hours=5, minutes=30))
WHEN = {
    "winter": ("2026-01-02 10:00", datetime(2026, 1, 2, 10, tzinfo=UTC)),
    "summer": ("2026-07-02 10:00", datetime(2026, 7, 2, 9, tzinfo=UTC)),
    "seconds": ("2026-07-02 10:00:59", datetime(2026, 7, 2, 9, 0, 59, tzinfo=UTC)),
    "offset": ("2026-03-04T09:30:00+05:30", datetime(2026, 3, 4, 9, 30, tzinfo=IST)),
    "day": ("2026-03-04", datetime(2026, 3, 4, tzinfo=UTC)),
    "old": ("1969-12-31 23:59", datetime(1969, 12, 31, 22, 59, tzinfo=UTC)),  # British Standard Time
}


@pytest.mark.parametrize("name", ALL)
def test_dates_come_back_as_they_were_typed(site: Site, name: str) -> None:
    prepared(site)
    for number, (slug, (typed, _)) in enumerate(WHEN.items()):
        site.write(f"articles/{slug}.md", Typed("When", "Text.", date=typed, id=numbered(number)).file())
        site.write(f"articles/{slug}-then.md", Typed("Then", "Text.", "Ann", "1950-01-01", typed, numbered(50 + number)).file())
    found = entries(site.build(), name)
    for number, (_, moment) in enumerate(WHEN.values()):
        assert found[numbered(number)].published == moment
        if name != "rss":
            assert found[numbered(number)].updated == moment
            assert found[numbered(50 + number)].updated == moment


OURS, THEIRS = ("7KQ2MX", "7kq2my"), ("tag:blogger.com,1999:blog-1.post-2", "https://old.example/?p=5&page_id=7", "urn:x:ü-é")


@pytest.mark.parametrize("name", ALL)
def test_ids_come_back_whole(site: Site, name: str) -> None:
    prepared(site)
    for number, typed in enumerate((*OURS, *THEIRS)):
        site.write(f"articles/a{number}.md", Typed("Named", "Text.", id=typed).file())
    found = {item.id for item in read_feed(site.build().folder / ALL[name]).items}
    assert found == {*THEIRS, *(f"tag:{SETTINGS['SITE_AUTHORITY']}:{typed.upper()}" for typed in OURS)}


CHARACTERS = st.characters(codec="utf-8")
TITLES = st.text(CHARACTERS, min_size=1, max_size=40).map(lambda text: re.sub(r"[\r\n]", " ", text)).filter(plain)
PIECES = """
word & < > ` # - <b> </b> <br> <!-- --> <!-- <p> </p> &nbsp; &#x80; &lt; &amp; &copy ]]> <![CDATA[ <?x <! <div> </div> <li> <ul> </a> <em
<blockquote> <h2> </h2> <pre> </pre> <code> </body> <table> <tr> <td> </table> <caption> <details> <summary> </details> <section> <article>
<dl> <dt> <dd> <ol> <i> <strong> <sup> <figure> <figcaption> <ruby> <rt> <span> </span> <font> <kbd>
""".split()  # noqa: SIM905  (words in a row are easier to read)
MARKUP = st.lists(st.sampled_from([*PIECES, "\n\n", " ", "<a href='x'>"]), max_size=12).map("".join)
BODIES = st.text(CHARACTERS, min_size=1, max_size=200) | MARKUP


def letters(text: str) -> str:
    """Text without any white space: where blocks meet, it is not the same in all HTML that looks the same."""
    return "".join(plain(text).split())


WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # each try is a build


@settings(max_examples=4, phases=WITHOUT_SHRINKING, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(TITLES, BODIES), min_size=20, max_size=20))
def test_any_text_comes_back(site: Site, texts: list[tuple[str, str]]) -> None:
    prepared(site)
    for number, (title, body) in enumerate(texts):
        site.write(f"articles/a{number}.md", Typed(title, f"Text.\n\n{body}", id=numbered(number)).file())
    built = site.build()
    assert ill_formed(built.folder, paths_of_feeds(built.folder)) == {}
    for name in ALL:
        found = entries(built, name)
        for number, (title, _) in enumerate(texts):
            page = built.page(f"a{number}.html").select_one("article")
            assert page
            assert plain(found[numbered(number)].title) == plain(title)
            assert letters(shown(found[numbered(number)].article_html)) == letters(page.get_text())
