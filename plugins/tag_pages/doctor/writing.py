"""Changing several files so that all of them are changed, or none."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .model import FileChange, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def carry_out(changes: Sequence[FileChange]) -> None:
    """Write everything beside its place first, then move it there, and remove what is to go last.

    RefusedError if a file is not what it was, or a step fails; by then all is as it was before, and it names what could not be put back.
    """
    made = _make_folders(changes)
    prepared: dict[Path, Path] = {}
    try:
        for change in changes:
            _refuse_if_unfit(change)
            if change.after is not None:
                prepared[change.file] = _written_beside(change)
        for change in changes:
            _refuse_if_changed(change)
        _replace(changes, prepared)
    except BaseException as error:
        _tidy(prepared.values(), made)
        if isinstance(error, OSError):
            raise RefusedError(f"{error.filename or changes[0].path}: {error.strerror or error}. {_LEFT}") from error
        raise


_LEFT = "Nothing has been changed. Allow writing the file and its folder, then try again."


def _replace(changes: Sequence[FileChange], prepared: dict[Path, Path]) -> None:
    """What is to be removed is put aside under a hidden name first, so that it comes back as it was, links and permissions too."""
    done: list[FileChange] = []
    aside: dict[Path, Path] = {}
    change = changes[0]
    try:
        for change in sorted(changes, key=lambda change: change.after is None):
            done.append(change)  # before the step, for whatever stops it: putting back what is as it was does no harm
            if change.after is None:
                aside[change.file] = change.file.replace(change.file.with_name(f".{change.file.name}.old"))
            else:
                prepared[change.file].replace(change.file)
    except BaseException as error:
        lost = [each.path for each in reversed(done) if not _is_put_back(each, aside)]
        if lost:
            raise RefusedError(
                f"{change.path}: {error}. These could not be put back: {', '.join(lost)}. Their old lines are above."
            ) from error
        if isinstance(error, OSError):
            raise RefusedError(f"{change.path}: {error.strerror or error}. {_LEFT}") from error
        raise
    for path in aside.values():
        with suppress(OSError):
            path.unlink()


def _is_put_back(change: FileChange, aside: dict[Path, Path]) -> bool:
    try:
        if change.file in aside:
            aside[change.file].replace(change.file)
        elif _content(change.file) == change.before:
            pass
        elif change.before is None:
            change.file.unlink()
        else:
            _written_beside(change, change.before).replace(change.file)
    except OSError:
        return False
    return True


def _refuse_if_unfit(change: FileChange) -> None:
    """A new file could take the place of one that is read-only, but that is not what its owner meant."""
    if change.before is None or change.file.is_symlink():
        return
    if not (change.file.stat().st_mode & 0o222 and os.access(change.file, os.W_OK)):
        raise PermissionError(errno.EACCES, "the file is read-only", change.path)


def _refuse_if_changed(change: FileChange) -> None:
    if _content(change.file) != change.before:
        raise RefusedError(f"{change.path}: the file was changed just now. Nothing has been changed. Save it, then try again.")


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _written_beside(change: FileChange, content: bytes | None = None) -> Path:
    """A file of another name in the same folder, on the disk before it gets its own: a machine that stops must not leave an empty one."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=change.file.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content if content is not None else change.after or b"")
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(_mode(change))
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    return fresh


def _mode(change: FileChange) -> int:
    """The permissions of the file; a new one is as readable as its folder."""
    if change.file.exists():
        return stat.S_IMODE(change.file.stat().st_mode)
    return stat.S_IMODE(change.file.parent.stat().st_mode) & 0o666


def _make_folders(changes: Iterable[FileChange]) -> list[Path]:
    folders = dict.fromkeys(change.file.parent for change in changes if change.after is not None and not change.file.parent.exists())
    for folder in folders:
        folder.mkdir(parents=True)
    return list(folders)


def _tidy(prepared: Iterable[Path], made: Iterable[Path]) -> None:
    for path in prepared:
        with suppress(OSError):
            path.unlink()
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
