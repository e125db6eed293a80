"""What JSON-LD says of a page's post: the nodes that describe one, and the values in them, which come in many shapes."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from ..folding import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

_POSTINGS = ("BlogPosting", "NewsArticle", "Article", "SocialMediaPosting", "TechArticle", "Report", "WebPage")
_LONGEST_JSON = 2_000_000


def postings(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """Nodes of JSON-LD that describe a post, those that say so most clearly first."""
    found = []
    for script in soup.find_all("script", type=re.compile("ld\\+json", re.IGNORECASE)):
        text = script.get_text()
        if len(text) > _LONGEST_JSON:
            continue
        try:
            found += list(_nodes(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            continue
    ranked = [(_rank(node), place, node) for place, node in enumerate(found) if _rank(node) is not None]
    return (node for _, _, node in sorted(ranked, key=lambda each: (each[0] or 0, each[1])))


def _nodes(value: Any) -> Iterator[dict[str, Any]]:  # JSON is anything
    stack = [value]
    while stack:
        here = stack.pop(0)
        if isinstance(here, dict):
            yield here
            stack += here.get("@graph") or [] if isinstance(here.get("@graph"), list) else []
            stack += [here["mainEntity"]] if isinstance(here.get("mainEntity"), dict) else []
        elif isinstance(here, list):
            stack += here


def _rank(node: dict[str, Any]) -> int | None:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return min((_POSTINGS.index(kind) for kind in kinds if kind in _POSTINGS), default=None)


def text_of(value: Any) -> str:  # JSON is anything
    """The text of a value: a string, the `name` of an object, the first of a list; an address is none."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return squeezed(unescape(value)) if isinstance(value, str) and not value.startswith("http") else ""


def texts_of(value: Any) -> tuple[str, ...]:  # JSON is anything
    """The texts of a list, each once; of a single value, the one."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(text for each in values if (text := text_of(each))))


def address_of(value: Any) -> str:  # JSON is anything
    """The address in a value: a string, the `url` or `@id` of an object, the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    return value.strip() if isinstance(value, str) and value.startswith("http") else ""
