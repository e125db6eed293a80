"""Pelican's generator of pages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from pelican import generators
from pelican.plugins import signals

from .classes import Page
from .files import FilesOnce
from .translations import ordered

if TYPE_CHECKING:
    from .reading import Library


class PagesGenerator(FilesOnce, generators.PagesGenerator):
    """Under Pelican's name, by which plugins know it."""

    library: Library

    def generate_context(self) -> None:
        """As Pelican's, in the same order, with the same signals."""
        files = sorted(self.get_files(self.settings["PAGE_PATHS"], exclude=self.settings["PAGE_EXCLUDES"]))
        found: dict[str, list[Page]] = {"published": [], "hidden": [], "draft": []}
        for page in self.library.contents(self, files, Page, (signals.page_generator_preread, signals.page_generator_context)):
            found[page.status].append(page)
        self.pages, self.translations = ordered(self.settings, "PAGE", found["published"])
        self.hidden_pages, self.hidden_translations = ordered(self.settings, "PAGE", found["hidden"])
        self.draft_pages, self.draft_translations = ordered(self.settings, "PAGE", found["draft"])
        self._update_context(("pages", "hidden_pages", "draft_pages"))
        signals.page_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        super().generate_output(writer)
        if follow_links := getattr(writer, "follow_links", None):
            follow_links()

    def every(self) -> chain[Page]:
        """All pages in the order in which Pelican writes them."""
        return chain(self.translations, self.pages, self.hidden_translations, self.hidden_pages, self.draft_translations, self.draft_pages)
