"""House rules of the CSS sources: one layer a file, colours only as tokens, nothing that cannot be overridden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .variants import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CSS = ROOT / "theme" / "css"
SOURCES = sorted(CSS.rglob("*.css"))
COMPONENTS = sorted((CSS / "components").glob("*.css"))
PHYSICAL = re.compile(
    r"(?<![\w-])((margin|padding|border|inset)-(left|right|top|bottom)|(min-|max-)?(width|height)|left|right|top|bottom|text-align)\s*:\s*([^;}]*)"
)


def name(path: Path) -> str:
    return path.relative_to(CSS).as_posix()


def rules(path: Path) -> str:
    """A source without its comments, and without space around what separates its parts."""
    bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", bare).strip()


def selectors(path: Path) -> list[str]:
    """What stands before each opening brace, at-rules apart."""
    return [found for found in re.findall(r"[^{};]+(?=\{)", rules(path)) if not found.strip().startswith("@")]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_colours_stand_among_the_tokens_only(path: Path) -> None:
    if path.name != "tokens.css":
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch)a?\(", re.sub(r"url\([^)]*\)", "", rules(path))) == []


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_a_component_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_selector_is_too_strong(path: Path) -> None:
    assert [selector for selector in selectors(path) if re.search(r"#[\w-]", re.sub(r"\[[^]]*\]", "", selector))] == []
    assert "!important" not in rules(path)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_rule_stands_in_a_layer(path: Path) -> None:
    outside = re.sub(r"@font-face\{[^}]*\}|@layer[^;{]*;", "", rules(path)).strip()
    assert not outside or outside.startswith("@layer")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_directions_are_logical(path: Path) -> None:
    """So that a right-to-left language needs no style sheet of its own. An @page box has no logical margins, a query no logical width."""
    text = re.sub(r"@page\{[^}]*\}|@(media|container)[^{]*", "", rules(path))
    wrong = [
        found[0] for found in PHYSICAL.findall(text) if not (found[0] == "text-align" and found[-1].strip() in {"start", "end", "center"})
    ]
    assert wrong == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_tokens_define_custom_properties(path: Path) -> None:
    """A component may set --tone and --flow, which it and its children read."""
    if path.name != "tokens.css":
        assert set(re.findall(r"(?<=[{;])(--[a-z0-9-]+):", rules(path))) <= {"--tone", "--flow"}


def test_every_class_of_the_style_sheets_is_used() -> None:
    """In the theme's templates, by what Markdown and the plugins write, or by an author, whom the README tells of it."""
    used = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("theme/templates", "plugins")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".html", ".py"}
    )
    used += (ROOT / "README.md").read_text(encoding="utf-8")
    named = {found for path in SOURCES for selector in selectors(path) for found in re.findall(r"\.([a-zA-Z][\w-]*)", selector)}
    by_markdown = {"footnote", "footnote-ref", "footnote-backref", "highlight"}
    pygments = {found for found in named if len(found) <= 3}
    assert sorted(found for found in named - by_markdown - pygments if not re.search(rf"(?<![\w-]){re.escape(found)}(?![\w-])", used)) == []
