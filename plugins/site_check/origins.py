"""From a place in the finished site back to the line that somebody wrote."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .texts import SourceText

SHORTEST = 4  # characters; anything shorter is found everywhere


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of a source."""

    text: SourceText
    line: int


@dataclass(slots=True)
class Origins:
    """Looks for text among the sources; what was found is remembered, since a theme's mistake is on every page."""

    sources: tuple[SourceText, ...]
    _found: dict[str, tuple[Origin, ...]] = field(default_factory=dict)

    def of(self, needle: str, page: str) -> Origin | None:
        """The line that has `needle`: in the source whose name is in the page's path, else in the first that has it."""
        if len(needle) < SHORTEST:
            return None
        if needle not in self._found:
            self._found[needle] = tuple(self._search(needle))
        found, parts = self._found[needle], page.replace(".", "/").split("/")
        return next(
            (origin for origin in found if origin.text.stem in parts or origin.text.value_of("slug") in parts), next(iter(found), None)
        )

    def _search(self, needle: str) -> Iterator[Origin]:
        for text in self.sources:
            origin = origin_in(text, needle)
            if origin and not text.is_draft:
                yield origin


def origin_in(text: SourceText, needle: str) -> Origin | None:
    """The line of one source that has `needle`, whether written as text or as HTML."""
    spellings = (needle, html.escape(needle), html.escape(needle, quote=False))
    if len(needle) < SHORTEST or not any(spelling in text.text for spelling in spellings):
        return None
    seen = text.without_code
    places = [at for at in (seen.find(spelling) for spelling in spellings) if at >= 0]
    return Origin(text, seen.count("\n", 0, min(places)) + 1) if places else None
