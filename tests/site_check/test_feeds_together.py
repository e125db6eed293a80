"""All feeds of a site together: addresses, ids, archives, lists, and what should not be in a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_check.articles import Articles
from site_check.config import check_config
from site_check.texts import SourceText

from . import feed_samples as samples

if TYPE_CHECKING:
    from .conftest import Project

SELF = '<link rel="self" type="application/atom+xml" href="https://blog.example.com/feeds/all.atom.xml"/>'
ARCHIVE = '<link rel="prev-archive" href="https://blog.example.com/feeds/all/archive-1.atom.xml"/>'
AT_ALL = '"feed_url": "https://blog.example.com/feeds/all.json",'

OWN_ADDRESS = [  # format, change, whether it is only a warning
    ("atom", (SELF, ""), False),
    ("atom", (SELF, SELF * 2), False),
    ("atom", (SELF, '<link rel="self" href="/feeds/all.atom.xml"/>'), False),
    ("atom", (SELF, SELF.replace("blog.", "old.")), False),
    ("atom", (SELF, SELF.replace("all.atom", "some.atom")), False),
    ("rss", ("https://blog.example.com/feeds/all.rss.xml", "feeds/all.rss.xml"), False),
    ("rss", ('rel="self"', 'rel="hub"'), True),
    ("json", (AT_ALL, AT_ALL.replace("all.json", "x.json")), False),
    ("json", (AT_ALL, ""), True),
]


@pytest.mark.parametrize(("kind", "change", "is_warning"), OWN_ADDRESS)
def test_a_feed_says_where_it_is(project: Project, kind: str, change: tuple[str, str], *, is_warning: bool) -> None:
    samples.write(project, kind, change)
    (finding,) = project.check().findings
    assert (finding.rule, finding.path) == ("feed-self", f"output/{samples.PLACES[kind]}")
    assert (finding.severity == "warning") is is_warning


@pytest.mark.parametrize("settings", [{"SITEURL": ""}, {"SITEURL": "", "SITE_PUBLIC_URL": ""}, {"SITEURL": "blog"}])
def test_without_a_public_address_nobody_can_tell(project: Project, settings: dict[str, str]) -> None:
    for kind in ("atom", "rss", "json"):
        samples.write(project, kind)
    (finding,) = project.check(**settings).findings
    assert (finding.rule, finding.severity) == ("feed-self", "warning")


@pytest.mark.parametrize("url", ["https://blog.example.com", "https://blog.example.com/"])
def test_the_public_address_counts_more_than_that_of_the_build(project: Project, url: str) -> None:
    samples.write(project, "atom")
    assert project.found(SITEURL="http://localhost:8000", SITE_PUBLIC_URL=url) == []


def test_a_feed_in_a_folder_may_leave_its_name_out(project: Project) -> None:
    project.write("site/feed/index.xml", samples.feed("atom").replace("feeds/all.atom.xml", "feed/"))
    assert project.found() == []


def test_a_copy_at_a_former_address_keeps_that_of_the_feed(project: Project) -> None:
    samples.write(project, "atom")
    project.write("site/index.xml", samples.feed("atom"))
    assert project.found() == []
    project.write("site/index.xml", samples.feed("atom").replace("A blog", "Another"))
    assert project.rules() == {"feed-self", "feed-same-id"}


def test_two_feeds_do_not_share_an_id(project: Project) -> None:
    samples.write(project, "atom")
    other = samples.feed("atom").replace("all.atom.xml", "tags.atom.xml")
    project.write("site/feeds/tags.atom.xml", other)
    assert project.found() == [("feed-same-id", "output/feeds/tags.atom.xml", 2)]
    project.write("site/feeds/tags.atom.xml", other.replace("<author>", "<fh:archive/><author>", 1))
    assert project.found() == []


def test_two_articles_do_not_share_an_id(project: Project) -> None:
    project.article("A text.")
    project.article("Another.", name="other", more="Id: 7KQ2MX")
    samples.write(project, "atom")
    samples.write(project, "json", ("https://blog.example.com/hello/", "https://blog.example.com/other/"))
    samples.write(project, "rss", ("https://blog.example.com/hello/", "https://blog.example.com/other/"))
    assert project.found() == [("feed-same-id", "content/articles/other.md", 3)]
    project.article("Another.", name="other")
    assert project.found() == [("feed-same-id", "content/articles/other.md", 1)]


def test_a_mark_behind_an_address_makes_no_other_article(project: Project) -> None:
    samples.write(project, "atom")
    samples.write(project, "rss", ("https://blog.example.com/hello/", "https://blog.example.com/hello/?ref=feed"))
    assert project.found() == []


@pytest.mark.parametrize(
    ("more", "line"), [("Status: draft", 3), ("Tags: one\nStatus: Hidden", 4), ("Tags: one", 2)], ids=["draft", "hidden", "future"]
)
def test_what_is_not_published_is_in_no_feed(project: Project, more: str, line: int) -> None:
    day = "2026-01-02" if "Status" in more else "2999-01-02"
    project.write("content/articles/hello.md", f"Title: Hello\nDate: {day} 10:00\n{more}\n\nA text.\n")
    samples.write(project, "atom")
    samples.write(project, "json")
    assert project.found() == [("feed-draft", "content/articles/hello.md", line)]


@pytest.mark.parametrize("kind", ["atom", "rss", "json"])
def test_an_entry_of_the_future_is_told_without_its_article(project: Project, kind: str) -> None:
    samples.write(
        project, kind, *[("2026-01-02T10:00:00", "2999-01-02T10:00:00")] if kind != "rss" else [("Fri, 02 Jan 2026", "02 Jan 2999")]
    )
    assert project.rules() == {"feed-draft"}
    assert project.rules(WITH_FUTURE_DATES=True) == set(), "who publishes the future as well has it in feeds"


@pytest.mark.parametrize("relation", ["current", "prev-archive", "next-archive"])
def test_archives_are_there(project: Project, relation: str) -> None:
    samples.write(project, "atom", (SELF, f"{SELF}{ARCHIVE.replace('prev-archive', relation)}"))
    assert project.found() == [("feed-archive", "output/feeds/all.atom.xml", 2)]
    project.write("site/feeds/all/archive-1.atom.xml", "")
    assert project.found() == []


def test_the_next_page_of_a_json_feed_is_there(project: Project) -> None:
    samples.write(project, "json", (AT_ALL, f'{AT_ALL} "next_url": "https://blog.example.com/feeds/all/archive-1.json",'))
    assert project.found() == [("feed-archive", "output/feeds/all.json", 1)]
    project.write("site/feeds/all/archive-1.json", "")
    assert project.found() == []


@pytest.mark.parametrize(
    "change",
    [
        ('xmlUrl="https://blog.example.com/feeds/all.atom.xml"', 'xmlUrl="/feeds/all.atom.xml"'),
        ('xmlUrl="https://blog.example.com/feeds/all.atom.xml"', ""),
        ("feeds/all.atom.xml", "feeds/some.atom.xml"),
        ("https://example.net/feed", "feed"),
    ],
)
def test_a_list_of_feeds_leads_to_them(project: Project, change: tuple[str, str]) -> None:
    samples.write(project, "atom")
    samples.write(project, "opml", change)
    (finding,) = project.check().findings
    assert (finding.rule, finding.path) == ("feed-opml", "output/feeds/all.opml")


def articles(*files: tuple[str, str]) -> Articles:
    texts = (SourceText(f"content/{place}", text, place) for place, text in files)
    return Articles.among(texts, check_config({}))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://x.example/hello/", "articles/hello.md"),
        ("https://x.example/hello.html?ref=feed", "articles/hello.md"),
        ("https://x.example/2026/hello/index.html", "articles/hello.md"),
        ("https://x.example/de/hello/", "articles/hallo.md"),
        ("https://x.example/dated/", "2026-01-02-dated.md"),
        ("https://x.example/a-long-title.html", "untitled.md"),
        ("https://x.example/version-1.2/", "version-1.2.md"),
        ("https://x.example/%C3%BCber/", "über.md"),
        ("https://x.example/tom/", None),
        ("https://x.example/", None),
        ("https://[x/", None),
        ("", None),
    ],
)
def test_an_article_is_found_by_its_address(url: str, path: str | None) -> None:
    found = articles(
        ("articles/hallo.md", "Title: Hallo\nDate: 2026-01-02\nSlug: hello\nLang: de\n\n"),
        ("articles/hello.md", "Title: Hello\nDate: 2026-01-02\n\n"),
        ("pages/hello.md", "Title: Hello\n\n"),
        ("tags/hello.md", "Title: Hello\n\n"),
        ("authors/tom.md", "Name: Tom\n\n"),
        ("2026-01-02-dated.md", "Title: X\n\n"),
        ("untitled.md", "Title: A “long” title!\n\n"),
        ("version-1.2.md", "Title: X\n\n"),
        ("über.md", "Title: X\n\n"),
    ).at(url)
    assert (found.text.place if found else None) == path


def test_of_several_articles_the_published_one_is_meant_and_the_one_of_the_title(project: Project) -> None:
    project.article("A copy.", name="a-hello", more="Slug: hello\nStatus: draft")
    project.write("content/articles/b.md", "Title: Hello\nDate: 2026-01-02\nSlug: hello\n\nThe article.\n")
    project.write("content/articles/hello.md", "Title: Another\nDate: 2026-01-02\nSlug: other\nStatus: draft\n\nText.\n")
    samples.write(project, "atom")
    assert project.found() == []
