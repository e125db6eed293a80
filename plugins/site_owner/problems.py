"""The one error of this package: a list of everything that is wrong, so that nobody mends a file one message at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class UnfitError(ValueError):
    """A value cannot be used; the message says what is wrong and how to write it. Whoever knows the place adds the place."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and how to mend it. `path` is a file as the owner knows it, or an option of the command line; line 0 means none."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


class SiteError(Exception):
    """The owner has something to mend. `problems` is never empty; as text, every problem has a line of its own."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def only(path: str, message: str) -> SiteError:
    """An error with this one problem, which has a file but no line."""
    return SiteError((Problem(path, 0, message),))
