"""Pelican reads lists as it does where the plugin is on."""

from __future__ import annotations

import pytest
from pelican.readers import DUPLICATES_DEFINITIONS_ALLOWED


@pytest.fixture(autouse=True)
def lists_of_several_lines(pelican_as_new: None) -> None:
    """What the plugin does when it starts; the fixture that it follows puts it back."""
    DUPLICATES_DEFINITIONS_ALLOWED.update(tags=True, authors=True)
