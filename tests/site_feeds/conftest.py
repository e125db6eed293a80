"""A stranger's site with one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .stock import stock, write

if TYPE_CHECKING:
    from tests.conftest import Site


@pytest.fixture
def one(site: Site) -> Site:
    write(stock(site), "one", "Category: Notes\nTags: Trust\n")
    return site
