"""Settings by name, kind and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fastbuild.diagnostics.settings import SettingsFile, placed, problems_of
from fastbuild.problems import Problem
from pelican.settings import DEFAULT_CONFIG

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    (tmp_path / "basis.py").write_text("# basis\nTIMEZONE = 'Nowhere'\nPLUGINS = [\n    'one',\n    'two',\n]\n", encoding="utf-8")
    (tmp_path / "conf.py").write_text(
        "from basis import *\nimport os\nPATH, SITENAME = 'content', 'A'\nSITEURL: str = ''\n", encoding="utf-8"
    )
    return SettingsFile(tmp_path / "conf.py")


@pytest.mark.parametrize(
    ("name", "word", "place"),
    [
        ("SITENAME", "", ("conf.py", 3)),
        ("PATH", "", ("conf.py", 3)),
        ("SITEURL", "", ("conf.py", 4)),
        ("TIMEZONE", "", ("basis.py", 2)),
        ("PLUGINS", "two", ("basis.py", 5)),
        ("PLUGINS", "three", ("basis.py", 3)),
        ("THEME", "", ("conf.py", None)),
    ],
)
def test_a_setting_has_a_place(file: SettingsFile, name: str, word: str, place: tuple[str, int | None]) -> None:
    path, line = file.place(name, word)
    assert (path.name, line) == place


def test_a_setting_that_another_file_sets_is_told_there(file: SettingsFile) -> None:
    (problem,) = problems_of({"TIMEZONE": "Nowhere"}, file)
    assert problem.path
    assert (problem.path.name, problem.line) == ("basis.py", 2)


def test_a_plugin_is_told_where_it_is_named(file: SettingsFile) -> None:
    problem = placed(Problem("ERROR", "there is no plugin 'two'.", rule="plugin-missing"), file)
    assert problem.path
    assert (problem.path.name, problem.line) == ("basis.py", 5)


def test_pelicans_own_settings_are_all_in_order(file: SettingsFile) -> None:
    assert problems_of(DEFAULT_CONFIG, file) == []


@pytest.mark.parametrize(
    "given",
    [
        {"DEFAULT_PAGINATION": 10},
        {"SUMMARY_MAX_LENGTH": None},
        {"FEED_ALL_ATOM": None, "TAG_SAVE_AS": ""},
        {"DRAFT_SAVE_AS": False},
        {"PLUGINS": ("a",), "STATIC_PATHS": ("images",)},
        {"ARTICLE_ORDER_BY": len},
        {"ARTICLE_TRANSLATION_ID": ["slug", "category"]},
        {"AUTHORS": {}, "LINKS": (), "SOCIAL": (), "MENUITEMS": ()},
        {"SITETITLE": "A", "SITESUBTITLE": "B", "SITELOGO": "C"},
        {"TAG_FEED_ATOM": "a", "TAG_FEED_ATOM_URL": "b", "FEED_DOMAIN": "c"},
        {"RELATIVE_URLS": 0},
        {"DIRECT_TEMPLATES": ["index", "drafts"], "DRAFTS_SAVE_AS": "drafts/index.html", "DRAFTS_URL": "drafts/"},
    ],
)
def test_what_may_be_so_is_let_be(file: SettingsFile, given: dict[str, Any]) -> None:
    assert problems_of(given, file) == []


@pytest.mark.parametrize(
    ("name", "value", "near"),
    [
        ("SITENAEM", "A", "SITENAME"),
        ("SITEURLS", "A", "SITEURL"),
        ("TIME_ZONE", "A", "TIMEZONE"),
        ("STATICPATHS", [], "STATIC_PATHS"),
        ("DEFAULT_PAGINATON", 5, "DEFAULT_PAGINATION"),
        ("TAG_SAVE_SA", "A", "TAG_SAVE_AS"),
    ],
)
def test_a_slip_of_the_finger_is_told_with_what_was_meant(file: SettingsFile, name: str, value: object, near: str) -> None:
    (problem,) = problems_of({name: value}, file)
    assert problem.fix.startswith(f"Did you mean {near}?")
    assert problems_of({name: value, "FASTBUILD_SETTINGS": [name]}, file) == []
