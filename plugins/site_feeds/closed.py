"""Feeds that are closed: one entry, for ever the same, which says so and tells whom to write to.

Those who follow the comments of an old blog get it once, and know that no silence of their reader is meant.
"""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

from .language import words_in
from .model import Channel, Document, Entry
from .plan import SERIALIZERS, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import FeedsConfig
    from .model import Person


def format_of(path: str) -> str:
    """The format that a feed's file name asks for; empty if it asks for none."""
    return next((name for name, suffix in SUFFIXES.items() if path.endswith(suffix)), "")


def closed_feeds(config: FeedsConfig, author: Person, write_url: str) -> Iterator[tuple[str, str]]:
    """Path and text of each closed feed; `write_url` is where one writes to whoever answers for the site."""
    words = words_in(config.language)
    html = f'<p>{escape(words.closed_text)}</p>\n<p><a href="{escape(write_url)}">{escape(words.write)}</a></p>'
    mail = f'\n<p><a href="mailto:{escape(author.email)}">{escape(author.email)}</a></p>' if author.email else ""
    title, moment = words.closed_title.format(name=config.site_name), _since(config)
    for path in config.closed:
        serializer = SERIALIZERS[format_of(path)]
        urn = config.urn(f"feeds/closed/{path}")
        entry = Entry(f"{urn}/1", write_url, title, words.closed_text, html + mail, moment, moment, config.language, (author,))
        channel = Channel(urn, title, config.url(""), "", config.language, author)
        url = config.url(path)
        yield path, serializer.document(Document(channel, format_of(path), path, url, url, moment, (serializer.entry(entry),)))


def _since(config: FeedsConfig) -> datetime:
    """The year in the site's permanent names: a date that no build and no article changes."""
    return datetime(int(config.authority.rpartition(",")[2][:4]), 1, 1, tzinfo=UTC)
