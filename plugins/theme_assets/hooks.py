"""Pelican's signals, translated to calls."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from .bundle import theme_bundle
from .config import theme_config
from .environment import prepare

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.writers import Writer

log = logging.getLogger(__name__)


def check_requirements(pelican: Pelican) -> None:
    """Log an error for each plugin or style sheet that the theme names and that is not there."""
    config = theme_config(pelican.settings)
    if config is None:
        return
    loaded = {str(name).rpartition(".")[2] for name in pelican.settings["PLUGINS"]}
    for name in config.requires:
        if name not in loaded:
            log.error("theme_assets: the theme %s needs the plugin %s. Add '%s' to PLUGINS.", config.name, name, name)
    for problem in theme_bundle(config).problems:
        log.error(
            "theme_assets: %s:%s: %s. %s",
            problem.path,
            problem.line,
            problem.what,
            problem.fix,
            extra={"source_path": str(problem.path), "line": problem.line, "rule": "style-source", "fix": problem.fix},
        )


def prepare_environment(generator: Generator) -> None:
    config = theme_config(generator.settings)
    if config:
        prepare(generator.env, config, generator.settings, stylesheet=theme_bundle(config).name)


def stylesheet_generator(pelican: Pelican) -> type[Generator] | None:
    return StylesheetGenerator if theme_config(pelican.settings) else None


class StylesheetGenerator(Generator):
    """Writes the bundle through whatever writer is installed."""

    def generate_context(self) -> None:
        """Say what will be written, for whoever looks for two files at one address."""
        config = theme_config(self.settings)
        if config:
            planned = self.context.setdefault("planned_outputs", {})
            planned[f"{config.static_url}/css/{theme_bundle(config).name}"] = "the theme's style sheet"

    def generate_output(self, writer: Writer) -> None:
        config = theme_config(self.settings)
        if config:
            made = theme_bundle(config)
            writer.write_file(f"{config.static_url}/css/{made.name}", TextOutput(made.css), self.context)


class TextOutput:
    """Text in the shape of a template, since Pelican's writer asks nothing else of one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, _context: Any) -> str:
        return self._text
