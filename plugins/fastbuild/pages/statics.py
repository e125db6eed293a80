"""Files that are copied as they are: which of them the output has already."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Copied:
    """A source as it was when it was copied: `stamp` is what a look at the folder tells, `digest` what the file holds."""

    source: str
    stamp: tuple[int, int, int, int]
    digest: str


@dataclass(slots=True)
class Statics:
    """By the name in the output. `before` is the last build's, `made` this one's."""

    before: Mapping[str, Copied]
    current: Mapping[str, str]
    made: dict[str, Copied] = field(default_factory=dict)

    def is_current(self, source: str, name: str) -> bool:
        """Whether the file in the output is a copy of `source`; a source that looks as it did is not read again."""
        try:
            stamp = _stamp(source)
            known = self.before.get(name)
            digest = known.digest if known and (known.source, known.stamp) == (source, stamp) else _digest(source)
        except OSError:  # whoever copies it says what is wrong
            return False
        self.made[name] = Copied(source, stamp, digest)
        return self.current.get(name) == digest


def _stamp(path: str) -> tuple[int, int, int, int]:
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _digest(path: str) -> str:
    return blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()
