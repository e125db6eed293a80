"""Paths as a person reads them, and where a build keeps what it knows."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .sources import Sources


def shown(path: Path) -> str:
    """`path` as one would type it here: relative if it is below the current folder."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def memory_folder(sources: Sources, output: Path, cache: Path) -> Path:
    """The folder for what is known of this site in this output folder; another site there has another."""
    name = "\0".join(map(str, (sources.settings.absolute(), sources.content, output.absolute())))
    return cache / f"site-{blake2b(name.encode(errors='surrogateescape'), digest_size=6).hexdigest()}"
