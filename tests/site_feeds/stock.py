"""A stranger's site: stock Pelican, the theme `simple`, and nothing of ours but this plugin."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import feedparser

if TYPE_CHECKING:
    from tests.conftest import Built, Site

ALL = {"atom": "feeds/all.atom.xml", "rss": "feeds/all.rss.xml", "json": "feeds/all.json"}
CARD = "Name: Ann Lee\nEmail: ann@example.com\nPhone: +1 202 555 0143\n"


PELICANS = {
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
    "AUTHOR_FEED_ATOM": "feeds/{slug}.atom.xml",
    "AUTHOR_FEED_RSS": "feeds/{slug}.rss.xml",
    "TRANSLATION_FEED_ATOM": "feeds/all-{lang}.atom.xml",
}
"""Pelican's defaults, which make feeds of its own."""
NONE_OF_PELICANS: dict[str, Any] = dict.fromkeys(PELICANS)


def stock(site: Site, **settings: Any) -> Site:
    """The site without any article, and with Pelican's own feeds as they are by default."""
    site.settings = {
        "PLUGINS": ["site_feeds"],
        "THEME": "simple",
        "SITEURL": "https://example.com",
        "SITE_AUTHORITY": "example.org,2026",
        "AUTHOR": "Ann Lee",
        **PELICANS,
    } | settings
    return site


def invited(site: Site) -> Site:
    """The same with contact_cta, and Ann's card."""
    site.write("authors/ann-lee.md", CARD)
    site.settings |= {"PLUGINS": ["site_feeds", "contact_cta"], "CONTACT_DEFAULT_AUTHOR": "Ann Lee"}
    return site


def write(site: Site, slug: str, fields: str = "", text: str = "Text.", *, number: int = 0) -> None:
    """An article with an Id of its own, on the first of March or `number` days after it."""
    date = "" if "Date:" in fields else f"Date: 2026-03-{number + 1:02} 10:00\n"
    name = "" if "Id:" in fields else f"Id: {sum(map(ord, slug)):06}\n"
    address = "" if "Slug:" in fields else f"Slug: {slug}\n"
    site.write(f"articles/{slug}.md", f"Title: {slug.title()}\n{address}{date}{name}{fields.strip()}\n\n{text}\n")


def feeds_of(built: Built) -> set[str]:
    """The paths of all feeds, whoever wrote them."""
    return {path for path in built.files() if path.endswith((".xml", ".json", ".opml"))}


def entries(built: Built, path: str = ALL["atom"]) -> list[Any]:
    parsed = feedparser.parse(built.read(path).encode(), sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return list(parsed.entries)


def titles(built: Built, path: str = ALL["atom"]) -> list[str]:
    if path.endswith(".json"):
        return [item["title"] for item in json.loads(built.read(path))["items"]]
    return [entry.title for entry in entries(built, path)]


def html_of(built: Built, path: str = ALL["atom"]) -> str:
    """The text of a feed's only entry."""
    (entry,) = entries(built, path)
    return str(entry.content[0].value)
