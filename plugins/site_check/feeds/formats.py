"""Rules that belong to one format: Atom 1.0, RSS 2.0, JSON Feed 1.1. Where they are stricter than the format, some reader is the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..model import Hit
from .parts import IRI

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..config import CheckConfig
    from .model import AtomFeed, JsonFeed, Node, RssFeed

VERSIONS = ("https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1")
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+")

FEED_KINDS: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("version", "title", "home_page_url", "feed_url", "description", "next_url", "icon", "favicon", "language"), str),
    **dict.fromkeys(("items", "authors", "hubs"), list),
    "expired": bool,
}
"""What JSON Feed says of its keys."""

ITEM_KINDS: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"), str),
    **dict.fromkeys(("date_published", "date_modified", "language"), str),
    **dict.fromkeys(("authors", "tags", "attachments"), list),
}


def atom_author(feed: AtomFeed, _config: CheckConfig) -> Iterator[Hit]:
    """An entry of nobody: neither it nor its feed has an author with a name (RFC 4287, section 4.1.2)."""
    has_feed_author = _is_named(feed.root)
    for entry in feed.entries:
        if not _is_named(entry.node) and (entry.node.all("atom:author") or not has_feed_author):
            fix = "Write `<author><name>…</name></author>` into it or into the feed."
            yield Hit(entry.node.line, f"In feeds nobody has written {entry.name}.", fix)


def atom_links(feed: AtomFeed, _config: CheckConfig) -> Iterator[Hit]:
    """An entry with more or less than one link: some readers take the first, some the last, whatever its `rel` says."""
    for entry in feed.entries:
        links = entry.node.all("atom:link")
        alternates = [link for link in links if link.get("rel") in {"", "alternate"} and IRI.fullmatch(link.get("href"))]
        others = ", ".join(dict.fromkeys(f"`{link.get('rel')}`" for link in links if link.get("rel") not in {"", "alternate"}))
        if len(alternates) != 1:
            fix = 'Give it one, `<link rel="alternate" href="https://…"/>`.'
            yield Hit(entry.node.line, f"In feeds {entry.name} has {len(alternates) or 'no'} whole addresses of its page.", fix)
        if others:
            fix = "Leave them out; readers may take them for the article."
            yield Hit(entry.node.line, f"In feeds {entry.name} has other links ({others}).", fix)


def atom_content(feed: AtomFeed, _config: CheckConfig) -> Iterator[Hit]:
    """Content of another type than escaped HTML, which is the one that all readers show."""
    for entry in feed.entries:
        for content in entry.node.all("atom:content"):
            if content.get("type") != "html" or content.get("src"):
                kind = "somewhere else" if content.get("src") else f"of type `{content.get('type') or 'text'}`"
                yield Hit(content.line, f"In feeds the text of {entry.name} is {kind}.", 'Write escaped HTML with `type="html"`.')


def atom_summary(feed: AtomFeed, _config: CheckConfig) -> Iterator[Hit]:
    """A summary that is empty, or the whole content again."""
    for entry in feed.entries:
        summary, content = entry.node.first("atom:summary"), entry.node.value("atom:content")
        if summary and not summary.text.strip():
            yield Hit(summary.line, f"In feeds the summary of {entry.name} is empty.", "Leave the element out.")
        elif summary and summary.text.strip() == content:
            yield Hit(summary.line, f"In feeds the summary of {entry.name} is its whole text again.", "Leave the summary out.")


def atom_category(feed: AtomFeed, _config: CheckConfig) -> Iterator[Hit]:
    """A category without a term."""
    for node in (feed.root, *(entry.node for entry in feed.entries)):
        for category in node.all("atom:category"):
            if not category.get("term"):
                yield Hit(category.line, "A category has no `term`.", "Give it one, or leave the category out.")


def rss_description(feed: RssFeed, _config: CheckConfig) -> Iterator[Hit]:
    """A full text with no description before it: readers that know only one of them show the last that they find."""
    for entry in feed.entries:
        names = [part.name for part in entry.node.all("description", "content:encoded")]
        if "content:encoded" in names and names[0] != "description":
            what = f"In feeds {entry.name} has no <description> before its <content:encoded>."
            yield Hit(entry.node.line, what, "Write the summary first, then the whole text.")


def rss_author(feed: RssFeed, _config: CheckConfig) -> Iterator[Hit]:
    """An author without a mail address, which RSS wants, or named twice."""
    for person in feed.root.all("managingEditor", "webMaster"):
        yield from _mail(person)
    for entry in feed.entries:
        for person in entry.node.all("author"):
            yield from _mail(person)
        if entry.node.all("author") and entry.node.all("dc:creator"):
            what = f"In feeds {entry.name} has an <author> and a <dc:creator>."
            yield Hit(entry.node.line, what, "Keep <author> for one with a mail address, else <dc:creator>.")


def rss_enclosure(feed: RssFeed, _config: CheckConfig) -> Iterator[Hit]:
    """More than one enclosure, of which readers take any, or one that does not say what it is."""
    for entry in feed.entries:
        found = entry.node.all("enclosure")
        if len(found) > 1:
            yield Hit(found[1].line, f"In feeds {entry.name} has {len(found)} enclosures.", "Keep one; pictures go into `media:content`.")
        for one in found:
            wrong = [name for name, form in _ENCLOSURE.items() if not form.fullmatch(one.get(name))]
            if wrong:
                yield Hit(one.line, f"In feeds an enclosure of {entry.name} lacks a fit {' and '.join(wrong)}.", _ENCLOSURE_FIX)


_ENCLOSURE = {"url": re.compile(r"https?://\S+"), "length": re.compile(r"\d+"), "type": re.compile(r"[\w.+-]+/[\w.+-]+")}
_ENCLOSURE_FIX = 'Write `<enclosure url="https://…" length="12345" type="audio/mpeg"/>`.'


def json_shape(feed: JsonFeed, _config: CheckConfig) -> Iterator[Hit]:
    """A key that holds something else than JSON Feed says, an unknown version, or an item without a text."""
    if isinstance(feed.data.get("version"), str) and feed.data["version"] not in VERSIONS:
        yield Hit(1, f"`version` is {feed.data.get('version')!r}.", f"Write {VERSIONS[0]}.")
    if "items" not in feed.data:
        yield Hit(1, "The feed has no `items`.", "Write an empty list if there are none.")
    yield from (Hit(1, f"In the feed {what}.", _SPECIFICATION) for what in _wrong(feed.data, FEED_KINDS))
    items = feed.data.get("items")
    objects = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if isinstance(items, list) and len(items) != len(objects):
        yield Hit(1, "An item is no object.", _SPECIFICATION)
    for entry, item in zip(feed.entries, objects, strict=True):
        yield from (Hit(entry.node.line, f"In the item {entry.name} {what}.", _SPECIFICATION) for what in _wrong_in_item(item))


_SPECIFICATION = "See https://www.jsonfeed.org/version/1.1/."


def _wrong_in_item(item: Mapping[str, Any]) -> Iterator[str]:
    yield from _wrong(item, ITEM_KINDS)
    if not {"content_html", "content_text"} & item.keys():
        yield "there is neither `content_html` nor `content_text`"
    if isinstance(item.get("tags"), list) and not all(isinstance(tag, str) for tag in item["tags"]):
        yield "a tag is no text"
    for attachment in _objects(item, "attachments"):
        if not (isinstance(attachment.get("url"), str) and isinstance(attachment.get("mime_type"), str)):
            yield "an attachment has no `url` or no `mime_type`"


def _wrong(data: Mapping[str, Any], kinds: Mapping[str, type | tuple[type, ...]]) -> Iterator[str]:
    """What is wrong with the keys of an object, authors among them."""
    for name, kind in kinds.items():
        if name in data and not isinstance(data[name], kind):
            yield f"`{name}` is {_KINDS[type(data[name])]}"
    authors = data.get("authors")
    if isinstance(authors, list) and not all(_is_author(author) for author in authors):
        yield "an author is no object with `name`, `url` or `avatar`"


_KINDS = {str: "a text", int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "an object", type(None): "null"}


def _is_author(author: object) -> bool:
    known = [author[key] for key in ("name", "url", "avatar") if key in author] if isinstance(author, dict) else []
    return bool(known) and all(isinstance(value, str) and value for value in known)


def _objects(item: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    values = item.get(name)
    yield from (value for value in (values if isinstance(values, list) else ()) if isinstance(value, dict))


def _is_named(node: Node) -> bool:
    return any(author.value("atom:name") for author in node.all("atom:author"))


def _mail(person: Node) -> Iterator[Hit]:
    if not _MAIL.search(person.text):
        fix = "Write `<author>ann@example.com (Ann)</author>`; a name alone goes into <dc:creator>."
        yield Hit(person.line, f"<{person.name}> is `{person.text.strip()}`, without a mail address.", fix)
