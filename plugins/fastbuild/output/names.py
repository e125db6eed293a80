"""Names of files in a site: relative to the output folder, with slashes."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def parents(name: str) -> Iterator[str]:
    """The folders that `name` lies in, innermost first, without the output folder itself."""
    while name := name.rpartition("/")[0]:
        yield name


def folders_of(names: Iterable[str]) -> set[str]:
    """Every folder that one of `names` lies in, without the output folder itself."""
    found: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def spelled_alike(name: str) -> str:
    """Equal for two names that some disk takes for one: Windows and macOS ignore case, macOS also how an accent is composed."""
    return unicodedata.normalize("NFC", name).casefold()


def stay_inside(names: str) -> bool:
    """True if none of the NUL-separated `names` is empty, absolute or leads out of the folder that it is relative to."""
    text = f"/{names}/".replace("\0", "/")
    if os.name == "nt" and ("\\" in names or ":" in names):
        return False
    return not any(part in text for part in ("//", "/./", "/../"))
