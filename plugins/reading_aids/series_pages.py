"""One page for each series."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader
from pelican.generators import Generator

if TYPE_CHECKING:
    from pelican.writers import Writer

TEMPLATES = Path(__file__).parent / "templates"


class SeriesGenerator(Generator):
    """Writes the series in the context with the theme's template `series`, or with ours where the theme has none."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        if isinstance(self.env.loader, ChoiceLoader):
            self.env.loader.loaders = [*self.env.loader.loaders, FileSystemLoader(TEMPLATES)]

    def generate_context(self) -> None:
        """Say what will be written, for whoever looks for two pages at one address."""
        planned = self.context.setdefault("planned_outputs", {})
        planned.update({series.save_as: f"series {series.name}" for series in self.context.get("series", ())})

    def generate_output(self, writer: Writer) -> None:
        for series in self.context.get("series", ()):
            writer.write_file(
                series.save_as,
                self.get_template("series"),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                url=series.url,
                series=series,
            )
