"""Which of Pelican's files are ours: the templates behind the theme's, and the file that is no article."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parent / "templates"


def without(path: PurePath, get_files: Callable[..., set[str]]) -> Callable[..., set[str]]:
    """`get_files` as before, but for `path`, which is relative to the content folder."""

    def files(*args: Any, **given: Any) -> set[str]:
        return {file for file in get_files(*args, **given) if not file.endswith(path.name) or PurePath(file) != path}

    return files
