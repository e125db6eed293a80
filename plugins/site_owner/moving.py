"""Several renames as one step: all of them happen, or none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def all_or_nothing() -> Iterator[Callable[[Path, Path], None]]:
    """Gives a function that moves a file or folder to a place that is free, in the same file system; an existing file is never replaced.

    If the block ends with any exception, an interrupt from the keyboard included, everything moved goes back where it was.
    """
    done: list[tuple[Path, Path]] = []

    def move(source: Path, target: Path) -> None:
        if target.exists():
            raise FileExistsError(f"{target} exists already")
        source.rename(target)
        done.append((source, target))

    try:
        yield move
    except BaseException:
        for source, target in reversed(done):
            target.rename(source)
        raise
