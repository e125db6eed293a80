"""How a task talks to the person who started it."""

from __future__ import annotations

import os
import sys

FINE, MISTAKES, UNUSABLE = 0, 1, 2  # exit codes: all is well; errors in content or templates; usage or settings


def say(line: object) -> None:
    """To standard output. If nobody reads it any more (`| head`), the task goes on in silence."""
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(line: object) -> None:
    """To standard error, in order with what was said."""
    sys.stdout.flush()
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
