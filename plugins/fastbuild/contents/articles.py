"""Pelican's generator of articles without its four loops over all articles for each article."""

from __future__ import annotations

import logging
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pelican import generators
from pelican.plugins import signals
from pelican.writers import FileOverwriteFailedError

from .classes import Article, adopt
from .files import FilesOnce
from .periods import period_archives
from .translations import ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .reading import Library

log = logging.getLogger("pelican.generators")


class ArticlesGenerator(FilesOnce, generators.ArticlesGenerator):
    """Under Pelican's name, by which plugins know it."""

    library: Library

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        signals.content_object_init.connect(adopt)
        super().__init__(*args, **kwargs)

    def generate_context(self) -> None:
        """As Pelican's, in the same order, with the same signals."""
        files = sorted(self.get_files(self.settings["ARTICLE_PATHS"], exclude=self.settings["ARTICLE_EXCLUDES"]))
        found: dict[str, list[Article]] = {"published": [], "hidden": [], "draft": []}
        for article in self.library.contents(self, files, Article, (signals.article_generator_preread, signals.article_generator_context)):
            found[article.status].append(article)
        self.articles, self.translations = ordered(self.settings, "ARTICLE", found["published"])
        self.hidden_articles, self.hidden_translations = ordered(self.settings, "ARTICLE", found["hidden"])
        self.drafts, self.drafts_translations = ordered(self.settings, "ARTICLE", found["draft"])
        signals.article_generator_pretaxonomy.send(self)
        self._fill_taxonomy()
        self.dates = sorted(self.articles, key=attrgetter("date"), reverse=self.context["NEWEST_FIRST_ARCHIVES"])
        self.period_archives = period_archives(self.dates, self.articles, self.settings)
        categories: Any = self.categories  # a dictionary so far, as in Pelican's
        authors: Any = self.authors
        self.categories = sorted(categories.items(), reverse=self.settings["REVERSE_CATEGORY_ORDER"])
        self.authors = sorted(authors.items())
        self._update_context(("articles", "drafts", "hidden_articles", "dates", "tags", "categories", "authors", "related_posts"))
        self.context["period_archives"] = self.period_archives
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        super().generate_output(writer)
        if follow_links := getattr(writer, "follow_links", None):
            follow_links()

    def _fill_taxonomy(self) -> None:
        categories: Any = self.categories
        authors: Any = self.authors
        for article in self.articles:
            if hasattr(article, "category"):
                categories[article.category].append(article)
            for tag in getattr(article, "tags", ()):
                self.tags[tag].append(article)
            for author in getattr(article, "authors", ()):
                authors[author].append(article)

    def generate_tags(self, write: Callable[..., None]) -> None:
        self._write_lists("tag", self.tags.items(), write)

    def generate_categories(self, write: Callable[..., None]) -> None:
        self._write_lists("category", self.categories, write)

    def generate_authors(self, write: Callable[..., None]) -> None:
        self._write_lists("author", self.authors, write)

    def _write_lists(self, kind: str, lists: Iterable[tuple[Any, list[Any]]], write: Callable[..., None]) -> None:
        """The pages of all tags, categories or authors; `kind` is the template and the name of the page's own argument."""
        template, place = self.get_template(kind), {id(article): number for number, article in enumerate(self.dates)}
        for wrapper, articles in lists:
            known = {place[id(article)]: article for article in articles if id(article) in place}
            dates = [known[number] for number in sorted(known)]
            given = {"articles": articles, "dates": dates, "template_name": kind, "blog": True, "all_articles": self.articles}
            given |= {kind: wrapper, "url": wrapper.url, "page_name": wrapper.page_name}
            try:
                write(wrapper.save_as, template, self.context, **given)
            except FileOverwriteFailedError:
                if wrapper.slug:
                    log.error('Failed to write %s page for "%s".', kind.capitalize(), wrapper)  # noqa: TRY400  (as Pelican logs it)
                    raise
                log.info('%s "%s" has an invalid slug; skipping writing %s page...', kind.capitalize(), wrapper, kind)

    def _build_period_archives(self, sorted_articles: Any, articles: Any, settings: Any) -> Any:
        return period_archives(sorted_articles, articles, settings)
