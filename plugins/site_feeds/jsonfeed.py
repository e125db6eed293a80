"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model import Document, Entry, Person

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def entry(it: Entry) -> str:
    """One item."""
    return _json(
        {
            "id": it.id,
            "url": it.url,
            "title": it.title,
            "summary": it.summary,
            "content_html": it.html,
            "content_text": it.text,
            "image": it.picture.url if it.picture else "",
            "date_published": it.published.isoformat(timespec="seconds"),
            "date_modified": it.updated.isoformat(timespec="seconds"),
            "authors": [_author(author) for author in it.authors],
            "tags": list(dict.fromkeys(label.name for label in it.labels)),
            "language": it.language,
        }
    )


def document(it: Document) -> str:
    """A whole file; `next_url` leads to older articles. Items have been made already, so they are put in, not made again."""
    channel = it.channel
    head = _json(
        {
            "version": VERSION,
            "title": channel.title,
            "home_page_url": channel.page_url,
            "feed_url": it.url,
            "description": channel.subtitle,
            "next_url": it.older,
            "icon": channel.icon,
            "authors": [_author(channel.author)],
            "language": channel.language,
            "hubs": [{"type": "WebSub", "url": channel.hub}] if channel.hub else [],
        }
    )
    items = ",\n".join(it.entries)
    return f'{head[:-1]},\n"items": [\n{items}\n]}}\n'


def _author(it: Person) -> dict[str, Any]:
    """`url` is the author's page, or the mail address of one who has none."""
    return {"name": it.name} | ({"url": it.url or f"mailto:{it.email}"} if it.url or it.email else {})


def _json(node: dict[str, Any]) -> str:
    """Without what is empty: the format has no empty values, but wants a content of each item."""
    return json.dumps({key: value for key, value in node.items() if value or key == "content_html"}, ensure_ascii=False)
