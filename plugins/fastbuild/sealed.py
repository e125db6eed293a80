"""Files for the next build: written whole or not at all, and taken for nothing if they are not as they were written."""

from __future__ import annotations

import gc
import os
import pickle
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

CHECKSUM = 16


def load_sealed(path: Path, magic: bytes) -> Any:
    """What was saved; None if there is nothing, or something that was written by somebody else, in part, or by another version."""
    enabled = gc.isenabled()
    gc.disable()  # many small objects at once, none of which is garbage
    try:
        data = path.read_bytes()
        head = len(magic) + CHECKSUM
        body = memoryview(data)[head:]
        if data[: len(magic)] != magic or blake2b(body, digest_size=CHECKSUM).digest() != data[len(magic) : head]:
            return None
        return pickle.loads(body)  # noqa: S301  (written by `save_sealed`, as the checksum says)
    except Exception:  # noqa: BLE001  whatever is wrong with it, the answer is the same: start anew
        return None
    finally:
        if enabled:
            gc.enable()


def save_sealed(value: Any, path: Path, magic: bytes) -> None:
    """Write it to a file beside, and let that take the place of the old one. Raises OSError."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            file.write(magic)
            file.write(blake2b(body, digest_size=CHECKSUM).digest())
            file.write(body)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
