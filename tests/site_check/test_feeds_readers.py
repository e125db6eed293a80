"""What readers must be given: a way to reply, pictures, links and text that survive in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import feed_samples as samples

if TYPE_CHECKING:
    from .conftest import Project

CARD = "Name: Ann\n{channel}\n"
MAIL = '<a href="mailto:ann@example.com">Write to me</a>'
MARKER = "<!-- invitation -->"

LOST = [  # rule, HTML, readers that lose it, and whether it is only a warning
    ("feed-reply-lost", f"<p>x</p>{MAIL}", "Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS do", False),
    ("feed-reply-lost", f"{MARKER}{MAIL}", "Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS do", False),
    ("feed-reply-lost", f"{MAIL}{MARKER}", "Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS do", True),
    ("feed-reply-lost", f"<noscript>{MAIL}: ann@example.com</noscript>", "Miniflux does", False),
    ("feed-reply-lost", '<a href="tel:+12025550143">Call</a>', "Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS do", False),
    ("feed-reply-lost", f'<a href="sms:+12025550143">Text</a>{MARKER}', "Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS do", False),
    ("feed-image-lost", '<img src="data:image/png;base64,AA" alt="x">', "CommaFeed, feedparser and FreshRSS do", False),
    ("feed-image-lost", '<noscript><img src="https://blog.example.com/x.png" alt="x"></noscript>', "Miniflux does", False),
    ("feed-link-lost", '<a href="https://twitter.com/share?u=x">x</a>', "Miniflux does", False),
    ("feed-link-lost", '<a href="geo:1,2">x</a>', "Feedbin, CommaFeed and feedparser do", True),
    ("feed-link-lost", '<a href="foo:x">x</a>', "Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS do", True),
    ("feed-text-lost", "<noscript>One <b>two</b></noscript>", "Miniflux does", False),
]

KEPT = [
    samples.HTML,
    f"{MAIL}: ann@example.com",
    '<a href="mailto:ann@example.com?subject=x">ann&#64;example<wbr>.com</a>',
    '<a href="mailto:ann@xn--mnchen-3ya.example">ann@münchen.example</a>',
    '<a href="mailto:%61nn@example.com,tom@example.com">Ann@Example.com or tom@example.com</a>',
    '<a href="mailto:?body=https%3A%2F%2Fblog.example.com%2F">Pass it on</a>',
    '<a href="tel:+12025550143">+1 (202) 555-0143</a>',
    '<a href="tel:+442079460114;ext=3">020 7946 0114</a> and 2026',
    '<a href="tel:112">112</a>',
    '<img src="https://blog.example.com/x.png?a=1&amp;b=2" alt="x"><figure><p>x</p></figure>',
    "<section hidden>Not meant to be seen <img src='data:x' alt=''></section><details><summary>More</summary>Text</details>",
]


@pytest.mark.parametrize("kind", ["atom", "rss", "json"])
@pytest.mark.parametrize(("rule", "html", "readers", "is_warning"), LOST)
def test_what_readers_lose_is_told(project: Project, rule: str, html: str, readers: str, kind: str, *, is_warning: bool) -> None:
    samples.write(project, kind, html=html)
    found = {finding.rule: finding for finding in project.check().findings}
    assert found[rule].message.startswith(f"{readers} not ")
    assert (found[rule].severity == "warning") is is_warning
    assert found.keys() - {"feed-text-lost"} <= {rule}


@pytest.mark.parametrize("html", KEPT)
def test_what_readers_keep_is_fine(project: Project, html: str) -> None:
    samples.write(project, "atom", html=html)
    assert project.found() == []


def test_each_loss_is_told_once_at_its_own_line(project: Project) -> None:
    project.article("One [map](geo:1,2).\n\nAnother [map](geo:3,4).\n\n![](data:image/png;base64,AAAA)")
    links = '<a href="geo:1,2">m</a> <a href="geo:3,4">m</a> <a href="geo:1,2">m</a> <img src="data:image/png;base64,AAAA" alt="">'
    for kind in ("atom", "rss", "json"):
        samples.write(project, kind, html=links)
    path = "content/articles/hello.md"
    assert project.found() == [("feed-image-lost", path, 9), ("feed-link-lost", path, 5), ("feed-link-lost", path, 7)]


@pytest.mark.parametrize(
    "channel", ["Email: ann@example.com", "Phone: +44 20 7946 0114", "Sms: +44 20 7946 0114", "Booking: https://x.example/"]
)
def test_where_there_are_cards_an_entry_ends_in_a_way_to_reply(project: Project, channel: str) -> None:
    project.write("content/authors/ann.md", CARD.format(channel=channel))
    project.article("A text.")
    for kind in ("atom", "rss", "json"):
        samples.write(project, kind, html=samples.BODY)
    assert project.found() == [("feed-reply", "content/articles/hello.md", 1)]


def test_an_entry_that_no_article_was_found_for_is_told_at_the_feed(project: Project) -> None:
    project.write("content/authors/ann.md", CARD.format(channel="Email: ann@example.com"))
    samples.write(project, "rss", html=samples.BODY)
    assert project.found() == [("feed-reply", "output/feeds/all.rss.xml", 20)]


@pytest.mark.parametrize(
    "html",
    [
        samples.INVITATION,
        f"{MAIL} ann@example.com",
        '<a href="tel:+12025550143">+12025550143</a>',
        f'<p>x</p>{MARKER}<p><a href="https://x.example/book/">Book a call</a></p>',
        '<a href="https://blog.example.com/authors/ann.vcf">Ann’s card</a>',
    ],
)
def test_any_way_to_reply_will_do(project: Project, html: str) -> None:
    project.write("content/authors/ann.md", CARD.format(channel="Email: ann@example.com"))
    samples.write(project, "atom", html=html)
    assert project.found() == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://x.example/book/">A book</a><!-- another comment -->',
        f'<a href="https://x.example/">x</a>{MARKER}',
        f"{MARKER}<p>Write to me.</p>",
        '<a href="mailto:?body=x">Pass it on</a>',
    ],
)
def test_other_links_are_no_way_to_reply(project: Project, html: str) -> None:
    project.write("content/authors/ann.md", CARD.format(channel="Email: ann@example.com"))
    samples.write(project, "atom", html=html)
    assert project.rules() == {"feed-reply"}


@pytest.mark.parametrize("more", ["Cta: none", "Cta: None\nSlug: hello"])
def test_who_wants_no_invitation_needs_none(project: Project, more: str) -> None:
    project.write("content/authors/ann.md", CARD.format(channel="Email: ann@example.com"))
    project.article("A text.", more=more, name="hello" if "Slug" not in more else "another")
    samples.write(project, "atom", html=samples.BODY)
    assert project.rules() == {"cta-none"}


@pytest.mark.parametrize("card", ["", CARD.format(channel="Role: Consultant"), CARD.format(channel="Email:")])
def test_where_nobody_has_a_channel_nothing_is_missed(project: Project, card: str) -> None:
    if card:
        project.write("content/authors/ann.md", card)
    project.article("A text.")
    samples.write(project, "atom", html=samples.BODY)
    assert project.found() == []


def test_a_summary_needs_no_way_to_reply(project: Project) -> None:
    project.write("content/authors/ann.md", CARD.format(channel="Email: ann@example.com"))
    samples.write(project, "rss")
    assert project.found() == []
    samples.write(project, "rss", ("content:encoded", "media:title"))
    assert project.rules() == {"feed-reply"}, "where there is only a description, it is the text"
