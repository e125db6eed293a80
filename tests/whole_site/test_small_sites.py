"""Sites that have hardly anything still build, without a word of warning, and are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .variants import SMALL_VARIANTS, VARIANTS

if TYPE_CHECKING:
    from .builds import Build, Builds


@pytest.fixture(params=SMALL_VARIANTS)
def small(request: pytest.FixtureRequest, builds: Builds) -> Build:
    return builds[request.param]


def test_it_builds_without_a_warning(small: Build) -> None:
    assert small.problems == []


# From right to left the site's language is one in which no article is written, of which Pelican warns with reason.
LARGER = [name for name in VARIANTS if name not in SMALL_VARIANTS and "another" not in name and "right-to-left" not in name]


@pytest.mark.parametrize("name", LARGER)
def test_larger_sites_build_without_a_warning(builds: Builds, name: str) -> None:
    assert builds[name].problems == []


@pytest.mark.parametrize("path", ["index.html", "404.html", "archive/index.html"])
def test_it_has_the_pages_that_every_site_has(small: Build, path: str) -> None:
    assert small.pages[path].one("h1").get_text(strip=True)


def test_a_feed_exists_where_there_is_an_article(small: Build) -> None:
    has_article = any(source.kind == "article" for source in small.sources)
    feeds = [path for path in small.files if path.endswith(".atom.xml")]
    offered = small.pages["index.html"].soup.select('link[type="application/atom+xml"]')
    assert (bool(feeds), bool(offered)) == (has_article, has_article)


def test_a_page_can_be_home(builds: Builds) -> None:
    build = builds["no-author"]
    assert build.pages["index.html"].one("h1").get_text(strip=True) == "Welcome"
    assert "Number 1" in build.pages["letters/index.html"].one("main").get_text()


def test_no_author_is_named_where_there_is_none(builds: Builds) -> None:
    page = builds["no-author"].pages["number-1/index.html"]
    assert page.soup.select('[rel~="author"], .p-author') == []
    assert "None" not in page.soup.get_text()
