"""Feeds of our own, as the plugin writes them, and states made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from site_feeds import atom, jsonfeed, rss
from site_feeds.entries import INVITATION
from site_feeds.impact.model import Document, Entry
from site_feeds.model import Channel, Person
from site_feeds.model import Document as WrittenDocument
from site_feeds.model import Entry as WrittenEntry

if TYPE_CHECKING:
    from pathlib import Path

    from site_feeds.impact.model import State

WRITERS = {".atom.xml": atom, ".rss.xml": rss, ".json": jsonfeed}
SITE = "https://me.example"
ADA = Person("Ada Quill", f"{SITE}/authors/ada-quill/", "ada@me.example")
_CHANNEL = Channel("tag:me.example,2026:feeds/all", "Letters", SITE, "", "en", ADA)
_DAY = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def article(name: str, html: str = "<p>Text.</p>", invitation: str = "<p>Write to me.</p>", **fields: Any) -> WrittenEntry:
    """An article called `name`, published at the time that is the same for all; `fields` are those of the entry."""
    given: dict[str, Any] = {
        "id": f"tag:me.example,2026:{name}",
        "url": f"{SITE}/{name}/",
        "title": name.capitalize(),
        "summary": "",
        "text": "",
        "published": _DAY,
        "updated": _DAY,
        "language": "en",
        "authors": (ADA,),
    }
    return WrittenEntry(html=f"{html}{INVITATION}{invitation}" if invitation else html, **given | fields)


def feed(suffix: str, *articles: WrittenEntry) -> str:
    """A whole file in the format of `suffix`."""
    writer = WRITERS[suffix]
    document = WrittenDocument(
        channel=_CHANNEL,
        format=suffix,
        path="",
        url=f"{SITE}/feeds/all{suffix}",
        current="",
        updated=_DAY,
        entries=tuple(writer.entry(it) for it in articles),
    )
    text: str = writer.document(document)
    return text


def write_feed(folder: Path, path: str, *articles: WrittenEntry) -> None:
    """Write a feed to `path` below `folder`, in the format that its name says."""
    write(folder, path, feed(next(suffix for suffix in WRITERS if path.endswith(suffix)), *articles))


def write(folder: Path, path: str, text: str | bytes) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)


def known(name: str, **fields: Any) -> Entry:
    """An entry as it is remembered, of which everything but the day has to do with `name`."""
    entry = Entry(
        id=f"tag:{name}",
        url=f"{SITE}/{name}/",
        title=name.capitalize(),
        updated="2026-03-04T09:30:00Z",
        digest=f"digest of {name}",
        invitation="0123456789abcdef",
        published="2026-03-04T09:30:00Z",
    )
    return replace(entry, **fields)


def document(path: str, *entries: Entry, size: int = 100) -> Document:
    suffix = next(suffix for suffix in WRITERS if path.endswith(suffix))
    form = {".atom.xml": "atom", ".rss.xml": "rss", ".json": "json"}[suffix]
    return Document(path, form, size, {entry.id: entry for entry in entries})


def state(*documents: Document) -> State:
    return {it.path: it for it in documents}
