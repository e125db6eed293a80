"""A source file's bytes as they were at one moment, their digest and their text; and sentences for what is no readable text file."""

from __future__ import annotations

import codecs
import io
import os
import stat
import time
from dataclasses import dataclass
from hashlib import blake2b

from .model import Failure

TRIES = 3
PAUSE = 0.05  # seconds, for an editor to finish
MOST_BYTES = 64 * 1024 * 1024  # no text that somebody wrote is larger

_KINDS = (
    (stat.S_ISDIR, "This is a folder with the name of a text. Rename it"),
    (stat.S_ISFIFO, "This is a named pipe, not a file. Move it out of the content folder"),
    (stat.S_ISSOCK, "This is a socket, not a file. Move it out of the content folder"),
    (stat.S_ISCHR, "This is a device, not a file. Move it out of the content folder"),
    (stat.S_ISBLK, "This is a device, not a file. Move it out of the content folder"),
)
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""Not to block: what was a file may have become a pipe since it was looked at."""


class UnreadableError(Exception):
    """There is no text to be had; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        super().__init__(failure.text)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes and their digest."""

    data: bytes
    digest: str


def load(path: str) -> Source:
    """The file at `path`; one that changes meanwhile is read again. Raises UnreadableError."""
    try:
        _refuse_other_kinds(os.stat(path))
        for _ in range(TRIES):
            if (data := _read_once(path)) is not None:
                return Source(data, digest(data))
            time.sleep(PAUSE)
    except OSError as error:
        raise UnreadableError(_os_failure(error)) from error
    raise UnreadableError(Failure("ChangingFile", "The file changed each time it was read. Save it, and build again."))


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def digest_of(path: str) -> str:
    """The digest of the file's bytes, "" if it cannot be read."""
    try:
        return load(path).digest
    except UnreadableError:
        return ""


def text_of(data: bytes) -> str:
    """What Pelican would read: UTF-8, a byte order mark left out, each line ending one newline. Raises UnreadableError."""
    try:
        return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig").read()
    except UnicodeDecodeError as error:
        raise UnreadableError(_not_utf8(data)) from error


def _read_once(path: str) -> bytes | None:
    """The bytes, or None if the file changed while they were read."""
    with open(os.open(path, _FLAGS), "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        _refuse_other_kinds(before)
        data = file.read()
        after = os.fstat(file.fileno())
    is_same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if is_same and len(data) == after.st_size else None


def _refuse_other_kinds(status: os.stat_result) -> None:
    for is_kind, sentence in _KINDS:
        if is_kind(status.st_mode):
            raise UnreadableError(Failure("NotAFile", f"{sentence}."))
    if status.st_size > MOST_BYTES:
        size = MOST_BYTES // 1024**2
        raise UnreadableError(Failure("TooLarge", f"The file has more than {size} MB. Split it, or move it to the static files."))


def _os_failure(error: OSError) -> Failure:
    kind, reason = type(error).__name__, error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        return Failure(kind, "The file is not there any more, or is a link to nothing. Put it back, or remove the link.")
    if isinstance(error, PermissionError):
        return Failure(kind, "The file may not be read. Give yourself permission to read it.")
    return Failure(kind, f"The file cannot be read: {reason[:1].lower()}{reason[1:]}. If it is a link, see where it leads.")


def _not_utf8(data: bytes) -> Failure:
    guess, line = _encoding(data), None
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    hint = f" (it looks like {guess})" if guess else ""
    text = f"The file is not UTF-8{hint}. Save it again with the encoding UTF-8."
    return Failure("NotUtf8", text, None if guess == "UTF-16" else line)  # there are no lines to count in UTF-16


def _encoding(data: bytes) -> str:
    """The name of the encoding that `data` may have, "" if there is no telling."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or 4 * data.count(0) > len(data):
        return "UTF-16"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "Windows-1252"
