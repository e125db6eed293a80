"""Looks at what is in an output folder: which files are as the last build left them, and what is not ours.

A file that looks as it did (size, times, inode) is the same. One that does not is compared by its digest, so that a tree restored by
`git` or `tar` counts as it should; so is one that changed within the last tick of the clock before it was looked at, since it may have
changed again within that tick. A folder whose ctime is the same has nothing new in it and is not listed again.
"""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .files import Seen, digest, seen_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .manifest import Manifest

TICK = 20_000_000  # nanoseconds; Linux stamps files with a clock that stands still for up to 10 ms
_LISTS_ALWAYS = os.name == "nt"  # there, a folder's ctime is the time of its creation


@dataclass(frozen=True, slots=True)
class Survey:
    """What is in an output folder besides our files."""

    foreign: tuple[str, ...]
    """Sorted; a folder with nothing of ours is named once, with a slash at its end."""
    folders: dict[str, int]
    """As in a manifest, those that are there. (The output folder itself is listed every time: a swap changes its ctime.)"""
    gone: frozenset[str]
    """Our folders that are no folders any more: missing, or links, which nothing of ours is reached through."""
    is_one_disk: bool
    listed: dict[str, frozenset[str]]
    """The names in those folders that had to be listed."""

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """Which of `names`, that were there when the folders' ctimes were taken, are there no longer."""
        return tuple(name for name in names if self._lacks(name, name.rpartition("/")[0]))

    def _lacks(self, name: str, folder: str) -> bool:
        return folder in self.gone or (folder in self.listed and name not in self.listed[folder])


def survey(root: Path, manifest: Manifest) -> Survey:
    """Look through the folders of `manifest` for strangers."""
    look = _Look(str(root), manifest)
    settled = 0 if _LISTS_ALWAYS else manifest.seen_at - TICK
    for folder, was in manifest.folders.items():
        status = look.status_of(folder)
        if status is None:
            look.gone.add(folder)
        elif 0 < was == status.st_ctime_ns and was < settled:
            look.folders[folder] = was
        else:
            look.into(folder, status)
    return Survey(tuple(sorted(look.foreign)), look.folders, frozenset(look.gone), len(look.disks) <= 1, look.listed)


class _Look:
    """What has been found so far."""

    def __init__(self, root: str, manifest: Manifest) -> None:
        self.root, self.manifest = root, manifest
        self.foreign: list[str] = []
        self.folders: dict[str, int] = {}
        self.gone: set[str] = set()
        self.disks: set[int] = set()
        self.listed: dict[str, frozenset[str]] = {}

    def status_of(self, folder: str) -> os.stat_result | None:
        """None if `folder` cannot be reached, or is none; those above it come first in a manifest."""
        if self.gone and folder.rpartition("/")[0] in self.gone:
            return None
        try:
            status = os.lstat(f"{self.root}/{folder}" if folder else self.root)
        except OSError:
            return None
        self.disks.add(status.st_dev)
        return status if stat.S_ISDIR(status.st_mode) else None

    def into(self, folder: str, status: os.stat_result) -> None:
        """List a folder that may have changed."""
        prefix = f"{folder}/" if folder else ""
        with os.scandir(f"{self.root}/{folder}") as entries:
            found = {f"{prefix}{entry.name}": entry.is_dir(follow_symlinks=False) for entry in entries}
        self.listed[folder] = frozenset(found)
        strangers = [name + "/" * is_folder for name, is_folder in found.items() if not self._is_ours(name, is_folder=is_folder)]
        self.foreign.extend(strangers)
        self.folders[folder] = status.st_ctime_ns if folder and not strangers else 0

    def _is_ours(self, name: str, *, is_folder: bool) -> bool:
        return name in (self.manifest.folders if is_folder else self.manifest.digests)


def checked(root: Path, manifest: Manifest, gone: frozenset[str]) -> tuple[dict[str, str], Manifest]:
    """The names (with digests) that are in the output folder as the manifest says, and the manifest with what was seen of them now."""
    started = time.time_ns()
    as_before, others = _unchanged(f"{root}/", manifest, gone)
    renewed = {name: now for name, now in others.items() if _holds(root, name, now, manifest)}
    if not renewed:
        return (manifest.digests if len(as_before) == len(manifest.digests) else as_before), manifest
    current = {name: known for name, known in manifest.digests.items() if name in as_before or name in renewed}
    return current, replace(manifest, seen=manifest.seen | renewed, seen_at=started)


def _unchanged(prefix: str, manifest: Manifest, gone: frozenset[str]) -> tuple[dict[str, str], dict[str, Seen]]:
    """What looks as it did, and what else is there; one call of the system for each name, and little else."""
    lstat, digests, settled = os.lstat, manifest.digests, manifest.seen_at - TICK
    as_before, others = {}, {}
    for name, was in manifest.seen.items():
        if gone and name.rpartition("/")[0] in gone:
            continue
        try:
            now = seen_in(lstat(prefix + name))
        except OSError:
            continue
        if now == was and now[3] < settled:
            as_before[name] = digests[name]
        else:
            others[name] = now
    return as_before, others


def _holds(root: Path, name: str, now: Seen, manifest: Manifest) -> bool:
    """True if a file that looks different still holds what we wrote."""
    try:
        return now[0] == manifest.seen[name][0] and digest(root / name) == manifest.digests[name]
    except OSError:
        return False
