"""What a check works with and what it finds. Frozen values; nothing here reads a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from .config import CheckConfig


class Severity(StrEnum):
    """How bad it is; only errors make the check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in the file that it was given.

    `needle` is text by which the author's own line may be found, if the file was made from others; `severity` replaces the rule's;
    `last_line` is where a passage ends that runs over several lines; `path` is the file, if the rule was given more than one.
    """

    line: int
    what: str
    fix: str
    needle: str = ""
    severity: Severity | None = None
    last_line: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked for: `about` is its documentation, `reads` the kind of file, `find` a pure function."""

    id: str
    severity: Severity
    about: str
    reads: type
    find: Callable[[Any, CheckConfig], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend, or to know. `path` is as one would type it in the project's folder; line 0 means the whole file."""

    rule: str
    severity: Severity
    path: str
    line: int
    message: str
    fix: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        text = f"{self.message} {self.fix}".strip()
        return f"{place}: {self.rule} {text}" if place else f"{self.rule} {text}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: the project's folder, its content, and a finished site made from them."""

    root: Path
    content: Path
    output: Path


class Record(Protocol):
    """What a build said; whoever runs the build hands these over."""

    @property
    def level(self) -> str:
        """As in `logging`: `ERROR`, `WARNING` …"""

    @property
    def message(self) -> str:
        """One line, without the place."""

    @property
    def path(self) -> Path | None:
        """The file that it is about."""

    @property
    def line(self) -> int | None:
        """The line in it."""

    @property
    def rule(self) -> str | None:
        """Id of the rule that was broken."""

    @property
    def fix(self) -> str:
        """How to mend it; it may stand in the message as well."""
