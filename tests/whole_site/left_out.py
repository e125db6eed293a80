"""Programs that some tests need and a machine may lack. They are left out aloud, and never where CI is set."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from .variants import ROOT

NODE_TOOLS = ROOT / "tests" / "browser" / "node_modules"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
CHROMIUM_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


@dataclass(frozen=True, slots=True)
class Tool:
    """A program, what is not tested without it, and how to get it."""

    name: str
    tests: str
    how: str


CHROMIUM = Tool(
    "Chromium",
    "accessibility, reflow, policy and print in a browser",
    "install Chromium or Google Chrome (Debian: apt install chromium)",
)
JAVA = Tool("Java", "the Nu HTML checker", "install a Java runtime, 11 or newer (Debian: apt install default-jre-headless)")
NODE = Tool("Node.js", "Lighthouse", "install Node.js, 18 or newer (Debian: apt install nodejs npm)")
NODE_PACKAGES = Tool(
    "Packages of tests/browser",
    "axe-core, Lighthouse and the Nu HTML checker",
    "run: npm ci --prefix tests/browser",
)

NGINX = Tool("nginx", "its configuration, with a real one", "install nginx (Debian: apt install nginx-light)")
APACHE = Tool("Apache", "its configuration, with a real one", "install Apache (Debian: apt install apache2)")

LEFT_OUT: list[Tool] = []
"""Tools that were asked for and missing, each once."""


def leave_out(tool: Tool) -> NoReturn:
    """Skip the test that asks for `tool`, and remember it for the last lines of the report. With CI set, fail."""
    if tool not in LEFT_OUT:
        LEFT_OUT.append(tool)
    if os.environ.get("CI"):
        pytest.fail(f"{tool.name} is missing: {tool.how}", pytrace=False)
    pytest.skip(f"{tool.name} is missing: {tool.how}")


def summary() -> list[str]:
    """The lines for the end of the report; none if nothing was left out."""
    return [f"Left out for want of {tool.name}: {tool.tests}. To run it: {tool.how}." for tool in LEFT_OUT]


def find_chromium() -> str | None:
    """The path of Chromium or a browser of its kind."""
    found = (shutil.which(name) for name in CHROMIUM_NAMES)
    return next((path for path in found if path), None) or next((path for path in CHROMIUM_PLACES if Path(path).is_file()), None)


def need_program(name: str, tool: Tool) -> str:
    """The path of a program on PATH; leaves the test out if there is none."""
    return shutil.which(name) or leave_out(tool)


def need_node_package(path: str) -> Path:
    """A file of tests/browser/node_modules; leaves the test out if it is not installed."""
    file = NODE_TOOLS / path
    return file if file.is_file() else leave_out(NODE_PACKAGES)
