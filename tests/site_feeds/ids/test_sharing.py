"""Two articles, one Id: which one keeps it, how that is told, and what --fix does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site_feeds.ids.blogs import Blog

OLD, NEW = "Date: 2026-01-02 10:00\n", "Date: 2026-01-03 10:00\n"
OURS, FOREIGN = "RV6XFG", "tag:old.example,2010:1"
ENTRY = f"tag:example.org,2026:{OURS}"


def text(fields: str = OLD, shared: str = OURS) -> str:
    return f"Title: A\n{fields}Id: {shared}\n\nText\n"


def keeper_of(blog: Blog) -> str:
    """The file that keeps the Id after --fix; the Ids of the others are in order and were not used before."""
    code, _, errors = blog.ids(fix=True)
    assert (code, errors) == (0, [])
    kept = [path for path, content in blog.content().items() if f"Id: {OURS}\n".encode() in content or FOREIGN.encode() in content]
    articles = [path for path in kept if path.endswith(".md")]
    assert len(articles) == 1
    return articles[0].removeprefix("content/articles/")


# --- By age


def test_a_copy_is_told_with_both_files_and_left_alone(blog: Blog) -> None:
    blog.write("a.md", text(NEW))
    blog.write("b.md", text())
    before = blog.content()
    told = (
        "content/articles/a.md:3: the Id RV6XFG is that of content/articles/b.md:3 already, and this is the newer file. "
        "Give it an Id of its own with 'ids --fix', or remove the file."
    )
    assert blog.ids() == (1, ["2 articles: 1 problem."], [told])
    assert blog.content() == before


def test_fix_gives_the_newer_one_another(blog: Blog) -> None:
    blog.write("a.md", text(NEW).replace("\n", "\r\n"))
    old = blog.write("b.md", text()).read_bytes()
    assert blog.ids(fix=True) == (0, ["content/articles/a.md:3: Id: 000001 (was RV6XFG)", "2 articles: 1 Id replaced."], [])
    assert blog.content()["content/articles/a.md"] == text(NEW, "000001").replace("\n", "\r\n").encode()
    assert blog.content()["content/articles/b.md"] == old
    assert blog.ids(fix=True) == (0, ["2 articles, nothing to do."], [])


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("Date: 2026-01-02 10:00\n", "Date: 2026-01-02 09:59\n"),
        ("Date: 2026-10-02\n", "Date: 2026-9-2\n"),
        ("Date: 2026-01-02 10:00\n", "Date: 2026-01-02 11:00+02:00\n"),
        ("Date: 2026-07-02 10:00\n", "Date: 2026-07-02 09:30+01:00\n"),
        ("Date: 2026-07-02 10:01+01:00\n", "Date: 2026-07-02_10:00\n"),
        ("", "Date: 2026-01-02\n"),
        ("Date: soon\n", "Date: 4 March 2099 9:30\n"),
        ("Date: 2026-01-02 10:00+99:99\n", "Date: 2026-01-02\n"),
    ],
)
def test_the_later_date_is_the_newer(blog: Blog, newer: str, older: str) -> None:
    blog.write("a.md", text(newer), changed=1_000)
    blog.write("b.md", text(older), changed=2_000)
    assert keeper_of(blog) == "b.md"


@pytest.mark.parametrize("date", [OLD, "", "Date: soon\n"])
def test_of_one_date_the_file_that_was_changed_later_is_the_newer(blog: Blog, date: str) -> None:
    blog.write("a.md", text(date), changed=2_000)
    blog.write("b.md", text(date), changed=1_000)
    assert keeper_of(blog) == "b.md"


def test_of_one_moment_the_path_decides(blog: Blog) -> None:
    blog.write("a/z.md", text())
    blog.write("b.md", text())
    assert keeper_of(blog) == "a/z.md"


def test_of_three_only_the_oldest_keeps_it(blog: Blog) -> None:
    for name, day in (("a.md", 3), ("b.md", 1), ("c.md", 2)):
        blog.write(name, text(f"Date: 2026-01-0{day}\n"))
    errors = blog.ids()[2]
    assert [error.partition(": ")[0] for error in errors] == ["content/articles/a.md:3", "content/articles/c.md:3"]
    assert all("content/articles/b.md:3 already" in error for error in errors)
    assert keeper_of(blog) == "b.md"


def test_an_id_in_small_letters_is_the_same(blog: Blog) -> None:
    blog.write("a.md", text())
    blog.write("b.md", text(NEW, "rv6xfg"))
    assert keeper_of(blog) == "a.md"


def test_a_foreign_id_is_shared_character_by_character(blog: Blog) -> None:
    blog.write("a.md", text(OLD, FOREIGN))
    blog.write("b.md", text(OLD, FOREIGN.upper()))
    assert blog.ids() == (0, ["2 articles, nothing to do."], [])
    blog.write("c.md", text(NEW, FOREIGN))
    assert blog.ids(fix=True)[1] == ["content/articles/c.md:3: Id: 000001 (was tag:old.example,2010:1)", "3 articles: 1 Id replaced."]


# --- By what has been published


def test_a_published_id_stays_where_it_was_published(blog: Blog) -> None:
    blog.publish((ENTRY, "https://example.org/hello/"))
    blog.write("copy.md", text(OLD))
    blog.write("hello.md", text(NEW))
    told = (
        "content/articles/copy.md:3: the Id RV6XFG is that of content/articles/hello.md:3, which has been published with it. "
        "Give this file an Id of its own with 'ids --fix', or remove the file."
    )
    assert blog.ids()[2] == [told]
    assert keeper_of(blog) == "hello.md"


def test_a_published_foreign_id_stays_too(blog: Blog) -> None:
    blog.publish((FOREIGN, "https://example.org/hello/"))
    blog.write("copy.md", text(OLD, FOREIGN))
    blog.write("hello.md", text(NEW, FOREIGN))
    assert keeper_of(blog) == "hello.md"


@pytest.mark.parametrize(
    ("url", "name", "slug"),
    [
        ("https://example.org/blog/hello", "x.md", "Slug: hello\n"),
        ("https://example.org/hello.html", "2026/hello.md", ""),
        ("https://example.org/ete/", "Été.md", ""),
        ("https://example.org/gr%C3%BC%C3%9Fe/", "x.md", "Slug: grüße\n"),
    ],
)
def test_the_published_file_is_the_one_with_the_slug(blog: Blog, url: str, name: str, slug: str) -> None:
    blog.publish((ENTRY, url))
    blog.write("a.md", text(OLD))
    blog.write(name, text(slug + NEW))
    assert keeper_of(blog) == name


@pytest.mark.parametrize("url", ["https://example.org/renamed/", "https://example.org/", "", "https://["])
def test_if_the_address_is_nobody_s_the_oldest_keeps_it(blog: Blog, url: str) -> None:
    blog.publish((ENTRY, url))
    blog.write("a.md", text(NEW))
    blog.write("b.md", text(OLD))
    assert "and this is the newer file" in blog.ids()[2][0]
    assert keeper_of(blog) == "b.md"


def test_if_it_was_published_at_both_addresses_the_older_of_these_keeps_it(blog: Blog) -> None:
    blog.publish((ENTRY, "https://example.org/b/"), (f"tag:example.net,2020:{OURS}", "https://example.net/c/"))
    blog.write("a.md", text("Date: 2025-01-01\n"))
    blog.write("b.md", text(NEW))
    blog.write("c.md", text(OLD))
    assert keeper_of(blog) == "c.md"


@pytest.mark.parametrize(
    ("url", "language", "kept"),
    [
        ("https://example.org/hello/", "en-GB", "z-own.md"),
        ("https://example.org/de/hello/", "en-GB", "a-deutsch.md"),
        ("https://example.org/blog/hello/", "en-GB", "z-own.md"),
        ("https://example.org/hello/", "de", "a-deutsch.md"),
        ("https://example.org/hello/", "fr", "a-deutsch.md"),
    ],
)
def test_a_translation_that_was_begun_as_a_copy(blog: Blog, url: str, language: str, kept: str) -> None:
    """Both have one slug and one date, and who was changed last says nothing after a checkout."""
    blog.publish((ENTRY, url))
    blog.write("a-deutsch.md", text(f"{OLD}Slug: hello\nLang: DE\n"))
    blog.write("z-own.md", text(f"{OLD}Slug: hello\nLang: en-gb\n"))
    blog.ids(fix=True, language=language)
    assert f"Id: {OURS}".encode() in blog.content()[f"content/articles/{kept}"]


def test_a_translation_of_a_text_without_a_language(blog: Blog) -> None:
    blog.publish((ENTRY, "https://example.org/hello/"))
    blog.write("a-deutsch.md", text(f"{OLD}Slug: hello\nLang: de\n"))
    blog.write("hello.md", text(OLD))
    assert keeper_of(blog) == "hello.md"


def test_the_feed_keeps_no_other_id_from_being_drawn_but_its_own(blog: Blog) -> None:
    blog.publish(("tag:example.org,2026:000001", "https://example.org/gone/"))
    blog.write("a.md", text())
    blog.write("b.md", text(NEW))
    blog.write("c.md", "Title: C\nId: 000002\n\nText\n")
    blog.write("d.md", "Title: D\n\nText\n")
    assert blog.ids(fix=True)[1] == [
        "content/articles/b.md:3: Id: 000003 (was RV6XFG)",
        "content/articles/d.md:2: Id: 000004",
        "4 articles: 1 Id added, 1 Id replaced.",
    ]
