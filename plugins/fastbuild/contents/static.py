"""Pelican's generator of static files, which copies only what has changed; before it, all pages are rendered."""

from __future__ import annotations

import os
from typing import Any, Protocol

from pelican import generators
from pelican.utils import copy

from .files import FilesOnce, files_below


class Engine(Protocol):
    """What the last generator needs of whoever drives it."""

    def finish_pages(self) -> None: ...
    def is_current(self, source: str, name: str) -> bool: ...
    def finish_files(self) -> None: ...


class StaticGenerator(FilesOnce, generators.StaticGenerator):
    """Under Pelican's name, by which plugins know it. The last generator of all, so pages are finished before it and the site behind it."""

    engine: Engine

    def generate_output(self, writer: Any) -> None:
        self.engine.finish_pages()
        super().generate_output(writer)
        self.engine.finish_files()

    def _copy_staticfile(self, sc: Any) -> None:
        if not self.engine.is_current(os.path.join(self.path, sc.source_path), sc.save_as):
            super()._copy_staticfile(sc)

    def _copy_paths(self, paths: Any, source: str, destination: str, output_path: str, final_path: str | None = None) -> None:
        """The theme's static files: each folder file by file, so that those that are in the output already stay there."""
        for path in paths:
            start = os.path.join(source, path)
            if not os.path.isdir(start) or not final_path:
                super()._copy_paths([path], source, destination, output_path, final_path)
                continue
            for name in files_below(start, [""], (), self.settings["IGNORE_FILES"], self._is_wanted):
                target = os.path.normpath(os.path.join(destination, final_path, name))
                if not self.engine.is_current(os.path.join(start, os.path.normpath(name)), target):
                    copy(os.path.join(start, name), os.path.join(output_path, target), self.settings["IGNORE_FILES"])

    def _is_wanted(self, path: str) -> bool:
        return bool(self._include_path(path, False))  # noqa: FBT003  (Pelican's way to say: any)
