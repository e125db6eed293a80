"""The sitemap of a whole site: valid, and exactly the pages that may be found."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from .variants import SMALL_VARIANTS

if TYPE_CHECKING:
    from .builds import Build, Builds
    from .pages import Page

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "schemas" / "sitemap.xsd"))
EVERYWHERE = ("sample", "yours", "sample-published", "yours-published", "sample-below-a-path", *SMALL_VARIANTS)


@pytest.fixture(params=EVERYWHERE)
def build(request: pytest.FixtureRequest, builds: Builds) -> Build:
    return builds[request.param]


def changes(build: Build) -> dict[str, str | None]:
    """Addresses of the sitemap as one reads them, with `lastmod` where there is one."""
    urls = etree.fromstring(build.read("sitemap.xml").encode()).iter("{*}url")
    return {unquote(url.findtext("{*}loc") or ""): url.findtext("{*}lastmod") for url in urls}


def canonical(page: Page) -> str:
    return unquote(page.attribute('link[rel="canonical"]', "href"))


def test_the_sitemap_is_valid(build: Build) -> None:
    SCHEMA.assertValid(etree.fromstring(build.read("sitemap.xml").encode()))


def test_the_sitemap_is_the_pages_that_may_be_found(build: Build) -> None:
    home = canonical(build.pages["index.html"])
    found = {f"{home}{page.address}" for page in build.pages.values() if not page.is_unlisted}
    assert found == {canonical(page) for page in build.pages.values() if f"{home}{page.address}" in found}
    assert changes(build).keys() == found


def test_articles_changed_when_they_say_so(sample: Build) -> None:
    told = changes(sample)
    said = {
        canonical(page): post["dateModified"]
        for page in sample.pages.values()
        for post in page.graph
        if post.get("@type") == "BlogPosting" and canonical(page) in told
    }
    assert said
    assert {address: instant(told[address]) for address in said} == {address: instant(moment) for address, moment in said.items()}


def instant(text: str | None) -> datetime:
    return datetime.fromisoformat(str(text))


def test_robots_names_the_sitemap_and_lets_everyone_in(build: Build) -> None:
    parser = RobotFileParser()
    parser.parse(build.read("robots.txt").splitlines())
    home = canonical(build.pages["index.html"])
    assert parser.site_maps() == [f"{home}sitemap.xml"]
    assert all(parser.can_fetch("anybot", address) for address in changes(build))


def test_a_site_that_is_in_order_is_not_told_of_anything(build: Build) -> None:
    assert [problem for problem in build.problems if "site_files" in problem] == []
