"""No page scrolls sideways: not on the smallest phone, not with text twice as large or widely spaced (WCAG 1.4.4, 1.4.10, 1.4.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.whole_site.pages import representatives

from .visits import HEIGHT, Visit, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.whole_site.builds import Build, Builds
    from tests.whole_site.fixtures import Addresses

TWICE_THE_TEXT = "html { font-size: 200% }"
WIDE_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""

SETTINGS = {
    "320 px": (320, ""),
    "twice the text at 320 px": (320, TWICE_THE_TEXT),
    "twice the text at 640 px": (640, TWICE_THE_TEXT),
    "twice the text at 1280 px": (1280, TWICE_THE_TEXT),
    "wide spacing at 320 px": (320, WIDE_SPACING),
}

SIDEWAYS = """() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll("body *")]
        .filter(element => element.getBoundingClientRect().right > width + 1 || element.getBoundingClientRect().left < -1)
        .map(element => `${element.tagName.toLowerCase()}.${element.className}: ${Math.round(element.getBoundingClientRect().right)} px`)
        .concat(`the page is ${document.documentElement.scrollWidth} px wide`).slice(-6)
}"""
CLIPPED = """() => [...document.querySelectorAll("body *")]
    .filter(element => element.clientHeight && getComputedStyle(element).overflowY === "hidden")
    .filter(element => element.scrollHeight > element.clientHeight + 1)
    .map(element => element.outerHTML.slice(0, 100))
"""
ADD_STYLE = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }"


def test_no_page_scrolls_sideways_from_right_to_left(chromium: Browser, addresses: Addresses, builds: Builds) -> None:
    build = builds["sample-from-right-to-left"]
    found = {}
    with visiting(chromium, addresses[build], width=320) as visit:
        for built in representatives(build.pages).values():
            visit.page.goto(f"{visit.origin}/{built.address}")
            found[built.address] = visit.page.evaluate(SIDEWAYS)
        visit.go("everything/")
        boxes = "element => element.getBoundingClientRect().right"
        name, menu = (visit.page.eval_on_selector(selector, boxes) for selector in (".masthead-name", ".masthead-menu li:last-child"))
    assert {address: lines for address, lines in found.items() if lines} == {}
    assert name >= menu, "the name stands at the right"


def test_no_page_scrolls_sideways(chromium: Browser, addresses: Addresses, preview: Build) -> None:
    """Every page on the smallest phone; one of each type with larger and wider text as well."""
    found = {}
    chosen = {page.path for page in representatives(preview.pages).values()}
    with visiting(chromium, addresses[preview]) as visit:
        for built in preview.pages.values():
            visit.page.goto(f"{visit.origin}/{built.address}")
            for name in SETTINGS if built.path in chosen else ("320 px",):
                found[built.path, name] = overflow(visit, *SETTINGS[name])
    assert {place: lines for place, lines in found.items() if lines} == {}


def overflow(visit: Visit, width: int, css: str) -> list[str]:
    """What sticks out of the page, or is cut off in it, at a width and with a style sheet on top."""
    visit.page.set_viewport_size({"width": width, "height": HEIGHT})
    visit.page.evaluate(ADD_STYLE, css)
    lines: list[str] = visit.page.evaluate(SIDEWAYS) + visit.page.evaluate(CLIPPED)
    return lines


@pytest.mark.parametrize(
    ("css", "complaint"), [("main { min-inline-size: 400px }", "wide"), ("h1 { block-size: 1px; overflow: hidden }", "<h1")]
)
def test_what_sticks_out_or_is_cut_off_is_noticed(chromium: Browser, addresses: Addresses, sample: Build, css: str, complaint: str) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("everything/")
        assert complaint in " ".join(overflow(visit, 320, css))
