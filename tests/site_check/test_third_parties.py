"""Requests to other hosts, forms, and what the policy keeps from working."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_check.doors import DIRECTIVES, STRICT, Doors
from site_check.requests import address

if TYPE_CHECKING:
    from .conftest import Project

FILM = "https://www.youtube-nocookie.com/embed/abc?rel=0&start=3"


def policy(**more: str) -> dict[str, str]:
    return dict(STRICT) | {name.replace("_", "-"): value for name, value in more.items()}


def test_a_blocked_film_is_told_at_the_articles_line_with_the_setting_that_opens_the_door(project: Project) -> None:
    project.article(f'A film:\n\n<iframe src="{FILM}"></iframe>')
    project.article("Another.", name="other")
    project.page(f'<p>A film:</p><iframe src="{FILM.replace("&", "&amp;")}"></iframe>')
    (finding,) = project.check().findings
    assert (finding.rule, finding.path, finding.line) == ("blocked-embed", "content/articles/hello.md", 7)
    assert "'www.youtube-nocookie.com' = ['frame']" in finding.fix
    assert "[allow]" in finding.fix


def test_a_door_lets_its_host_in_and_no_other_and_for_nothing_else(project: Project) -> None:
    project.page(f'<iframe src="{FILM}"></iframe>')
    opened = policy(frame_src="https://www.youtube-nocookie.com")
    assert project.rules(SITE_POLICY=opened) == set()
    project.page('<iframe src="https://youtube-nocookie.com/x"></iframe><img src="https://www.youtube-nocookie.com/x.png">')
    assert project.rules(SITE_POLICY=opened) == {"blocked-embed", "third-party"}


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://example.net/x.png">',
        '<img src=" //example.net/x.png">',
        '<img src="\\\\example.net\\x.png">',
        '<img src="ht\ntps://example.net/x.png">',
        '<img srcset="/a.png 1x, https://example.net/b.png 2x" src="/a.png">',
        '<picture><source srcset="https://example.net/b.avif 2x"></picture>',
        '<link rel="stylesheet" href="https://example.net/x.css">',
        '<link rel="preload" as="font" href="https://example.net/x.woff2">',
        '<link rel="shortcut icon" href="https://example.net/x.ico">',
        '<link rel="dns-prefetch" href="//example.net">',
        '<script src="https://example.net/x.js"></script>',
        "<style>@import 'https://example.net/x.css';</style>",
        "<p style=\"background: url('https://example.net/x.png')\"></p>",
        '<svg><image href="https://example.net/x.png"/></svg>',
        '<a href="/x/" ping="https://example.net/count">x</a>',
        '<video poster="https://example.net/x.jpg"></video>',
        '<noscript><img src="https://example.net/pixel"></noscript>',
        '<iframe srcdoc="<img src=https://example.net/x>"></iframe>',
    ],
)
def test_every_kind_of_request_is_seen(project: Project, markup: str) -> None:
    project.page(markup)
    assert project.found() == [("third-party", "output/hello/index.html", 2)]
    assert "example.net" in project.check().findings[0].message


@pytest.mark.parametrize("markup", ['<object data="https://example.net/x"></object>', '<embed src="https://example.net/x">'])
def test_plugins_are_embeds_without_a_door(project: Project, markup: str) -> None:
    project.page(markup)
    (finding,) = project.check().findings
    assert finding.rule == "blocked-embed"
    assert "[allow]" not in finding.fix


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/x.png"><img src="x.png"><img src="https://blog.example.com/x.png"><img src="//BLOG.example.com:443/x.png">',
        '<a href="https://example.net/">a link</a>',
        '<link rel="alternate" href="https://example.net/feed"><link rel="me" href="https://example.net/me">',
        '<blockquote cite="https://example.net/">x</blockquote>',
        '<video src="/x.mp4"></video>',
        '<form action="/search/" method="get"></form>',
        '<meta property="og:image" content="https://example.net/x.png">',
        "<code>&lt;img src=https://example.net/x&gt;</code>",
        "<!-- <script src='https://example.net/x.js'></script> -->",
    ],
)
def test_the_sites_own_and_what_only_a_click_asks_for_is_fine(project: Project, markup: str) -> None:
    project.page(markup)
    assert project.found() == []


def test_style_sheets_are_read(project: Project) -> None:
    project.write(
        "site/theme/x.css", "/* url(https://example.org/no) */\n@font-face{src:url(https://example.net/x.woff2)}\na{b:url(y.png)}"
    )
    assert project.found() == [("third-party", "output/theme/x.css", 2)]
    assert project.rules(SITE_POLICY=policy(font_src="'self' https://example.net")) == set()


@pytest.mark.parametrize(
    "markup",
    [
        '<form method="post"></form>',
        '<form action="/here/" method="POST"></form>',
        '<form action="https://buttondown.com/api/x" method="post"></form>',
        '<form action="https://buttondown.com/api/x"></form>',
        '<form><button formmethod="post">x</button></form>',
        '<form><input type="submit" formaction="https://example.net/"></form>',
        '<form action="mailto:a@example.com" method="post"></form>',
    ],
)
def test_forms_that_post_or_send_elsewhere_are_errors(project: Project, markup: str) -> None:
    project.page(markup)
    assert project.found() == [("form-posts", "output/hello/index.html", 2)]


def test_an_allowed_host_may_take_its_form_and_no_other_form_is_let_through(project: Project) -> None:
    opened = policy(form_action="https://buttondown.com")
    project.page('<form action="https://buttondown.com/api/x" method="post"></form>')
    assert project.rules(SITE_POLICY=opened) == set()
    project.page('<form action="https://buttondown.com/api/x" method="post"></form>\n<form action="/x" method="post"></form>')
    assert project.found(SITE_POLICY=opened) == [("form-posts", "output/hello/index.html", 3)]


def test_what_is_on_many_pages_is_told_once(project: Project) -> None:
    for number in range(12):
        project.page('<script src="https://example.net/x.js"></script>', name=f"page-{number:02}")
    (finding,) = project.check().findings
    assert (finding.path, finding.line) == ("output/page-00/index.html", 2)
    assert "11 more pages" in finding.message


def test_a_theme_of_ones_own_is_named(project: Project) -> None:
    project.write("custom/templates/base.html", '\n\n<script src="https://example.net/x.js"></script>')
    project.page('<script src="https://example.net/x.js"></script>')
    assert project.found() == [("third-party", "custom/templates/base.html", 3)]


def test_of_two_articles_the_one_is_named_whose_page_it_is(project: Project) -> None:
    for name in ("first", "second", "third"):
        project.article('<img src="https://example.net/x.png?a=1&amp;b=2">', name=name, more="Slug: 3rd" if name == "third" else "")
    for page, name in (("second", "second"), ("3rd", "third")):
        project.page('<img src="https://example.net/x.png?a=1&amp;b=2">', name=page)
        assert ("third-party", f"content/articles/{name}.md", 5) in project.found()
    assert len(project.found()) == 2


def test_a_draft_made_no_page(project: Project) -> None:
    picture = '<img src="https://example.net/x.png">'
    project.article(picture, name="draft", more="Status: draft")
    project.page(picture)
    assert project.found() == [("third-party", "output/hello/index.html", 2)]


def test_what_the_policy_keeps_from_working_is_a_warning(project: Project) -> None:
    project.page(
        '<img src="data:image/png;base64,AAAA">\n<p onclick="x()">x</p>\n<script>x()</script>\n<script type="text/plain">x</script>'
    )
    assert project.found() == [
        ("blocked-data", "output/hello/index.html", 2),
        ("blocked-script", "output/hello/index.html", 3),
        ("blocked-script", "output/hello/index.html", 4),
    ]
    assert project.check().exit_code == 0
    assert project.rules(SITE_POLICY=policy(img_src="'self' data:", script_src="'unsafe-inline'")) == set()


@pytest.mark.parametrize("kind", DIRECTIVES)
def test_the_strict_policy_lets_no_other_host_in(kind: str) -> None:
    assert not Doors.of(STRICT).allow(kind, "example.net")


def test_policies_are_read_as_browsers_read_them() -> None:
    doors = Doors.of({"default-src": "https://a.example *.b.example", "img-src": ["'self'"], "media-src": "https:"})
    assert doors.allow("frame", "a.example")
    assert doors.allow("frame", "x.b.example")
    assert not doors.allow("frame", "b.example")
    assert not doors.allow("image", "a.example")
    assert doors.allow("media", "anything.example")
    assert not doors.allow("form", "a.example"), "default-src does not speak for forms"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.com/x", "example.com"),
        ("//example.com:443/", "example.com"),
        ("https://example.com:443/", "example.com"),
        ("https://example.com:8443/", "example.com:8443"),
        ("https://user@example.com/", "example.com"),
        ("/x", ""),
        ("#x", ""),
        ("mailto:a@example.com", ""),
        ("\\/example.com/x", "example.com"),
        ("\x01https://example.com", "example.com"),
    ],
)
def test_hosts_are_read_as_browsers_read_them(url: str, host: str) -> None:
    assert address(url)[1] == host
