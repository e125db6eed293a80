"""Atom, RSS and OPML, read by libxml2, which fetches nothing and expands nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from .model import AtomFeed, BrokenFeed, Entry, Html, Node, Opml, RssFeed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from .model import Feed

ATOM = "http://www.w3.org/2005/Atom"
PREFIXES = {
    ATOM: "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""Namespaces, and what their elements are called here."""

FORBIDDEN = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    r"|&#x0*(?:[0-8bcef]|1[0-9a-f]);"
    r"|&#0*(?:[0-8]|1[124-9]|2\d|3[01]);",
    re.IGNORECASE,
)
"""Characters that no XML may hold (XML 1.0, section 2.2), also as references."""


def read_xml(path: str, place: str, text: str, digest: bytes) -> Feed:
    """A feed or a list of feeds."""
    try:
        root = etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        return _broken(path, place, text, error)
    node = _node(root)
    if node.name == "atom:feed":
        return _atom(path, place, node, digest)
    if node.name == "opml":
        return Opml(path, place, tuple(_outlines(node.first("body"))))
    channel = node.first("channel")
    if node.name == "rss" and channel:
        return _rss(path, place, channel, digest)
    why = "<rss> has no <channel>" if node.name == "rss" else f"<{node.name.rpartition(':')[2]}> is not in the namespace {ATOM}"
    return BrokenFeed(path, place, node.line, why)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)


def _broken(path: str, place: str, text: str, error: etree.XMLSyntaxError) -> BrokenFeed:
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        shown = forbidden[0] if forbidden[0].startswith("&") else f"U+{ord(forbidden[0]):04X}"
        return BrokenFeed(path, place, text.count("\n", 0, forbidden.start()) + 1, shown, has_forbidden_character=True)
    return BrokenFeed(path, place, error.lineno or 0, str(error.msg).partition(", line ")[0])


def _node(element: Element) -> Node:
    children = tuple(_node(child) for child in element if isinstance(child.tag, str))
    attributes = {_name(str(name)): str(value) for name, value in element.attrib.items()}
    return Node(_name(str(element.tag)), _text(element, attributes.get("type", "")), attributes, element.sourceline or 0, children)


def _name(tag: str) -> str:
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    return f"{PREFIXES.get(namespace, 'other')}:{name}" if namespace else name


def _text(element: Element, kind: str) -> str:
    """What is in an element: its text, or its markup if it is XHTML."""
    if kind == "xhtml" and len(element):
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element[0])
    return element.text or ""


def _atom(path: str, place: str, root: Node, digest: bytes) -> AtomFeed:
    addresses = tuple(link.get("href") for link in root.all("atom:link") if link.get("rel") == "self")
    entries = tuple(_atom_entry(node) for node in root.all("atom:entry"))
    return AtomFeed(path, place, root, entries, root.value("atom:id"), addresses, digest)


def _atom_entry(node: Node) -> Entry:
    links = node.all("atom:link")
    url = next((link.get("href") for link in links if link.get("rel") in {"", "alternate"}), "")
    date = node.value("atom:published") or node.value("atom:updated")
    content, summary = _html(node.first("atom:content")), _html(node.first("atom:summary"))
    return Entry(node, node.value("atom:id"), url, node.value("atom:title"), date, content, summary)


def _html(node: Node | None) -> Html | None:
    return Html(node.text, node.line) if node and node.get("type") in {"html", "xhtml", "text/html"} else None


def _rss(path: str, place: str, channel: Node, digest: bytes) -> RssFeed:
    addresses = tuple(link.get("href") for link in channel.all("atom:link") if link.get("rel") == "self")
    return RssFeed(path, place, channel, tuple(_rss_entry(node) for node in channel.all("item")), "", addresses, digest)


def _rss_entry(node: Node) -> Entry:
    """Where there is only a `description`, it is the content."""
    description, full = _part(node.first("description")), _part(node.first("content:encoded"))
    parts = (full, description) if full else (description, None)
    return Entry(node, node.value("guid"), node.value("link"), node.value("title"), node.value("pubDate"), *parts)


def _part(node: Node | None) -> Html | None:
    return Html(node.text, node.line) if node else None


def _outlines(node: Node | None) -> Iterator[Node]:
    for outline in node.all("outline") if node else ():
        yield outline
        yield from _outlines(outline)
