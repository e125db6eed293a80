"""Comments for the author alone: all of them, in order, as text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import import report
from legacy_import.model import Item, Kind, Place, Status


def comment(day: int, html: str = "<p>So true.</p>", **fields: Any) -> Item:
    moment = datetime(2011, 5, day, 8, 0, tzinfo=UTC)
    values: dict[str, Any] = {"author": f"Bea {day}", "html": html, "published": moment, **fields}
    return Item(Kind.COMMENT, Place("blog.xml", day), **values)


def comments_file(comments: list[Item], title: str = "Trust") -> str:
    return "".join(report.comments_file(title, comments))


def spam_file(comments: list[Item]) -> str:
    return "".join(report.spam_file(comments))


def test_the_first_line_says_that_it_is_private() -> None:
    for text in (comments_file([comment(1)]), spam_file([comment(1)])):
        assert text.splitlines()[0].startswith("Private: ")


def test_comments_stand_in_order_with_who_and_when() -> None:
    text = comments_file([comment(5, published=None), comment(2, status=Status.PENDING), comment(9)])
    assert "# Comments on “Trust”" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Bea 5, without a date",
        "## Bea 2, 2011-05-02 08:00 (was waiting for your approval)",
        "## Bea 9, 2011-05-09 08:00",
    ]


def test_spam_is_apart() -> None:
    both = [comment(1), comment(2, "<p>Cheap watches</p>", status=Status.SPAM)]
    assert "Cheap watches" not in comments_file(both)
    assert "Cheap watches" in spam_file(both)
    assert "had been thrown away" in spam_file([comment(1, status=Status.TRASHED)])


def test_a_comment_is_text_and_its_links_are_told() -> None:
    html = '<p>See <a href="http://bea.example/x">mine</a>.</p><p>Two<br>lines</p><script>alert(1)</script>'
    lines = comments_file([comment(1, html)]).splitlines()
    assert [line for line in lines if line.startswith(">")] == ["> See mine (http://bea.example/x).", "> Two", "> lines"]


@pytest.mark.parametrize("html", ["&lt;script&gt;alert(1)&lt;/script&gt;", "<b>&lt;img src=x onerror=y&gt;</b>"])
def test_what_looks_like_markup_is_harmless(html: str) -> None:
    text = comments_file([comment(1, html, author="<b>x</b>\n# Heading")], "<script>")
    assert "<" not in text
    assert "\n# Heading" not in text


@given(st.text(max_size=200))
def test_every_line_of_a_comment_is_quoted(text: str) -> None:
    body = comments_file([comment(1, text)]).split("08:00\n", 1)[1]
    assert all(not line or line.startswith(">") for line in body.split("\n"))
