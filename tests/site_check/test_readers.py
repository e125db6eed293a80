"""What readers keep: the table, and feedparser itself as a witness."""

from __future__ import annotations

import feedparser
import pytest
from bs4 import BeautifulSoup
from site_check.readers import READERS, kept_by

INVITATION = """\
<p><strong>Your turn.</strong> What did you <em>try</em>?</p>
<ul>
<li><a href="mailto:ann@example.com?subject=Re%3A%20Five&amp;body=x">Reply to Ann</a>: ann@example.com</li>
<li><a href="https://example.com/meet/">Book a call</a></li>
</ul>
"""

KEPT = {  # scheme: the readers that keep a link with it
    "mailto:ann@example.com": {"miniflux", "feedbin", "commafeed", "feedparser", "freshrss"},
    "https://example.com/": {"miniflux", "feedbin", "commafeed", "feedparser", "freshrss"},
    "tel:+12025550143": {"miniflux", "freshrss"},
    "sms:+12025550143": {"freshrss"},
    "geo:1,2": {"miniflux", "freshrss"},
    "javascript:alert(1)": set(),
}


@pytest.mark.parametrize("reader", READERS)
def test_the_pattern_for_feeds_survives_unchanged(reader: str) -> None:
    assert kept_by(reader, INVITATION) == INVITATION


@pytest.mark.parametrize("address", KEPT)
def test_links_are_kept_as_the_table_says(address: str) -> None:
    kept = {reader for reader in READERS if address in kept_by(reader, f'<p><a href="{address}">x</a></p>')}
    assert kept == KEPT[address]
    assert all("x</a>" in kept_by(reader, f'<a href="{address}">x</a>') for reader in READERS)


@pytest.mark.parametrize(
    ("element", "readers"),
    [
        ("hr", {"feedbin", "feedparser", "freshrss"}),
        ("address", {"feedparser", "freshrss"}),
        ("footer", {"feedparser", "freshrss"}),
        ("section", {"feedparser", "freshrss"}),
        ("div", {"feedbin", "commafeed", "feedparser", "freshrss"}),
        ("figure", {"miniflux", "feedbin", "feedparser", "freshrss"}),
    ],
)
def test_tags_are_kept_as_the_table_says_and_their_text_always(element: str, readers: set[str]) -> None:
    content = f"a<{element}>b" if element == "hr" else f"<{element}>ab</{element}>"
    assert {reader for reader in READERS if f"<{element}>" in kept_by(reader, content)} == readers
    assert all(BeautifulSoup(kept_by(reader, content), "html.parser").get_text() == "ab" for reader in READERS)


@pytest.mark.parametrize("reader", READERS)
def test_scripts_go_with_their_text_and_markup_does_not_come_back(reader: str) -> None:
    assert kept_by(reader, "a<script>b</script><style>c</style>d &lt;script&gt;") == "ad &lt;script&gt;"


def test_hidden_elements_go_where_the_table_says() -> None:
    content = "a<p hidden>b<br>c</p>d"
    assert kept_by("miniflux", content) == "ad"
    assert "b" in kept_by("feedbin", content)


def test_miniflux_drops_links_that_contain_certain_addresses() -> None:
    content = '<a href="mailto:?body=https%3A//twitter.com/share">x</a>'
    assert kept_by("miniflux", content) == "<a>x</a>"
    assert kept_by("feedbin", content) == content


def test_images_have_schemes_of_their_own() -> None:
    content = '<img src="data:image/png;base64,AA" alt="x">'
    assert {reader for reader in READERS if "data:" in kept_by(reader, content)} == {"miniflux", "feedbin"}


@pytest.mark.parametrize(
    "content",
    [
        INVITATION,
        '<p><a href="tel:+12025550143">x</a> <a href="sms:+1">y</a></p>',
        "<address>a</address><hr><section>b</section><figure>c</figure>",
        "<p class='x' style='color:red' onclick='y'>a<script>b</script></p>",
    ],
)
def test_feedparser_agrees(content: str) -> None:
    feed = f"<rss version='2.0'><channel><item><description><![CDATA[{content}]]></description></item></channel></rss>"
    theirs = BeautifulSoup(feedparser.parse(feed).entries[0].description, "html.parser")
    ours = BeautifulSoup(kept_by("feedparser", content), "html.parser")
    assert [tag.name for tag in ours.find_all()] == [tag.name for tag in theirs.find_all()]
    assert [tag.get("href") for tag in ours.find_all("a")] == [tag.get("href") for tag in theirs.find_all("a")]
    assert ours.get_text().split() == theirs.get_text().split()
