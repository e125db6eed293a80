"""An article in two languages: one in the lists, each with an address of its own, and each names the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .builds import Build, Builds

OWN, OTHER = "two-tongues/index.html", "de/two-tongues/index.html"


@pytest.fixture
def build(builds: Builds) -> Build:
    return builds["sample-published"]


def test_the_article_in_the_site_language_has_the_plain_address(build: Build) -> None:
    """Although it says which language it is in, in the words of site.toml: `Lang: en-GB`."""
    assert OWN in build.pages
    assert OTHER in build.pages


@pytest.mark.parametrize(("page", "other", "language"), [(OWN, OTHER, "de"), (OTHER, OWN, "en-GB")])
def test_each_names_the_other(build: Build, page: str, other: str, language: str) -> None:
    address = build.pages[other].attribute('link[rel="canonical"]', "href")
    assert build.pages[page].soup.select_one(f'main a[hreflang="{language}" i][href="{address}"]')
    assert build.pages[page].soup.select_one(f'head link[rel="alternate"][hreflang="{language}" i][href="{address}"]')


def test_lists_name_the_one_in_the_site_language(build: Build) -> None:
    linked = [str(link["href"]) for link in build.pages["archive/index.html"].soup.select("main a[href*=two-tongues]")]
    assert linked == [build.pages[OWN].attribute('link[rel="canonical"]', "href")]


def test_the_text_is_marked_with_its_language(build: Build) -> None:
    assert build.pages[OTHER].one("article")["lang"] == "de"
    page = build.pages[OWN]
    languages = {str(element["lang"]) for element in page.soup.select("html[lang], article[lang], h1[lang]")}
    assert {language.lower() for language in languages} == {"en-gb"}
