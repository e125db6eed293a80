"""What plugins say they will write, without losing those that say the same path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import MutableMapping

KEY = "planned_outputs"


class PlannedOutputs(dict[str, Any]):
    """Paths and the words for what writes them. Where a second source takes a path the first one keeps it, and both are in `clashes`."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__()
        self.clashes: list[tuple[str, str, str]] = []
        """Path, first source and second source, in the order in which they came."""
        self.update(*given, **named)

    def __setitem__(self, path: str, source: Any) -> None:
        first = self.setdefault(path, source)
        if first != source and (clash := (path, str(first), str(source))) not in self.clashes:
            self.clashes.append(clash)

    def update(self, *given: Any, **named: Any) -> None:
        """As that of a dict, which would go past `__setitem__`."""
        for path, source in dict(*given, **named).items():
            self[path] = source

    def __ior__(self, other: Any) -> PlannedOutputs:  # type: ignore[override,misc]
        self.update(other)
        return self


def watch_planned(context: MutableMapping[str, Any]) -> None:
    """Put a PlannedOutputs into the context, with what plugins have planned already; the one that is there stays."""
    planned = context.get(KEY)
    if not isinstance(planned, PlannedOutputs):
        context[KEY] = PlannedOutputs(planned or {})
