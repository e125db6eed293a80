"""The feeds that Pelican itself writes, where no plugin has switched them off."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from .model import Output, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.generators import ArticlesGenerator

OF_SITE = ("FEED_ATOM", "FEED_RSS", "FEED_ALL_ATOM", "FEED_ALL_RSS")
FORMATS = ("ATOM", "RSS")


def stock_feeds(generator: ArticlesGenerator) -> Iterator[Output]:
    """As `ArticlesGenerator.generate_feeds` writes them."""
    settings = generator.settings
    for setting in OF_SITE:
        if settings.get(setting):
            yield Output(str(settings[setting]), Source(f"the feed of the site ({setting})"))
    for kind, field, name, value in _subjects(generator):
        for setting in (f"{kind}_FEED_{suffix}" for suffix in FORMATS):
            if settings.get(setting):
                yield Output(str(settings[setting]).format(**{field: value}), Source(f"the feed of {kind.lower()} “{name}” ({setting})"))


def _subjects(generator: ArticlesGenerator) -> Iterator[tuple[str, str, Any, str]]:
    """What has a feed of its own: the kind in the setting's name, the field in its value, the name, and what the field becomes."""
    yield from (("CATEGORY", "slug", category.name, category.slug) for category, _ in generator.categories)
    yield from (("AUTHOR", "slug", author.name, author.slug) for author, _ in generator.authors)
    yield from (("TAG", "slug", tag.name, tag.slug) for tag in generator.tags)
    languages = dict.fromkeys(article.lang for article in chain(generator.articles, generator.translations))
    yield from (("TRANSLATION", "lang", language, language) for language in languages)
