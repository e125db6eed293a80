"""Removes what builds, tests and checks left behind; never anything that a person wrote."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from .output import cleared

if TYPE_CHECKING:
    from pathlib import Path

CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis")
WITH_BYTECODE = ("plugins", "tests", "theme")


def clean(root: Path) -> tuple[str, ...]:
    """Clean the project in `root`; return what stays in output/ because no build of ours put it there.

    The lists of files in output folders elsewhere are kept, since without them a later build could not tell its files from others.
    """
    output, cache = root / "output", root / ".cache"
    kept = cleared(output, cache) if cache.is_dir() or output.is_dir() else ()
    for path in (*cache.glob("*"), *(root / name for name in CACHES), *_bytecode(root)):
        if path.is_dir() and not path.match(".cache/output-*"):
            shutil.rmtree(path)
        elif path.is_file():
            path.unlink()
    if cache.is_dir() and not any(cache.iterdir()):
        cache.rmdir()
    return kept


def _bytecode(root: Path) -> list[Path]:
    return [root / "__pycache__", *(path for name in WITH_BYTECODE for path in (root / name).rglob("__pycache__"))]
