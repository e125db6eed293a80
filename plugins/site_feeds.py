"""Mends Pelican's own site-wide feed: none without an article, and text that is shown as it was typed.

An empty feed is nothing that a reader could follow, and Pelican would date it with the moment of the build. So where no article is
published, FEED_ALL_ATOM, FEED_ATOM, FEED_ALL_RSS and FEED_RSS are unset, and templates offer none of them either. Pelican takes what looks
like a tag out of titles, and hands a summary over as HTML even where it is text (FORMATTED_FIELDS without `summary`); here a title stays
as its author typed it, and such a summary is escaped.

No settings of its own. Signals: `article_generator_finalized`, `feed_generated`. Writes nothing.
"""

from __future__ import annotations

from html import escape
from itertools import chain
from typing import TYPE_CHECKING, Any

from pelican import signals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican.generators import ArticlesGenerator

SITE_WIDE_FEEDS = ("FEED_ATOM", "FEED_ALL_ATOM", "FEED_RSS", "FEED_ALL_RSS")


def drop_empty_feeds(generator: ArticlesGenerator) -> None:
    if generator.articles:
        return
    for name in SITE_WIDE_FEEDS:
        generator.settings[name] = None
        generator.context[name] = None


def show_text_as_typed(context: Mapping[str, Any], feed: Any) -> None:
    """Give the feed's items, known by their links, the titles and text summaries of their articles."""
    published = chain.from_iterable((article, *article.translations) for article in context["articles"])
    by_link = {f"{context['SITEURL']}/{article.url}": article for article in published}
    site_wide = tuple(f"/{context[name]}" for name in SITE_WIDE_FEEDS if context.get(name))
    if str(feed.feed["feed_url"]).endswith(site_wide):  # a topic's feed has a title of its own
        feed.feed["title"] = context["SITENAME"]
    summaries_are_text = "summary" not in context["FORMATTED_FIELDS"]
    for item in feed.items:
        article = by_link.get(item["link"])
        if article is None:
            continue
        item["title"] = article.title
        if summaries_are_text and "summary" in article.metadata:
            item["description"] = escape(article.metadata["summary"])


def register() -> None:
    """Called by Pelican."""
    signals.article_generator_finalized.connect(drop_empty_feeds)
    signals.feed_generated.connect(show_text_as_typed)
