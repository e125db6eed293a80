"""Every file that a build will write, but for those of this plugin: known before the first one is written."""

from __future__ import annotations

import os
import posixpath
from itertools import chain
from typing import TYPE_CHECKING

from pelican.generators import ArticlesGenerator, PagesGenerator, SourceFileGenerator, StaticGenerator, TemplatePagesGenerator

from .copies import source_outputs, static_outputs, theme_outputs
from .file_names import leaves_the_site
from .lists import listings, of_kind, pages_of
from .model import Output, Source
from .planned import KEY, PlannedOutputs
from .stock_feeds import stock_feeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from pelican.contents import Content
    from pelican.generators import Generator


def site_outputs(generators: Sequence[Generator]) -> list[Output]:
    """Pelican's own files and those that plugins have planned; a path that two sources want is there twice.

    Call it when all generators are finalized. A list whose path is the `Save_as` of a content, or that of a template page, gives way: that
    is how Pelican lets an author put a page in the place of a list.
    """
    contents, pages = _contents(generators), tuple(_template_pages(generators))
    overriding = (*(content.save_as for content, _ in contents if hasattr(content, "override_save_as")), *(page.path for page in pages))
    taken = frozenset(posixpath.normpath(path) for path in overriding)
    found = chain(
        (Output(content.save_as, _source(content, word)) for content, word in contents if content.save_as),
        (output for output in _lists(generators) if posixpath.normpath(output.path) not in taken),
        _feeds(generators),
        pages,
        _copies(generators, [content for content, _ in contents]),
        _planned(generators[0].context if generators else {}),
    )
    return [Output(output.path.replace(os.sep, "/"), output.source) for output in found]


def keep_inside(generators: Sequence[Generator]) -> None:
    """Take the path from every content that would be written elsewhere: Pelican stops most of them, but not one in a folder beside its own.

    Call it when `site_outputs` has told of them.
    """
    for content, _ in _contents(generators):
        if content.save_as and leaves_the_site(content.save_as):
            content.override_save_as = ""


def _contents(generators: Sequence[Generator]) -> list[tuple[Content, str]]:
    """All articles and pages, in the order in which Pelican writes them, with the word for what each is."""
    groups: list[tuple[str, Iterable[Content]]] = []
    for articles in of_kind(generators, ArticlesGenerator):
        groups += [("article", group) for group in (articles.translations, articles.articles)]
        groups += [("article", group) for group in (articles.hidden_translations, articles.hidden_articles)]
        groups += [("draft", group) for group in (articles.drafts_translations, articles.drafts)]
    for pages in of_kind(generators, PagesGenerator):
        groups += [("page", group) for group in (pages.translations, pages.pages, pages.hidden_translations, pages.hidden_pages)]
        groups += [("draft page", group) for group in (pages.draft_translations, pages.draft_pages)]
    return [(content, word) for word, group in groups for content in group]


def _source(content: Content, word: str) -> Source:
    return Source(f"the {word} “{content.title}”", str(content.source_path or ""))


def _lists(generators: Sequence[Generator]) -> Iterator[Output]:
    """Every page of every list."""
    for generator in of_kind(generators, ArticlesGenerator):
        for listing in listings(generator):
            for page in pages_of(listing, generator.settings):
                yield Output(page.path, Source(listing.words if page.number == 1 else f"{listing.words}, page {page.number}"))


def _feeds(generators: Sequence[Generator]) -> Iterator[Output]:
    for generator in of_kind(generators, ArticlesGenerator):
        yield from stock_feeds(generator)


def _template_pages(generators: Sequence[Generator]) -> Iterator[Output]:
    for generator in of_kind(generators, TemplatePagesGenerator):
        for source, path in generator.settings["TEMPLATE_PAGES"].items():
            yield Output(str(path), Source(f"the template {source}", os.path.join(generator.path, source)))  # noqa: PTH118  (text)


def _copies(generators: Sequence[Generator], contents: Sequence[Content]) -> Iterator[Output]:
    for sources in of_kind(generators, SourceFileGenerator):
        yield from source_outputs(sources)
    for statics in of_kind(generators, StaticGenerator):
        yield from theme_outputs(statics)
        yield from static_outputs(statics, contents)


def _planned(context: Mapping[str, Any]) -> Iterator[Output]:
    planned = context.get(KEY, {})
    yield from (Output(path, Source(str(words))) for path, words in planned.items())
    if isinstance(planned, PlannedOutputs):
        yield from (Output(path, Source(second)) for path, _, second in planned.clashes)
