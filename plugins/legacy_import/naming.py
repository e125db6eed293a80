"""Where each text gets its place: slugs that are distinct, stay the same from import to import, and disturb nothing that is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping


@dataclass(frozen=True, slots=True)
class Names:
    """Gives out slugs; `taken` are those of texts that no import has written, `reserved_because` says why a slug cannot be one."""

    slug_of: Callable[[str], str]
    reserved_because: Callable[[str], str | None]
    taken: MutableMapping[str, None] = field(default_factory=dict)
    _numbers: MutableMapping[str, int] = field(default_factory=dict)
    """The last number that stands behind a slug: a thousand posts of one title do not all count from one."""

    def give(self, candidates: Iterable[str]) -> str:
        """The slug of the first candidate of which one can be made; a number behind it where it is taken or reserved."""
        slug = next((slug for text in candidates if (slug := self.slug_of(text))), "untitled")
        number, free = self._numbers.get(slug, 1), slug
        while free in self.taken or self.reserved_because(free):
            number += 1
            free = f"{slug}-{number}"
        if free != slug:
            self._numbers[slug] = number
        self.taken[free] = None
        return free
