"""Feeds of any generator as items. XML is read without entities, without a network, and never larger than libxml2 takes for safe."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from .dates import in_utc
from .digests import text_of
from .model import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
RSS_1 = "{http://purl.org/rss/1.0/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
JSON_FEED = "jsonfeed.org/version/"

SIGNS = re.compile(rb"<(\w+:)?(feed|rss|RDF)[\s>]|jsonfeed\.org/version/")
"""One of them stands near the beginning of every feed."""

_MAIL = re.compile(r"[^\s<>()]+@[^\s<>()]+")


class NoFeedError(ValueError):
    """These bytes are no feed; the text says why."""


def read_feed(data: bytes) -> tuple[str, tuple[Item, ...]]:
    """The format and the items of a feed, in its order; NoFeedError if it is damaged or none."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}:
        return "json", tuple(_json_items(_json(data)))
    root = _xml(data)
    if root.tag == f"{ATOM}feed":
        return "atom", tuple(_atom_item(entry) for entry in root.iterchildren(f"{ATOM}entry"))
    if root.tag in {"rss", f"{RDF}RDF"}:
        return "rss", tuple(_rss_item(item) for item in root.iter("item", f"{RSS_1}item"))
    raise NoFeedError(f"its outermost element is <{etree.QName(root).localname}>, which is neither Atom nor RSS")


# --- Atom


def _xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NoFeedError(f"it is no well-formed XML ({error.msg})") from error


def _atom_item(entry: etree._Element) -> Item:
    dates = {name: in_utc(_text(entry.find(f"{ATOM}{name}"))) for name in ("published", "updated")}
    return Item(
        id=_text(entry.find(f"{ATOM}id")),
        url=_atom_url(entry),
        title=_plain(entry.find(f"{ATOM}title")),
        summary=_plain(entry.find(f"{ATOM}summary")),
        html=_html(entry.find(f"{ATOM}content")),
        email=_text(entry.find(f"{ATOM}author/{ATOM}email")),
        **dates,
    )


def _atom_url(entry: etree._Element) -> str:
    links = (link for link in entry.iterchildren(f"{ATOM}link") if link.get("rel", "alternate") == "alternate")
    return next((link.get("href", "").strip() for link in links), "")


def _plain(construct: etree._Element | None) -> str:
    """RFC 4287, section 3.1: text, or HTML of which the words are wanted."""
    text = _whole(construct)
    is_html = construct is not None and construct.get("type") in {"html", "text/html"}
    return text_of(text) if is_html else " ".join(text.split())


def _html(content: etree._Element | None) -> str:
    if content is None or content.get("type") not in {"xhtml", "application/xhtml+xml"}:
        return _whole(content)
    return "".join(etree.tostring(child, encoding="unicode", method="html") for child in content)


# --- RSS


def _rss_item(item: etree._Element) -> Item:
    def find(name: str) -> etree._Element | None:
        found = item.find(name)
        return item.find(f"{RSS_1}{name}") if found is None else found

    guid, description = find("guid"), _whole(find("description"))
    encoded = item.find(f"{CONTENT}encoded")
    author = _MAIL.search(_text(find("author")))
    return Item(
        id=_text(guid) or item.get(f"{RDF}about", "").strip(),
        url=_text(find("link")) or (_text(guid) if guid is not None and guid.get("isPermaLink") != "false" else ""),
        title=" ".join(_whole(find("title")).split()),
        summary="" if encoded is None else text_of(description),
        html=description if encoded is None else _whole(encoded),
        published=in_utc(_text(find("pubDate")) or _text(item.find(f"{DC}date"))),
        updated=in_utc(_text(item.find(f"{ATOM}updated"))),
        email=author[0] if author else "",
    )


def _whole(element: etree._Element | None) -> str:
    return "" if element is None else "".join(element.itertext())


def _text(element: etree._Element | None) -> str:
    return _whole(element).strip()


# --- JSON Feed


def _json(data: bytes) -> list[Any]:
    """The items; each may still be anything."""
    try:
        node = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NoFeedError(f"it is no JSON ({error})") from error
    if not isinstance(node, dict) or JSON_FEED not in str(node.get("version")) or not isinstance(node.get("items"), list):
        raise NoFeedError("it is JSON, but no JSON Feed with `version` and `items`")
    items: list[Any] = node["items"]
    return items


def _json_items(items: list[Any]) -> Iterator[Item]:
    for item in items:
        if not isinstance(item, dict):
            raise NoFeedError("one of its `items` is no object")
        fields = {name: _word(item.get(name)) for name in ("id", "url", "title", "summary", "content_html", "content_text")}
        yield Item(
            id=fields["id"].strip(),
            url=fields["url"].strip(),
            title=" ".join(fields["title"].split()),
            summary=" ".join(fields["summary"].split()),
            html=fields["content_html"] or fields["content_text"],
            published=in_utc(_word(item.get("date_published"))),
            updated=in_utc(_word(item.get("date_modified"))),
            email=_json_email(item),
        )


def _word(value: object) -> str:
    """Text, or a number for it; JSON may hold half a surrogate pair, which no file could take."""
    return str(value).encode("utf-8", "replace").decode() if isinstance(value, (str, int, float)) else ""


def _json_email(item: dict[str, Any]) -> str:
    authors = item.get("authors")
    urls = [_word(author.get("url")) for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    return next((url.removeprefix("mailto:") for url in urls if url.startswith("mailto:")), "")
