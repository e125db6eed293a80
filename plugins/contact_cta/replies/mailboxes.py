"""Mail folders as streams of messages: mbox files of any size, and Maildir folders. They are only read.

Of a message nothing but a few fields of its head is kept, so memory does not grow with the folder, nor with a line that never ends.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from .heads import EMPTY_LINES, FIELD, Head, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_READ = 64 * 1024
_BUFFER = 1024 * 1024
_DAYS = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
# RFC 4155: the sender, and the time as C's asctime writes it; Takeout and others put a time zone before or behind the year.
_DATED = re.compile(
    rb"From .*" + _DAYS + rb"\s+[A-Z][a-z]{2}\s+\d{1,2}\s+\d{1,2}:\d\d(?::\d\d)?(?:\s+[A-Z]{1,5}|\s+[+-]\d{4})*\s+\d{4}(?:\s+[+-]\d{4})?\s*"
)
# Others write nothing there, or a hyphen, or another kind of date; such a line needs an empty one before it and a field behind it.
_PERHAPS = re.compile(rb"From (?:\s*|-\s*|.*\d{1,2}:\d\d.*)", re.DOTALL)
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")


class MailboxError(Exception):
    """This path is no mail folder that can be read; `problems` holds the sentence that says why and what to do."""

    def __init__(self, problem: str) -> None:
        self.problems = (problem,)
        super().__init__(problem)


def messages_in(mailbox: Path) -> Iterator[Message]:
    """Every message of a folder. MailboxError, at once, if the path is none, and later, if it stops being readable."""
    try:
        if mailbox.is_dir():
            return _of_maildir(_checked_maildir(mailbox))
        _check_mbox(mailbox)
    except OSError as error:
        raise _unreadable(mailbox, error) from error
    return _of_mbox(mailbox)


def _unreadable(path: Path, error: OSError) -> MailboxError:
    if isinstance(error, FileNotFoundError):
        return MailboxError(f"{path}: there is no such file or folder. Give the path of an mbox file or of a Maildir.")
    return MailboxError(f"{path}: it cannot be read ({error.strerror or error}). Allow reading it, or copy it to where you may.")


def _checked_maildir(folder: Path) -> list[Path]:
    parts = [folder / name for name in ("cur", "new") if (folder / name).is_dir()]
    if not parts:
        raise MailboxError(f"{folder}: this folder has no cur or new in it, so it is no Maildir. Give a Maildir, or one mbox file.")
    for part in parts:
        os.scandir(part).close()
    return parts


def _check_mbox(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(_PACKED):
        raise MailboxError(f"{path}: this file is packed. Unpack it, and give the .mbox file that is in it.")
    if start.strip() and not start.lstrip(b"\r\n").startswith(b"From "):
        raise MailboxError(f'{path}: this file does not begin with "From ", so it is no mbox. Give an mbox file or a Maildir.')


def _of_mbox(path: Path) -> Iterator[Message]:
    try:
        with path.open("rb", buffering=_BUFFER) as file:
            yield from split(file, str(path))
    except OSError as error:
        raise _unreadable(path, error) from error


def split(file: BinaryIO, path: str) -> Iterator[Message]:
    """The messages of an mbox stream, each as soon as its head has been read."""
    head: Head | None = None
    number, is_new, after_empty, perhaps = 1, True, True, False
    while line := file.readline(_LONGEST_READ):
        starts = is_new and line.startswith(b"From ")
        is_dated = starts and _DATED.fullmatch(line) is not None
        if is_dated or (perhaps and FIELD.match(line)):
            if head:
                yield head.message()
            head = Head(path, number - perhaps)
        perhaps = starts and not is_dated and after_empty and (number == 1 or _PERHAPS.fullmatch(line) is not None)
        if head and not starts:
            head.feed(line, is_new=is_new)
            if not head.is_open:
                yield head.message()
                head = None
        after_empty = is_new and line in EMPTY_LINES
        is_new = line.endswith(b"\n")
        number += is_new
    if head:
        yield head.message()


def _of_maildir(parts: list[Path]) -> Iterator[Message]:
    for part in parts:
        try:
            with os.scandir(part) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        yield _of_file(Path(entry.path))
        except OSError as error:
            raise _unreadable(part, error) from error


def _of_file(path: Path) -> Message:
    """The head of a file that holds one message; a file that cannot be read is a damaged message."""
    head, is_new = Head(str(path), 1), True
    try:
        with path.open("rb") as file:
            while head.is_open and (line := file.readline(_LONGEST_READ)):
                head.feed(line, is_new=is_new)
                is_new = line.endswith(b"\n")
    except OSError as error:
        return Message(str(path), 1, {}, f"it cannot be read ({error.strerror or error})")
    return head.message()
