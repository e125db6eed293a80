"""The redirects that a site asks for, gathered from Pelican's objects: contents, cards of authors, files of tags, and the settings."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.urlwrappers import Author

from .lists import Listing, of_kind, pages_of
from .lists_in_fields import members
from .model import Asked, Source, page_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pelican.contents import Content
    from pelican.generators import Generator
    from pelican.urlwrappers import Tag

    from .config import SiteFilesConfig


def asked_redirects(generators: Sequence[Generator], config: SiteFilesConfig) -> list[Asked]:
    """All of them. A draft asks for none, as it is not there for readers yet."""
    wishes: list[Iterable[Asked]] = [_of_settings(config)]
    for articles in of_kind(generators, ArticlesGenerator):
        listed = (articles.articles, articles.translations, articles.hidden_articles, articles.hidden_translations)
        wishes += [_of_contents(chain.from_iterable(listed), "article"), _of_cards(articles)]
        wishes += [_of_tag(tag, articles) for tag in articles.tags]
    for pages in of_kind(generators, PagesGenerator):
        shown = (pages.pages, pages.translations, pages.hidden_pages, pages.hidden_translations)
        wishes.append(_of_contents(chain.from_iterable(shown), "page"))
    return list(chain.from_iterable(wishes))


def _of_settings(config: SiteFilesConfig) -> Iterator[Asked]:
    for origin, target, line in config.redirects:
        source = Source("the list [redirects]", config.redirects_file, line) if line else Source("SITE_FILES_REDIRECTS")
        yield Asked(origin, target, source, is_typed=True)


def _of_contents(contents: Iterable[Content], word: str) -> Iterator[Asked]:
    for content in contents:
        origins = content.metadata.get("redirect_from")
        if origins and content.save_as:
            source = Source(f"the {word} “{content.title}”", str(content.source_path or ""))
            yield from (Asked(origin, page_address(content.save_as), source) for origin in members(origins))


def _of_cards(generator: ArticlesGenerator) -> Iterator[Asked]:
    """Old addresses of authors' pages; a card whose author has written nothing leads to a page that is not there, which is told."""
    known = {author.slug: author for author, _ in generator.authors}
    for card in generator.context.get("cards", ()):
        author = known.get(card.slug) or Author(card.name, generator.settings)
        source = Source(f"the card of {card.name}", getattr(card, "source_path", ""))
        yield from (Asked(origin, page_address(author.save_as), source) for origin in card.redirect_from)


def _of_tag(tag: Tag, generator: ArticlesGenerator) -> Iterator[Asked]:
    info = getattr(tag, "info", None)
    if info is None or not tag.save_as:
        return
    source = Source(f"the tag “{tag.name}”", str(getattr(info, "source_path", "") or ""))
    yield from (Asked(origin, page_address(tag.save_as), source) for origin in getattr(info, "redirect_from", ()))
    new = _addresses(tag, tag.save_as, tag.url, generator)
    for alias in getattr(info, "aliases", ()):
        of_alias = Source(f"the old name “{alias.name}” of the tag “{tag.name}”", source.path)
        for old, now in zip(_addresses(tag, alias.save_as, alias.url, generator), new, strict=True):
            if old != now:
                yield Asked(f"/{quote(old)}", now, of_alias, field="aliases")


def _addresses(tag: Any, save_as: str, url: str, generator: ArticlesGenerator) -> list[str]:
    """The pages that a tag's list has, or would have had at another address."""
    listing = Listing("", "tag", save_as, url, generator.tags[tag])
    return [page_address(page.path) for page in pages_of(listing, generator.settings)]
