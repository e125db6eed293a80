"""Which files this process has opened for reading since it was asked to look, seen by Python itself."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_WATCHING: list[set[str]] = []
_IS_INSTALLED = False


@contextmanager
def watched() -> Iterator[set[str]]:
    """A set that fills with absolute paths. Files that a library opens in C, on its own, are not seen."""
    global _IS_INSTALLED  # noqa: PLW0603  (Python has no way to take the hook away again)
    if not _IS_INSTALLED:
        sys.addaudithook(_notice)
        _IS_INSTALLED = True
    found: set[str] = set()
    _WATCHING.append(found)
    try:
        yield found
    finally:
        _WATCHING.remove(found)


def _notice(event: str, arguments: tuple[Any, ...]) -> None:
    if _WATCHING and event == "open" and isinstance(arguments[0], str) and isinstance(arguments[1], (str, type(None))):
        mode = arguments[1] or "r"
        if "r" in mode and "+" not in mode:
            path = os.path.abspath(arguments[0])
            for found in _WATCHING:
                found.add(path)
