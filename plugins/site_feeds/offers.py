"""What templates learn of the feeds: the site's, those of what a page is about, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .model import SCOPES, FeedLink
from .plan import FOLDERS, SUFFIXES, opml_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .config import FeedsConfig
    from .plan import Group

STOCK = {
    "FEED_ALL_ATOM": ("site", "atom"),
    "FEED_ALL_RSS": ("site", "rss"),
    "TAG_FEED_ATOM": ("tag", "atom"),
    "TAG_FEED_RSS": ("tag", "rss"),
    "CATEGORY_FEED_ATOM": ("category", "atom"),
    "CATEGORY_FEED_RSS": ("category", "rss"),
    "AUTHOR_FEED_ATOM": ("author", "atom"),
    "AUTHOR_FEED_RSS": ("author", "rss"),
    "TRANSLATION_FEED_ATOM": ("", ""),
    "TRANSLATION_FEED_RSS": ("", ""),
    "FEED_ATOM": ("", ""),
    "FEED_RSS": ("", ""),
}
"""Pelican's settings for its own feeds, and which of ours a theme that reads them finds there."""


def offer(groups: Iterable[Group], context: dict[str, Any], config: FeedsConfig) -> None:
    """Put the feeds into the context, and onto what they are about."""
    found = [(group, group.links(config)) for group in groups]
    for group, links in found:
        for about in group.about:
            about.feeds = links
    context["site_feeds"] = next((links for group, links in found if group.scope == "site"), ())
    context["series_feeds"] = {group.page_path: links for group, links in found if group.scope == "series"}
    context["feed_lists"] = _lists(found)
    context["feeds_opml"] = opml_path(config) if any(links for _, links in found) else ""
    context |= _for_stock_themes(context, config)


def _lists(found: list[tuple[Group, tuple[FeedLink, ...]]]) -> dict[str, tuple[FeedLink, ...]]:
    """By scope, one feed for each group, in the order of their names."""
    by_scope = {scope: [links[0] for group, links in found if links and group.is_listed and group.scope == scope] for scope in SCOPES}
    return {scope: tuple(sorted(links, key=lambda link: link.name.casefold())) for scope, links in by_scope.items()}


def _for_stock_themes(context: dict[str, Any], config: FeedsConfig) -> dict[str, Any]:
    """Themes offer what these settings name; the settings themselves are empty, so that Pelican writes no feed of its own."""
    site = {link.format: link.path for link in context["site_feeds"]}
    patterns = {
        setting: f"{config.path}/{FOLDERS[scope]}/{{slug}}{SUFFIXES[name]}" if site and name in config.formats_of(scope) else None
        for setting, (scope, name) in STOCK.items()
        if scope in FOLDERS
    }
    whole = {setting: site.get(name) for setting, (scope, name) in STOCK.items() if scope not in FOLDERS}
    return patterns | whole | {"FEED_DOMAIN": config.public_url}
