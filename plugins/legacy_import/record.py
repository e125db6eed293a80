"""What earlier imports wrote, so that another one repeats nothing and overwrites no sentence of an author's."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "record.json"


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


@dataclass(slots=True)
class Record:
    """Digests of files as they were written, by path below the content folder."""

    digests: dict[str, str] = field(default_factory=dict)

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


def read_record(review: Path) -> Record:
    """The record in the review folder, an empty one if there is none; RecordError."""
    path = review / FILE
    if not path.is_file():
        return Record()
    try:
        digests = json.loads(path.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordError(path, "it is damaged") from error
    if not isinstance(digests, dict) or not all(isinstance(value, str) for value in digests.values()):
        raise RecordError(path, "it is damaged")
    return Record(digests)


def as_json(digests: Mapping[str, str]) -> str:
    return json.dumps({"version": 1, "files": dict(sorted(digests.items()))}, indent=1, ensure_ascii=False) + "\n"


def replace_file(path: Path, data: bytes) -> None:
    """Write the file in one step, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
