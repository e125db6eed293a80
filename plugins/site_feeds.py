"""Keeps Pelican's own Atom feed out of a site that has no article yet.

An empty feed is nothing that a reader could follow, and Pelican would date it with the moment of the build. No settings of its own:
where no article is published, FEED_ALL_ATOM, FEED_ATOM, FEED_ALL_RSS and FEED_RSS are unset, so that templates offer none of them either.
Signals: `article_generator_finalized`. Writes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import signals

if TYPE_CHECKING:
    from pelican.generators import ArticlesGenerator

SITE_WIDE_FEEDS = ("FEED_ATOM", "FEED_ALL_ATOM", "FEED_RSS", "FEED_ALL_RSS")


def drop_empty_feeds(generator: ArticlesGenerator) -> None:
    if generator.articles:
        return
    for name in SITE_WIDE_FEEDS:
        generator.settings[name] = None
        generator.context[name] = None


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(drop_empty_feeds)
