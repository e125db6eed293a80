"""The invitation in the feeds of stock Pelican."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from .resolve import ANCHOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment
    from pelican.contents import Article
    from pelican.urlwrappers import Author

FEED_KEY = "contact_cta_feed"
"""Where the renderer lies in Pelican's context, since `feed_generated` hands over nothing else."""


class FeedInvitations:
    """Adds to each item of a feed its article's invitation, made with the template `cta/feed.html`; `articles` come with their URLs."""

    def __init__(self, environment: Environment, articles: Iterable[tuple[str, Article]]) -> None:
        self._environment, self._articles = environment, tuple(articles)
        self._by_link: dict[str, Article] = {}
        self._rendered: dict[int, str] = {}
        self._pages_of_authors: dict[str, str | None] = {}

    def add_to(self, feed: Any, context: Mapping[str, Any]) -> None:
        """Items are known by their links; one that is no published article of the site stays as it is.

        The text of an Atom item is its `content`, that of an RSS item its `description`.
        """
        base = str(context.get("SITEURL", ""))
        self._by_link = self._by_link or self._links(base, is_relative=bool(context.get("RELATIVE_URLS")))
        for item in feed.items:
            article = self._by_link.get(str(item["link"]).removesuffix("?ref=feed"))
            if article is not None:
                self._sign(item, getattr(article, "author", None), base)
            if article is not None and article.cta:
                part = "content" if item.get("content") is not None else "description"
                item[part] = f"{item.get(part) or ''}\n{self._invitation(article, context)}"

    def _links(self, site_url: str, *, is_relative: bool) -> dict[str, Article]:
        """Articles by the links that Pelican's writer gives them."""
        base = site_url if site_url.endswith("/") else f"{site_url}/"
        join = str.__add__ if is_relative else urljoin
        return {join(base, url): article for url, article in self._articles}

    def _invitation(self, article: Article, context: Mapping[str, Any]) -> str:
        if id(article) not in self._rendered:
            template = self._environment.get_template("cta/feed.html")
            self._rendered[id(article)] = template.render(context, article=article)
        return self._rendered[id(article)]

    def _sign(self, item: dict[str, Any], author: Author | None, base: str) -> None:
        """Say in the entry's own fields who wrote it and how to answer; a guest without a card is a name only."""
        if author is None or not author.card:
            return
        if author.slug not in self._pages_of_authors:  # Pelican works an address out anew each time
            self._pages_of_authors[author.slug] = f"{base}/{author.url}" if base and author.save_as else None
        item["author_email"] = author.card.email or None
        item["author_link"] = self._pages_of_authors[author.slug]


def published(articles: Iterable[Article], public_url: str) -> Iterator[tuple[str, Article]]:
    """Articles and their translations, as feeds list them, with their URLs, which Pelican would work out anew each time."""
    for article in chain.from_iterable((article, *article.translations) for article in articles):
        page_url: str = article.cta.page_url if article.cta else ""
        yield page_url[len(public_url) + 1 : -len(ANCHOR)] or article.url, article
