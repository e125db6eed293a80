"""The lists of articles that Pelican writes, and the pages of each: as `generate_*` and the writer of Pelican 4.12 do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pelican.paginator import Paginator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pelican.contents import Article
    from pelican.generators import ArticlesGenerator, Generator
    from pelican.settings import Settings

T = TypeVar("T", bound="Generator")


@dataclass(frozen=True, slots=True)
class Listing:
    """One list. `words` are for the author, `template` is its name, `about` the tag, category or author that it is of, if it is of one."""

    words: str
    template: str
    save_as: str
    url: str
    articles: Sequence[Article]
    about: Any = None


@dataclass(frozen=True, slots=True)
class ListPage:
    number: int
    path: str
    url: str


def of_kind(generators: Iterable[Generator], kind: type[T]) -> list[T]:
    return [generator for generator in generators if isinstance(generator, kind)]


def listings(generator: ArticlesGenerator) -> Iterator[Listing]:
    """All lists that will be written, in Pelican's order; none whose `…_SAVE_AS` is empty."""
    every = (*_periods(generator), *_direct(generator), *_named(generator))
    return (listing for listing in every if listing.save_as)


def pages_of(listing: Listing, settings: Settings) -> Iterator[ListPage]:
    """Its pages: one, or as many as pagination gives."""
    paginated = settings["PAGINATED_TEMPLATES"]
    if listing.template not in paginated:
        yield ListPage(1, listing.save_as, listing.url)
        return
    per_page = paginated[listing.template] or settings["DEFAULT_PAGINATION"]
    paginator = Paginator(listing.save_as, listing.url, listing.articles, settings, per_page)
    for number in range(1, paginator.num_pages + 1):
        page = paginator.page(number)
        yield ListPage(number, page.save_as, page.url)


def _periods(generator: ArticlesGenerator) -> Iterator[Listing]:
    for periods in generator.period_archives.values():
        for period in periods:
            name = "-".join(f"{number:02}" for number in period["period_num"])
            yield Listing(f"the archive of {name}", "period_archives", period["save_as"], period["url"], period["articles"])


def _direct(generator: ArticlesGenerator) -> Iterator[Listing]:
    settings = generator.settings
    for name in settings["DIRECT_TEMPLATES"]:
        save_as, url = (settings.get(f"{name.upper()}_{key}", f"{name}.html") for key in ("SAVE_AS", "URL"))
        yield Listing(f"the site's page “{name}”", name, save_as, url, generator.articles)


def _named(generator: ArticlesGenerator) -> Iterator[Listing]:
    groups = {"tag": generator.tags.items(), "category": generator.categories, "author": generator.authors}
    for kind, group in groups.items():
        for about, articles in group:
            yield Listing(f"{kind} “{about.name}”", kind, about.save_as, about.url, articles, about)
