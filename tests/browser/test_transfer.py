"""What Chromium really fetches for an English article, with an empty cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

import brotli

from .visits import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

    from tests.whole_site.builds import Build
    from tests.whole_site.fixtures import Addresses

FONT_BYTES = 90_000
FIRST_VIEW_BYTES = 110_000
ENGLISH = "everything/"
"""The sample's article with roman, italic, bold and code, in signs of Latin 1."""


def transferred(response: Response) -> int:
    """Bytes on the wire: text compressed, fonts as they are."""
    body = response.body()
    return len(body) if response.url.endswith((".woff2", ".png", ".ico")) else len(brotli.compress(body, quality=11))


def fetched(chromium: Browser, origin: str, address: str) -> dict[str, int]:
    """Address → bytes of everything but images, for one visit."""
    with visiting(chromium, origin) as visit:
        visit.go(address)
        visit.page.evaluate("document.fonts.ready")
        return {answer.url: transferred(answer) for answer in visit.responses if answer.request.resource_type != "image"}


def test_an_english_article_is_light(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    sizes = fetched(chromium, addresses[sample], ENGLISH)
    fonts = {url: size for url, size in sizes.items() if url.endswith(".woff2")}
    assert fonts
    assert not [url for url in fonts if "latin-ext" in url]
    assert sum(fonts.values()) <= FONT_BYTES
    assert sum(sizes.values()) <= FIRST_VIEW_BYTES


def test_what_is_preloaded_is_used(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    preloaded = [str(link["href"]) for link in sample.pages[f"{ENGLISH}index.html"].soup.select('link[rel="preload"]')]
    assert preloaded
    with visiting(chromium, addresses[sample]) as visit:
        visit.go(ENGLISH)
        visit.page.wait_for_timeout(100)
        loaded = visit.page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)")
        requests = [answer.url for answer in visit.responses]
    assert any("Literata" in family for family in loaded)
    assert all(sum(url.endswith(path) for url in requests) == 1 for path in preloaded), "a preload that does not match is fetched twice"


def test_other_scripts_of_latin_get_their_own_file(chromium: Browser, addresses: Addresses, builds: dict[str, Build]) -> None:
    pages = builds["sample"].pages
    czech = next(page for page in pages.values() if "Žluťoučký" in page.text and page.path.endswith("czech/index.html"))
    assert [url for url in fetched(chromium, addresses[builds["sample"]], czech.address) if "latin-ext" in url]
