"""What is done with one file, or with one after another.

Nothing here writes into a file that exists: it may have a second name in another tree. Names of files are strings here: a Path for each of
thousands costs more than what is done with it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .names import folders_of, parents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Seen: TypeAlias = tuple[int, int, int, int]  # size, mtime_ns, inode, ctime_ns: enough to tell whether a file is still the one that was seen
NEVER_SEEN: Seen = (0, 0, 0, 0)

_DIGEST_BYTES = 16
_SIGNED = 2**63 - 1  # inodes of some file systems are larger, but what differs in the lower bits differs


def seen_in(status: os.stat_result) -> Seen:
    return status.st_size, status.st_mtime_ns, status.st_ino & _SIGNED, status.st_ctime_ns


def seen(path: str | Path) -> Seen:
    return seen_in(os.lstat(path))


def identity(path: str | Path) -> tuple[int, int] | None:
    """Device and inode of a folder, which it keeps when it is renamed; None if there is no folder (a link to one is none)."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return (status.st_dev & _SIGNED, status.st_ino & _SIGNED) if stat.S_ISDIR(status.st_mode) else None


def is_behind_link(root: Path, name: str) -> bool:
    """True if one of the folders that `name` lies in is a link: then it is somewhere else."""
    return any((root / folder).is_symlink() for folder in parents(name))


def new_hash() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=_DIGEST_BYTES)


def digest_of(content: bytes) -> str:
    """The digest by which staged and placed files are compared."""
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def digest(path: str | Path) -> str:
    """The digest of what a file holds, or of where a link leads; a pipe or device, which could block, has one that nothing else has."""
    mode = os.lstat(path).st_mode
    if stat.S_ISLNK(mode):
        return digest_of(b"link to " + os.fsencode(os.readlink(path)))
    if not stat.S_ISREG(mode):
        return f"no file: {mode}"
    with open(path, "rb", buffering=0) as file:
        return hashlib.file_digest(file, new_hash).hexdigest()


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies below a folder."""

    files: dict[str, Seen]
    empty: tuple[str, ...]
    """Folders without a file at any depth, innermost first."""


def listed(folder: Path) -> Listing:
    """Every file below `folder` in the order of names; links are files, and not followed."""
    found: dict[str, Seen] = {}
    folders: list[str] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{prefix}{entry.name}/")
                    folders.append(f"{prefix}{entry.name}")
                else:
                    found[f"{prefix}{entry.name}"] = seen(entry.path)
    full = folders_of(found)
    return Listing(dict(sorted(found.items())), tuple(sorted((name for name in folders if name not in full), reverse=True)))


def make_folders(root: str, folders: Iterable[str]) -> None:
    for folder in sorted(folders):
        with contextlib.suppress(FileExistsError):
            os.mkdir(f"{root}/{folder}")


def remove(root: str, names: Iterable[str]) -> None:
    """Remove files, and the folders that become empty by that, as far as they are still there."""
    gone = tuple(names)
    for name in gone:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(f"{root}/{name}")
    prune(root, gone)


def prune(root: str, names: Iterable[str]) -> None:
    """Remove the folders that `names` lay in, as far as they are empty."""
    for folder in sorted(folders_of(names), reverse=True):
        with contextlib.suppress(OSError):  # not empty, or gone, or a link
            os.rmdir(f"{root}/{folder}")


def link(source: str, target: str) -> None:
    """Give a file a second name; what was at that name is replaced."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)
    os.link(source, target, follow_symlinks=False)


def move(source: str, target: str) -> None:
    """Move a file within a tree that nobody looks at yet: ext4 writes a file to the disk at once if it is renamed over another."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)
    os.rename(source, target)


def put(source: str, target: str, by_way_of: str) -> None:
    """Move a file to `target` in one step; where it lies on another disk, its copy is made as `by_way_of`, near the target, and moved."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy(source, by_way_of)
        os.replace(by_way_of, target)


def copy(source: str, target: str) -> None:
    """Copy a file, or a link as a link, to a name that is free or ours."""
    import shutil  # noqa: PLC0415  a build that changes nothing does without

    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)
    shutil.copyfile(source, target, follow_symlinks=False)


def remove_tree(folder: Path) -> None:
    """Remove a folder of ours and all below it; what cannot be removed now is tried again at the next build."""
    with contextlib.suppress(OSError):
        folder.rmdir()
        return
    import shutil  # noqa: PLC0415  a build that changes nothing does without

    shutil.rmtree(folder, ignore_errors=True)
