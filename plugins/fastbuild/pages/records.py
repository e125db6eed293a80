"""What a build remembers of each page for the next one. A damaged or foreign memory is no memory, and never an error."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fastbuild.diagnostics.known_links import Sound
from fastbuild.sealed import load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from fastbuild.facts.catalogue import Fact

    from .statics import Copied

MAGIC = b"rapport pages 2\n"


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page: the digest of its file, and what it was made of: `facts` by places in `Memory.facts`, `templates` in `template_sets`."""

    digest: str
    text: str
    """The digest of its text: another one if a plugin has rewritten the file."""
    maker: str
    facts: array[int]
    local: tuple[tuple[Any, Any, bytes], ...]
    templates: int


@dataclass(slots=True)
class Memory:
    """All pages of a build. `key` stands for what all of them depend on: settings, code, libraries, machine."""

    key: str = ""
    facts: list[Fact] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    templates: dict[str, str] = field(default_factory=dict)
    template_sets: list[frozenset[str]] = field(default_factory=list)
    pages: dict[str, PageRecord] = field(default_factory=dict)
    links: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    """By the file of a content: what its links were looked up in, and what was looked up."""

    sound: Sound = field(default_factory=Sound)
    """Texts without a wrong link."""
    statics: dict[str, Copied] = field(default_factory=dict)
    """Files that were copied as they are, by their names in the output."""
    compacted: int = 0
    """How many facts there were when those that no page needs were last removed."""

    def of_key(self, key: str) -> Memory:
        """This memory if it is of a build with the same settings and code, else an empty one."""
        return self if self.key == key else Memory()

    def compact(self, sources: Collection[str]) -> None:
        """Keep what pages refer to, and the links of these sources."""
        places: dict[int, int] = {}
        for name, page in self.pages.items():
            facts = array("I", [places.setdefault(place, len(places)) for place in page.facts])
            self.pages[name] = PageRecord(page.digest, page.text, page.maker, facts, page.local, page.templates)
        self.facts = [self.facts[place] for place in places]
        self.digests = [self.digests[place] for place in places]
        self.links = {source: found for source, found in self.links.items() if source in sources}
        self.compacted = len(self.facts)


def load(path: Path) -> Memory:
    """What the last build remembered; empty if there is nothing, or nothing that can be trusted."""
    found = load_sealed(path, MAGIC)
    return found if isinstance(found, Memory) else Memory()


def save(memory: Memory, path: Path) -> None:
    """Write it whole or not at all."""
    save_sealed(memory, path, MAGIC)
