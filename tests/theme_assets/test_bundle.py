from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from theme_assets.bundle import minified, theme_bundle
from theme_assets.config import ThemeConfig

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "b.css").write_text(".b { color: red }\n")
    (tmp_path / "css" / "a.css").write_text("/* a note */ .a :where(dt) { color: blue }\n")
    return tmp_path


def config(theme: Path, *css: str, extra: tuple[Path, ...] = ()) -> ThemeConfig:
    return ThemeConfig(theme, "Small", (), css, extra, (theme / "static",), "theme")


def test_sources_come_in_the_order_of_the_list_and_by_name_within_a_pattern(theme: Path) -> None:
    assert theme_bundle(config(theme, "css/*.css")).css == ".a :where(dt){color:#00f}\n.b{color:red}\n"
    assert theme_bundle(config(theme, "css/b.css", "css/a.css")).css == ".b{color:red}\n.a :where(dt){color:#00f}\n"


def test_the_owners_style_sheet_comes_last(theme: Path) -> None:
    own = theme / "own.css"
    own.write_text(".b{color:green}")
    assert theme_bundle(config(theme, "css/b.css", extra=(own,))).css.endswith(".b{color:green}\n")


def test_the_name_changes_with_the_bytes_and_only_with_them(theme: Path) -> None:
    before = theme_bundle(config(theme, "css/*.css")).name
    (theme / "css" / "b.css").write_text(".b{color:red} /* said otherwise */\n")
    assert theme_bundle(config(theme, "css/*.css")).name == before
    (theme / "css" / "b.css").write_text(".b{color:pink}\n")
    assert theme_bundle(config(theme, "css/*.css")).name != before


def test_a_broken_style_sheet_is_named_with_its_line_and_the_rest_is_kept(theme: Path) -> None:
    (theme / "css" / "b.css").write_text(".b {\n  color: red\n}\n\n.c { color: rgb(; }}\n")
    made = theme_bundle(config(theme, "css/*.css"))
    assert [(problem.path.name, problem.line) for problem in made.problems] == [("b.css", 5)]
    assert made.css == ".a :where(dt){color:#00f}\n"


def test_what_does_not_exist_is_a_problem(theme: Path) -> None:
    made = theme_bundle(config(theme, "css/none*.css", extra=(theme / "gone.css",)))
    assert [problem.path.name for problem in made.problems] == ["theme.toml", "gone.css"]
    assert "none*" in made.problems[0].what


def test_modern_css_is_kept(tmp_path: Path) -> None:
    sheet = tmp_path / "modern.css"
    sheet.write_text("@layer a{:root{--x:light-dark(#fff,#000);inline-size:clamp(1rem, 1rem + 1vw, 2rem)}}")
    result = minified(sheet)
    assert isinstance(result, str)
    assert "light-dark(#fff,#000)" in result
    assert "1rem + 1vw" in result
