"""Where each text gets its place: slugs that are distinct, stay the same from import to import, and disturb nothing that is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(slots=True)
class Names:
    """Gives out slugs; `taken` are those of texts that no import has written, `reserved_because` says why a slug cannot be one."""

    slug_of: Callable[[str], str]
    reserved_because: Callable[[str], str | None]
    taken: set[str] = field(default_factory=set)

    def give(self, candidates: Iterable[str]) -> str:
        """The slug of the first candidate of which one can be made; a number behind it where it is taken or reserved."""
        slug = next((slug for text in candidates if (slug := self.slug_of(text))), "untitled")
        number, free = 1, slug
        while free in self.taken or self.reserved_because(free):
            number += 1
            free = f"{slug}-{number}"
        self.taken.add(free)
        return free
