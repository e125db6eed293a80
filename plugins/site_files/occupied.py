"""Whether a new file would be in the way of another, or of a folder; also where file systems do not tell `Trust` from `trust`."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from .file_names import trouble_with
from .register import one_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .model import Source


class Occupied:
    """The files of a site and their folders, as `one_name` compares them."""

    def __init__(self, taken: Mapping[str, Source]) -> None:
        self._files: dict[str, Source] = {}
        self._folders: dict[str, Source] = {}
        for path, source in sorted(taken.items(), key=lambda item: item[0]):
            self.add(path, source)

    def add(self, path: str, source: Source) -> None:
        name = one_name(path)
        self._files.setdefault(name, source)
        for folder in folders_of(name):
            self._folders.setdefault(folder, source)

    def by(self, path: str) -> Source | None:
        """Who has this file, needs a folder of its name, or has a file where it needs a folder; None if there is room for it."""
        name = one_name(path)
        blocking = (self._files[folder] for folder in folders_of(name) if folder in self._files)
        return self._files.get(name) or self._folders.get(name) or next(blocking, None)


def folders_of(path: str) -> Iterator[str]:
    """`a` and `a/b` of `a/b/c.html`."""
    return accumulate(path.split("/")[:-1], "{}/{}".format)


def fits_everywhere(path: str) -> bool:
    """Whether every file system takes the names in a path, that of Windows too."""
    return not any(trouble_with(name) for name in path.split("/"))
