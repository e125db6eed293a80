"""Files of a site that is being built: what is written at this moment is waited for, a little."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

SMALL = 4_000_000  # bytes; what is larger was copied and not made, and is read piece by piece
TRIES = 20
PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file: its content, how many bytes that has, and when it changed, in seconds."""

    content: BinaryIO
    size: int
    changed: int


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """The file at `path`. One that is empty, or changes while it is read, is read again; OSError if it cannot be."""
    for attempt in range(TRIES):
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            if before.st_size > SMALL:
                yield Opened(file, before.st_size, int(before.st_mtime))
                return
            text = file.read()
            after = os.fstat(file.fileno())
        is_whole = len(text) == after.st_size and before.st_mtime_ns == after.st_mtime_ns
        if (text and is_whole) or attempt == TRIES - 1:
            break
        time.sleep(PAUSE)
    yield Opened(BytesIO(text), len(text), int(after.st_mtime))
