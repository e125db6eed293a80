"""Collects every warning and error of a build, each once and on one line.

`extra` of a log record may hold `source_path`, `line` and `rule`; what Pelican itself logs has none of them, and sometimes not even its
cause ("Could not process a.md"), so `locating` helps out.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import colliding, locating

if TYPE_CHECKING:
    from collections.abc import Callable, Container


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong; `str()` is the line that a person reads."""

    level: str
    message: str
    path: Path | None = None
    line: int | None = None
    rule: str | None = None

    @property
    def is_error(self) -> bool:
        return self.level in {"ERROR", "CRITICAL"}

    def __str__(self) -> str:
        place = "" if self.path is None else f"{shown(self.path)}:{self.line}: " if self.line else f"{shown(self.path)}: "
        return f"{self.level} {place}{self.message}"


def shown(path: Path) -> str:
    """`path` as one would type it here: relative if it is below the current folder."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


class ProblemCollector(logging.Handler):
    """A handler for the root logger: tells each problem as it comes, keeps it, and counts.

    `content` is the folder that Pelican's own messages are relative to; `is_ignored` is asked about each record (Pelican's LOG_FILTER);
    `renamed` are (text, replacement) pairs for messages, such as the stage's path and the output folder that the owner knows.
    """

    def __init__(self, tell: Callable[[Problem], None], *, renamed: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []
        self.content = Path()
        self._tell = tell
        self._renamed = renamed

    def emit(self, record: logging.LogRecord) -> None:
        """Called by logging; a record that cannot be read is handed to logging's own way of saying so."""
        try:
            self.add(self._problem(record))
        except Exception:  # noqa: BLE001  a handler must not end the program
            self.handleError(record)

    def add(self, problem: Problem) -> None:
        """Keep and tell; the same problem twice (Pelican renders some texts again) is told once."""
        for old, new in self._renamed:
            problem = replace(problem, message=problem.message.replace(old, new))
        if problem not in self.problems:
            self.problems.append(problem)
            self._tell(problem)

    def messages(self, rules: Container[str | None]) -> tuple[str, ...]:
        """What errors of these rules said."""
        return tuple(problem.message for problem in self.problems if problem.is_error and problem.rule in rules)

    def count(self, *, errors: bool) -> int:
        return sum(problem.is_error is errors for problem in self.problems)

    def _problem(self, record: logging.LogRecord) -> Problem:
        given = record.__dict__
        cause = record.exc_info[1] if record.exc_info else sys.exc_info()[1]
        path, line = locating.place_of_record(record, cause, self.content)
        if given.get("source_path") is not None:
            path, line = self._absolute(Path(str(given["source_path"]))), given.get("line")
        return Problem(record.levelname, self._message(record, path, line, cause=cause), path, line, given.get("rule"))

    def _absolute(self, path: Path) -> Path:
        below_content = self.content / path
        return below_content if not path.exists() and below_content.exists() else path.absolute()

    def _message(self, record: logging.LogRecord, path: Path | None, line: int | None, *, cause: BaseException | None) -> str:
        """One line, without the place (which stands before it), and with the cause if Pelican swallowed it."""
        if plain := colliding.in_plain_words(record):
            return plain
        text = record.getMessage()
        for place in sorted(_spellings(record, path), key=len, reverse=True):
            text = text.replace(f"{place}:{line}: ", "").replace(f"{place}: ", "")
        if cause is not None and record.levelno >= logging.ERROR and record.name.startswith("pelican") and str(cause) not in text:
            text += f": {cause}"
        return " ".join(text.split())


def _spellings(record: logging.LogRecord, path: Path | None) -> set[str]:
    """How the record's own text may have named the place."""
    given = record.__dict__.get("source_path")
    return {str(name) for name in (given, path, path and shown(path)) if name}
