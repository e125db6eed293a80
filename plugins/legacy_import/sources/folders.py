"""Which files of a folder or archive may be sources, by their names: what belongs to a saved page or to a system is none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_PAGES = (".html", ".htm", ".xhtml", ".php", ".asp", ".aspx")
_TEXTS = frozenset({"", ".txt", ".text", ".md", ".markdown"})
_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini", "archive_browser.html"})
_FILES = (
    "files",
    "file",
    "dateien",
    "fichiers",
    "archivos",
    "arquivos",
    "ficheiros",
    "bestanden",
    "filer",
    "tiedostot",
    "pliki",
    "soubory",
)
_COMPANIONS = tuple(separator + word for separator in "_-." for word in _FILES)
"""How browsers end the names of the folder beside a saved page, into which they put its pictures, scripts and frames."""


def walked(folder: Path) -> dict[str, Path]:
    """The files below a folder, by name, as `a/b.html`, and where they are. Links are not followed, so nothing outside is read."""
    paths = (Path(parent, name) for parent, _, names in os.walk(folder) for name in names)
    return dict(sorted((path.relative_to(folder).as_posix(), path) for path in paths if not path.is_symlink() and path.is_file()))


def is_of_system(name: str) -> bool:
    """Whether a file is hidden, or one that a system or Takeout lays beside others."""
    return any(part.startswith(".") or part.lower() in _SYSTEM for part in name.split("/"))


def is_text(name: str) -> bool:
    """Whether a file that has only text is one of the author's and not a style sheet, a script or a table."""
    return os.path.splitext(name)[1].lower() in _TEXTS  # noqa: PTH122  (it is no path)


def companions(names: Collection[str]) -> frozenset[str]:
    """Those of the names that lie in a folder which a browser made for a saved page."""
    pages = {name[: -len(ending)] for name in names for ending in _PAGES if name.lower().endswith(ending)}
    return frozenset(name for name in names if any(_page_of(folder) in pages for folder in _folders(name)))


def _folders(name: str) -> Iterator[str]:
    """`a` and `a/b` of `a/b/c.html`."""
    parts = name.split("/")[:-1]
    return ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def _page_of(folder: str) -> str | None:
    return next((folder[: -len(ending)] for ending in _COMPANIONS if folder.lower().endswith(ending)), None)
