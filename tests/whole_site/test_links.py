"""Every link leads somewhere, and every page can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from .links import SiteMap, addresses_in, css_addresses, strings_in
from .variants import BELOW_A_PATH, SMALL_VARIANTS

if TYPE_CHECKING:
    from .builds import Builds

EVERYWHERE = (
    "sample",
    "yours",
    "sample-published",
    "yours-published",
    "sample-below-a-path",
    "yours-below-a-path",
    *SMALL_VARIANTS,
)


@pytest.fixture(params=EVERYWHERE)
def site_map(request: pytest.FixtureRequest, builds: Builds) -> SiteMap:
    return SiteMap(builds[request.param])


def test_links_of_pages_resolve(site_map: SiteMap) -> None:
    assert site_map.dead_links() == []


def test_links_of_style_sheets_resolve(site_map: SiteMap) -> None:
    sheets = [path for path in site_map.build.files if path.endswith(".css")]
    assert sheets
    dead = [
        (sheet, address)
        for sheet in sheets
        for address in css_addresses(site_map.build.read(sheet))
        if site_map.problem_with(sheet, address)
    ]
    assert dead == []


def test_addresses_in_structured_data_resolve(site_map: SiteMap) -> None:
    dead = [
        (page.path, text)
        for page in site_map.build.pages.values()
        for text in strings_in(page.graph)
        if text.startswith(("http://", "https://")) and "#" not in text and site_map.problem_with("", text)
    ]
    assert dead == []


def test_no_page_is_an_orphan(site_map: SiteMap) -> None:
    exempt = {
        page.path
        for page in site_map.build.pages.values()
        if page.is_unlisted or page.path == "404.html" or page.path.startswith("drafts/")
    }
    assert set(site_map.build.pages) - exempt - site_map.reachable() == set()


@pytest.mark.parametrize("name", ["sample-below-a-path", "yours-below-a-path"])
def test_a_site_below_a_path_stays_there(builds: Builds, name: str) -> None:
    build = builds[name]
    page = build.pages["archive/index.html"]
    own = [
        address
        for address in (urljoin(BELOW_A_PATH, link) for link in addresses_in(page.soup))
        if "me.example" in address and not address.startswith("mailto:")
    ]
    assert own
    assert [address for address in own if not address.startswith(BELOW_A_PATH)] == []
    assert page.attribute('link[rel="canonical"]', "href") == f"{BELOW_A_PATH}archive/"
