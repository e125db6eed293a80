"""The manifest of an output folder: which files there are ours, with their digests and how each looked when it was last known to be right.

A line with the format's name and version, a line with the checksum of the rest, a line of JSON, then columns: names, digests, folders,
numbers. Columns, since a site of 17,000 files is read in 10 ms that way. Whatever cannot be read, or is of another output, is no manifest.
"""

from __future__ import annotations

import contextlib
import json
import sys
from array import array
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from .files import Seen, digest_of
from .names import stay_inside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_MAGIC = b"Rapport output manifest 1\n"
_PER_FILE = 4  # numbers of a `Seen`


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of files: name to digest and to what was seen. Of their folders, "" for the output folder among them: name to ctime_ns, or 0 if it
    is not known or not all there was ours. Names are sorted.
    """

    output: str
    """Which output folder: its path, seen from the cache folder."""
    digests: dict[str, str] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=lambda: {"": 0})
    root: tuple[int, int] | None = None
    """The identity of the output folder itself."""
    seen_at: int = 0
    """A time in nanoseconds before which nothing was seen; what changed just before it may have changed again unnoticed."""
    is_pending: bool = False
    """Written before files are placed one by one: any of them may be still as the manifest before says."""


def write(path: Path, manifest: Manifest) -> None:
    """Replace the file in one step."""
    body = _packed(manifest)
    fresh = path.with_name(f"{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        fresh.write_bytes(b"".join((_MAGIC, digest_of(body).encode(), b"\n", body)))
        fresh.replace(path)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk is met while writing, and then the system names no file
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def read(path: Path, output: str) -> Manifest | None:
    """The manifest of `output`; None if there is none."""
    try:
        content = path.read_bytes()
        magic, checksum, body = content[: len(_MAGIC)], content[len(_MAGIC) :][:32], content[len(_MAGIC) + 33 :]
        if magic != _MAGIC or checksum.decode() != digest_of(body):
            return None
        found = _unpacked(body)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.output == output else None


def _packed(manifest: Manifest) -> bytes:
    texts = [_joined(manifest.digests), _joined(manifest.digests.values()), _joined(manifest.folders)]
    numbers = array("q", chain(chain.from_iterable(manifest.seen[name] for name in manifest.digests), manifest.folders.values()))
    head = {
        "output": manifest.output,
        "root": manifest.root,
        "seen_at": manifest.seen_at,
        "is_pending": manifest.is_pending,
        "files": len(manifest.digests),
        "folders": len(manifest.folders),
        "lengths": [len(text) for text in texts],
    }
    return b"".join((json.dumps(head).encode(), b"\n", *texts, _little_endian(numbers).tobytes()))


def _unpacked(body: bytes) -> Manifest:
    line, _, rest = body.partition(b"\n")
    head = json.loads(line)
    texts = []
    for length in head["lengths"]:
        texts.append(_text(rest[:length]))
        rest = rest[length:]
    numbers = array("q")
    numbers.frombytes(rest)
    return _made(
        head, [_split(text, head[of]) for text, of in zip(texts, ("files", "files", "folders"), strict=True)], _little_endian(numbers)
    )


def _made(head: dict[str, Any], columns: list[list[str]], numbers: array[int]) -> Manifest:
    names, digests, folders = columns
    split = len(names) * _PER_FILE
    of_files = zip(*(numbers[start:split:_PER_FILE] for start in range(_PER_FILE)), strict=True)
    if not stay_inside("\0".join([*names, *folders[1:]]) or "none"):
        raise ValueError
    return Manifest(
        output=head["output"],
        digests=dict(zip(names, digests, strict=True)),
        seen=dict(zip(names, of_files, strict=True)),
        folders=dict(zip(folders, numbers[split:], strict=True)),
        root=tuple(head["root"]) if head["root"] else None,
        seen_at=head["seen_at"],
        is_pending=head["is_pending"],
    )


def _joined(texts: Iterable[str]) -> bytes:
    return "\0".join(texts).encode("utf-8", "surrogatepass")  # Linux has names that are no UTF-8, Windows such that are no UTF-16


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")


def _split(text: str, count: int) -> list[str]:
    return text.split("\0") if count else []


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
