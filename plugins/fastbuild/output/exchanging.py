"""Puts one folder in the place of another: in one step where the system can, else in two renames that the next build can take back."""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import sys
from typing import TYPE_CHECKING, Any

from .moments import reached

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100  # relative to the current folder; linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "armv7l": 382, "ppc64le": 357, "s390x": 347}  # for a libc without it
_NONE_HERE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def exchange(one: Path, other: Path) -> None:
    """Each takes the other's name, in one step. Raises OSError; its number is one of `_NONE_HERE` where there is no such step."""
    import ctypes  # noqa: PLC0415  a build that changes nothing does without

    names = os.fsencode(one), os.fsencode(other)
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        failed = _call(libc, *names)
    except (AttributeError, KeyError):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(other)) from None
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))


def _call(libc: Any, one: bytes, other: bytes) -> bool:
    if sys.platform == "darwin":
        return bool(libc.renamex_np(one, other, _RENAME_SWAP))
    if sys.platform != "linux":
        raise AttributeError
    arguments = (_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(*arguments))
    return bool(libc.syscall(_RENAMEAT2[platform.machine()], *arguments))


def put_in_place(new: Path, output: Path, aside: Path) -> None:
    """`new` becomes `output`; what was there, if anything, is at `new` afterwards. On an error both are where they were."""
    if not os.path.lexists(output):
        new.rename(output)
        return
    try:
        exchange(new, output)
    except OSError as error:
        if error.errno not in _NONE_HERE:
            raise
        _in_two_steps(new, output, aside)


def _in_two_steps(new: Path, output: Path, aside: Path) -> None:
    """Between the two there is no output for some microseconds; `recovering` puts it back if the process ends just then."""
    output.rename(aside)
    reached("output moved aside")
    try:
        new.rename(output)
    except OSError:
        aside.rename(output)
        raise
    with contextlib.suppress(OSError):
        aside.rename(new)
