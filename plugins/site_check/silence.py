"""`<!-- check: off RULE -->`: on a line it silences that line, alone on its line the whole file. Several rules are parted by blanks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--\s*check:\s*off\s+([\w\s,-]*?)\s*-->")


@dataclass(frozen=True, slots=True)
class Silence:
    """Which rules are off where in one file; line 0 stands for all of it."""

    places: frozenset[tuple[int, str]]

    @classmethod
    def of(cls, text: str) -> Silence:
        """Read the comments in `text`."""
        places = (place for number, line in enumerate(text.split("\n"), 1) for place in _places(number, line))
        return cls(frozenset(places) if "check:" in text else frozenset())

    def covers(self, rule: str, first: int, last: int = 0) -> bool:
        """Whether `rule` is off in the whole file, or on one of these lines."""
        return (0, rule) in self.places or any((line, rule) in self.places for line in range(first, max(first, last) + 1))


def _places(number: int, line: str) -> list[tuple[int, str]]:
    where = number if _COMMENT.sub("", line).strip() else 0
    return [(where, rule) for match in _COMMENT.finditer(line) for rule in re.split(r"[\s,]+", match[1]) if rule]
