"""Which texts had no wrong link at the last build, so that they need not be looked through again.

A text that has not changed has the same links; they lead where they led as long as the same texts and files are there, under the same
names, and the same tags, categories and authors.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from .links import Site


@dataclass(frozen=True, slots=True)
class Sound:
    """`surroundings` stands for everything that links may lead to; `texts` are the files of contents without a wrong one."""

    surroundings: str = ""
    texts: frozenset[str] = frozenset()


@dataclass(slots=True)
class KnownLinks:
    """What the last build knew, and what this one will have known. `unchanged` gives the files of contents that are as they were then."""

    before: Sound
    unchanged: Callable[[], Collection[str]]
    after: Sound = field(default_factory=Sound)

    def to_look_at(self, contents: Iterable[Any], site: Site) -> list[Any]:
        """Those whose links may be wrong."""
        surroundings = surroundings_of(site)
        known = self.before.texts & frozenset(self.unchanged()) if surroundings == self.before.surroundings else frozenset()
        self.after = Sound(surroundings, known)
        return [content for content in contents if content.source_path not in known]

    def looked_at(self, contents: Iterable[Any], wrong: Collection[str]) -> None:
        """Of these, those in `wrong` have a link that is told."""
        fine = {content.source_path for content in contents} - set(wrong)
        self.after = Sound(self.after.surroundings, self.after.texts | fine)


def surroundings_of(site: Site) -> str:
    """A digest of everything that a link may lead to, as it is on the disk."""
    made = blake2b(digest_size=16)
    for name, content in sorted(site.texts.items()):
        made.update(f"{name}\0{'' if content is None else content.status}\n".encode("utf-8", "surrogateescape"))
    for name in sorted(site.files):
        made.update(f"{name}\0{os.path.isfile(site.folder / name)}\n".encode("utf-8", "surrogateescape"))
    rest = ({what: sorted(slugs) for what, slugs in _sorted(site.slugs)}, sorted(site.outputs), site.theme, site.level, site.site_path)
    made.update(repr(rest).encode("utf-8", "surrogateescape"))
    return made.hexdigest()


def _sorted(slugs: Mapping[str, frozenset[str]]) -> list[tuple[str, frozenset[str]]]:
    return sorted(slugs.items())
