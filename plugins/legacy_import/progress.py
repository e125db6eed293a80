"""Says now and then how far long work has come."""

from __future__ import annotations

import sys
import time

EVERY = 2.0
"""Seconds between two lines; work that takes less says nothing."""


class Progress:
    """Counts what comes by; `what` is the word for it, in the plural."""

    def __init__(self, doing: str, what: str) -> None:
        self._doing, self._what = doing, what
        self._number, self._said = 0, time.monotonic()

    def step(self) -> None:
        self._number += 1
        now = time.monotonic()
        if now - self._said >= EVERY:
            self._said = now
            sys.stderr.write(f"{self._doing} ... {self._number:,} {self._what}\n")
            sys.stderr.flush()
