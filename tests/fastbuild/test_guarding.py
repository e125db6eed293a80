"""Output folders that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastbuild.guarding import refusal


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for name in ("content/articles", "theme", "plugins", "output", "elsewhere/content"):
        (root / name).mkdir(parents=True)
    return root


@pytest.mark.parametrize(
    "output",
    [".", "..", "content", "theme", "plugins", "content/articles", "theme/new", "content/../theme", "output/..", "/", "~", "elsewhere"],
)
def test_refused(root: Path, output: str) -> None:
    assert refusal((root / output).expanduser() if output != "~" else Path.home(), root=root, sources=(root / "elsewhere/content",))


@pytest.mark.parametrize("output", ["output", "new", "content2", "content/../output", "../site", "output/deep/er"])
def test_allowed(root: Path, output: str) -> None:
    assert refusal(root / output, root=root, sources=(root / "elsewhere/content",)) is None


def test_a_link_is_seen_through(root: Path) -> None:
    (root / "link").symlink_to(root / "content", target_is_directory=True)
    assert "lie" in str(refusal(root / "link", root=root, sources=()))


def test_a_file_is_refused_with_a_way_out(root: Path) -> None:
    (root / "file").write_text("")
    assert "--output" in str(refusal(root / "file", root=root, sources=()))
