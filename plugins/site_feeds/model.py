"""What feeds are made of. Frozen, picklable, hashable; no Pelican here. All text is text, all HTML is plain, all addresses are absolute."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

FORMAT_NAMES = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}
FORMATS = tuple(FORMAT_NAMES)
SCOPES = ("site", "language", "tag", "category", "author", "series")


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote; `url` is the author's page, `email` the address that the author has made public."""

    name: str
    url: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A tag or category; `scheme` is the tag: URI that says which of the two."""

    scheme: str
    term: str
    name: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An article's own picture, with its size in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as all feeds have it; `html` ends in its invitation, and so does `text` where a format wants it as well."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    language: str
    authors: tuple[Person, ...] = ()
    labels: tuple[Label, ...] = ()
    picture: Picture | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as pages offer it: `path` and `page_path` below the site's root, `media_type` for `<link type>`."""

    format: str
    path: str
    page_path: str
    name: str
    """What the feed is called in a list of feeds: the tag's name."""
    title: str
    """What it is called by itself: the tag's name and the site's."""
    media_type: str

    @property
    def format_name(self) -> str:
        return FORMAT_NAMES[self.format]


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself, whatever its format; `id` is the logical feed's and never changes."""

    id: str
    title: str
    page_url: str
    subtitle: str
    language: str
    author: Person
    rights: str = ""
    icon: str = ""
    hub: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a feed. `current` is the address of the newest document; it is this one's own unless this is an archive.

    `older` and `newer` are the addresses of the neighbouring archives (RFC 5005, section 4).
    """

    channel: Channel
    format: str
    path: str
    url: str
    current: str
    updated: datetime
    entries: tuple[str, ...] = field(repr=False)
    """Each as its format has it."""
    older: str = ""
    newer: str = ""

    @property
    def is_archive(self) -> bool:
        return self.url != self.current
