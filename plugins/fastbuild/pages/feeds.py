"""Pelican's own feeds, in the shape of templates."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals
from pelican.utils import get_relative_path, path_to_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican.contents import Content
    from pelican.writers import Writer


class Feed:
    """One feed of `elements`, which `writer` knows how to make. `title` is its own, besides the site's."""

    def __init__(self, writer: Writer, elements: list[Content], *, path: str, url: str | None, kind: str, title: str | None) -> None:
        self._writer = writer
        self.elements = elements
        self._path, self._url, self._kind, self._title = path, url, kind, title

    @property
    def made_of(self) -> tuple[Any, ...]:
        return self.elements, self._path, self._url, self._kind, str(self._title)

    def render(self, context: Mapping[str, Any]) -> str:
        """As `Writer.write_feed`, without opening a file."""
        writer: Any = self._writer
        writer.site_url = context.get("SITEURL", path_to_url(get_relative_path(self._path)))
        writer.feed_domain = context.get("FEED_DOMAIN")
        writer.feed_url = writer.urljoiner(writer.feed_domain, self._url or self._path)
        feed = writer._create_new_feed(self._kind, self._title, context)  # noqa: SLF001  (Pelican's writer, of which ours is one)
        for element in self.elements:
            writer._add_item_to_the_feed(feed, element)  # noqa: SLF001
        signals.feed_generated.send(context, feed=feed)
        text = StringIO()
        feed.write(text, "utf-8")
        return text.getvalue()
