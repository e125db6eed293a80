"""Where the links of a built site lead."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from .feeds import is_copy, paths_of_feeds, read_feed
from .variants import VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

    from .builds import Build
    from .pages import Page

PREVIEW = "http://preview.invalid/"
"""Stands for whatever serves a preview, whose links begin at the root."""

PREVIEWS = {name for name, variant in VARIANTS.items() if not variant.publish}

ADDRESS_ATTRIBUTES = ("href", "src", "poster", "cite", "action", "data")
ADDRESS_METAS = ("og:url", "og:image")


def addresses_in(soup: BeautifulSoup) -> Iterator[str]:
    """Every address that elements name, as written."""
    for element in soup.find_all(True):
        for name in ADDRESS_ATTRIBUTES:
            if element.has_attr(name):
                yield str(element[name])
        if element.has_attr("srcset"):
            yield from (candidate.split()[0] for candidate in str(element["srcset"]).split(","))
        if element.name == "meta" and element.get("property") in ADDRESS_METAS:
            yield str(element["content"])


def strings_in(data: object) -> Iterator[str]:
    """Every string in a tree of JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings_in(value)


@dataclass
class SiteMap:
    """A build and its address: turns addresses into files."""

    build: Build

    @cached_property
    def public(self) -> str:
        """The address in site.toml, with a slash at its end."""
        settings = tomllib.loads((self.build.project / "site.toml").read_text(encoding="utf-8"))
        return str(settings["url"]).rstrip("/") + "/"

    @cached_property
    def base(self) -> str:
        """What the addresses in the pages start with."""
        return PREVIEW if self.build.name in PREVIEWS else self.public

    def own_path(self, address: str) -> str | None:
        """The path below the site's root; None for another site's address."""
        for base in (self.base, self.public):
            if address.startswith(base):
                return address.removeprefix(base)
        return "" if address.rstrip("/") + "/" in {self.base, self.public} else None

    def file_of(self, path: str) -> str:
        bare = unquote(urlsplit(path).path)
        return f"{bare}index.html" if not bare or bare.endswith("/") else bare

    def problem_with(self, page_address: str, link: str) -> str | None:
        """What is wrong with `link` on the page at `page_address`; None if it leads somewhere or to another site."""
        full, fragment = urldefrag(urljoin(self.base + page_address, link))
        path = self.own_path(full)
        if path is None:
            return self._outside(full)
        file = self.file_of(path)
        if file not in self.build.files:
            return "no such file"
        if fragment and file.endswith(".html") and unquote(fragment) not in self.ids(file):
            return "no element with that id"
        return None

    def _outside(self, address: str) -> str | None:
        """An address on our own host that is not below our path is a mistake."""
        own_hosts = {urlsplit(base).netloc for base in (self.base, self.public)}
        return "outside the site's path" if urlsplit(address).netloc in own_hosts else None

    def ids(self, file: str) -> set[str]:
        return {str(element["id"]) for element in self.build.pages[file].soup.select("[id]")} | {"top"}

    def dead_links(self) -> list[str]:
        """Every link of every page that leads nowhere, with the page and the reason."""
        found = []
        for page in self.build.pages.values():
            for link in dict.fromkeys(addresses_in(page.soup)):
                reason = self.problem_with(page.address, link)
                if reason:
                    found.append(f"{page.path}: {link}: {reason}")
        return found

    def linked_pages(self, page: Page) -> Iterator[str]:
        """Files of the pages that `page` links to with <a>."""
        for anchor in page.soup.select("a[href]"):
            path = self.own_path(urldefrag(urljoin(self.base + page.address, str(anchor["href"]))).url)
            if path is not None and self.file_of(path) in self.build.pages:
                yield self.file_of(path)

    def reachable(self) -> set[str]:
        """Files of all pages to which links lead from home, over any number of pages."""
        seen, waiting = {"index.html"}, ["index.html"]
        while waiting:
            new = set(self.linked_pages(self.build.pages[waiting.pop()])) - seen
            seen |= new
            waiting += sorted(new)
        return seen


def paths_of_listed_feeds(build: Build) -> list[str]:
    """Feeds that are neither copies at old addresses nor of a page that asks not to be found."""
    site_map = SiteMap(build)
    pages = {path: build.pages[site_map.file_of(site_map.own_path(read_feed(build.output / path).page_url) or "")] for path in _own(build)}
    return [path for path, page in pages.items() if not page.is_unlisted]


def _own(build: Build) -> list[str]:
    return [path for path in paths_of_feeds(build.output, archives=False) if not is_copy(build.output, path)]


def css_addresses(css: str) -> list[str]:
    return [address.strip("\"'") for address in re.findall(r"url\(([^)]+)\)", css)]
