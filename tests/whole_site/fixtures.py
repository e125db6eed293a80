"""Fixtures of tests/whole_site and tests/browser; both conftest files register this module, which is loaded once."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, sync_playwright

from . import left_out
from .builds import Build, Builds
from .server import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLUGIN_NAME = "whole-site-fixtures"
CHROMIUM_OPTIONS = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def chromium_options() -> list[str]:
    """Chromium's sandbox does not start for root, as which containers run."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*CHROMIUM_OPTIONS, *(["--no-sandbox"] if is_root else [])]


def pytest_unconfigure(config: pytest.Config) -> None:
    """After pytest's own last line, so that nobody has to look for what was not tested."""
    reporter: pytest.TerminalReporter | None = config.pluginmanager.get_plugin("terminalreporter")
    if reporter:
        for line in left_out.summary():
            reporter.write_line(line, yellow=True)


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return Builds(tmp_path_factory.mktemp("builds"))


@pytest.fixture(params=["sample", "yours"])
def preview(request: pytest.FixtureRequest, builds: Builds) -> Build:
    """A preview of the tests' own site, and one of the site in this repository."""
    return builds[request.param]


@pytest.fixture(params=["sample-published", "yours-published"])
def published(request: pytest.FixtureRequest, builds: Builds) -> Build:
    return builds[request.param]


@pytest.fixture
def sample(builds: Builds) -> Build:
    return builds["sample"]


@dataclass
class Addresses:
    """Addresses at which builds are served, each served from when it is first asked for."""

    running: ExitStack
    known: dict[Path, str]

    def __getitem__(self, build: Build) -> str:
        if build.output not in self.known:
            self.known[build.output] = self.running.enter_context(served(build.output))
        return self.known[build.output]


@pytest.fixture(scope="session")
def addresses() -> Iterator[Addresses]:
    with ExitStack() as running:
        yield Addresses(running, {})


@pytest.fixture(scope="session")
def chromium_path() -> str:
    return left_out.find_chromium() or left_out.leave_out(left_out.CHROMIUM)


@pytest.fixture(scope="session")
def chromium(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=chromium_options())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def java_vnu() -> list[str]:
    """The command of the Nu HTML checker."""
    java = left_out.need_program("java", left_out.JAVA)
    return [java, "-Xss1m", "-jar", str(left_out.need_node_package("vnu-jar/build/dist/vnu.jar"))]


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, to be run in a page."""
    return left_out.need_node_package("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def lighthouse() -> list[str]:
    """The command of Lighthouse."""
    node = left_out.need_program("node", left_out.NODE)
    return [node, str(left_out.need_node_package("lighthouse/cli/index.js"))]
