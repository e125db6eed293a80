"""The site in this repository, built for publishing by stock Pelican, has nothing that a check calls an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_check.checking import Subject, check
from site_owner.settings import read_site

from tests.whole_site.builds import Builds

if TYPE_CHECKING:
    from pathlib import Path


def test_the_site_in_this_repository_is_clean(tmp_path: Path) -> None:
    build = Builds(tmp_path)["yours-published"]
    settings = {"SITEURL": read_site(build.project / "site.toml").url}
    report = check(Subject(build.project, build.project / "content", build.output), (), settings)
    assert len(build.pages) > 1
    assert report.exit_code == 0, report.as_text()
