"""Pages obey the strict policy, ask nobody else for anything, and need no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.whole_site.pages import representatives

from .visits import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.whole_site.builds import Build
    from tests.whole_site.fixtures import Addresses


def test_no_page_violates_the_policy_or_asks_another_host(chromium: Browser, addresses: Addresses, preview: Build) -> None:
    found = {}
    with visiting(chromium, addresses[preview]) as visit:
        for page in preview.pages.values():
            visit.go(page.address)
            found[page.path] = visit.problems()
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_pages_show_their_text_with_scripts_off(chromium: Browser, addresses: Addresses, preview: Build) -> None:
    with visiting(chromium, addresses[preview], java_script_enabled=False) as visit:
        for page in representatives(preview.pages).values():
            visit.go(page.address)
            shown = " ".join(visit.page.inner_text("main").split())
            assert page.one("h1").get_text(" ", strip=True)[:40] in shown, page.path
            for paragraph in page.soup.select(".prose > p"):
                assert " ".join(paragraph.get_text().split())[:60] in shown, page.path


def test_an_unknown_address_gets_the_404_page(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        answer = visit.page.goto(f"{visit.origin}/a/deep/address/that/is/not/here")
        assert answer is not None
        assert answer.status == 404
        assert visit.page.inner_text("h1").strip() == sample.pages["404.html"].one("h1").get_text(strip=True)
        assert visit.page.evaluate("document.styleSheets.length") == 1, "its addresses work at any depth"


def test_violations_are_noticed(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    with visiting(chromium, addresses[sample]) as visit:
        visit.go("")
        visit.page.evaluate("document.body.setAttribute('style', 'color: red')")
        visit.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://outside.example/pixel.png'}))")
        visit.page.wait_for_timeout(100)
        assert any("style-src" in problem for problem in visit.problems())
        assert any("outside.example" in problem for problem in visit.problems())
