"""Built pages as the tests read them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup, Tag

FIRST_SEGMENTS = {
    "archive": "archive of a period",
    "tags": "tag",
    "categories": "category",
    "authors": "author",
    "series": "series",
    "drafts": "draft",
    "letters": "letters",
}
PLACES = {
    "": "home",
    "404.html": "404",
    "archive/": "archive",
    "tags/": "tags",
    "categories/": "categories",
    "authors/": "authors",
    "drafts/": "drafts",
}


@dataclass
class Page:
    """An HTML page of the output, parsed as a browser does."""

    path: str
    text: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html5lib")

    @property
    def address(self) -> str:
        """`archive/` for `archive/index.html`; empty for home."""
        return re.sub(r"(^|/)index\.html$", r"\1", self.path)

    def one(self, selector: str) -> Tag:
        """The single element that `selector` finds; an assertion fails otherwise."""
        found = self.soup.select(selector)
        assert len(found) == 1, f"{self.path}: {len(found)} elements match {selector}"
        return found[0]

    def attribute(self, selector: str, name: str) -> str:
        value = self.one(selector)[name]
        return value if isinstance(value, str) else " ".join(value)

    @property
    def is_unlisted(self) -> bool:
        """Asks not to be found: noindex."""
        return bool(self.soup.select('meta[name="robots"][content*="noindex"]'))

    @property
    def is_redirect(self) -> bool:
        return bool(self.soup.select('meta[http-equiv="refresh" i]'))

    @cached_property
    def graph(self) -> list[dict[str, Any]]:
        """Nodes of the page's JSON-LD, as typed."""
        nodes: list[dict[str, Any]] = []
        for script in self.soup.select('script[type="application/ld+json"]'):
            data = json.loads(script.string or "")
            nodes += data.get("@graph", [data])
        return nodes


def page_type(page: Page) -> str:
    """A name for what the page is, from its address and, for `/SLUG/`, from what it says of itself."""
    if page.address in PLACES:
        return PLACES[page.address]
    first = page.address.partition("/")[0]
    kind = FIRST_SEGMENTS.get(first, "")
    if re.fullmatch(r"(.*/)?page/\d+/", page.address):
        return f"{kind or 'home'}, later page"
    return kind or _kind_of_text(page)


def _kind_of_text(page: Page) -> str:
    kind = "article" if page.soup.select('meta[property="og:type"][content="article"]') else "page"
    return f"hidden {kind}" if page.is_unlisted else kind


def representatives(pages: dict[str, Page]) -> dict[str, Page]:
    """The longest page of each type, since it shows the most. `write` and `subscribe` are types of their own."""
    chosen: dict[str, Page] = {}
    for page in sorted(pages.values(), key=lambda page: (-len(page.text), page.path)):
        kind = page.address.rstrip("/") if page.address in {"write/", "subscribe/"} else page_type(page)
        chosen.setdefault(kind, page)
    return dict(sorted(chosen.items()))
