"""Registers the fixtures that the tests over built sites share with tests/browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.whole_site import fixtures

if TYPE_CHECKING:
    import pytest


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.has_plugin(fixtures.PLUGIN_NAME):
        config.pluginmanager.register(fixtures, fixtures.PLUGIN_NAME)
