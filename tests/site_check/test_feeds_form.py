"""What makes a feed valid: every rule with a feed that is good but for one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import feed_samples as samples

if TYPE_CHECKING:
    from .conftest import Project

LINK = '<link rel="alternate" type="text/html" href="https://blog.example.com/hello/"/>'
AUTHORS = (
    ("<author><name>Ann</name></author>", ""),
    ("<author><name>Ann</name><email>ann@example.com</email></author>", ""),
)
UPDATED = "<updated>2026-01-02T10:00:00Z</updated>"
PUBLISHED = "2026-01-02T10:00:00+00:00</published>"
BUILT = "<lastBuildDate>Fri, 02 Jan 2026 10:00:00 +0000"
DESCRIPTION = "<description>A sentence &amp;amp; no more.</description>"
ENCLOSURE = '<enclosure url="https://blog.example.com/x.mp3" length="1" type="audio/mpeg"/>'
UNMEASURED = ENCLOSURE.replace(' length="1"', "")
ATOM_ENTRY = samples.ATOM[samples.ATOM.index("<entry>") : samples.ATOM.index("</feed>")].replace("{html}", "x")
RSS_ITEM = samples.RSS[samples.RSS.index("<item>") : samples.RSS.index("</channel>")].replace("{html}", "x")
JSON_ITEM = '{"id": "tag:example.com,2026:7KQ2MX", "url": "https://blog.example.com/hello/", "content_text": "x"}'

BROKEN = [  # rule, format, and what to change in a good feed
    ("feed-syntax", "atom", ("</feed>", "")),
    ("feed-syntax", "atom", ("<title>A blog</title>", "<title>A&nbsp;blog</title>")),
    ("feed-syntax", "atom", ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")),
    ("feed-syntax", "atom", ('encoding="utf-8"', 'encoding="iso-8859-1"')),
    ("feed-syntax", "rss", ("<channel>", "<canal>"), ("</channel>", "</canal>")),
    ("feed-syntax", "json", ('"A blog",', '"A blog"')),
    ("feed-syntax", "json", ('"A text"', "NaN")),
    ("feed-syntax", "opml", ("</opml>", "")),
    ("feed-character", "atom", ("A sentence.", "A \x08 sentence.")),
    ("feed-character", "atom", ("A sentence.", "A &#8; sentence.")),
    ("feed-character", "rss", ("A sentence", "A &#x0B; sentence")),
    ("feed-character", "json", ('"A text"', '"A \\u0008 text"')),
    ("feed-character", "json", ('"A text"', '"A \\ud83d text"')),
    ("feed-missing", "atom", ("<id>tag:example.com,2026:feeds/all</id>", "")),
    ("feed-missing", "atom", ("<title>A blog</title>", "<title> </title>")),
    ("feed-missing", "atom", ("<updated>2026-01-02T10:00:00+00:00</updated>", "")),
    ("feed-missing", "atom", ("<id>tag:example.com,2026:7KQ2MX</id>", "")),
    ("feed-missing", "atom", ("<title>Hello</title>", "<title/>")),
    ("feed-missing", "atom", (UPDATED, "")),
    ("feed-missing", "rss", ("<title>A blog</title>", "")),
    ("feed-missing", "rss", ("<link>https://blog.example.com/</link>", "")),
    ("feed-missing", "rss", ("<description>About things</description>", "")),
    ("feed-missing", "rss", ("<language>en</language>", "")),
    ("feed-missing", "rss", ('<guid isPermaLink="false">tag:example.com,2026:7KQ2MX</guid>', "")),
    ("feed-missing", "json", ('"title": "A blog",', "")),
    ("feed-missing", "json", ('"version": "https://jsonfeed.org/version/1.1",', "")),
    ("feed-missing", "json", ('"id": "tag:example.com,2026:7KQ2MX",', "")),
    ("feed-id", "atom", ("tag:example.com,2026:feeds/all", "feeds/all")),
    ("feed-id", "atom", ("tag:example.com,2026:7KQ2MX", "hello")),
    ("feed-id", "atom", ("</feed>", f"{ATOM_ENTRY}</feed>")),
    ("feed-id", "rss", ('isPermaLink="false"', "")),
    ("feed-id", "rss", ('isPermaLink="false"', 'isPermaLink="true"')),
    ("feed-id", "rss", ("</channel>", f"{RSS_ITEM}</channel>")),
    ("feed-id", "json", ("\n]}", f",{JSON_ITEM}]}}")),
    ("feed-date", "atom", (UPDATED, "<updated>2026-01-02T10:00:00</updated>")),
    ("feed-date", "atom", (UPDATED, "<updated>2026-01-02</updated>")),
    ("feed-date", "atom", (PUBLISHED, "2026-13-02T10:00:00+00:00</published>")),
    ("feed-date", "atom", (PUBLISHED, "2026-01-02T10:00:00+0000</published>")),
    ("feed-date", "rss", (BUILT, "<lastBuildDate>Fri, 02 Jan 26 10:00:00 +0000")),
    ("feed-date", "rss", (BUILT, "<lastBuildDate>Fri, 02 Jan 2026 10:00:00 EST")),
    ("feed-date", "rss", (BUILT, "<lastBuildDate>Mon, 02 Jan 2026 10:00:00 +0000")),
    ("feed-date", "rss", (BUILT, "<lastBuildDate>Fri, 02 Jan 2026 10:00:00")),
    ("feed-date", "rss", (BUILT, "<lastBuildDate>2026-01-02T10:00:00+00:00")),
    ("feed-date", "rss", (BUILT, "<lastBuildDate>Fri, 32 Jan 2026 10:00:00 +0000")),
    ("feed-date", "json", ('"date_published": "2026-01-02T10:00:00+00:00"', '"date_published": "2 January 2026"')),
    ("feed-author", "atom", *AUTHORS),
    ("feed-author", "atom", ("<author><name>Ann</name><email>", "<author><email>")),
    ("feed-author", "rss", ("ann@example.com (Ann)", "Ann")),
    ("feed-author", "rss", ("<language>", "<managingEditor>Ann</managingEditor><language>")),
    ("feed-author", "rss", ("<author>", "<dc:creator>Ann</dc:creator><author>")),
    ("feed-links", "atom", (LINK, "")),
    ("feed-links", "atom", (LINK, LINK * 2)),
    ("feed-links", "atom", (LINK, '<link rel="alternate" href="/hello/"/>')),
    ("feed-links", "atom", (LINK, f'{LINK}<link rel="related" href="https://example.net/"/>')),
    ("feed-content", "atom", ('<content type="html">', "<content>")),
    ("feed-content", "atom", ('<content type="html">', '<content type="text">')),
    ("feed-content", "atom", ('<content type="html">', '<content type="html" src="https://blog.example.com/hello/">')),
    ("feed-summary", "atom", ("<summary>A sentence.", "<summary> ")),
    ("feed-category", "atom", (' term="one"', "")),
    ("feed-description", "rss", (DESCRIPTION, "")),
    ("feed-description", "rss", (DESCRIPTION, ""), ("</item>", f"{DESCRIPTION}</item>")),
    ("feed-enclosure", "rss", ("</item>", f"{ENCLOSURE}{ENCLOSURE}</item>")),
    ("feed-enclosure", "rss", ("</item>", f"{UNMEASURED}</item>")),
    ("feed-enclosure", "rss", ("</item>", ENCLOSURE.replace("audio/mpeg", "mp3") + "</item>")),
    ("feed-enclosure", "rss", ("</item>", ENCLOSURE.replace("https://blog.example.com", "") + "</item>")),
    ("feed-json", "json", ("version/1.1", "version/2")),
    ("feed-json", "json", ('"https://jsonfeed.org/version/1.1"', "1.1")),
    ("feed-json", "json", ('"items": [', '"items": [3,')),
    ("feed-json", "json", ('"items": [', '"items": {"a": ['), ("\n]}", "]}}")),
    ("feed-json", "json", ('"items": [', '"posts": [')),
    ("feed-json", "json", ('"tag:example.com,2026:7KQ2MX"', "7")),
    ("feed-json", "json", ('"content_html"', '"content"'), ('"content_text"', '"text"')),
    ("feed-json", "json", ('[{"name": "Ann"}]', '{"name": "Ann"}')),
    ("feed-json", "json", ('[{"name": "Ann"}]', '["Ann"]')),
    ("feed-json", "json", ('[{"name": "Ann"}]', '[{"email": "ann@example.com"}]')),
    ("feed-json", "json", ('[{"name": "Ann", "url"', '[{"name": 3, "url"')),
    ("feed-json", "json", ('"tags": ["One"]', '"tags": [1]')),
    ("feed-json", "json", ('"tags": ["One"]', '"tags": "One"')),
    ("feed-json", "json", ('"tags": ["One"]', '"attachments": [{"url": "https://blog.example.com/x.mp3"}]')),
    ("feed-json", "json", ('"title": "Hello"', '"title": null')),
]

FINE = [  # what may look wrong and is not
    ("atom", AUTHORS[1]),
    ("atom", (AUTHORS[0][0], "")),
    ("atom", ("<summary>A sentence.</summary>", "")),
    ("atom", ("A sentence.", "A &#9; sentence &#x20AC;.")),
    ("rss", ("<description>About things</description>", "<description/>")),
    ("rss", ('isPermaLink="false">tag:example.com,2026:7KQ2MX', ">https://blog.example.com/hello/")),
    ("rss", (BUILT, "<lastBuildDate>02 Jan 2026 10:00 GMT")),
    ("rss", ("<author>ann@example.com (Ann)</author>", "<dc:creator>Ann</dc:creator><dc:creator>Tom</dc:creator>")),
    ("rss", ("</item>", f"{ENCLOSURE}</item>")),
    ("json", ("version/1.1", "version/1")),
    ("json", ('"title": "Hello",', '"author": {"name": "Ann"}, "_blue": {"a": 1},')),
]


@pytest.mark.parametrize(("rule", "kind", "changes"), [(rule, kind, changes) for rule, kind, *changes in BROKEN])
def test_a_broken_feed_is_told(project: Project, rule: str, kind: str, changes: list[tuple[str, str]]) -> None:
    samples.write(project, "atom")
    samples.write(project, kind, *changes)
    found = project.found()
    assert {(name, path) for name, path, _ in found} == {(rule, f"output/{samples.PLACES[kind]}")}


@pytest.mark.parametrize(("kind", "changes"), [(kind, changes) for kind, *changes in FINE])
def test_what_the_formats_allow_is_fine(project: Project, kind: str, changes: list[tuple[str, str]]) -> None:
    samples.write(project, kind, *changes)
    assert project.found() == []


def test_a_summary_that_is_the_content_again_is_told(project: Project) -> None:
    samples.write(project, "atom", ("A sentence.", "All."), html="All.")
    assert project.found() == [("feed-summary", "output/feeds/all.atom.xml", 17)]


def test_a_character_that_only_some_readers_mind_is_a_warning(project: Project) -> None:
    samples.write(project, "json", ('"A text"', '"A \\u0008 text"'))
    assert project.check().exit_code == 0
    samples.write(project, "atom", ("A sentence", "A \x08 sentence"))
    assert project.check().exit_code == 1
    assert "U+0008" in project.check().findings[0].message


def test_bytes_that_are_not_utf_8_are_told_at_their_line(project: Project) -> None:
    path = project.write("site/x.xml", samples.feed("rss"))
    path.write_bytes(path.read_bytes().replace(b"<title>Hello", b"<title>\xe9"))
    assert project.found() == [("feed-syntax", "output/x.xml", 12)]


def test_nothing_more_is_said_of_a_feed_that_cannot_be_read(project: Project) -> None:
    project.write("site/x.xml", '<feed xmlns="http://www.w3.org/2005/Atom">\n<entry>\n</feed>')
    assert project.found() == [("feed-syntax", "output/x.xml", 3)]
