"""Pelican's part: what there will be is decided when all generators are finalized, and written behind their files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from .addresses import in_ascii, is_elsewhere
from .config import CONFIG_KEY, SiteFilesConfig
from .language import words_in
from .plan import NOTHING, Plan

if TYPE_CHECKING:
    from pelican.writers import Writer


class TextOutput:
    """Text in the shape of a template, since Pelican's writer asks nothing else of one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, _context: Any) -> str:
        return self._text


class SiteFilesGenerator(Generator):
    """Writes redirect pages and files for hosts and search engines through whatever writer is installed; `plan` says which."""

    plan: Plan = NOTHING

    def generate_output(self, writer: Writer) -> None:
        config = self.config
        for path, text in self.plan.files:
            writer.write_file(path, TextOutput(text), self.context)
        if self.plan.pages:
            template = self.env.get_template("redirect.html")
            shared: dict[str, Any] = {"words": words_in(config.language), "language": config.language}
            for path, redirect in self.plan.pages:
                writer.write_file(path, template, self.context, **shared, **_addresses(redirect.target, config))

    @property
    def config(self) -> SiteFilesConfig:
        config: SiteFilesConfig = self.settings[CONFIG_KEY]
        return config


def _addresses(target: str, config: SiteFilesConfig) -> dict[str, Any]:
    """The target for links, for search engines, and as one reads it."""
    if is_elsewhere(target):
        return {"address": target, "canonical": target, "shown": target}
    return {"address": f"{config.site_url}/{in_ascii(target)}", "canonical": config.public(target), "shown": f"/{target}"}
