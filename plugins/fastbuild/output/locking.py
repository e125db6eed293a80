"""One build at a time: a lock on a file of the cache folder, which the system releases when the process ends, however it ends.

The lock belongs to the process, not to what it forked: workers that outlive a killed build do not hold it.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import shlex
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCKED_BYTE = 2**30  # far behind the text, which others have to be able to read on Windows too
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock."""

    pid: int
    host: str
    since: str
    command: str

    def __str__(self) -> str:
        return f"{self.command!r}, process {self.pid} on {self.host}, since {self.since}"


_ours: dict[str, Holder] = {}  # the system would give a process its own lock again, and take it away when the file is closed after a look


class LockedError(Exception):
    """Another build is at work; `holder` is None if it has not said who it is."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        who = f" ({holder})" if holder else ""
        super().__init__(f"another build{who} is at work with {path.parent}. Wait until it has ended, or end it, then build again.")
        self.path, self.holder = path, holder


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock `path`, a file that is made if need be and stays; raises LockedError at once if somebody else does."""
    name = str(path.resolve())
    if name in _ours:
        raise LockedError(path, _ours[name])
    path.parent.mkdir(parents=True, exist_ok=True)
    file = _locked(path)
    _ours[name] = _this_process()
    try:
        _sign(file, _ours[name])
        yield
    finally:
        del _ours[name]
        os.close(file)


def _locked(path: Path) -> int:
    """The open file with the lock on it. Whoever cleans the cache may have replaced the file meanwhile: then once more."""
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(file)
            if _is_still(file, path):
                return file
        except OSError as error:
            text = _text(file)
            os.close(file)
            if error.errno in _TAKEN:
                raise LockedError(path, _holder(text)) from None
            raise
        os.close(file)


def _lock(file: int) -> None:
    try:
        if sys.platform == "win32":
            os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _NO_LOCKS:  # a network disk without locks: better a build than none
            raise


def _is_still(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _this_process() -> Holder:
    command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
    return Holder(os.getpid(), platform.node(), time.strftime("%Y-%m-%d %H:%M:%S"), command)


def _sign(file: int, holder: Holder) -> None:
    """Say who holds the lock; on a full disk it goes unsaid."""
    with contextlib.suppress(OSError):
        os.lseek(file, 0, os.SEEK_SET)
        os.ftruncate(file, 0)
        os.write(file, json.dumps(asdict(holder)).encode())


def _text(file: int) -> bytes:
    try:
        os.lseek(file, 0, os.SEEK_SET)
        return os.read(file, 2**16)
    except OSError:
        return b""


def _holder(text: bytes) -> Holder | None:
    try:
        return Holder(**json.loads(text))
    except (ValueError, TypeError):
        return None
