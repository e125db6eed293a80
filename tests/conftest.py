"""Fixtures for every test: a small Pelican site in a temporary folder, and Pelican's global state put back afterwards."""

from __future__ import annotations

import copy
import locale
import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from bs4 import BeautifulSoup
from pelican import Pelican, log, readers, settings, signals
from pelican.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# Properties are tried on other values at each run at home; in CI on the same ones, so that a run says something of the change alone.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("home", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "home")

ROOT = Path(__file__).resolve().parent.parent

# The least that keeps Pelican's own noise and outputs out of a test; a test that wants a feed or a page asks for it.
QUIET_SETTINGS: dict[str, Any] = {
    "TIMEZONE": "Europe/London",
    "DEFAULT_LANG": "en",
    "LOCALE": ["C"],
    "SITENAME": "A small site",
    "SITEURL": "",
    "PLUGIN_PATHS": [str(ROOT / "plugins")],
    "PLUGINS": [],
    "ARTICLE_PATHS": ["articles"],
    "PAGE_PATHS": ["pages"],
    "STATIC_PATHS": ["images"],
    "CACHE_CONTENT": False,
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
}


@dataclass(frozen=True)
class Problem:
    """A warning or an error that a build logged; `path` and `line` are what a plugin gave with `extra`."""

    level: str
    message: str
    path: str | None
    line: int | None
    rule: str | None


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    folder: Path
    problems: tuple[Problem, ...]
    pelican: Pelican

    def files(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path: str) -> BeautifulSoup:
        return BeautifulSoup(self.read(path), "html5lib")

    def messages(self) -> list[str]:
        return [problem.message for problem in self.problems]


class ProblemCollector(logging.Handler):
    """Keeps every record from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        given = record.__dict__
        path = given.get("source_path")
        self.problems.append(
            Problem(
                record.levelname,
                record.getMessage(),
                str(path) if path is not None else None,
                given.get("line"),
                given.get("rule"),
            )
        )


@dataclass
class Site:
    """A Pelican site that a test writes file by file and builds with stock Pelican."""

    folder: Path
    settings: dict[str, Any] = field(default_factory=dict)

    def write(self, path: str, text: str) -> Path:
        """Write `text` to `path` below the content folder; leading blank lines are dropped."""
        target = self.folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.lstrip("\n"), encoding="utf-8")
        return target

    def build(self, **overrides: Any) -> Built:
        """Run stock Pelican once; problems are collected, nothing is raised for them."""
        content, output = self.folder / "content", self.folder / "output"
        content.mkdir(exist_ok=True)
        chosen = QUIET_SETTINGS | {"PATH": str(content), "OUTPUT_PATH": str(output)} | self.settings | overrides
        collector = ProblemCollector()
        logging.getLogger().addHandler(collector)
        try:
            pelican = Pelican(read_settings(override=copy.deepcopy(chosen)))
            pelican.run()
        finally:
            logging.getLogger().removeHandler(collector)
        return Built(output, tuple(collector.problems), pelican)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


PELICAN_SIGNALS = [value for value in vars(signals).values() if hasattr(value, "receivers")]


@pytest.fixture(autouse=True)
def pelican_as_new() -> Iterator[None]:
    """Put back what Pelican keeps in modules and classes, so that no test sees another's plugins, warnings or locale."""
    receivers = [
        (signal, dict(signal.receivers), copy.deepcopy(signal._by_sender), copy.deepcopy(signal._by_receiver)) for signal in PELICAN_SIGNALS
    ]
    defaults, processors = copy.deepcopy(settings.DEFAULT_CONFIG), dict(readers.METADATA_PROCESSORS)
    duplicates = dict(readers.DUPLICATES_DEFINITIONS_ALLOWED)
    old_locale, dedup = locale.setlocale(locale.LC_ALL), log.LimitFilter.LOGS_DEDUP_MIN_LEVEL
    log.LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.DEBUG
    yield
    for signal, *kept in receivers:
        for name, value in zip(("receivers", "_by_sender", "_by_receiver"), kept, strict=True):
            getattr(signal, name).clear()
            getattr(signal, name).update(value)
    settings.DEFAULT_CONFIG.clear()
    settings.DEFAULT_CONFIG.update(defaults)
    readers.METADATA_PROCESSORS.clear()
    readers.METADATA_PROCESSORS.update(processors)
    readers.DUPLICATES_DEFINITIONS_ALLOWED.update(duplicates)
    locale.setlocale(locale.LC_ALL, old_locale)
    log.LimitFilter.LOGS_DEDUP_MIN_LEVEL = dedup
    for seen in (log.LimitFilter._ignore, log.LimitFilter._raised_messages, log.LimitFilter._group_count):
        seen.clear()
