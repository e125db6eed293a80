"""What a reader's connection has to carry. Sizes are those of brotli at its best, which hosts send."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import brotli

from .pages import page_type

if TYPE_CHECKING:
    from .builds import Build, Builds

CSS_BYTES = 4 * 1024
ARTICLE_BYTES = 12 * 1024


def compressed(text: str) -> int:
    return len(brotli.compress(text.encode(), quality=11))


def page_styles(build: Build) -> list[str]:
    """Style sheets that pages may load; `theme/feed.css` is for feeds that are opened in a browser."""
    return [path for path in build.files if path.endswith(".css") and path != "theme/feed.css"]


def test_the_style_sheet_is_small(builds: Builds) -> None:
    """That of the sample; what an owner adds to theirs is theirs to weigh."""
    (sheet,) = page_styles(builds["sample-published"])
    assert compressed(builds["sample-published"].read(sheet)) <= CSS_BYTES


def test_there_is_one_style_sheet(published: Build) -> None:
    assert len(page_styles(published)) == 1
    for page in published.pages.values():
        assert len(page.soup.select('link[rel="stylesheet"]')) == 1, page.path


def test_an_average_article_is_small(published: Build) -> None:
    sizes = [compressed(page.text) for page in published.pages.values() if page_type(page) == "article"]
    if sizes:
        assert statistics.mean(sizes) <= ARTICLE_BYTES
        assert statistics.median(sizes) <= ARTICLE_BYTES


def test_no_page_has_a_script_or_a_style_of_its_own(published: Build) -> None:
    assert [path for path in published.files if path.endswith((".js", ".mjs", ".wasm"))] == []
    for page in published.pages.values():
        assert page.soup.select("style, [style], script:not([type='application/ld+json']), a[href^='javascript:']") == [], page.path


def test_every_page_carries_the_policy(published: Build) -> None:
    from .server import POLICY

    for page in published.pages.values():
        policy = page.attribute('meta[http-equiv="Content-Security-Policy" i]', "content")
        assert _directives(policy) == _directives(POLICY), page.path
        before = page.text.lower().partition("content-security-policy")[0]
        assert "<link" not in before, f"{page.path}: a policy counts only for what comes after it"


def _directives(policy: str) -> dict[str, str]:
    parts = (part.split(maxsplit=1) for part in policy.split(";") if part.strip())
    return {name: sources.strip() for name, sources in parts}
