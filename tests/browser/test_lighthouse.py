"""Lighthouse gives home and an article 100 of 100 for accessibility, best practices and search engines."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.whole_site.builds import Build, copy_project, run_pelican
from tests.whole_site.fixtures import chromium_options
from tests.whole_site.pages import page_type
from tests.whole_site.sample_site import write_sample
from tests.whole_site.server import POLICY, served
from tests.whole_site.variants import Variant, write_yours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CATEGORIES = ("accessibility", "best-practices", "seo")
INSTRUMENT = "connect-src 'self'"
"""Lighthouse fetches robots.txt from inside the page and so under its policy, which forbids it (GoogleChrome/lighthouse, issue 4386)."""

WRITERS = {"sample": write_sample, "yours": write_yours}

pytestmark = pytest.mark.long


@pytest.fixture(scope="module", params=sorted(WRITERS))
def public(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Build, str]]:
    """A published site at the address that its own pages call canonical, and that address."""
    project: Path = tmp_path_factory.mktemp("lighthouse") / "site"
    copy_project(project)
    (project / "out").mkdir()
    with served(project / "out", policy=f"{POLICY}; {INSTRUMENT}") as address:
        settings = tuple(f'{name}="{address}"' for name in ("SITEURL", "SITE_PUBLIC_URL"))
        variant = Variant(WRITERS[request.param], publish=True, overrides=settings)
        variant.write(project)
        build = Build(request.param, project, run_pelican(project, variant))
        admit_instrument(build)
        yield build, address


def admit_instrument(build: Build) -> None:
    """Add INSTRUMENT to the policy in every page."""
    for path in build.output.rglob("*.html"):
        text, changes = re.subn(
            r'(http-equiv="Content-Security-Policy" content="[^"]*)', rf"\1; {INSTRUMENT}", path.read_text(encoding="utf-8")
        )
        assert changes == 1, path
        path.write_text(text, encoding="utf-8")


def report(command: list[str], url: str, chromium_path: str) -> dict[str, Any]:
    flags = " ".join(["--headless=new", *chromium_options()])
    options = ["--quiet", "--output=json", "--output-path=stdout", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
    done = subprocess.run(
        [*command, url, *options],
        env=os.environ | {"CHROME_PATH": chromium_path},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def shortcomings(found: dict[str, Any]) -> list[str]:
    """What keeps a category below 100."""
    counted = {audit["id"] for category in found["categories"].values() for audit in category["auditRefs"] if audit["weight"]}
    audits = {name: audit for name, audit in found["audits"].items() if name in counted}
    failed = [f"{name}: {audit['title']}" for name, audit in audits.items() if audit["score"] is not None and audit["score"] < 1]
    return failed + [f"{name}: {category['score']}" for name, category in found["categories"].items() if category["score"] != 1]


@pytest.mark.parametrize("kind", ["home", "article"])
def test_full_marks(public: tuple[Build, str], lighthouse: list[str], chromium_path: str, kind: str) -> None:
    build, address = public
    pages = [page for page in build.pages.values() if page_type(page) == kind]
    for page in sorted(pages, key=lambda page: -len(page.text))[:1]:
        found = report(lighthouse, f"{address}/{page.address}", chromium_path)
        assert set(found["categories"]) == set(CATEGORIES)
        assert shortcomings(found) == []
