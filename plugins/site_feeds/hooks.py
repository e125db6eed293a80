"""Pelican's signals, translated to calls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader

from .config import CONFIG_KEY, feeds_config
from .generator import FeedsGenerator
from .offers import STOCK

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

TEMPLATES = Path(__file__).parent / "templates"


def read_settings(pelican: Pelican) -> None:
    """Keep the configuration among the settings, and Pelican from writing feeds of its own; raises FeedsConfigError."""
    settings = pelican.settings
    settings[CONFIG_KEY] = feeds_config(settings)
    settings |= dict.fromkeys((*STOCK, *(f"{name}_URL" for name in STOCK)))


def feeds_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001  (Pelican gives it)
    return FeedsGenerator


def prepare_generator(generator: Generator) -> None:
    """Our templates behind the theme's, each looked for once a build and not once an entry."""
    if isinstance(generator, FeedsGenerator) and isinstance(generator.env.loader, ChoiceLoader):
        generator.env.loader.loaders = [*generator.env.loader.loaders, FileSystemLoader(TEMPLATES)]
        generator.env.auto_reload = False
