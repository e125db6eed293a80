"""The fixture that the other tests stand on: it must build, and it must notice problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Site

ARTICLE = "Title: Hello\nDate: 2026-01-02 10:00\nCategory: Notes\n\nA *first* line.\n"


def test_an_article_becomes_a_page(site: Site) -> None:
    site.write("articles/hello.md", ARTICLE)
    built = site.build()
    assert [found.text for found in built.page("hello.html").find_all("em")] == ["first"]
    assert built.problems == ()


def test_what_pelican_warns_of_is_collected_each_time(site: Site) -> None:
    site.write("articles/hello.md", ARTICLE + "\n[gone]({filename}gone.md)\n")
    for _ in range(2):
        assert any("gone.md" in message for message in site.build().messages())
