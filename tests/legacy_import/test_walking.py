"""All files below a folder, and nothing that lies elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legacy_import.walking import below

if TYPE_CHECKING:
    from pathlib import Path


def test_files_at_every_depth_and_none_behind_a_link(tmp_path: Path) -> None:
    for name in ("in/a.md", "in/b/c.md", "in/b/d/e.md", "out/f.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "in/link").symlink_to(tmp_path / "out", target_is_directory=True)
    assert {path.relative_to(tmp_path).as_posix() for path in below(tmp_path / "in")} == {"in/a.md", "in/b/c.md", "in/b/d/e.md"}
    assert list(below(tmp_path / "none")) == []
