"""What the tag doctor works with: files as they lie there, tags, what is wrong, and what is to be changed. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..config import THIN_BELOW

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from datetime import datetime
    from pathlib import Path

    from ..front_matter import FrontMatter, Part

FINE, WRONG, USAGE = 0, 1, 2
TAG_FILES = "content/tags"


@dataclass(frozen=True, slots=True)
class Means:
    """What the command is given by whoever calls it, since no plugin imports another."""

    slug_of: Callable[[str], str]
    """The last part of a tag's address, made of its name; may be empty."""
    forbidden: Container[str]
    """Slugs of which no file can be made everywhere."""
    call: str
    """How the command is called, for the calls that are proposed: `python3 tasks.py tags`."""
    read_date: Callable[[str], datetime]
    """Reads `Date`; ValueError if it is none."""
    now: datetime
    """In the site's time zone, which is that of a `Date` without one."""
    thin_below: int = THIN_BELOW
    """A tag with fewer published articles, and no introduction, is thin."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be told, where, and how to mend it. `path` is relative to the project's folder; line 0 means the whole file."""

    rule: str
    path: str
    line: int
    message: str
    fix: str
    severity: str = "info"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}. {self.fix}."

    def as_json(self) -> dict[str, Any]:
        keys = ("rule", "severity", "path", "line", "message", "fix")
        return {key: getattr(self, key) for key in keys}


class RefusedError(Exception):
    """A change that is not made; each of `reasons` says why, and what to do."""

    def __init__(self, *reasons: object, code: int = WRONG) -> None:
        self.reasons, self.code = reasons, code
        super().__init__("\n".join(map(str, reasons)))


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """An article or a tag's file, equal to itself alone.

    `place` is where it was found, `file` the file itself if that is a link or lies behind one.
    """

    path: str
    place: Path
    file: Path
    front: FrontMatter = field(repr=False)

    @property
    def data(self) -> bytes:
        return self.front.data

    @property
    def stem(self) -> str:
        return self.place.stem


@dataclass(frozen=True, slots=True)
class Use:
    """A tag stands in an article."""

    article: Source
    part: Part


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag, equal to itself alone: its canonical name, the file that it may have, and where it is used, under whatever spelling."""

    name: str
    slug: str
    file: Source | None
    aliases: tuple[str, ...]
    uses: tuple[Use, ...]
    published: int
    """Published articles; a text and its translations are one."""
    waiting: int
    """Drafts, hidden ones, and those whose date has not come."""

    @property
    def has_introduction(self) -> bool:
        return self.file is not None and bool(self.file.front.body.strip())


@dataclass(frozen=True, slots=True)
class FileChange:
    """`before` is what a file holds, `after` what it is to hold; None where there is no file."""

    path: str
    file: Path
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes by path, and what the owner should know of them."""

    changes: tuple[FileChange, ...]
    notes: tuple[str, ...] = ()
