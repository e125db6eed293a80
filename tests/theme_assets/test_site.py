"""The plugin in small sites of its own, with a theme that a test writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Built, Site

ARTICLE = "Title: <b>Tom & Jerry</b>\nDate: 2026-03-04 10:00\nCategory: Notes\n\nText.\n"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    for name, text in {
        "theme.toml": 'name = "Small"\ncss = ["css/*.css"]\n',
        "css/a.css": ".a { color: red }",
        "static/images/icon.svg": "<svg/>",
        "templates/article.html": (
            "{{ article.title }}|{{ asset_url('style') }}|{{ asset_url('images/icon.svg') }}|{{ site_url('x/') }}"
            "|{{ public_url('x/') }}|{{ labels.articles }}|{{ labels.tags }}|{{ article.date|long_date }}"
            "|{{ page_path('a/index.html') }}|{{ page_path('404.html') }}"
        ),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def build(site: Site, theme: Path, **overrides: object) -> Built:
    site.write("articles/hello.md", ARTICLE)
    only = {"DIRECT_TEMPLATES": [], "ARTICLE_SAVE_AS": "hello.txt", "CATEGORY_SAVE_AS": "", "AUTHOR_SAVE_AS": "", "TAG_SAVE_AS": ""}
    return site.build(THEME=str(theme), PLUGINS=["theme_assets"], **only, **overrides)


def test_templates_get_escaped_text_addresses_labels_and_dates(site: Site, theme: Path) -> None:
    built = build(site, theme, SITEURL="/blog", SITE_PUBLIC_URL="https://me.example/blog", SITE_LABELS={"articles": "Notes", "tags": ""})
    sheet = next(name for name in built.files() if name.startswith("theme/css/site."))
    assert built.problems == ()
    assert built.read("hello.txt").split("|") == [
        "&lt;b&gt;Tom &amp; Jerry&lt;/b&gt;",
        f"/blog/{sheet}",
        "/blog/theme/images/icon.svg",
        "/blog/x/",
        "https://me.example/blog/x/",
        "Notes",
        "Topics",
        "March 4, 2026",
        "a/",
        "404.html",
    ]
    assert built.read(sheet) == ".a{color:red}\n"
    assert "theme/css/a.css" not in built.files()


def test_an_unknown_name_in_a_template_is_an_error(site: Site, theme: Path) -> None:
    (theme / "templates" / "article.html").write_text("{{ artcle.title }}")
    with pytest.raises(Exception, match="artcle"):
        build(site, theme)


def test_an_asset_that_is_not_there_is_an_error(site: Site, theme: Path) -> None:
    (theme / "templates" / "article.html").write_text("{{ asset_url('images/icon.png') }}")
    with pytest.raises(Exception, match=r"images/icon\.png"):
        build(site, theme)


def test_a_missing_plugin_and_a_broken_style_sheet_are_said_at_once(site: Site, theme: Path) -> None:
    (theme / "theme.toml").write_text('name = "Small"\nrequires = ["reading_aids"]\ncss = ["css/*.css", "gone.css"]\n')
    (theme / "css" / "a.css").write_text(".a {\n color: rgb(; }}")
    built = build(site, theme)
    assert [(problem.level, problem.line) for problem in built.problems] == [("ERROR", None), ("ERROR", 2), ("ERROR", 0)]
    assert "'reading_aids' to PLUGINS" in built.problems[0].message


def test_a_theme_without_theme_toml_is_left_alone(site: Site, theme: Path) -> None:
    (theme / "theme.toml").unlink()
    (theme / "templates" / "article.html").write_text("{{ article.title }}{{ nothing }}")
    built = build(site, theme)
    assert built.read("hello.txt") == "<b>Tom & Jerry</b>"
    assert not any(name.endswith(".css") for name in built.files())
