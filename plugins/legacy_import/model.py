"""What is brought along: items as a source has them, posts as they become, and notes on everything that was not simply kept.

All values are frozen. Addresses are absolute where the source has them so. `html` is a fragment of HTML, never a whole page; whatever a
source has as plain text has been made HTML by its reader, one `<p>` a paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Kind(StrEnum):
    """What an item is. A comment is never an article, and media are files that others show."""

    POST = "post"
    PAGE = "page"
    COMMENT = "comment"
    MEDIA = "media"


class Status(StrEnum):
    """Who could read it. Only `PUBLISHED` ever becomes public; `SPAM` is for comments."""

    PUBLISHED = "published"
    DRAFT = "draft"
    PENDING = "pending"
    PRIVATE = "private"
    PROTECTED = "protected"
    SCHEDULED = "scheduled"
    TRASHED = "trashed"
    SPAM = "spam"


class Action(StrEnum):
    """What became of something: taken over into other fields, changed, taken out, or kept although somebody should look at it."""

    TAKEN = "taken"
    CHANGED = "changed"
    DROPPED = "dropped"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was not simply kept; `rule` is `topic-name`, `what` a short sentence, `text` the words themselves, as they stood."""

    action: Action
    rule: str
    what: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source something stands: the file, and the line or, of a stream, the number of the item."""

    file: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a source that could not be read, with what to do; the rest goes on."""

    place: Place
    rule: str
    what: str
    fix: str
    items: int = 0
    """How many items of the source it stands for: those that are not brought along."""


@dataclass(frozen=True, slots=True)
class Blog:
    """What a source says of the blog itself, as far as it does."""

    title: str = ""
    url: str = ""
    language: str = ""
    utc_offset: str = ""
    """`+01:00`, for dates that come without one."""
    feeds: tuple[str, ...] = ()
    system: str = ""
    """`wordpress`, `wordpress.com`, `blogger`, or empty."""


@dataclass(frozen=True, slots=True)
class Item:
    """A post, page, comment or file, as the source has it."""

    kind: Kind
    place: Place
    id: str = ""
    """By which feed readers knew it: Atom's `id`, RSS's `guid`, Blogger's `tag:` URI."""
    title: str = ""
    html: str = ""
    summary: str = ""
    """The source's own excerpt, as text."""
    published: datetime | None = None
    """With an offset if the source has one; without one in the blog's own time."""
    updated: datetime | None = None
    author: str = ""
    author_slug: str = ""
    """What stood for the author in old addresses, as far as the source says it."""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    label_slugs: tuple[tuple[str, str], ...] = ()
    """Names of categories and tags, each with what stood for it in old addresses, as far as the source says it."""
    status: Status = Status.PUBLISHED
    url: str = ""
    """The address at which it was."""
    other_urls: tuple[str, ...] = ()
    slug: str = ""
    language: str = ""
    cover: str = ""
    """Address of the featured image."""
    cover_number: str = ""
    """The source's own number of the file that is the featured image; its address may come later in the source than the post."""
    file: str = ""
    """Of a file its path below the folder of uploads: `2009/05/desk.jpg`."""
    alt: str = ""
    """Of a picture what can be seen on it."""
    needs_paragraphs: bool = False
    """Whether blank lines in `html` part paragraphs and line ends are breaks, as WordPress keeps its texts."""
    parent: str = ""
    """Of a comment the `id` of its post; of a file the source's own number of the post."""
    number: str = ""
    """The source's own number of the item, which `parent`, shortcodes and `?p=` addresses use."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Contacts:
    """What old posts say of how to reach their author: data for a card, nothing of it published by itself."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    signoff: str = ""
    sponsor: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the words around a post said of it, for fields that the source left empty."""

    title: str = ""
    published: datetime | None = None
    has_time: bool = True
    author: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """An item that is ready to be written: `markdown` is its text, `ask` its question to the reader."""

    item: Item
    markdown: str
    ask: str = ""
    cover: str = ""
    """Path of the picture of the whole text, below the content folder."""
    contacts: Contacts = field(default_factory=Contacts)
    notes: tuple[Note, ...] = ()
