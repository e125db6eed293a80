"""A stranger's site: stock Pelican, the theme `simple`, and nothing of ours but this plugin, shown by the templates of its manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.conftest import Built, Site

FROM_THE_MANUAL = {
    "tag": '{% extends "!simple/tag.html" %}\n{% block content %}{% include "tag_pages/about.html" %}{{ super() }}{% endblock %}\n',
    "tags": '{% extends "!simple/tags.html" %}\n{% block content %}{% include "tag_pages/all.html" %}{% endblock %}\n',
}


def stock(site: Site, **settings: Any) -> Site:
    """The site with the manual's templates; nobody excludes the folder of the tag files but the plugin."""
    templates = site.folder / "templates"
    templates.mkdir()
    for name, text in FROM_THE_MANUAL.items():
        (templates / f"{name}.html").write_text(text, encoding="utf-8")
    site.settings = {
        "PLUGINS": ["tag_pages"],
        "THEME": "simple",
        "THEME_TEMPLATES_OVERRIDES": [str(templates)],
        "SITEURL": "https://example.com",
        "ARTICLE_PATHS": [""],
        "PAGE_PATHS": ["pages"],
        "STATIC_PATHS": ["images"],
        "USE_FOLDER_AS_CATEGORY": False,
        "DIRECT_TEMPLATES": ["index", "tags"],
    } | settings
    return site


def article(site: Site, slug: str, tags: str, more: str = "", day: int = 1) -> None:
    """Write an article; `tags` is the value of its field."""
    site.write(f"{slug}.md", f"Title: {slug.capitalize()}\nDate: 2026-01-{day:02} 10:00\nTags: {tags}\n{more}\nText.\n")


def tag_file(site: Site, slug: str, fields: str, body: str = "") -> None:
    site.write(f"tags/{slug}.md", f"{fields.rstrip()}\n\n{body}")


def names(built: Built, path: str) -> list[str]:
    """The topics that a page links to, in its order."""
    return [link.get_text() for link in built.page(path).select('a[rel="tag"]')]


def told(built: Built, rule: str) -> list[tuple[str | None, int | None, str]]:
    """File name, line and message of each problem of one rule."""
    return [
        (problem.path and problem.path.rpartition("/")[2], problem.line, problem.message)
        for problem in built.problems
        if problem.rule == rule
    ]
