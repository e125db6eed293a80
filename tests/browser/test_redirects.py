"""A page at an old address, on a host without rules: a browser arrives at the new one, under the site's policy and without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .visits import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.whole_site.builds import Build
    from tests.whole_site.fixtures import Addresses


def test_a_page_at_an_old_address_leads_on(chromium: Browser, addresses: Addresses, sample: Build) -> None:
    old, new = next(
        line.split()[:2] for line in (sample.output / "_redirects").read_text(encoding="utf-8").splitlines() if ".php" not in line
    )
    with visiting(chromium, addresses[sample], java_script_enabled=False) as visit:
        visit.page.goto(f"{visit.origin}{old}", wait_until="commit")
        visit.page.wait_for_url(f"{visit.origin}{new}")
        assert visit.page.inner_text("h1").strip()
        assert [complaint for complaint in visit.complaints if "Policy" in complaint] == []
        assert [response.url for response in visit.responses if not response.url.startswith(visit.origin)] == []
