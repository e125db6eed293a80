"""Builds that are only looked at."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from fastbuild.checking_build import NotBuiltError, built
from fastbuild.sources import Sources
from pelican.plugins import signals

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """\
SITENAME = "A small site"
SITEURL = "https://blog.example.com"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
PATH = "content"
THEME = "simple"
PLUGINS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
SITE_CHECK_OFF = ["cta-none"]
"""


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("Title: A\nDate: 2026-01-02 10:00\nCategory: Notes\n\nText.\n", encoding="utf-8")
    (tmp_path / "conf.py").write_text(SETTINGS, encoding="utf-8")
    return Sources(tmp_path / "conf.py")


def test_the_site_is_there_as_long_as_it_is_looked_at(sources: Sources, capfd: pytest.CaptureFixture[str]) -> None:
    with built(sources) as build:
        assert (build.output / "a.html").is_file()
        assert build.content == sources.settings.parent / "content"
        assert build.settings["SITE_CHECK_OFF"] == ["cta-none"]
        assert build.problems == ()
    assert not build.output.exists()
    assert not (sources.settings.parent / "output").exists()
    assert capfd.readouterr() == ("", "")


def test_what_plugins_report_is_kept_with_rule_and_fix(sources: Sources) -> None:
    def complain(_site: object) -> None:
        given = {"source_path": "a.md", "line": 3, "rule": "a-rule", "fix": "Mend it."}
        logging.getLogger("plugin").error("plugin: it is broken. Mend it.", extra=given)
        logging.getLogger("plugin").warning("and odd")

    with signals.finalized.connected_to(complain), built(sources) as build:
        first, second = build.problems
    assert (first.level, first.line, first.rule, first.fix) == ("ERROR", 3, "a-rule", "Mend it.")
    assert first.path == sources.settings.parent / "content" / "a.md"
    assert (second.level, second.rule, second.fix) == ("WARNING", None, "")


def test_settings_that_cannot_be_used_raise(sources: Sources) -> None:
    sources.settings.write_text("SITENAME = \n", encoding="utf-8")
    with pytest.raises(NotBuiltError) as caught:
        built(sources).__enter__()
    assert "conf.py:1" in caught.value.problems[0]


def test_a_build_that_ends_early_is_an_error(sources: Sources) -> None:
    def break_down(_site: object) -> None:
        logging.getLogger("plugin").warning("it is odd", extra={"fix": "Mend it."})
        raise RuntimeError("no more ink")

    with signals.get_writer.connected_to(break_down), built(sources) as build:
        _, problem = build.problems
    assert problem.is_error
    assert "RuntimeError: no more ink" in problem.message
    assert problem.fix == ""
