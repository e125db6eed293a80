"""Media RSS (https://www.rssboard.org/media-rss): an article's picture, for readers that show one beside the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .xml import empty

if TYPE_CHECKING:
    from .model import Picture


def media(picture: Picture | None) -> tuple[str, ...]:
    """One element, or none."""
    if picture is None:
        return ()
    return (empty("media:content", url=picture.url, medium="image", width=str(picture.width), height=str(picture.height)),)
