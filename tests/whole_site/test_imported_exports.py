"""Exports as real blogs give them become sites without an error that their review does not name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.legacy_import.site import NewSite
from tests.legacy_import.test_exports import EXPORTS

from .test_imported import errors_of_check
from .variants import Variant

if TYPE_CHECKING:
    from pathlib import Path

    from .builds import Builds


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.name)
def test_an_export_becomes_a_site(export: Path, builds: Builds) -> None:
    def write(folder: Path) -> None:
        NewSite(folder).bring(export)

    build = builds.make(f"export-{export.stem}", Variant(write, publish=True))
    assert [problem for problem in build.problems if "ERROR" in problem] == []
    report = json.loads((build.project / "import-review/report.json").read_text(encoding="utf-8"))
    named = {(found["path"], found["rule"]) for found in report["findings"]}
    assert [error for error in errors_of_check(build.project) if (error["path"], error["rule"]) not in named] == []
