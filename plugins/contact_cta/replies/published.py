"""Former titles: `published.json` in the root tells under which titles articles were sent out.

Read is `feeds` → path → `entries` → id → `title`, and `former_titles` (a list) beside it where there is one. The entry of an article is
the one that ends in its `Id` (`tag:example.org,2026:J0R6E2`), is its foreign Id, or has its slug as the last part of its `url`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .articles import Article

NAME = "published.json"


class PublishedError(Exception):
    """The file is there and cannot be used; the message says why and what to do."""


def former_titles(root: Path, articles: tuple[Article, ...]) -> tuple[tuple[str, Article], ...]:
    """(title, article) for every title in `root/published.json`, the present ones among them; none if there is no such file.

    PublishedError if it cannot be read, or is not what it should be.
    """
    path = root / NAME
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError) as error:
        raise PublishedError(
            f"{path}: it cannot be read ({error}), so former titles are not known. Take it from your last backup."
        ) from error
    if not isinstance(state, dict):
        raise PublishedError(f"{path}: it should hold one JSON object, so former titles are not known. Take it from your last backup.")
    by_id = {article.id.upper(): article for article in articles if article.id}
    by_slug = {article.slug: article for article in articles}
    found = ((title, _article(entry_id, entry, by_id, by_slug=by_slug)) for entry_id, entry in _entries(state) for title in _titles(entry))
    return tuple(dict.fromkeys((title, article) for title, article in found if article))


def _entries(state: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for feed in _object(state, "feeds").values():
        if isinstance(feed, dict):
            yield from ((entry_id, entry) for entry_id, entry in _object(feed, "entries").items() if isinstance(entry, dict))


def _object(holder: dict[str, Any], name: str) -> dict[str, Any]:
    value = holder.get(name)
    return value if isinstance(value, dict) else {}


def _titles(entry: dict[str, Any]) -> list[str]:
    former = entry.get("former_titles")
    titles = [entry.get("title"), *(former if isinstance(former, list) else [])]
    return [title for title in titles if isinstance(title, str) and title.strip()]


def _article(entry_id: str, entry: dict[str, Any], by_id: dict[str, Article], *, by_slug: dict[str, Article]) -> Article | None:
    slug = str(entry.get("url", "")).rstrip("/").rpartition("/")[2]
    return by_id.get(entry_id.upper()) or by_id.get(entry_id.rpartition(":")[2].upper()) or by_slug.get(slug)
