"""A stranger's site: stock Pelican, the theme `simple`, and nothing of ours but this plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.conftest import Built, Site

FROM_THE_MANUAL = {
    name: f'{{% extends "!simple/{name}.html" %}}\n{{% block content %}}{{{{ super() }}}}{{% include "cta/page.html" %}}{{% endblock %}}\n'
    for name in ("article", "page", "index", "tag", "author")
}
ANN = """
Name: Ann Lee
Role: Joiner
Photo: images/ann.png
Email: ann@example.com
Phone: +1 202 555 0143
Sms: +1 202 555 0144
Booking: https://example.com/ann
Signoff: Yours, Ann
Formerly: old@example.org

Makes stairs.
"""
BEA = "Name: Bea Moss\nEmail: bea@example.com\nCta: thanks\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x03\x00\x00\x00\x02\x08\x02\x00\x00\x00\x12\x16\xf1M\x00\x00\x00\x00IEND\xaeB`\x82"


def stock(site: Site, **settings: Any) -> Site:
    """The site with two cards and the templates of the manual page; nobody excludes our folders but the plugin."""
    templates = site.folder / "templates"
    templates.mkdir()
    for name, text in FROM_THE_MANUAL.items():
        (templates / f"{name}.html").write_text(text, encoding="utf-8")
    site.write("authors/ann-lee.md", ANN)
    site.write("authors/bea-moss.md", BEA)
    picture = site.folder / "content/images/ann.png"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(PNG)
    site.settings = {
        "PLUGINS": ["contact_cta"],
        "THEME": "simple",
        "THEME_TEMPLATES_OVERRIDES": [str(templates)],
        "SITEURL": "https://example.com",
        "AUTHOR": "Ann Lee",
        "ARTICLE_PATHS": [""],
        "PAGE_PATHS": ["pages"],
        "STATIC_PATHS": [""],
        "USE_FOLDER_AS_CATEGORY": False,
    } | settings
    return site


def article(title: str, fields: str = "", date: str = "2026-01-01") -> str:
    return f"Title: {title}\nDate: {date} 10:00\n{fields}\nText.\n"


def heading(built: Built, path: str) -> str:
    found = built.page(path).select_one("#write h2")
    assert found, f"no invitation in {path}"
    return found.get_text()
