"""Keyboard, targets and structure, as visual design has them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest

from tests.whole_site.pages import page_type, representatives

from .visits import HEIGHT, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.whole_site.builds import Build
    from tests.whole_site.fixtures import Addresses

LEAST = {
    ".masthead-link": 44,
    ".button": 44,
    ".pagination-link": 44,
    ".neighbours-link": 44,
    ".chip": 36,
    "address a": 32,
}
"""Height of targets in CSS pixels; WCAG 2.5.8 asks for 24."""

HEIGHTS = """least => Object.entries(least).flatMap(([selector, height]) =>
    [...document.querySelectorAll(selector)]
        .map(element => [element, element.getBoundingClientRect()])
        .filter(([element, box]) => box.height < height - 0.01 || box.width < 24)
        .map(([element, box]) => `${selector} ${element.textContent.trim()}: ${box.width} x ${box.height}`))
"""
FOCUSED = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect()
    return {
        href: element.getAttribute("href"), outline: style.outlineStyle, width: parseFloat(style.outlineWidth),
        colour: style.outlineColor, left: box.left, top: box.top,
    }
}"""


def test_targets_are_large_enough(chromium: Browser, addresses: Addresses, preview: Build) -> None:
    found = {}
    with visiting(chromium, addresses[preview]) as visit:
        for kind, page in representatives(preview.pages).items():
            visit.page.goto(f"{visit.origin}/{page.address}")
            for width in (320, 1280):
                visit.page.set_viewport_size({"width": width, "height": HEIGHT})
                found[kind, width] = visit.page.evaluate(HEIGHTS, LEAST)
    assert {kind: small for kind, small in found.items() if small} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_shows_where_it_is(chromium: Browser, addresses: Addresses, preview: Build, scheme: Any) -> None:
    with visiting(chromium, addresses[preview], color_scheme=scheme) as visit:
        visit.go("")
        ground = visit.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        for number in range(5):
            visit.page.keyboard.press("Tab")
            focused = visit.page.evaluate(FOCUSED)
            assert focused["outline"] == "solid", focused
            assert focused["width"] >= 3
            assert focused["colour"] != ground
            assert focused["left"] >= 0, focused
            assert focused["top"] >= 0, focused
            assert number or focused["href"] == "#main", "the first stop is the skip link"


def test_the_skip_link_leads_to_the_text(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("everything/")
        visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.tagName") == "MAIN"
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_headings_and_landmarks(preview: Build) -> None:
    for page in preview.pages.values():
        levels = [int(heading.name[1]) for heading in page.soup.select("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, page.path
        assert levels[0] == 1, page.path
        if page_type(page) not in {"article", "page", "draft", "hidden article", "hidden page"}:
            assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), page.path
        page.one("main#main")
        page.one("body > header")
        page.one("body > footer")
        named = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.soup.select("nav")]
        assert all(named), page.path
        assert len(set(map(str, named))) == len(named), f"{page.path}: {named}"


def test_the_menu_marks_where_one_is(preview: Build) -> None:
    for page in preview.pages.values():
        current = page.soup.select(".masthead [aria-current]")
        assert len(current) <= 1, page.path
    assert preview.pages["index.html"].soup.select_one('.masthead [aria-current="page"]')
