"""ZIP, tar and gzip as streams of their members. Nothing is unpacked to a disk, and no name in an archive is used as a path.

A member is read only as far as somebody asks for it, so a bomb that is no text costs nothing; others meet the limits.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Place, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK = 1 << 18
_RECORD = 512
_UNPACK = "Unpack it, and give the folder"


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may be before it is taken for a trap."""

    members: int = 100_000
    size: int = 1 << 34
    """Of all that was read of it, in bytes."""
    ratio: int = 500
    """How much larger than packed; texts reach 5 to 50, a bomb 1000."""
    free: int = 1 << 26
    """From how many bytes on the ratio counts."""


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name as one may show it, and its bytes."""

    name: str
    blocks: Iterator[bytes]


class ArchiveError(Exception):
    """Why no more is read; `rule` as in Trouble."""

    def __init__(self, rule: str, what: str, fix: str = _UNPACK) -> None:
        super().__init__(what)
        self.rule, self.what, self.fix = rule, what, fix


class Budget:
    """Counts what was read of an archive, and raises where it is too much."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._size = limits, 0
        self._members = 0

    def member(self) -> None:
        self._members += 1
        if self._members > self._limits.members:
            raise ArchiveError("archive-members", f"the archive has more than {self._limits.members:,} files")

    def spend(self, size: int, unpacked: int, packed: int) -> None:
        self._size += size
        if self._size > self._limits.size:
            raise ArchiveError("archive-size", f"the archive holds more than {self._limits.size:,} bytes; reading it ended there")
        if unpacked > self._limits.free and unpacked > self._limits.ratio * max(packed, 1):
            raise ArchiveError("archive-ratio", f"it is more than {self._limits.ratio} times as large as packed, as no texts are")


def guarded(blocks: Iterator[bytes], file: str, troubles: list[Trouble]) -> Iterator[bytes]:
    """The blocks as far as they can be read; then they end, and `troubles` has why."""
    try:
        yield from blocks
    except ArchiveError as error:
        troubles.append(Trouble(Place(file), error.rule, error.what, error.fix))
    except OSError as error:
        troubles.append(Trouble(Place(file), "source-unreadable", f"it cannot be read ({error.strerror or error})", "Allow reading it"))
    except (zlib.error, zipfile.BadZipFile, EOFError, RuntimeError, ValueError) as error:  # RuntimeError: a password, an unknown method
        what = f"the archive is damaged, or packed in a way that is not known ({str(error)[:100]})"
        troubles.append(Trouble(Place(file), "archive-damaged", what, _UNPACK))


def shown(name: str) -> str:
    """A member's name for people: in one line, not too long, and without steps out of the archive."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return "".join(character if character.isprintable() else "?" for character in "/".join(parts))[-200:] or "?"


def zip_members(path: Path, limits: Limits) -> Iterator[Member]:
    """The files of a ZIP, by name. zipfile.BadZipFile or OSError if there is no telling."""
    budget = Budget(limits)
    with zipfile.ZipFile(path) as archive:
        for info in sorted((each for each in archive.infolist() if not each.is_dir()), key=lambda each: each.filename):
            budget.member()
            yield Member(shown(info.filename), _zip_blocks(archive, info, budget))


def _zip_blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    if info.flag_bits & 1:
        raise ArchiveError("archive-encrypted", "it is encrypted")
    unpacked = 0
    with archive.open(info) as member:
        while block := member.read(BLOCK):
            unpacked += len(block)
            budget.spend(len(block), unpacked, info.compress_size)
            yield block


def gunzipped(blocks: Iterator[bytes], limits: Limits) -> Iterator[bytes]:
    """What gzip packed, all its members one after the other."""
    budget, packed, unpacked = Budget(limits), 0, 0
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    for block in blocks:
        packed += len(block)
        rest = block
        while rest:
            if inflater.eof:
                if not rest.startswith(b"\x1f"):  # padding
                    return
                inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
            out = inflater.decompress(rest, BLOCK)
            rest = inflater.unconsumed_tail or inflater.unused_data
            unpacked += len(out)
            budget.spend(len(out), unpacked, packed)
            yield out
    if not inflater.eof:
        raise EOFError("it is cut off")


def tar_members(blocks: Iterator[bytes], limits: Limits) -> Iterator[Member]:
    """The files of a tar as they come. Links, devices and extended headers are passed over: nothing in them is a text.

    Python's own reader takes extended headers of any size into memory; a text needs only name, size and bytes (POSIX, ustar).
    """
    budget, stream = Budget(limits), _Stream(blocks)
    while (header := stream.take(_RECORD)).strip(b"\0"):
        if len(header) < _RECORD:
            raise EOFError("it is cut off")
        size = int(header[124:136].strip(b" \0") or b"0", 8)
        padding = -size % _RECORD
        if header[156:157] in b"0\0":
            budget.member()
            name = header[:100].partition(b"\0")[0].decode("utf-8", errors="replace")
            left = [size]
            yield Member(shown(name), _tar_blocks(stream, left, budget))
            stream.skip(left[0] + padding)
        else:
            stream.skip(size + padding)


def _tar_blocks(stream: _Stream, left: list[int], budget: Budget) -> Iterator[bytes]:
    while left[0]:
        block = stream.take(min(left[0], BLOCK))
        if not block:
            raise EOFError("it is cut off")
        left[0] -= len(block)
        budget.spend(len(block), 0, 0)
        yield block


class _Stream:
    """Blocks as something that one takes bytes from."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks, self._rest = blocks, b""

    def take(self, size: int) -> bytes:
        """So many bytes, fewer at the end."""
        pieces, missing = [], size
        while missing and (self._rest or self._next()):
            pieces.append(self._rest[:missing])
            self._rest = self._rest[missing:]
            missing -= len(pieces[-1])
        return b"".join(pieces)

    def skip(self, size: int) -> None:
        while size and (taken := len(self.take(min(size, BLOCK)))):
            size -= taken

    def _next(self) -> bool:
        self._rest = next((block for block in self._blocks if block), b"")
        return bool(self._rest)
