"""Blogger's backup and Google Takeout."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from legacy_import.model import Item, Kind, Status

from tests.legacy_import.sources.corpus import Read, accounted, blogs, items, read_bytes, sample

BACKUP = read_bytes(sample("blogger-backup.xml"))
TAKEOUT = read_bytes(sample("takeout.atom"))


def one(found: list[Item], ending: str) -> Item:
    (item,) = (each for each in found if each.id.endswith(ending))
    return item


@pytest.mark.parametrize(("found", "name"), [(BACKUP, "blogger-backup.xml"), (TAKEOUT, "takeout.atom")])
def test_every_entry_is_accounted_for(found: list[Read], name: str) -> None:
    assert accounted(found) == sample(name).count(b"<entry>")


def test_comments_settings_and_templates_are_no_posts() -> None:
    kinds = [each.kind for each in items(BACKUP)]
    assert kinds == [Kind.POST, Kind.POST, Kind.PAGE, Kind.COMMENT]


def test_the_backup_tells_of_the_blog() -> None:
    (blog,) = blogs(BACKUP)
    assert (blog.title, blog.url, blog.system) == ("Letters & numbers", "http://letters.example/", "blogger")
    assert blog.feeds == ("http://letters.example/feeds/posts/default",)
    assert blog.language == "en-GB"


def test_a_post_of_the_backup() -> None:
    post = one(items(BACKUP), "post-31")
    assert post.id == "tag:blogger.com,1999:blog-200.post-31"
    assert post.title == 'Ask & listen, "then" speak'
    assert post.html.endswith("Second &amp; last.")
    assert post.tags == ("Referrals & thanks", "post")
    assert post.url == "http://letters.example/2009/05/ask-listen.html"
    assert post.published == datetime(2009, 5, 4, 17, 17, tzinfo=timezone(-timedelta(hours=4)))
    assert (post.author, post.number, post.status) == ("Ann Field", "31", Status.PUBLISHED)


def test_a_draft_of_the_backup_is_one() -> None:
    draft = one(items(BACKUP), "post-32")
    assert (draft.status, draft.title, draft.url) == (Status.DRAFT, "", "")


def test_line_ends_are_paragraphs_only_where_no_others_are() -> None:
    assert one(items(BACKUP), "post-32").needs_paragraphs
    assert not one(items(BACKUP), "post-31").needs_paragraphs


def test_a_page_in_xhtml() -> None:
    page = one(items(BACKUP), "page-33")
    assert (page.kind, page.html) == (Kind.PAGE, "Me &amp; <b>you</b><br/>")


def test_a_comment_knows_its_post() -> None:
    comment = one(items(BACKUP), "post-41")
    assert (comment.kind, comment.parent, comment.author) == (Kind.COMMENT, "tag:blogger.com,1999:blog-200.post-31", "Bo")


def test_a_post_of_takeout() -> None:
    post = one(items(TAKEOUT), "blog-300.post-1")
    assert post.id == "tag:blogger.com,1999:blog-300.post-1"
    assert post.title == 'Salt & "pepper"'
    assert post.html == "<p>One &amp; two.</p>"
    assert post.tags == ("Città", "c++")
    assert (post.url, post.summary) == ("/2018/12/salt-pepper.html", "On salt")
    assert post.published == datetime(2018, 12, 31, 22, 59, 59, 1000, tzinfo=UTC)


def test_a_draft_of_takeout_has_the_date_when_it_was_begun() -> None:
    assert one(items(TAKEOUT), "post-2").published == datetime(2019, 2, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("post-1", Status.PUBLISHED),
        ("post-2", Status.DRAFT),
        ("post-3", Status.SCHEDULED),
        ("post-4", Status.TRASHED),
        ("post-5", Status.TRASHED),
        ("page-6", Status.PUBLISHED),
        ("comment-7", Status.PUBLISHED),
        ("comment-8", Status.SPAM),
        ("comment-9", Status.PENDING),
        ("post-10", Status.PRIVATE),
    ],
)
def test_states_of_takeout(ending: str, status: Status) -> None:
    assert one(items(TAKEOUT), ending).status is status


@pytest.mark.parametrize("ending", ["comment-7", "comment-8", "comment-9"])
def test_comments_of_takeout_know_their_post(ending: str) -> None:
    comment = one(items(TAKEOUT), ending)
    assert (comment.kind, comment.parent) == (Kind.COMMENT, "tag:blogger.com,1999:blog-300.post-1")


def test_takeout_does_not_say_where_the_blog_is() -> None:
    (blog,) = blogs(TAKEOUT)
    assert (blog.title, blog.url, blog.system) == ("Nora's notebook", "", "blogger")


def test_a_title_of_bloggers_public_feed_is_escaped_twice_as_well() -> None:
    feed = sample("blogger-backup.xml").replace(b"<category scheme='http://schemas.google.com/g/2005#kind'", b"<category scheme='gone'")
    assert one(items(read_bytes(feed)), "post-31").title == 'Ask & listen, "then" speak'
