"""The moments of a commit at which a process may be killed, by name, so that tests can do it exactly there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SWAPPING = (
    "opened",
    "spare in hand",
    "spare brought forward",
    "kept files linked",
    "assembled",
    "coming manifest written",
    "output moved aside",
    "swapped",
    "manifest of the spare written",
    "manifest written",
    "committed",
)
PLACING = (
    "opened",
    "coming manifest written",
    "copies beside their places",
    "conflicting files removed",
    "file placed",
    "files placed",
    "stale files removed",
    "manifest written",
    "committed",
)

watcher: Callable[[str], None] | None = None  # set by tests only


def reached(moment: str) -> None:
    """Tell the watcher; in a build there is none."""
    if watcher is not None:
        watcher(moment)
