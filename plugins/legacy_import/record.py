"""What earlier imports wrote, so that another one repeats nothing and overwrites no sentence of an author's."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, MutableMapping

FILE = "record.json"
_TEXT = rb'("(?:[^"\\]|\\.)*")'
_BEGIN = re.compile(rb'\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"files"\s*:\s*\{')
_MEMBER = re.compile(rb"\s*" + _TEXT + rb"\s*:\s*" + _TEXT + rb"\s*(?:,(?=\s*\")|$)")
_END = re.compile(rb"\s*\}\s*\}\s*$")


class Fate(StrEnum):
    """What happens to a file of this import."""

    NEW = "new"
    SAME = "same"
    RENEWED = "renewed"
    EDITED = "edited"
    """Its author has changed it since: it stays."""
    REMOVED = "removed"
    """Its author has removed it since: it stays so."""


class RecordError(Exception):
    """The record cannot be read; `problems` says what to do."""

    def __init__(self, path: Path, why: str) -> None:
        self.problems = (f"{path}: {why}. Restore the file, or remove it, and this import takes all files that are there for yours.",)
        super().__init__(self.problems[0])


@dataclass(frozen=True, slots=True)
class Record:
    """Digests of files as they were written, by path below the content folder."""

    digests: MutableMapping[str, str] = field(default_factory=dict)

    def fate(self, path: str, new: bytes, folder: Path) -> Fate:
        """What is to happen to the file at `path` in `folder`, if `new` is what it would hold."""
        file, known = folder / path, self.digests.get(path)
        if not file.exists():
            return Fate.REMOVED if known else Fate.NEW
        now = digest(file.read_bytes())
        if now == digest(new):
            return Fate.SAME
        return Fate.RENEWED if now == known else Fate.EDITED

    def note(self, path: str, data: bytes) -> None:
        self.digests[path] = digest(data)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_record(review: Path, record: Record) -> None:
    """Fill the record with what stands in the review folder, if anything does; RecordError."""
    path = review / FILE
    if path.is_file():
        try:
            record.digests.update(_members(path.read_bytes()))
        except (OSError, ValueError) as error:
            raise RecordError(path, "it is damaged") from error


def _members(data: bytes) -> Iterator[tuple[str, str]]:
    """Paths and digests, one after the other: as one object those of a large blog would need many times the memory. ValueError."""
    begins, ends = _BEGIN.match(data), _END.search(data)
    if not begins or not ends:
        raise ValueError("the beginning or the end is missing")
    at = begins.end()
    while member := _MEMBER.match(data, at, ends.start()):
        yield json.loads(member[1]), json.loads(member[2])
        at = member.end()
    if at != ends.start():
        raise ValueError("something stands there that is no digest")


def write_record(review: Path, record: Record) -> None:
    write_file(review / FILE, _lines(record.digests))


def _lines(digests: Mapping[str, str]) -> Iterator[str]:
    """As `json.dumps` writes it, member by member, in the order of the digests' own walk."""
    between = '{\n "version": 1,\n "files": {'
    for path in digests:
        yield f"{between}\n  {_quoted(path)}: {_quoted(digests[path])}"
        between = ","
    yield "\n }\n}\n" if between == "," else f"{between}}}\n}}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def replace_file(path: Path, data: bytes) -> None:
    """Write the file in one step, with the folders that it needs."""
    with _replaced(path) as file:
        file.write(data)


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write the file of these pieces in one step, none of it if they cannot all be had."""
    with _replaced(path) as file:
        file.writelines(piece.encode() for piece in pieces)


@contextmanager
def _replaced(path: Path) -> Iterator[IO[bytes]]:
    """What will stand at the path, as soon as it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
