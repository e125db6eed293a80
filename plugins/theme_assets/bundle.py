"""Many sources of CSS become one small file whose name says what is in it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import lightningcss

from .config import THEME_FILE, ThemeConfig

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class StyleProblem:
    """A style sheet that is missing or broken; `line` counts from 1, 0 where there is none."""

    path: Path
    line: int
    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """A finished style sheet; `name` holds ten characters of the SHA-256 of `css`. What had a problem is not in it."""

    name: str
    css: str
    problems: tuple[StyleProblem, ...]


def theme_bundle(config: ThemeConfig) -> Bundle:
    """The theme's style sheets and after them the owner's, each minified, in the order in which they are named."""
    results = [minified(path) if isinstance(path, Path) else path for path in _sources(config)]
    css = "".join(result for result in results if isinstance(result, str))
    problems = tuple(result for result in results if isinstance(result, StyleProblem))
    digest = hashlib.sha256(css.encode()).hexdigest()[:10]
    return Bundle(f"site.{digest}.css", css, problems)


def _sources(config: ThemeConfig) -> Iterator[Path | StyleProblem]:
    for pattern in config.css:
        matches = sorted(config.folder.glob(pattern), key=lambda path: path.as_posix())
        yield from matches
        if not matches:
            yield StyleProblem(config.folder / THEME_FILE, 0, f"no style sheet matches '{pattern}'", "Mend the list `css`.")
    yield from config.extra_styles


def minified(path: Path) -> str | StyleProblem:
    """The style sheet at `path` without what browsers do not need, ending in a line break; or what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
        return str(lightningcss.process_stylesheet(text, minify=True)) + "\n"
    except (OSError, UnicodeDecodeError) as error:
        return StyleProblem(path, 0, f"cannot be read: {error}", "Make the file, or take it out of the settings.")
    except ValueError as error:
        found = re.search(r":(\d+):\d+$", str(error))
        what = str(error).partition(": ")[2].rpartition(" at ")[0] or str(error)
        return StyleProblem(path, int(found[1]) + 1 if found else 0, f"not CSS: {what}", "Mend this line; the file is left out until then.")
