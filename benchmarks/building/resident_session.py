"""A site kept in memory by fastbuild, in a process of its own: a list of changed files in, the word `done` or `failed` out, a line each.

    python -m benchmarks.building.resident_session SETTINGS CONTENT OUTPUT CACHE

What is said besides goes to the standard error, so that a line on the standard output is always an answer. An empty list asks for the
first build. The end of the standard input ends the session.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

from fastbuild.session import Session

DONE, FAILED = "done", "failed"


def main() -> None:
    settings, content, output, cache = (Path(argument) for argument in sys.argv[1:])
    answers = sys.stdout
    with contextlib.redirect_stdout(sys.stderr), Session(settings=settings, content=content, output=output, cache=cache) as session:
        for line in sys.stdin:
            outcome = session.build([Path(path) for path in json.loads(line)] or None)
            answers.write(f"{DONE if outcome.placed else FAILED}\n")
            answers.flush()
            for problem in outcome.problems:
                sys.stderr.write(f"{problem}\n")


if __name__ == "__main__":
    main()
