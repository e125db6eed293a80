"""The plugin's settings and the theme's `theme.toml`, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

THEME_FILE = "theme.toml"


@dataclass(frozen=True, slots=True)
class ThemeConfig:
    """What is known of a theme that asks for this plugin."""

    folder: Path
    name: str
    requires: tuple[str, ...]
    css: tuple[str, ...]
    extra_styles: tuple[Path, ...]
    static_folders: tuple[Path, ...]
    static_url: str
    """Folder of the theme's files in the output, without slashes around it."""


def theme_config(settings: Mapping[str, Any]) -> ThemeConfig | None:
    """The configuration of the theme that `settings` name; None for a theme without `theme.toml`."""
    folder = Path(settings["THEME"])
    file = folder / THEME_FILE
    if not file.is_file():
        return None
    described = tomllib.loads(file.read_text(encoding="utf-8"))
    return ThemeConfig(
        folder=folder,
        name=str(described.get("name", folder.name)),
        requires=tuple(described.get("requires", ())),
        css=tuple(described.get("css", ())),
        extra_styles=tuple(Path(path) for path in settings.get("ASSETS_STYLES", ())),
        static_folders=tuple(folder / path for path in settings.get("THEME_STATIC_PATHS", ["static"])),
        static_url=str(settings.get("THEME_STATIC_DIR", "theme")).strip("/"),
    )
