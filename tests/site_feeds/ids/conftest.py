from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site_feeds.ids.blogs import Blog

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def blog(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Blog:
    return Blog(tmp_path, capsys)
