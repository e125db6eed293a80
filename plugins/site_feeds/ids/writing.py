"""Replacing an author's file in one step, so that nobody ever finds half of it."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """The file is no longer what it was when it was read."""


def replace_file(file: Path, before: bytes, after: bytes) -> None:
    """Put `after` in place of `before`, the content of `file`; its permissions stay.

    OSError if that cannot be, ChangedMeanwhileError if it holds something else by now; the file is then as it was.
    """
    mode = stat.S_IMODE(file.stat().st_mode)
    if not (mode & 0o222 and os.access(file, os.W_OK)):  # a new file could take its place all the same, but that is not what was meant
        raise PermissionError(errno.EACCES, "the file is read-only", str(file))
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=file.parent)
    fresh = Path(name)
    try:
        _fill(handle, after)
        fresh.chmod(mode)
        _refuse_if_changed(file, before)
        fresh.replace(file)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise


def _refuse_if_changed(file: Path, before: bytes) -> None:
    if file.read_bytes() != before:
        raise ChangedMeanwhileError(str(file))


def _fill(handle: int, content: bytes) -> None:
    """The content is on the disk before the file gets its name: a machine that stops now must not leave an empty one."""
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
