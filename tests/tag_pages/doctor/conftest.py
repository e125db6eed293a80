from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tag_pages.doctor.sites import Site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Site:
    return Site(tmp_path, capsys)
