"""RSS 2.0, 1.0 and 0.9x."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Blog, Item, Kind, Status
from .dates import first_date
from .feed_items import SUMMARY_ONLY, Enclosure, base_for, comment_of, is_cut_short, number_of, system_of, with_files, without_fragment
from .known import CUT, Known
from .texts import joined, plain, unique, with_whole_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Note
    from .elements import Element

_NAMED = re.compile(r"[^\s()]+@[^\s()]+\s*\(([^()]*)\)")
_DATES = ("pubDate", "dc:date", "dcterms:created", "dcterms:issued", "atom:published")


def blog_of(known: Known) -> Blog:
    """What the head of a feed says."""
    link, generator = known.said("link"), known.said("generator")
    feeds = (each.attributes.get("href", "") for each in known.head if each.name == "atom:link" and each.attributes.get("rel") == "self")
    return Blog(
        title=plain(known.said("title")),
        url=link,
        language=known.said("language", "dc:language"),
        feeds=unique(feeds),
        system=system_of(generator, link),
    )


def read(item: Element, known: Known) -> Iterator[Item]:
    """A post, or a comment where the feed is one of comments."""
    published, notes = first_date([item.say(name) for name in _DATES])
    updated, more = first_date([item.say("atom:updated", "dcterms:modified")])
    identity, pages = _identity(item), _pages(item, known)
    page = next(iter(pages), "")
    text, summary, told = _texts(item, base_for(item.base, page, known.base or known.said("link")))
    text, cover, linked = with_files(text, _files(item))
    is_comment = comment_of(page, identity)
    told = () if is_comment else told
    yield Item(
        Kind.COMMENT if is_comment else Kind.POST,
        known.place(item),
        id=identity,
        title=plain(item.say("title", "dc:title")),
        html=text,
        summary=summary,
        published=published,
        updated=updated,
        author=_author(item),
        categories=unique(plain(each.text) for each in item.all("category") if each.attributes.get("domain") == "category"),
        tags=unique(_tags(item)),
        status=Status.PUBLISHED if item.is_whole else Status.DRAFT,
        url=page,
        other_urls=pages[1:],
        language=item.say("dc:language"),
        cover=cover,
        parent=without_fragment(page or identity) if is_comment else "",
        number=number_of(identity),
        notes=(() if item.is_whole else (CUT,)) + notes + more + told + linked,
    )


def _identity(item: Element) -> str:
    return item.say("guid") or item.attributes.get("rdf:about", "").strip()


def _pages(item: Element, known: Known) -> tuple[str, ...]:
    """Where the post is: before FeedBurner changed the link, as the link says, or as a guid that is an address."""
    guid, links = item.first("guid"), [item.say("feedburner:origLink"), item.say("link")]
    if (
        not any(links)
        and guid is not None
        and guid.attributes.get("isPermaLink", "true") != "false"
        and guid.text.strip().startswith("http")
    ):
        links.append(guid.text)
    return unique(joined(known.base or known.said("link"), link) for link in links if link)


def _texts(item: Element, base: str) -> tuple[str, str, tuple[Note, ...]]:
    """The text, the summary beside it, and a note if there is only a summary."""
    full, short = item.say("content:encoded", "xhtml:body", "xhtml:div"), item.say("description", "dc:description")
    if full:
        return with_whole_addresses(full, base), plain(short), ()
    doubts = (SUMMARY_ONLY,) if short and is_cut_short(short) else ()
    return with_whole_addresses(short, base), "", doubts


def _author(item: Element) -> str:
    if creator := item.say("dc:creator"):
        return plain(creator)
    named = _NAMED.fullmatch(said := item.say("author", "itunes:author"))
    return plain(named[1]) if named else "" if "@" in said else plain(said)


def _tags(item: Element) -> Iterator[str]:
    for each in (*item.all("category"), *item.all("dc:subject")):
        if each.attributes.get("domain") != "category":
            yield plain(each.text)


def _files(item: Element) -> Iterator[Enclosure]:
    groups = [item, *item.all("media:group")]
    for each in (child for group in groups for child in group.children if child.name in {"enclosure", "media:content"}):
        kind = each.attributes.get("type") or each.attributes.get("medium", "")
        yield Enclosure(each.attributes.get("url", ""), kind)
