"""What a page says of its post, where several places say different things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .test_page_kinds import items

if TYPE_CHECKING:
    from legacy_import.model import Item

PROSE = "<p>We bought two chairs, and nobody asked what they cost, which is the point.</p>" * 3
TITLE = "The chairs that nobody bought"


def post(body: str, head: str = f"<title>{TITLE} - Ann's desk</title>") -> Item:
    (found,) = items(f"<html><head>{head}</head><body class='single'>{body}</body></html>")
    return found


def test_a_heading_that_only_says_when_by_whom_or_under_what_is_no_title() -> None:
    for line in ("June 8, 2012 6:14 AM", "By: Ann Lee", "Topics: chairs, trust"):
        body = f"<h1>Another title than the page's</h1><h4>{line}</h4><div class='entry-content'>{PROSE}</div>"
        assert post(body).title == "Another title than the page's"


def test_the_pages_own_title_is_found_far_above_and_in_a_header() -> None:
    lines = "".join(f"<div>Line {number} of something</div>" for number in range(20))
    body = f"<div class='header'><h1>{TITLE}</h1></div>{lines}<h4>Ann Lee</h4><div class='entry-content'>{PROSE}</div>"
    assert post(body).title == TITLE


def test_a_day_in_the_heading_is_not_part_of_the_title() -> None:
    head = f"<meta property='og:title' content='{TITLE}'/>"
    body = f"<h1><span>Jun</span> <span>17</span> {TITLE}</h1><div class='entry-content'>{PROSE}</div>"
    assert post(body, head).title == TITLE


def test_who_is_named_beside_the_post_wrote_it_rather_than_whom_the_head_names() -> None:
    head = f"<title>{TITLE}</title><meta name='author' content='webmaster'/>"
    text = f"<div class='entry-content'>{PROSE}</div>"
    assert post(f"<h1>{TITLE}</h1><p>von <a rel='author' href='/ann'>Ann Lee</a>, 8.5.12</p>{text}", head).author == "Ann Lee"
    assert post(f"<h1>{TITLE}</h1>{text}", head).author == "webmaster"


def test_what_was_escaped_twice_is_read_once_more() -> None:
    head = "<meta property='og:title' content='Ann&amp;#039;s chairs'/>"
    script = '<script type="application/ld+json">{"@type": "BlogPosting", "author": {"name": "Ann O&#039;Hara"}}</script>'
    found = post(f"<div class='entry-content'>{PROSE}</div>", head + script)
    assert (found.title, found.author) == ("Ann's chairs", "Ann O'Hara")


def test_old_names_for_the_date_in_the_head_are_known() -> None:
    for name in ("DC.date.issued", "sailthru.date", "pubdate"):
        head = f"<title>{TITLE}</title><meta name='{name}' content='2009-05-04'/>"
        assert str(post(f"<div class='entry-content'>{PROSE}</div>", head).published) == "2009-05-04 00:00:00"
