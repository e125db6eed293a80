"""One good feed of each format, with the same entry; tests break them in one place."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .conftest import Project

URL = "https://blog.example.com"
INVITATION = """\
<!-- invitation -->
<p><strong>Your turn.</strong> What did you try?</p>
<ul>
<li><a href="mailto:ann+blog@example.com?subject=Re%3A%20Hello&amp;body=Dear%20Ann">Reply to Ann</a>: ann+blog@example.com</li>
<li>Call or text: <a href="tel:+442079460114">020 7946 0114</a></li>
<li><a href="https://blog.example.com/authors/ann.vcf">Add Ann to your contacts</a></li>
</ul>"""
BODY = '<p>A <a href="https://example.net/?a=1&amp;b=2">link</a> and <img src="https://blog.example.com/images/x.png" alt="A picture">.</p>'
HTML = f"{BODY}\n{INVITATION}"

ATOM = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
<title>A blog</title>
<id>tag:example.com,2026:feeds/all</id>
<updated>2026-01-02T10:00:00+00:00</updated>
<link rel="self" type="application/atom+xml" href="https://blog.example.com/feeds/all.atom.xml"/>
<link rel="alternate" type="text/html" href="https://blog.example.com/"/>
<author><name>Ann</name></author>
<entry>
<title>Hello</title>
<link rel="alternate" type="text/html" href="https://blog.example.com/hello/"/>
<id>tag:example.com,2026:7KQ2MX</id>
<published>2026-01-02T10:00:00+00:00</published>
<updated>2026-01-02T10:00:00Z</updated>
<author><name>Ann</name><email>ann@example.com</email></author>
<category scheme="tag:example.com,2026:tags" term="one" label="One"/>
<summary>A sentence.</summary>
<content type="html">{html}</content>
</entry>
</feed>
"""

RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>A blog</title>
<link>https://blog.example.com/</link>
<description>About things</description>
<language>en</language>
<lastBuildDate>Fri, 02 Jan 2026 10:00:00 +0000</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="https://blog.example.com/feeds/all.rss.xml"/>
<item>
<title>Hello</title>
<link>https://blog.example.com/hello/</link>
<guid isPermaLink="false">tag:example.com,2026:7KQ2MX</guid>
<pubDate>Fri, 02 Jan 2026 10:00:00 +0000</pubDate>
<author>ann@example.com (Ann)</author>
<category>One</category>
<media:content url="https://blog.example.com/images/x.png" medium="image"/>
<description>A sentence &amp;amp; no more.</description>
<content:encoded>{html}</content:encoded>
</item>
</channel>
</rss>
"""

JSON = """\
{{"version": "https://jsonfeed.org/version/1.1", "title": "A blog", "home_page_url": "https://blog.example.com/",
"feed_url": "https://blog.example.com/feeds/all.json", "authors": [{{"name": "Ann", "url": "https://blog.example.com/authors/ann/"}}],
"items": [
{{"id": "tag:example.com,2026:7KQ2MX", "url": "https://blog.example.com/hello/", "title": "Hello",
"content_html": {html}, "content_text": "A text", "date_published": "2026-01-02T10:00:00+00:00",
"authors": [{{"name": "Ann"}}], "tags": ["One"], "language": "en"}}
]}}
"""

OPML = """\
<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Feeds</title></head><body>
<outline type="rss" text="All" xmlUrl="https://blog.example.com/feeds/all.atom.xml" htmlUrl="https://blog.example.com/"/>
<outline text="Friends"><outline type="rss" text="A friend" xmlUrl="https://example.net/feed"/></outline>
</body></opml>
"""

PLACES = {"atom": "feeds/all.atom.xml", "rss": "feeds/all.rss.xml", "json": "feeds/all.json", "opml": "feeds/all.opml"}


def feed(kind: str, html: str = HTML) -> str:
    """A good feed whose one entry has this HTML."""
    if kind == "json":
        return JSON.format(html=json.dumps(html))
    return OPML if kind == "opml" else {"atom": ATOM, "rss": RSS}[kind].format(html=escape(html, quote=False))


def write(project: Project, kind: str, *changes: tuple[str, str], html: str = HTML) -> None:
    """Write a feed at its place, with something in it replaced; what shall be replaced must be there."""
    text = feed(kind, html)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    project.write(f"site/{PLACES[kind]}", text)
