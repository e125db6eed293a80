"""The files of templates: what is in them, and what Jinja has made of them."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import BaseLoader, Environment


def template_digests(environments: Iterable[Environment]) -> dict[str, str]:
    """Every file that a template could be loaded from, with a digest; to be asked before the first one is loaded."""
    folders = {folder for environment in environments for folder in _folders(environment.loader)}
    return {str(path): _digest(path) for folder in sorted(folders) for path in _files(folder)}


def _folders(loader: BaseLoader | None) -> Iterator[str]:
    if isinstance(loader, FileSystemLoader):
        yield from (str(folder) for folder in loader.searchpath)
    elif isinstance(loader, ChoiceLoader):
        for part in loader.loaders:
            yield from _folders(part)
    elif isinstance(loader, PrefixLoader):
        for part in loader.mapping.values():
            yield from _folders(part)


def _files(folder: str) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        yield from (Path(where, name) for name in names)


def _digest(path: Path) -> str:
    try:
        return blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def bytecode_cache(environment: Environment, folder: Path) -> FileSystemBytecodeCache | None:
    """A folder for compiled templates, of its own for each set of options that changes what Jinja makes of a template.

    None where the folder cannot be made; then templates are compiled at every build.
    """
    own = folder / blake2b(repr(_options(environment)).encode(), digest_size=8).hexdigest()
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return TolerantCache(str(own))


class TolerantCache(FileSystemBytecodeCache):
    """A damaged file is compiled anew, and a full disk is nobody's mistake."""

    def load_bytecode(self, bucket: Any) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  whatever is in the file, it is not what was written there
            bucket.reset()

    def dump_bytecode(self, bucket: Any) -> None:
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def _options(environment: Environment) -> tuple[Any, ...]:
    delimiters = [getattr(environment, f"{what}_{end}_string") for what in ("block", "variable", "comment") for end in ("start", "end")]
    lines = (environment.line_statement_prefix, environment.line_comment_prefix, environment.newline_sequence)
    switches = (environment.trim_blocks, environment.lstrip_blocks, environment.keep_trailing_newline, environment.optimized)
    autoescape = environment.autoescape if isinstance(environment.autoescape, bool) else getattr(environment.autoescape, "__qualname__", "")
    return (
        jinja2.__version__,
        type(environment).__name__,
        delimiters,
        lines,
        switches,
        autoescape,
        sorted(environment.extensions),
        getattr(environment.finalize, "__qualname__", None),
        getattr(environment, "newstyle_gettext", None),
        sorted((name, repr(value)) for name, value in environment.policies.items() if isinstance(value, (bool, str, int))),
    )
