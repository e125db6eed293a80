"""Pelican's signals, translated to calls."""

from __future__ import annotations

from functools import cache, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader
from pelican.urlwrappers import Author

from .attach import attach_authors, attach_contents, attach_tags, photos, site_context
from .book import BOOK_KEY, Book, read_book
from .cloak import cloak
from .config import CONFIG_KEY, ContactConfig, contact_config
from .feed import FEED_KEY, FeedInvitations, published
from .json_ld import person
from .kept import kept
from .language import words_in
from .outputs import CardFilesGenerator
from .report import report
from .source_files import TEMPLATES, without

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import ArticlesGenerator, Generator, PagesGenerator


def read_settings(pelican: Pelican) -> None:
    """Keep the configuration among the settings, and our folders from being read as articles or copied; raises ContactConfigError."""
    settings = pelican.settings
    config = contact_config(settings)
    settings[CONFIG_KEY] = config
    for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES"):
        settings[name] = [*dict.fromkeys([*settings.get(name, ()), config.authors_path, config.ctas_path])]


def read_cards(pelican: Pelican) -> type[Generator]:
    """At the beginning of every build, also where one Pelican builds again and again; the generator writes what belongs to the cards."""
    settings = pelican.settings
    config: ContactConfig = settings[CONFIG_KEY]
    book, findings = read_book(config, lambda name: str(Author(name, settings).slug))
    settings[BOOK_KEY] = book
    report(findings, is_strict=config.strict)
    return CardFilesGenerator


def prepare_generator(generator: Generator) -> None:
    """Our templates behind the theme's, what they need, and `site.md` out of sight (Pelican's excludes know folders only).

    What templates call are filters: for each global name Jinja needs a microsecond more whenever a page imports a macro.
    """
    config, environment = _config_of(generator), generator.env
    if isinstance(environment.loader, ChoiceLoader):
        environment.loader.loaders = [*environment.loader.loaders, FileSystemLoader(TEMPLATES)]
    environment.filters |= {
        "cloak": cloak,
        "cta_kept": kept(),
        "cta_person": cache(partial(person, site_url=config.public_url)),
        "cta_public_url": partial("{}/{}".format, config.public_url),
        "cta_words": words_in,
    }
    generator.get_files = without(PurePath(config.site_file_path), generator.get_files)  # type: ignore[method-assign]


def invite_in_articles(generator: ArticlesGenerator) -> None:
    """Attach everything that articles, authors and tags get, and put into the context what all templates may show."""
    config, book, context = _config_of(generator), _book_of(generator), generator.context
    listed = (*generator.articles, *generator.translations)
    hidden = (*generator.hidden_articles, *generator.hidden_translations)
    findings = attach_contents((*listed, *hidden, *generator.drafts, *generator.drafts_translations), book, config)
    attach_authors((author for author, _ in generator.authors), book, config)
    findings += attach_tags(dict(generator.tags), book, config)
    context.update(site_context(book, config))
    context[FEED_KEY] = FeedInvitations(generator.env, published(generator.articles, config.public_url))
    context["static_links"].update(photos(book))
    report(findings, is_strict=config.strict)


def invite_in_pages(generator: PagesGenerator) -> None:
    config = _config_of(generator)
    listed = (*generator.pages, *generator.translations, *generator.hidden_pages, *generator.hidden_translations)
    findings = attach_contents((*listed, *generator.draft_pages, *generator.draft_translations), _book_of(generator), config)
    report(findings, is_strict=config.strict)


def invite_in_feed(context: dict[str, Any], feed: Any) -> None:
    invitations: FeedInvitations | None = context.get(FEED_KEY)
    if invitations:
        invitations.add_to(feed, context)


def _config_of(generator: Generator) -> ContactConfig:
    config: ContactConfig = generator.settings[CONFIG_KEY]
    return config


def _book_of(generator: Generator) -> Book:
    book: Book = generator.settings[BOOK_KEY]
    return book
