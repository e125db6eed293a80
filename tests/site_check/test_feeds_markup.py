"""The HTML of entries: what readers cannot follow, run, or understand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import feed_samples as samples

if TYPE_CHECKING:
    from .conftest import Project

BROKEN = [
    ("feed-relative", '<a href="/x/">x</a>'),
    ("feed-relative", '<a href="#fn">1</a>'),
    ("feed-relative", '<a href="//example.net/">x</a>'),
    ("feed-relative", '<a href="">x</a>'),
    ("feed-relative", '<img src="images/x.png" alt="x">'),
    ("feed-relative", '<img src="https://blog.example.com/x.png" srcset="https://blog.example.com/x.png 1x, /y.png 2x" alt="x">'),
    ("feed-relative", '<video src="https://blog.example.com/x.mp4" poster="/x.png"></video>'),
    ("feed-relative", '<blockquote cite="/x/">x</blockquote>'),
    ("feed-markup", "<script>x</script>"),
    ("feed-markup", "<style>x</style>"),
    ("feed-markup", '<iframe src="https://example.net/"></iframe>'),
    ("feed-markup", "<form>x</form>"),
    ("feed-markup", "<svg></svg>"),
    ("feed-markup", '<p style="color: red">x</p>'),
    ("feed-markup", '<p onclick="x()">x</p>'),
    ("feed-ampersand", '<a href="https://example.net/?a=1&b=2">x</a>'),
    ("feed-ampersand", '<a href="mailto:ann@example.com?subject=x&body=y">ann@example.com</a>'),
    ("feed-mailto", '<a href="mailto:ann@example.com?subject=Two+words">ann@example.com</a>'),
    ("feed-mailto", '<a href="MAILTO:ann@example.com?cc=tom%40example.com&amp;body=Two+words">ann@example.com</a>'),
    ("feed-insecure", '<img src="http://example.net/x.png" alt="x">'),
    ("feed-insecure", '<img src="https://example.net/x.png" srcset="HTTP://example.net/x.png 2x" alt="x">'),
    ("feed-class", '<p class="x">x</p>'),
    ("feed-class", '<h2 id="x">x</h2>'),
    ("feed-alt", '<img src="https://example.net/x.png">'),
]
WARNINGS = {"feed-insecure", "feed-class", "feed-alt"}

FINE = [
    samples.HTML,
    '<img src="https://example.net/x.png" alt="">',
    '<a href="http://example.net/">x</a>',
    '<a href="https://example.net/?a=1&amp;b=2&#38;c=3&#x26;d">x &amp; y & z</a>',
    '<a href="mailto:ann+blog@example.com?subject=C%2B%2B">ann+blog@example.com</a>',
    '<a href="mailto:ann@example.com?cc=tom+blog@example.com">ann@example.com</a>',
    "<p>&lt;script&gt; and style=</p><!-- <script> -->",
]


@pytest.mark.parametrize("kind", ["atom", "rss", "json"])
@pytest.mark.parametrize(("rule", "html"), BROKEN)
def test_what_an_entry_should_not_hold_is_told(project: Project, rule: str, html: str, kind: str) -> None:
    samples.write(project, kind, html=f"<p>x</p>{html}")
    report = project.check()
    assert {(finding.rule, finding.severity == "warning") for finding in report.findings} == {(rule, rule in WARNINGS)}


@pytest.mark.parametrize("html", FINE)
def test_other_html_is_fine(project: Project, html: str) -> None:
    samples.write(project, "atom", html=html)
    assert project.found() == []


def test_a_script_in_an_address_is_told(project: Project) -> None:
    samples.write(project, "atom", html='<a href="javascript:x()">x</a>')
    assert "feed-markup" in project.rules()


def test_a_summary_is_read_as_well(project: Project) -> None:
    samples.write(project, "rss", ("A sentence ", '&lt;a href="/x/"&gt;A&lt;/a&gt; sentence '))
    assert project.found() == [("feed-relative", "output/feeds/all.rss.xml", 19)]


def test_of_many_things_in_an_entry_some_are_named(project: Project) -> None:
    links = "".join(f'<a href="#fn:{number}">x</a>' for number in (1, 2, 2, 3, 4, 5))
    samples.write(project, "atom", html=links)
    (finding,) = project.check().findings
    assert "`#fn:1`, `#fn:2`, `#fn:3` and 2 more." in finding.message


@pytest.mark.parametrize(
    ("source", "rule", "html"),
    [
        ("![]({static}/images/x.png)", "feed-alt", '<img src="https://blog.example.com/images/x.png">'),
        ("[x]({filename}second-letter.md)", "feed-relative", '<a href="/second-letter/">x</a>'),
        ('<p class="y">x</p>', "feed-class", '<p class="y">x</p>'),
        ("[x](https://example.net/?a=1&b=2)", "feed-ampersand", '<a href="https://example.net/?a=1&b=2">x</a>'),
        ("[x](mailto:ann@example.com?subject=a+b) ann@example.com", "feed-mailto", '<a href="mailto:ann@example.com?subject=a+b">'),
    ],
)
def test_the_authors_line_is_told(project: Project, source: str, rule: str, html: str) -> None:
    project.article(f"A text.\n\n{source}")
    samples.write(project, "atom", html=f"{html} ann@example.com")
    assert project.found() == [(rule, "content/articles/hello.md", 7)]
