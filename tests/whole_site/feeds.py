"""Feeds as other programs read them: with xml.etree and json, by the formats' own schemas, and with none of the code that writes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser
import rnc2rng
from jsonschema import Draft4Validator
from lxml import etree
from referencing import Registry
from referencing.jsonschema import DRAFT4

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
"""That of Atom is from RFC 4287, appendix B; those of JSON Feed 1 and 1.1 are from https://json.schemastore.org/ (Apache 2.0)."""

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
MARK = "<!-- invitation -->"
"""Behind it stands an entry's invitation."""

FORMATS = {".atom.xml": "atom", ".rss.xml": "rss", ".json": "json"}


@dataclass(frozen=True, slots=True)
class Item:
    """An entry; RSS has no `updated` and no plain `text`."""

    id: str
    url: str
    title: str
    published: datetime
    updated: datetime | None
    authors: tuple[str, ...]
    html: str
    text: str = ""

    @property
    def article_html(self) -> str:
        """What stands before the invitation."""
        return self.html.rpartition(MARK)[0] if MARK in self.html else self.html

    @property
    def invitation(self) -> str:
        return self.html.rpartition(MARK)[2] if MARK in self.html else ""


@dataclass(frozen=True, slots=True)
class Feed:
    """One file of a feed; `url` is what it calls its own address, `older` that of the file with older entries. Only Atom has an `id`."""

    format: str
    id: str
    title: str
    url: str
    page_url: str
    older: str
    items: tuple[Item, ...]


def paths_of_feeds(folder: Path, *, archives: bool = True) -> list[str]:
    """All feeds below `folder`, by their names, sorted; with or without what is in archives."""
    paths = sorted(path.relative_to(folder).as_posix() for path in (folder / "feeds").rglob("*") if format_of(path.name))
    return [path for path in paths if archives or "/archive-" not in path]


def is_copy(folder: Path, path: str) -> bool:
    """Whether the feed stands at an old address, and says itself that it is elsewhere."""
    return not read_feed(folder / path).url.endswith(f"/{path}")


def format_of(path: str) -> str:
    """`atom`, `rss`, `json`, or nothing for what is no feed."""
    return next((name for suffix, name in FORMATS.items() if path.endswith(suffix)), "")


def read_feeds(folder: Path, *, archives: bool = True) -> dict[str, Feed]:
    return {path: read_feed(folder / path) for path in paths_of_feeds(folder, archives=archives)}


def read_feed(path: Path) -> Feed:
    return _READERS[format_of(path.name)](path.read_bytes())


def walk(folder: Path, path: str, address: str) -> Iterator[tuple[str, Feed]]:
    """The feed at `path` and all that its links to older entries lead to; `address` is that of `folder`."""
    seen = set()
    while path:
        assert path not in seen, f"{path} comes twice"
        seen.add(path)
        feed = read_feed(folder / path)
        yield path, feed
        assert feed.older.startswith(f"{address}/") or not feed.older
        path = feed.older.removeprefix(f"{address}/")


def outlines(path: Path) -> list[tuple[str, str]]:
    """Addresses of the feed and of its page, for each line of an OPML file."""
    root = _xml(path.read_bytes())
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    return [(line.attrib["xmlUrl"], line.attrib["htmlUrl"]) for line in root.iterfind("body/outline")]


# --- By format


def _xml(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314  (what the build has just written)


def _atom(data: bytes) -> Feed:
    root = _xml(data)
    links = {link.get("rel", "alternate"): link.attrib["href"] for link in root.iterfind("atom:link", NAMES)}
    items = tuple(_atom_item(entry) for entry in root.iterfind("atom:entry", NAMES))
    return Feed(
        "atom", _text(root, "atom:id"), _text(root, "atom:title"), links["self"], links["alternate"], links.get("prev-archive", ""), items
    )


def _atom_item(entry: ET.Element) -> Item:
    (link,) = entry.iterfind("atom:link", NAMES)
    return Item(
        _text(entry, "atom:id"),
        link.attrib["href"],
        _text(entry, "atom:title"),
        datetime.fromisoformat(_text(entry, "atom:published")),
        datetime.fromisoformat(_text(entry, "atom:updated")),
        tuple(_text(author, "atom:name") for author in entry.iterfind("atom:author", NAMES)),
        _text(entry, "atom:content"),
    )


def _rss(data: bytes) -> Feed:
    (channel,) = _xml(data)
    links = {link.attrib["rel"]: link.attrib["href"] for link in channel.iterfind("atom:link", NAMES)}
    items = tuple(_rss_item(item) for item in channel.iterfind("item"))
    return Feed("rss", "", _text(channel, "title"), links["self"], _text(channel, "link"), "", items)


def _rss_item(item: ET.Element) -> Item:
    by_mail = [_text(item, "author").partition("(")[2].removesuffix(")")] if item.find("author") is not None else []
    by_name = [creator.text or "" for creator in item.iterfind("dc:creator", NAMES)]
    date = parsedate_to_datetime(_text(item, "pubDate"))
    return Item(
        _text(item, "guid"), _text(item, "link"), _text(item, "title"), date, None, (*by_mail, *by_name), _text(item, "content:encoded")
    )


def _text(parent: ET.Element, name: str) -> str:
    """The text of the only element of that name."""
    (found,) = parent.iterfind(name, NAMES)
    return found.text or ""


def _json(data: bytes) -> Feed:
    node = json.loads(data)
    items = tuple(_json_item(item) for item in node["items"])
    return Feed("json", "", node["title"], node["feed_url"], node["home_page_url"], node.get("next_url", ""), items)


def _json_item(item: dict[str, Any]) -> Item:
    return Item(
        item["id"],
        item["url"],
        item["title"],
        datetime.fromisoformat(item["date_published"]),
        datetime.fromisoformat(item["date_modified"]),
        tuple(author["name"] for author in item.get("authors", ())),
        item["content_html"],
        item.get("content_text", ""),
    )


_READERS = {"atom": _atom, "rss": _rss, "json": _json}


# --- What is wrong with them


@lru_cache
def atom_schema() -> etree.RelaxNG:
    """RFC 4287's schema; what it names the empty namespace is a declaration that XML does not have."""
    grammar = rnc2rng.dumps(rnc2rng.load(str(SCHEMAS / "atom.rnc"))).replace('xmlns:local=""', "")
    return etree.RelaxNG(etree.fromstring(grammar.encode()))


@lru_cache
def json_schema() -> Draft4Validator:
    """JSON Feed 1.1's schema, which refers to that of version 1."""
    schemas = [json.loads((SCHEMAS / name).read_text(encoding="utf-8")) for name in ("feed-1.json", "feed.json")]
    names = ("https://json.schemastore.org/feed-1", "https://json.schemastore.org/feed")
    registry: Registry[Any] = Registry().with_resources(
        (name, DRAFT4.create_resource(schema)) for name, schema in zip(names, schemas, strict=True)
    )
    return Draft4Validator(schemas[1], registry=registry)


def invalid(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """What the schemas say against Atom and JSON feeds, by path."""
    checks = {"atom": _against_atom, "json": _against_json}
    found = {path: checks[format_of(path)](folder / path) for path in paths if format_of(path) in checks}
    return {path: complaint for path, complaint in found.items() if complaint}


def _against_atom(path: Path) -> str:
    document = etree.parse(str(path))
    return "" if atom_schema().validate(document) else str(atom_schema().error_log)


def _against_json(path: Path) -> str:
    return "\n".join(f"{error.json_path}: {error.message}" for error in json_schema().iter_errors(json.loads(path.read_bytes())))


def parsed(path: Path) -> Any:
    """A feed as feedparser finds it when it leaves the texts alone."""
    return feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)


def ill_formed(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """What feedparser says against Atom and RSS feeds, by path."""
    feeds = {path: parsed(folder / path) for path in paths if path.endswith(".xml")}
    return {path: str(feed.get("bozo_exception") or feed.version) for path, feed in feeds.items() if feed.bozo or feed.version not in KNOWN}


KNOWN = {"atom10", "rss20"}
