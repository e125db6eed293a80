"""A site kept in memory by fastbuild, in a process of its own: a list of changed files in, the word `done` out, a line each.

    python -m benchmarks.building.resident_session SETTINGS CONTENT OUTPUT CACHE

What is said besides goes to the standard error, so that a line on the standard output is always an answer. An empty list asks for the
first build.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def open_session(settings: Path, content: Path, output: Path, cache: Path) -> Callable[[Sequence[Path]], object]:
    """What builds from a set of changed files."""
    from fastbuild.session import Session  # noqa: PLC0415  (whoever imports this module for its docstring needs no engine)

    return Session(settings=settings, content=content, output=output, cache=cache).build


def main() -> None:
    answers = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        build = open_session(*(Path(argument) for argument in sys.argv[1:]))
        for line in sys.stdin:
            build([Path(path) for path in json.loads(line)])
            answers.write("done\n")
            answers.flush()


if __name__ == "__main__":
    main()
