"""On paper: the text, and what leads back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .visits import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.whole_site.builds import Build
    from tests.whole_site.fixtures import Addresses

HIDDEN_ON_PAPER = (".skip", ".masthead-menu", ".chips", ".neighbours", ".related", ".footer-menu")

AFTER = "links => links.map(link => getComputedStyle(link, '::after').content)"
VISIBLE = "elements => elements.filter(element => element.checkVisibility()).length"


def test_paper_shows_the_text_and_no_navigation(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample], color_scheme="dark") as visit:
        visit.go("everything/")
        seen = [selector for selector in HIDDEN_ON_PAPER if visit.page.eval_on_selector_all(selector, VISIBLE)]
        assert set(seen) >= {".masthead-menu", ".chips", ".neighbours"}, "the page has them on a screen"
        visit.page.emulate_media(media="print")
        assert [selector for selector in HIDDEN_ON_PAPER if visit.page.eval_on_selector_all(selector, VISIBLE)] == []
        for selector in ("h1", ".prose", ".prose table", ".masthead-name"):
            assert visit.page.eval_on_selector_all(selector, VISIBLE), selector


def test_paper_is_dark_on_light_whatever_the_scheme(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample], color_scheme="dark") as visit:
        visit.go("everything/")
        visit.page.emulate_media(media="print", color_scheme="dark")
        ink = visit.page.eval_on_selector(".prose", "element => getComputedStyle(element).color.match(/\\d+/g).map(Number)")
        assert max(ink[:3]) < 80


def test_paper_says_where_outside_links_lead(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("everything/")
        visit.page.emulate_media(media="print")
        outside = visit.page.eval_on_selector_all('.prose a[href^="https://outside.example/page"]', AFTER)
        assert outside
        assert all("https://outside.example/page?a=1&b=2" in content for content in outside)
        inside = visit.page.eval_on_selector_all('.prose a[href^="/"]', AFTER)
        assert set(inside) == {"none"}


def test_on_paper_the_invitation_has_address_number_and_code_instead_of_a_button(
    chromium: Browser, addresses: Addresses, sample: Build
) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("everything/")
        for on_paper in (False, True):
            visit.page.emulate_media(media="print" if on_paper else "screen")
            assert visit.page.locator(".button").is_visible() is not on_paper
            assert visit.page.locator(".qr-printed").is_visible() is on_paper
            assert visit.page.locator(".invitation a[href^='mailto:'][translate=no]").inner_text().count("@") == 1
            assert visit.page.locator(".invitation a[href^='tel:']").is_visible()


def test_on_paper_a_channel_that_is_a_page_has_its_address_beside_it(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("everything/")
        visit.page.emulate_media(media="print")
        booking = visit.page.eval_on_selector_all('.invitation address a[href^="https://example.com/"]', AFTER)
        assert booking
        assert all("https://example.com/" in content for content in booking)


def test_it_prints(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("everything/")
        assert visit.page.pdf().startswith(b"%PDF")
