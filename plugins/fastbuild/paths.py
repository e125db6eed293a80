"""Paths as a person reads them."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """`path` as one would type it here: relative if it is below the current folder."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
