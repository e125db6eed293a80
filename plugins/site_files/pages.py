"""The pages that search engines may show: those that say something of their own and are not marked `noindex`."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from pelican.generators import ArticlesGenerator, PagesGenerator, TemplatePagesGenerator

from .lists import listings, of_kind, pages_of
from .model import SitePage, page_address
from .planned import KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pelican.contents import Content
    from pelican.generators import Generator


UNLISTED = frozenset(["404", "drafts"])
"""Direct templates that are no page to be found."""
LISTS = frozenset(["index", "archives", "period_archives", "tags", "categories", "authors", "tag", "category", "author"])
"""Templates whose pages change with the articles in them; of any other nobody knows when it changed."""
NOT_FOUND = "404.html"


def indexable_pages(generators: Sequence[Generator]) -> list[SitePage]:
    """The published articles, translations and pages, lists with all their pages, series, and what plugins write; sorted by address.

    Drafts and hidden ones are not among them, nor tags that list themselves nowhere (`tag.info.is_listed`). Nothing is there twice.
    """
    context = generators[0].context if generators else {}
    found: dict[str, SitePage] = {}
    for page in chain(_contents(generators), _lists(generators), _series(context), _others(generators, context)):
        found.setdefault(page.address, page)
    found.pop(NOT_FOUND, None)
    return sorted(found.values(), key=lambda page: page.address)


def _page(url: str, changed: datetime | None = None) -> SitePage:
    return SitePage(page_address(url.lstrip("/")), changed)


def _contents(generators: Sequence[Generator]) -> Iterator[SitePage]:
    published: list[Content] = []
    for articles in of_kind(generators, ArticlesGenerator):
        published += (*articles.articles, *articles.translations)
    for pages in of_kind(generators, PagesGenerator):
        published += (*pages.pages, *pages.translations)
    return (_page(content.url, _changed(content)) for content in published if content.save_as)


def _lists(generators: Sequence[Generator]) -> Iterator[SitePage]:
    for generator in of_kind(generators, ArticlesGenerator):
        for listing in listings(generator):
            if listing.template not in UNLISTED and _is_listed(listing.about):
                changed = _newest(listing.articles) if listing.template in LISTS else None
                yield from (_page(page.url, changed) for page in pages_of(listing, generator.settings))


def _series(context: Mapping[str, Any]) -> Iterator[SitePage]:
    return (_page(series.url, _newest(series.parts)) for series in context.get("series", ()))


def _others(generators: Sequence[Generator], context: Mapping[str, Any]) -> Iterator[SitePage]:
    paths = [path for generator in of_kind(generators, TemplatePagesGenerator) for path in generator.settings["TEMPLATE_PAGES"].values()]
    return (_page(path) for path in (*paths, *context.get(KEY, ())) if path.endswith(".html"))


def _is_listed(about: Any) -> bool:
    return bool(getattr(getattr(about, "info", None), "is_listed", True))


def _changed(content: Content) -> datetime | None:
    """When it says that it changed: `Modified`, else `Date`; a page may say neither."""
    return getattr(content, "modified", None) or getattr(content, "date", None)


def _newest(articles: Iterable[Content]) -> datetime | None:
    return max((moment for article in articles if (moment := _changed(article))), key=datetime.timestamp, default=None)
