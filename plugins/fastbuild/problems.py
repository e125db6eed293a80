"""Collects every warning and error of a build, and lists each once: `content/articles/x.md:12: what is wrong. How to mend it.`

`extra` of a log record may hold `source_path`, `line`, `rule` and `fix`; what Pelican itself logs has none of them, and sometimes not even
its cause ("Could not process a.md"), so `diagnostics.records` says it again and `locating` finds the place.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import locating
from .diagnostics import consequences, records

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

FINE, MISTAKES, UNUSABLE = 0, 1, 2  # exit codes: all is well; errors in content or templates; usage or settings
SETTINGS = "settings-"
PLUGINS = "plugin-"
"""How the rules begin whose errors mean that a site cannot be built as it is set up."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong. `message` says what, `fix` how to mend it, both with a mark at their ends."""

    level: str
    message: str
    path: Path | None = None
    line: int | None = None
    rule: str | None = None
    fix: str = ""
    pages: tuple[str, ...] = ()
    """Files of the site that could not be made for it."""

    @property
    def is_error(self) -> bool:
        return self.level in {"ERROR", "CRITICAL"}

    @property
    def text(self) -> str:
        """Without the level, as it stands in a list."""
        place = "" if self.path is None else f"{shown(self.path)}:{self.line}: " if self.line else f"{shown(self.path)}: "
        return " ".join(filter(None, (f"{place}{self.message}", _while_making(self.pages), self.fix)))

    def __str__(self) -> str:
        return f"{self.level} {self.text}"


def _while_making(pages: tuple[str, ...]) -> str:
    if not pages:
        return ""
    more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
    return f"(While making {pages[0]}{more}.)"


def shown(path: Path) -> str:
    """`path` as one would type it here: relative if it is below the current folder."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def settled(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, errors first, by file and line; without those that only follow from another that is told."""
    by_cause: dict[Problem, list[str]] = {}
    for problem in consequences.without(tuple(problems)):
        by_cause.setdefault(replace(problem, pages=()), []).extend(problem.pages)
    whole = (replace(problem, pages=tuple(dict.fromkeys(pages))) for problem, pages in by_cause.items())
    return tuple(sorted(whole, key=_order))


def _order(problem: Problem) -> tuple[bool, bool, str, int, str]:
    path = shown(problem.path) if problem.path else ""
    return not problem.is_error, not path, path, problem.line or 0, problem.message


def listing(problems: Sequence[Problem]) -> str:
    """Settled problems for a person, a line each, below a heading for errors and one for warnings; empty if there are none."""
    groups = []
    for is_error, what in ((True, "error"), (False, "warning")):
        if found := [problem.text for problem in problems if problem.is_error is is_error]:
            groups.append("\n".join([f"{len(found)} {what}{'s' if len(found) > 1 else ''}:", *found]))
    return "\n\n".join(groups)


def exit_code(problems: Iterable[Problem]) -> int:
    """2 if the settings or plugins are to be mended first, 1 if there is any other error, else 0."""
    rules = [problem.rule or "" for problem in problems if problem.is_error]
    return UNUSABLE if any(rule.startswith((SETTINGS, PLUGINS)) for rule in rules) else MISTAKES if rules else FINE


class ProblemCollector(logging.Handler):
    """A handler for the root logger: keeps each problem, tells it as it comes if `tell` is given, and counts.

    `content` is the folder that Pelican's own messages are relative to; `is_ignored` is asked about each record (Pelican's LOG_FILTER);
    `renamed` are (text, replacement) pairs for messages, such as the stage's path and the output folder that the owner knows.
    """

    def __init__(self, tell: Callable[[Problem], None] | None = None, *, renamed: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(logging.WARNING)
        self.content = Path()
        self._known: dict[Problem, None] = {}
        self._tell = tell
        self._renamed = renamed

    @property
    def problems(self) -> list[Problem]:
        return list(self._known)

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
        if problem not in self._known:
            self._known[problem] = None
            if self._tell:
                self._tell(problem)

    def take(self, *beginnings: str) -> tuple[Problem, ...]:
        """Those whose rules begin so; they are then no longer among the problems."""
        taken = tuple(problem for problem in self._known if (problem.rule or "").startswith(beginnings))
        for problem in taken:
            del self._known[problem]
        return taken

    def messages(self, rules: Container[str | None]) -> tuple[str, ...]:
        """What errors of these rules said."""
        return tuple(problem.message for problem in self._known if problem.is_error and problem.rule in rules)

    def count(self, *, errors: bool) -> int:
        return sum(problem.is_error is errors for problem in self._known)

    def _problem(self, record: logging.LogRecord) -> Problem:
        given = record.__dict__
        cause = record.exc_info[1] if record.exc_info else sys.exc_info()[1]
        path, line = locating.place_of_record(record, cause, self.content)
        if given.get("source_path") is not None:
            path, line = self._absolute(Path(str(given["source_path"]))), given.get("line")
        fix = str(given.get("fix") or "")
        plain = None if given.get("rule") else records.explained(record, cause)
        if plain:
            return _in_plain_words(record, plain, path, line)
        text = self._message(record, path, line, cause=cause)
        return Problem(record.levelname, text.removesuffix(fix).rstrip() if fix else text, path, line, given.get("rule"), fix)

    def _absolute(self, path: Path) -> Path:
        below_content = self.content / path
        return below_content if not path.exists() and below_content.exists() else path.absolute()

    def _message(self, record: logging.LogRecord, path: Path | None, line: int | None, *, cause: BaseException | None) -> str:
        """One line, without the place (which stands before it), and with the cause if Pelican swallowed it."""
        text = record.getMessage()
        for place in sorted(_spellings(record, path), key=len, reverse=True):
            text = text.replace(f"{place}:{line}: ", "").replace(f"{place}: ", "")
        if cause is not None and record.levelno >= logging.ERROR and record.name.startswith("pelican") and str(cause) not in text:
            text += f": {cause}"
        return " ".join(text.split())


def _in_plain_words(record: logging.LogRecord, plain: records.Plain, path: Path | None, line: int | None) -> Problem:
    where = Path(plain.path) if plain.path else path
    line = plain.line or (line if where == path else None)
    if where and plain.fields:
        line = locating.line_of_field(where, plain.fields)
    return Problem(plain.level or record.levelname, plain.message, where, line, plain.rule, plain.fix)


def _spellings(record: logging.LogRecord, path: Path | None) -> set[str]:
    """How the record's own text may have named the place."""
    given = record.__dict__.get("source_path")
    return {str(name) for name in (given, path, path and shown(path)) if name}
