"""Files below a folder, one at a time: a list of those of ten years would be long."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def below(folder: Path) -> Iterator[Path]:
    """In no order; none if there is no such folder. Links are not followed into other folders."""
    if folder.is_dir():
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from below(Path(entry.path))
                elif entry.is_file():
                    yield Path(entry.path)
