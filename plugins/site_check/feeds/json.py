"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .model import BrokenFeed, Entry, Html, JsonFeed, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .model import Feed

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold, and JSON can."""


def is_json_feed(text: str) -> bool:
    """Whether `text` is meant to be a JSON Feed: it names the format, or it has items and says whose they are."""
    if not text.lstrip().startswith("{"):
        return False
    return "jsonfeed.org/version/" in text or ('"items"' in text and ('"feed_url"' in text or '"home_page_url"' in text))


def read_json(path: str, place: str, text: str, digest: bytes) -> Feed:
    """A feed."""
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return BrokenFeed(path, place, error.lineno, error.msg)
    except ValueError as error:
        return BrokenFeed(path, place, 0, str(error))
    root, lines = _node("feed", data, 1), _Lines(text)
    entries = tuple(_entry(item, lines) for item in _items(data))
    addresses = (root.value("feed_url"),) if root.value("feed_url") else ()
    nodes = [root, *(entry.node for entry in entries)]
    forbidden = tuple(node.line for node in nodes if any(_FORBIDDEN.search(part.text) for part in node.children))
    return JsonFeed(path, place, root, entries, "", addresses, digest, data, forbidden)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


def _items(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The items that are objects; of others a rule speaks."""
    items = data.get("items")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _entry(item: dict[str, Any], lines: _Lines) -> Entry:
    line = lines.of(item.get("id"))
    node = _node("item", item, line)
    html = item.get("content_html")
    content = Html(html, line, has_lines=False) if isinstance(html, str) else None
    date = node.value("date_published") or node.value("date_modified")
    return Entry(node, node.value("id"), node.value("url"), node.value("title"), date, content)


def _node(name: str, data: Mapping[str, Any], line: int) -> Node:
    children = tuple(Node(key, _text(value), line=line) for key, value in data.items() if value is not None)
    return Node(name, line=line, children=children)


def _text(value: object) -> str:
    return str(value) if isinstance(value, (str, int, float)) else ""


@dataclass(slots=True)
class _Lines:
    """Finds values in the order in which they stand in the text."""

    text: str
    position: int = 0
    line: int = 1

    def of(self, value: object) -> int:
        """The line of the next place that has this value, or the last line that was found."""
        spellings = {json.dumps(value, ensure_ascii=False), json.dumps(value)} if value is not None else set()
        places = [place for place in (self.text.find(spelling, self.position) for spelling in spellings) if place >= 0]
        if places:
            self.line += self.text.count("\n", self.position, min(places))
            self.position = min(places)
        return self.line
