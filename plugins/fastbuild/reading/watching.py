"""Which other files a reading opened, and whether it did anything that the next build could not know of.

Python tells an audit hook of every `open`, process and connection. It does not tell of `stat`: an extension that only asks whether a file
is there is not noticed.
"""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
import threading
import zoneinfo
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .bytes_of import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Stamp = tuple[int, int, int] | None

CHANGED = "changed"
"""In the place of a digest: equal to none, so that the reading is stale at once."""

_INSTALLED = tuple(sysconfig.get_paths()[name] + os.sep for name in ("stdlib", "platstdlib", "purelib", "platlib")) + zoneinfo.TZPATH
"""What Python reads for itself; `reader_key` knows the installed versions."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_FAMILIES = frozenset({"ftplib", "glob", "http", "shutil", "smtplib", "socket", "sqlite3", "subprocess", "tempfile", "urllib"})
_EVENTS = frozenset(
    f"os.{name}"
    for name in ("exec", "fork", "forkpty", "link", "listdir", "mkdir", "posix_spawn", "remove", "rename", "rmdir", "scandir", "spawn")
) | {"os.startfile", "os.symlink", "os.system", "os.truncate", "os.walk", "os.fwalk"}
"""Events of whoever asks the world, or changes it: such a reading must be made anew each time."""

_OWN_FRAMES = ("<frozen importlib", "<frozen zipimport", os.path.dirname(os.__file__) + os.sep + "importlib")
"""Imports that happen to be made while a text is read."""


@dataclass(slots=True)
class Watch:
    """What was seen; `source` itself does not count."""

    source: str
    thread: int = field(default_factory=threading.get_ident)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    is_repeatable: bool = True

    def others(self) -> tuple[tuple[str, str], ...]:
        """The other files with their digests; CHANGED for one that is not what was opened."""
        digests = {path: digest_of(path) for path in sorted(self.stamps)}
        return tuple((path, digest if _stamp(path) == self.stamps[path] else CHANGED) for path, digest in digests.items())

    def see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self._see_open(*arguments)
        elif event in _EVENTS or event.partition(".")[0] in _FAMILIES:
            self.is_repeatable = self.is_repeatable and _is_import()

    def _see_open(self, path: object, mode: object, flags: object) -> None:
        if not isinstance(path, (str, bytes)) or _is_import():
            return
        name = os.fsdecode(path)
        if name == self.source or name.startswith(_INSTALLED):
            return
        if (isinstance(flags, int) and flags & _WRITES) or (isinstance(mode, str) and set(mode) & set("wax+")):
            self.is_repeatable = False
        else:
            self.stamps.setdefault(name, _stamp(name))


class _Current:
    """At most one reading at a time is watched; a hook cannot be taken away again, so it looks here."""

    watch: Watch | None = None
    is_installed = False


@contextlib.contextmanager
def watching(source: str) -> Iterator[Watch]:
    """Sees what the block opens besides `source`, in this thread."""
    if not _Current.is_installed:
        sys.addaudithook(_hook)
        _Current.is_installed = True
    _Current.watch = watch = Watch(source)
    try:
        yield watch
    finally:
        _Current.watch = None


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    watch = _Current.watch
    if watch is not None and watch.thread == threading.get_ident():
        watch.see(event, arguments)


def _is_import() -> bool:
    """Whether the event comes from Python's import machinery; the frames between are those of this module."""
    frame = sys._getframe(1)  # noqa: SLF001  the only way to the caller
    while frame.f_code.co_filename == __file__ and frame.f_back is not None:
        frame = frame.f_back
    return frame.f_code.co_filename.startswith(_OWN_FRAMES)


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
