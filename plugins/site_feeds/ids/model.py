"""What the command works with: articles as they lie there, what is wrong, and what is to be changed. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from datetime import datetime, tzinfo
    from pathlib import Path

    from .edits import Edit
    from .front_matter import FrontMatter


@dataclass(frozen=True, slots=True)
class Means:
    """What the command is given by whoever calls it, since no plugin imports another."""

    new_id: Callable[[Container[str]], str]
    """Draws an Id that is not in the container, whose Ids are in capitals."""
    slug_of: Callable[[str], str]
    """The slug of an article without `Slug`, from its file's name without `.md`."""
    read_date: Callable[[str], datetime]
    """Reads `Date`; ValueError if it is none."""
    timezone: tzinfo
    """The site's, for a `Date` without one."""
    language: str
    """That of articles without `Lang`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and how to mend it. `path` is relative to the project's folder; line 0 means the whole file."""

    path: str
    line: int
    what: str
    fix: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.what}. {self.fix}."


@dataclass(frozen=True, slots=True)
class Article:
    """A file below `content/articles`; `path` is relative to the project's folder."""

    path: str
    data: bytes = field(repr=False)
    head: FrontMatter
    changed: int
    """When the file was last changed, in nanoseconds."""
    file: Path
    """The file itself, where `path` is a link or lies in a folder that is one."""
    is_link: bool = False

    @property
    def stem(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Change:
    """An article gets an Id; `old` is the one that it shared with another, if it did."""

    article: Article
    edit: Edit
    new: str
    old: str = ""

    def __str__(self) -> str:
        return f"{self.article.path}:{self.edit.line}: Id: {self.new}" + (f" (was {self.old})" if self.old else "")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write, and what cannot be mended by writing an Id; both sorted by path."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
