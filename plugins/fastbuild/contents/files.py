"""The files of a folder, and each folder once: a link that leads back to a folder above it has no end."""

from __future__ import annotations

import fnmatch
import logging
import os
from typing import TYPE_CHECKING, Any

from pelican import generators

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

log = logging.getLogger(__name__)


class FilesOnce(generators.Generator):
    """A generator of Pelican's that finds its files in this way, and does not look for files of readers that are not there."""

    def get_files(self, paths: Any, exclude: list[str] | None = None, extensions: Any = None) -> set[str]:
        def wanted(path: str) -> bool:
            return self._include_path(path, extensions)

        return set(files_below(self.path, paths, exclude or (), self.settings["IGNORE_FILES"], wanted))

    def check_disabled_readers(self) -> None:
        if self.readers.disabled_readers:
            super().check_disabled_readers()


def files_below(
    root: str, paths: Iterable[str], exclude: Iterable[str], ignored: Collection[str], wanted: Callable[[str], bool]
) -> Iterator[str]:
    """Paths below `root`; as `Generator.get_files` finds them. `exclude` are folders, `ignored` patterns of names."""
    excluded = {os.path.join(root, folder) for folder in exclude}
    for path in [paths] if isinstance(paths, str) else paths:
        start = os.path.join(root, path) if path else root
        if os.path.isdir(start):
            yield from (name for name in _walked(start, root, excluded, ignored) if wanted(name))
        elif os.path.exists(start) and wanted(path):
            yield path


def _walked(start: str, root: str, excluded: Collection[str], ignored: Collection[str]) -> Iterator[str]:
    above: dict[str, tuple[tuple[int, int], ...]] = {}
    for folder, folders, files in os.walk(start, followlinks=True, onerror=_tell_of_closed):
        status = os.stat(folder)
        trail = above.get(folder, ())
        if (status.st_dev, status.st_ino) in trail:
            _tell_of_loop(folder)
            folders.clear()
            continue
        folders[:] = [
            name
            for name in folders
            if os.path.join(folder, name) not in excluded and not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)
        ]
        trail = (*trail, (status.st_dev, status.st_ino))
        above.update({os.path.join(folder, name): trail for name in folders})
        below = os.path.relpath(folder, root)
        yield from (os.path.join(below, name) for name in files)


def _tell_of_closed(error: OSError) -> None:
    what = f"the folder cannot be opened ({error.strerror}), so that everything in it is left out"
    fix = "Give yourself permission to read it."
    given = {"source_path": error.filename, "line": None, "rule": "file-folder", "fix": fix}
    log.error("%s: %s. %s", error.filename, what, fix, extra=given)


def _tell_of_loop(folder: str) -> None:
    what = "this link leads to a folder that it lies in, so it has no end; it is left out"
    fix = "Remove the link, or let it lead elsewhere."
    given = {"source_path": folder, "line": None, "rule": "folder-loop", "fix": fix}
    log.error("%s: %s. %s", folder, what, fix, extra=given)
