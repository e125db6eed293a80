"""Whether anything that a build was made of has changed since, found out without reading a file or importing what builds.

A build that was without a problem leaves a record: every file and folder that it could have read, as they look from outside, and what of
the machine it depends on. If all of it is the same, so is the site. Files that were written while the build ran, or just before, leave no
record, since nobody could tell whether the build has seen them.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .sealed import load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAGIC = b"rapport inputs 1\n"
MARGIN = 20_000_000  # nanoseconds; a file system's clock may lag behind by a tick
SKIPPED = frozenset(
    ["__pycache__", ".git", ".venv", "node_modules", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"]
)
ENVIRONMENT = ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_TIME", "SOURCE_DATE_EPOCH", "TZ", "PYTHONPATH")
Look = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Inputs:
    """`roots` are folders, with everything below them, and files; `looks` how each of their files looks from outside."""

    asked: tuple[str, ...]
    """What the build was asked for: settings, content, output, options."""
    machine: tuple[str, ...]
    roots: tuple[str, ...]
    without: tuple[str, ...]
    """Folders below them that are not looked at, since builds write there."""
    looks: dict[str, Look]
    until: float | None = None
    """The moment at which something of the site becomes another by itself, in seconds since 1970: an article's date."""
    pages: int = 0
    """How many pages the site has."""

    def is_same(self, asked: tuple[str, ...]) -> bool:
        """Whether a build of what is `asked` for now would be made of the same."""
        if self.asked != asked or self.machine != machine() or (self.until is not None and time.time() >= self.until):
            return False
        return looks_of(self.roots, self.without) == self.looks


def machine() -> tuple[str, ...]:
    """Python, the libraries that are installed, and the environment's say in languages and times."""
    found = [sys.version, sys.platform, *(f"{name}={os.environ.get(name)}" for name in ENVIRONMENT)]
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):
            found += sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info", ".pth")))
    return tuple(found)


def looks_of(roots: Iterable[str], without: Iterable[str]) -> dict[str, Look]:
    """How each file looks, and each folder's name with nothing to look at; a root that is not there is none."""
    found: dict[str, Look] = {}
    skipped = frozenset(without)
    for root in roots:
        try:
            status = os.stat(root)
        except OSError:
            continue
        if os.path.isdir(root):
            _look_into(root, found, set(), skipped)
        else:
            found[root] = _look(status)
    return found


def _look_into(folder: str, found: dict[str, Look], above: set[tuple[int, int]], skipped: frozenset[str]) -> None:
    found[folder] = (0, 0, 0, 0)
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name in SKIPPED or entry.path in skipped or entry.name.endswith(".pyc") or _is_stage(entry.name):
            continue
        try:
            if entry.is_dir():
                status = entry.stat()
                place = (status.st_dev, status.st_ino)
                if place not in above:
                    _look_into(entry.path, found, above | {place}, skipped)
            else:
                found[entry.path] = _look(entry.stat())
        except OSError:  # a link that leads nowhere
            found[entry.path] = (-1, 0, 0, 0)


def _is_stage(name: str) -> bool:
    """Whether a build works there, this one or another."""
    return name.startswith(".") and ".stage-" in name


def _look(status: os.stat_result) -> Look:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def is_settled(looks: dict[str, Look], begun: int) -> bool:
    """Whether every file was as it is before the build began, at `begun` in nanoseconds since 1970."""
    return all(look[2] < begun - MARGIN and look[1] < begun - MARGIN for look in looks.values())


def folders_above(paths: Iterable[Path]) -> Iterator[str]:
    """`paths` without those that lie in another of them."""
    chosen: list[Path] = []
    for path in sorted({path.absolute() for path in paths}):
        if not any(path.is_relative_to(other) for other in chosen):
            chosen.append(path)
    yield from map(str, chosen)


def load(path: Path) -> Inputs | None:
    found = load_sealed(path, MAGIC)
    return found if isinstance(found, Inputs) else None


def save(inputs: Inputs, path: Path) -> None:
    save_sealed(inputs, path, MAGIC)
