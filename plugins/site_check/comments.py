"""Rules that keep comments out of the finished site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import comment_furniture as furniture
from .comment_systems import system_in_code, system_of_name, system_of_request
from .model import Hit
from .requests import requests_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import CheckConfig
    from .pages import Element, OutputFile, Page

_REMOVE = "Remove it; readers write to the author instead."
_NAMED = ("id", "class", "name")
_CONTAINERS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose id is made of their text: a heading “Comments” is not yet a comment system."""


def comment_system(page: Page, config: CheckConfig) -> Iterator[Hit]:
    """A comment system's host in any request, its names in markup, or either in a script."""
    for request in requests_of(page, config):
        system = system_of_request(request.host, request.url)
        if system:
            yield Hit(request.line, f"<{request.element}> loads {system}, a comment system.", _REMOVE, needle=request.url)
    for element in page.elements:
        for name in _names(element):
            if system := system_of_name(name):
                yield Hit(element.line, f"<{element.name}> is a part of {system}, a comment system (`{name}`).", _REMOVE, needle=name)
    for code in page.code:
        if system := system_in_code(code.text):
            yield Hit(code.line, f"A script names {system}, a comment system.", _REMOVE, needle=code.text.strip().split("\n")[0].strip())


def comment_system_in_script(file: OutputFile, _config: CheckConfig) -> Iterator[Hit]:
    """A comment system's host or name in a script of the site's own."""
    system = system_in_code(file.text) if file.kind in {"js", "mjs"} else None
    if system:
        yield Hit(0, f"This script names {system}, a comment system.", _REMOVE)


def comment_markup(page: Page, _config: CheckConfig) -> Iterator[Hit]:
    """Ids, classes, fields and structured data that any comment system leaves."""
    for element in page.elements:
        for name, what in _furniture(element):
            yield Hit(element.line, f"<{element.name}> is what a comment system leaves in a page ({what} `{name}`).", _REMOVE, needle=name)
    for code in page.code:
        found = furniture.STRUCTURED.search(code.text) if "json" in code.element.get("type") else None
        if found:
            yield Hit(code.line, f"Structured data speaks of comments ({found[0]}).", _REMOVE, needle=found[0])


def comment_text(page: Page, _config: CheckConfig) -> Iterator[Hit]:
    """A short text that stands alone and is a comment system's, such as “Leave a Reply”."""
    for words in page.words:
        for number, line in enumerate(words.text.split("\n")):
            if not words.is_quoted and words.inside != "title" and furniture.is_furniture(line):
                text = " ".join(line.split())
                yield Hit(words.line + number, f"“{text}” is what a comment system says.", _REMOVE, needle=line.strip())


def comment_feed(file: OutputFile, _config: CheckConfig) -> Iterator[Hit]:
    """An element of a feed that points to comments or counts them."""
    if file.kind in {"xml", "atom", "rss"}:
        for match in furniture.FEED.finditer(file.text):
            yield Hit(file.line_at(match.start()), f"The feed announces comments ({match[0]}).", _REMOVE)


def _names(element: Element) -> Iterator[str]:
    yield element.name
    yield from element.attributes
    for attribute in _NAMED:
        yield from element.get(attribute).split()
    for attribute in ("src", "href", "action", "data-src"):
        yield re.split(r"[?#]", element.get(attribute))[0].rpartition("/")[2]


def _furniture(element: Element) -> Iterator[tuple[str, str]]:
    for attribute in ("id", "class") if element.name not in _CONTAINERS else ("class",):
        yield from ((name, attribute) for name in element.get(attribute).split() if furniture.MARKUP.fullmatch(name))
    if element.name in {"textarea", "input"} and furniture.FIELDS.fullmatch(element.get("name")):
        yield element.get("name"), "field"
    if furniture.ITEMS.fullmatch(element.get("itemtype")) or element.get("itemprop") in {"comment", "commentCount"}:
        yield element.get("itemtype") or element.get("itemprop"), "microdata"
