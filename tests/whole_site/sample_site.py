"""The tests' own site: `sample/` as it stands, and what is better made than kept: filler articles and pictures."""

from __future__ import annotations

import re
import shutil
import struct
import zlib
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent / "sample"
FILLERS = 14
"""Enough for three pages of one tag and of its author, with five articles a page."""

_WORDS = re.findall(
    r"\w+",
    "the ladder stood against a wall of grey stone and nobody had asked whose rung it was that creaked when rain came over hill "
    "we carried glue in small pots wrote letters to every neighbour kept their names on cards looked twice at each joint before winter",
)


def write_sample(folder: Path) -> None:
    """Write the sample's site.toml and content into `folder`."""
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    for number in range(1, FILLERS + 1):
        write(folder / f"content/articles/filler-{number:02}.md", _filler(number))
    write_picture(folder / "content/images/ladder.png", width=640, height=400)
    write_picture(folder / "content/images/dot.png", width=8, height=8)


def write(path: Path, text: str) -> None:
    """Write `text`, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _filler(number: int) -> str:
    author = "Ottoline Brackwater" if number % 3 else "Käthe Ölzweig"
    front = (
        f"Title: Letter number {number}\nDate: {2023 + number % 3}-{1 + number % 12:02}-{number:02} 10:00\nAuthor: {author}\n"
        f"Category: Workshop\nTags: Ladders\nSummary: The letter with the number {number}.\nId: F1RR{number:02}\n\n"
    )
    return front + "\n\n".join(_paragraph(number * 7 + part) for part in range(6)) + "\n"


def _paragraph(seed: int) -> str:
    """A hundred words; the same for the same seed."""
    words = [_WORDS[(seed * 31 + place * place * 7 + place * seed) % len(_WORDS)] for place in range(100)]
    return " ".join(words).capitalize() + "."


def write_picture(path: Path, *, width: int, height: int) -> None:
    """Write a PNG of one grey."""
    rows = (b"\0" + b"\xb0" * width) * height
    header = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
