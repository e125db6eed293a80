"""Atom 1.0 and 0.3: its texts, links and persons, for all that is written in it, and the entries of feeds."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Action, Blog, Item, Kind, Note, Status
from .dates import first_date
from .elements import Element
from .feed_items import SUMMARY_ONLY, Enclosure, base_for, comment_of, number_of, system_of, with_files, without_fragment
from .known import CUT, Known
from .texts import joined, one_line, paragraphs, plain, unique, with_whole_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

ONLY_CHANGED = Note(Action.DOUBTFUL, "date-of-change", "the feed says only when it was last changed; that was taken for its date")
_DIV = re.compile(r"\s*<div(?:\s[^<>]*)?>(.*)</div>\s*", re.DOTALL | re.IGNORECASE)
_DIVS = re.compile(r"<(/?)div(?:\s[^<>]*?)?(/?)>", re.IGNORECASE)
_HTML = frozenset({"html", "text/html"})
_TEXT = frozenset({"", "text", "text/plain"})
_FEED_SCHEME = "http://schemas.google.com/g/2005#feed"
_POST_OF_COMMENT = re.compile(r"(tag:blogger\.com,1999:blog-\d+\.(?:post|page)-\d+)\.comment-\d+")


@dataclass(frozen=True, slots=True)
class Links:
    """Where an entry or feed says it is: its pages, the feed itself, and its files."""

    pages: tuple[str, ...]
    feeds: tuple[str, ...]
    files: tuple[Enclosure, ...]


def text_of(element: Element | None, base: str, *, as_text: bool = False) -> tuple[str, tuple[Note, ...]]:
    """What a text construct holds, as HTML with whole addresses, or with `as_text` as it was typed."""
    if element is None:
        return "", ()
    text, kind = _decoded(element), element.attributes.get("type", "").lower()
    if element.is_markup:
        text = _unwrapped(text)
    elif kind in _TEXT and element.attributes.get("mode") != "escaped" and not as_text:
        text = paragraphs(text)
    if not text and element.attributes.get("src"):
        what = "its text is not in the feed but at an address of its own"
        return "", (Note(Action.DOUBTFUL, "text-elsewhere", what, element.attributes["src"]),)
    return (text.strip() if as_text else with_whole_addresses(text.strip(), base)), ()


def _unwrapped(markup: str) -> str:
    """XHTML in Atom stands in a div that is not part of it (RFC 4287, 3.1.1.3); several divs are the text's own."""
    found, depth = _DIV.fullmatch(markup), 0
    for end, empty in _DIVS.findall(found[1]) if found else ():
        depth += 0 if empty else -1 if end else 1
        if depth < 0:
            return markup
    return found[1] if found else markup


def _decoded(element: Element) -> str:
    if element.attributes.get("mode") != "base64":  # Atom 0.3 only
        return element.text
    try:
        return base64.b64decode(element.text, validate=False).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return ""


def title_of(element: Element | None) -> str:
    """A title as text: one of the type `text` is just that (RFC 4287, 3.1.1.1)."""
    if element is None:
        return ""
    text, _ = text_of(element, "", as_text=True)
    is_html = element.is_markup or element.attributes.get("type", "").lower() in _HTML
    return plain(text) if is_html else one_line(text)


def links_of(element: Element, base: str) -> Links:
    pages, feeds, files = [element.say("feedburner:origLink")], [], []
    for link in element.all("atom:link"):
        rel, kind = link.attributes.get("rel", "alternate"), link.attributes.get("type", "").lower()
        address = joined(link.base or base, link.attributes.get("href", ""))
        if rel == "alternate" and kind in {"", "text/html", "application/xhtml+xml"}:
            pages.append(address)
        elif rel in {"self", _FEED_SCHEME}:
            feeds.append(address)
        elif rel == "enclosure":
            files.append(Enclosure(address, kind))
    return Links(unique(pages), unique(feeds), tuple(files))


def author_of(element: Element) -> str:
    author = element.first("atom:author")
    return one_line(author.say("atom:name")) if author else ""


def blog_of(known: Known) -> Blog:
    """What the head of a feed says."""
    head = _head(known)
    links = links_of(head, known.base)
    page = next(iter(links.pages), "")
    generator = head.first("atom:generator")
    made_by = " ".join((generator.text, *generator.attributes.values())) if generator else ""
    title, system = head.first("atom:title"), system_of(made_by, head.say("atom:id"), page)
    return Blog(
        title=plain(title_of(title)) if system == "blogger" else title_of(title),
        url=page,
        language=known.language.replace("_", "-"),
        feeds=tuple(feed for feed in links.feeds if "/archive" not in feed),  # Blogger's backup names itself, which nobody reads
        system=system,
    )


def _head(known: Known) -> Element:
    return Element("atom:feed", children=known.head)


def read(entry: Element, known: Known) -> Iterator[Item]:
    """A post, or a comment where the feed is one of comments."""
    published, updated, notes = _dates(entry)
    links = links_of(entry, known.base)
    page, identity = next(iter(links.pages), ""), entry.say("atom:id")
    text, told = _text(entry, base_for(entry.base, page, known.base))
    text, cover, linked = with_files(text, (*links.files, *_media(entry)))
    reply = entry.first("thr:in-reply-to")
    is_comment = reply is not None or comment_of(page, identity)
    yield Item(
        Kind.COMMENT if is_comment else Kind.POST,
        known.place(entry),
        id=identity,
        title=_title(entry, identity),
        html=text,
        summary=_summary(entry),
        published=published,
        updated=updated,
        author=author_of(entry) or entry.say("dc:creator") or ("" if is_comment else author_of(_head(known))),
        tags=unique(_tags(entry)),
        status=Status.PUBLISHED if entry.is_whole else Status.DRAFT,
        url=page,
        other_urls=links.pages[1:],
        language=entry.attributes.get("xml:lang", ""),
        cover=cover,
        parent=_parent(reply, page) if is_comment else "",
        number=number_of(identity),
        notes=(() if entry.is_whole else (CUT,)) + notes + told + linked,
    )


def _title(entry: Element, identity: str) -> str:
    """Blogger escapes its titles twice and says that they are text."""
    title = title_of(entry.first("atom:title"))
    return plain(title) if identity.startswith("tag:blogger.com,") else title


def _dates(entry: Element) -> tuple[datetime | None, datetime | None, tuple[Note, ...]]:
    """When it was published and changed. A feed need not say the first (RFC 4287, 4.2.9), readers take the other for it."""
    published, notes = first_date([entry.say(name) for name in ("atom:published", "atom:issued", "atom:created", "dc:date")])
    updated, more = first_date([entry.say("atom:updated", "atom:modified")])
    if updated and not published:
        return updated, updated, (*notes, *more, ONLY_CHANGED)
    return published, updated, notes + more


def _text(entry: Element, base: str) -> tuple[str, tuple[Note, ...]]:
    content = entry.first("atom:content")
    text, notes = text_of(content, joined(base, content.base) if content else base)
    if text:
        return text, notes
    summary = entry.first("atom:summary")
    text, more = text_of(summary, joined(base, summary.base) if summary else base)
    return text, (*notes, *more, SUMMARY_ONLY) if text else notes


def _summary(entry: Element) -> str:
    return title_of(entry.first("atom:summary"))


def _tags(entry: Element) -> Iterator[str]:
    for category in entry.all("atom:category"):
        yield one_line(category.attributes.get("label") or category.attributes.get("term", ""))
    for subject in entry.all("dc:subject"):
        yield one_line(subject.text)


def _media(entry: Element) -> Iterator[Enclosure]:
    return (Enclosure(each.attributes.get("url", ""), _medium(each)) for each in entry.all("media:content"))


def _medium(media: Element) -> str:
    return media.attributes.get("type") or media.attributes.get("medium", "")


def _parent(reply: Element | None, page: str) -> str:
    said = reply.attributes.get("ref", "") if reply else ""
    of_comment = _POST_OF_COMMENT.fullmatch(said)
    return of_comment[1] if of_comment else said or without_fragment(page)
