"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..model import Action, Blog, Item, Kind, Note, Place, Trouble
from .dates import date_of
from .feed_items import SUMMARY_ONLY, Enclosure, base_for, comment_of, number_of, system_of, with_files, without_fragment
from .texts import one_line, paragraphs, unique, with_whole_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN = "Save the feed anew; it should begin with a brace and name https://jsonfeed.org/version/1.1"


def read_json(data: bytes, file: str) -> Iterator[Blog | Item | Trouble]:
    """The blog and its items; a Trouble if it is no JSON, and for each item that is no object."""
    try:
        feed = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        yield Trouble(Place(file, getattr(error, "lineno", 0)), "json-broken", f"this is no JSON ({str(error)[:100]})", _BROKEN)
        return
    if not isinstance(feed, dict) or not _text(feed, "version").startswith("https://jsonfeed.org/version/"):
        yield Trouble(Place(file), "json-unknown", "this is JSON, but no feed", "Give an export of the blog, a feed, or a saved page")
        return
    yield _blog(feed)
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if isinstance(item, dict):
            yield _item(item, feed, Place(file, number))
        else:
            yield Trouble(Place(file, number), "json-item", "this item of the feed is no object", "Save the feed anew", items=1)


def _blog(feed: dict[str, Any]) -> Blog:
    url = _text(feed, "home_page_url")
    return Blog(_text(feed, "title"), url, _text(feed, "language"), feeds=unique([_text(feed, "feed_url")]), system=system_of(url))


def _item(item: dict[str, Any], feed: dict[str, Any], place: Place) -> Item:
    identity, pages = _text(item, "id"), unique([_text(item, "url"), _text(item, "external_url")])
    page = _text(item, "url")
    published, notes = date_of(_text(item, "date_published"))
    updated, more = date_of(_text(item, "date_modified"))
    text, told = _content(item)
    text, cover, linked = with_files(with_whole_addresses(text, base_for("", page, _text(feed, "home_page_url"))), _files(item))
    is_comment = comment_of(page, identity)
    return Item(
        Kind.COMMENT if is_comment else Kind.POST,
        place,
        id=identity,
        title=one_line(_text(item, "title")),
        html=text,
        summary=one_line(_text(item, "summary")),
        published=published,
        updated=updated,
        author=_author(item) or _author(feed),
        tags=unique(one_line(tag) for tag in _list(item, "tags") if isinstance(tag, str)),
        url=page,
        other_urls=tuple(each for each in pages if each != page),
        language=_text(item, "language"),
        cover=_text(item, "image") or _text(item, "banner_image") or cover,
        parent=without_fragment(page or identity) if is_comment else "",
        number=number_of(identity),
        notes=notes + more + told + linked,
    )


def _content(item: dict[str, Any]) -> tuple[str, tuple[Note, ...]]:
    text = _text(item, "content_html") or paragraphs(_text(item, "content_text"))
    if text:
        return text, ()
    summary = paragraphs(_text(item, "summary"))
    return (summary, (SUMMARY_ONLY,)) if summary else ("", (Note(Action.DOUBTFUL, "text-missing", "the feed has no text of this post"),))


def _author(owner: dict[str, Any]) -> str:
    authors = [*_list(owner, "authors"), owner.get("author")]
    return next((one_line(name) for each in authors if isinstance(each, dict) and (name := _text(each, "name"))), "")


def _files(item: dict[str, Any]) -> Iterator[Enclosure]:
    for each in _list(item, "attachments"):
        if isinstance(each, dict):
            yield Enclosure(_text(each, "url"), _text(each, "mime_type"))


def _list(owner: dict[str, Any], name: str) -> list[Any]:
    value = owner.get(name)
    return value if isinstance(value, list) else []


def _text(owner: dict[str, Any], name: str) -> str:
    """A text; ids may be numbers (JSON Feed 1.1, "id"), what is something else is none."""
    value = owner.get(name)
    if isinstance(value, str):
        return value.encode("utf-8", errors="replace").decode("utf-8")  # half a pair of surrogates is no text
    return str(value) if name == "id" and isinstance(value, int | float) else ""
