"""axe-core finds nothing on any type of page: light and dark, on a phone, a tablet and a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.whole_site.pages import representatives

from .visits import HEIGHT, WIDTHS, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.whole_site.builds import Build
    from tests.whole_site.fixtures import Addresses

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TYPES = {
    "home",
    "article",
    "page",
    "archive",
    "tag",
    "tags",
    "category",
    "categories",
    "author",
    "authors",
    "series",
    "drafts",
    "draft",
    "404",
}


def violations(page: Page) -> list[str]:
    """What axe finds on a page as it stands, one line for each node."""
    found = page.evaluate("options => axe.run(document, options)", {"runOnly": RULES, "resultTypes": ["violations"]})
    return [f"{rule['id']}: {node['html'][:150]}: {node['failureSummary']}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_type_of_page_has_a_barrier(
    chromium: Browser, addresses: Addresses, axe: str, preview: Build, scheme: Literal["light", "dark"]
) -> None:
    found = {}
    with visiting(chromium, addresses[preview], width=WIDTHS[0], color_scheme=scheme, reduced_motion="reduce") as visit:
        for kind, built in representatives(preview.pages).items():
            visit.go(built.address)
            visit.page.evaluate(axe)
            for width in WIDTHS:
                visit.page.set_viewport_size({"width": width, "height": HEIGHT})
                found[kind, width] = violations(visit.page)
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_the_sample_has_every_type_of_page(sample: Build) -> None:
    assert set(representatives(sample.pages)) >= TYPES


def test_axe_can_find_something(chromium: Browser, addresses: Addresses, axe: str, sample: Build) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("")
        visit.page.evaluate(axe)
        visit.page.evaluate("document.querySelector('h1').style.color = '#ddd'; document.documentElement.removeAttribute('lang')")
        found = violations(visit.page)
        assert {line.split(":")[0] for line in found} >= {"color-contrast", "html-has-lang"}
