"""What every page depends on: settings, code, libraries, the theme, the machine. If any of it changes, every page is made anew."""

from __future__ import annotations

import locale
import os
import platform
import sys
import uuid
from hashlib import blake2b
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

from .facts.telling import UntoldError, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOT_OF_THE_SITE = frozenset(["OUTPUT_PATH", "CACHE_PATH", "PELICAN_CLASS", "DEBUG", "FASTBUILD", "filenames"])
"""Where the site is built, and by whom, changes nothing in it."""
ENVIRONMENT = ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_TIME", "SOURCE_DATE_EPOCH", "TZ")


def site_key(settings: Mapping[str, Any], plugins: Iterable[Any]) -> str:
    """A digest. To be asked when plugins are registered and before anything is read. Never the same twice if a setting cannot be told."""
    try:
        parts = [_settings(settings), _machine(), _libraries()]
    except UntoldError:
        return uuid.uuid4().hex
    made = blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16)
    for path in sorted({path for folder in _code(settings, plugins) for path in _files(folder)}):
        made.update(str(path).encode("utf-8", "surrogateescape") + b"\0" + _contents(path))
    return made.hexdigest()


def _settings(settings: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(name, told(settings[name])) for name in sorted(settings) if name not in NOT_OF_THE_SITE]


def _machine() -> tuple[Any, ...]:
    return sys.version, platform.system(), locale.setlocale(locale.LC_ALL), [os.environ.get(name) for name in ENVIRONMENT]


def _libraries() -> list[str]:
    """Names and versions of everything that is installed, as the names of its folders tell them."""
    found = []
    for folder in sys.path:
        if Path(folder).name in {"site-packages", "dist-packages"} and Path(folder).is_dir():
            found += [name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth"))]
    return sorted(found)


def _code(settings: Mapping[str, Any], plugins: Iterable[Any]) -> Iterator[Path]:
    """Folders and files with code of the site, and those of the theme that are no templates."""
    yield from (Path(folder) for folder in settings.get("PLUGIN_PATHS", ()))
    yield Path(__file__).parent
    for plugin in plugins:
        file = Path(getattr(plugin, "__file__", None) or os.devnull)
        yield file.parent if file.name == "__init__.py" else file
    yield from _beside_the_content(Path(settings["PATH"]).parent)
    yield from _of_functions(settings)
    theme = Path(settings["THEME"])
    yield from (path for path in (theme.iterdir() if theme.is_dir() else ()) if path.name != "templates")


def _beside_the_content(folder: Path) -> Iterator[Path]:
    """Modules that were loaded from the site's own folder: its settings, and what they have imported from there."""
    places = {name: getattr(module, "__file__", None) for name, module in list(sys.modules.items()) if name != "__main__"}
    yield from (Path(place) for place in places.values() if place and os.path.dirname(place) == str(folder))


def _of_functions(value: Any) -> Iterator[Path]:
    """Files with the code of functions in settings, whatever the file of settings is called."""
    if isinstance(value, FunctionType):
        yield Path(value.__code__.co_filename)
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ():
        yield from _of_functions(part)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for where, folders, names in os.walk(path):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        yield from (Path(where, name) for name in names if not name.endswith(".pyc"))


def _contents(path: Path) -> bytes:
    try:
        return blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""
