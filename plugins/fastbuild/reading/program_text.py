"""Whether a program is the one that it was: installed packages by their names and versions, all else by its files."""

from __future__ import annotations

import contextlib
import sys
import sysconfig
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STANDARD = tuple(Path(sysconfig.get_paths()[name]) for name in ("stdlib", "platstdlib"))
_LIBRARIES = tuple(dict.fromkeys(Path(sysconfig.get_paths()[name]) for name in ("purelib", "platlib")))
_GENERATED = {"__pycache__"}


def installed() -> str:
    """Python, and every installed distribution with its version, in one text."""
    names = {path.name for folder in _LIBRARIES if folder.is_dir() for path in folder.iterdir()}
    distributions = sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
    return f"{sys.implementation.name} {sys.version} {' '.join(distributions)}"


def programs_digest(modules: Iterable[str]) -> str:
    """A digest of the files of these modules and of what they import, as far as it is not installed: of a package the whole folder."""
    hashed = blake2b(digest_size=16)
    for place in sorted({place for module in _reached(modules) if (place := _place_of(module))}):
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        for file in files:
            if not _GENERATED.intersection(file.parts):
                hashed.update(f"{file.relative_to(place.parent).as_posix()}\0".encode())
                hashed.update(blake2b(file.read_bytes()).digest())
    return hashed.hexdigest()


def _reached(modules: Iterable[str]) -> set[str]:
    """The modules, and those that their loaded names come from, as far as they are not installed."""
    todo, reached = list(modules), set[str]()
    while todo:
        name = todo.pop()
        if name not in reached and _place_of(name):
            reached.add(name)
            todo += _modules_named_in(name)
    return reached


def _modules_named_in(name: str) -> Iterator[str]:
    for value in list(vars(sys.modules[name]).values()):
        with contextlib.suppress(Exception):  # there are objects that do something when they are looked at
            module = value.__name__ if isinstance(value, ModuleType) else value.__module__
            if isinstance(module, str):
                yield module


def _place_of(name: str) -> Path | None:
    """The file of a module, or the folder of the outermost package that it is in; None if it is installed, built in, or not loaded."""
    given = getattr(sys.modules.get(name), "__file__", None)
    if not given:
        return None
    place = Path(given)
    if any(folder in place.parents for folder in (*_STANDARD, *_LIBRARIES)):
        return None
    while (place.parent / "__init__.py").is_file():
        place = place.parent
    return place
