"""Pelican's signals, translated to calls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader

from .asked import asked_redirects
from .config import CONFIG_KEY, site_files_config
from .generator import SiteFilesGenerator
from .outputs import keep_inside, site_outputs
from .pages import indexable_pages
from .plan import Site, planned
from .planned import watch_planned
from .report import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pelican import Pelican
    from pelican.generators import Generator

TEMPLATES = Path(__file__).parent / "templates"


def read_settings(pelican: Pelican) -> None:
    """Keep the configuration among the settings; raises SiteFilesConfigError."""
    pelican.settings[CONFIG_KEY] = site_files_config(pelican.settings)


def files_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001  (Pelican gives it)
    return SiteFilesGenerator


def prepare_generator(generator: Generator) -> None:
    """An eye on what plugins plan, from the first generator on, and our template behind the theme's."""
    watch_planned(generator.context)
    if isinstance(generator, SiteFilesGenerator) and isinstance(generator.env.loader, ChoiceLoader):
        generator.env.loader.loaders = [*generator.env.loader.loaders, FileSystemLoader(TEMPLATES)]


def plan_files(generators: Sequence[Generator]) -> None:
    """Everything is known now, and nothing is written yet."""
    outputs = site_outputs(generators)
    keep_inside(generators)
    for ours in (generator for generator in generators if isinstance(generator, SiteFilesGenerator)):
        feeds = [link.path for link in ours.context.get("site_feeds", ()) if link.path.endswith(".json")]
        site = Site(outputs, asked_redirects(generators, ours.config), indexable_pages(generators), feeds)
        ours.plan, findings = planned(site, ours.config)
        report(findings, is_strict=ours.config.strict)
