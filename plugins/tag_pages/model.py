"""What the plugin knows of a tag. Frozen; no Pelican here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Article = Any
Tag = Any


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in an author's file."""

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend; `what` and `fix` without a full stop. What is final is an error in a preview, too; advice never is one."""

    place: Place
    rule: str
    what: str
    fix: str
    is_final: bool = False
    is_advice: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a file, with the line on which it stands."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class TagFile:
    """What `SLUG.md` says, as text; the introduction is read by Pelican, since it is Markdown."""

    path: str
    slug: str
    name: str
    title_line: int = 1
    aliases: tuple[Named, ...] = ()
    pinned: tuple[Named, ...] = ()
    summary: str = ""
    image: str = ""
    image_line: int = 1
    cta: str = ""
    ask: str = ""
    redirect_from: tuple[str, ...] = ()
    is_hidden: bool = False
    has_introduction: bool = False
    is_readable: bool = True


@dataclass(frozen=True, slots=True)
class Alias:
    """An old name, or another spelling, and the address that the tag had or would have had by it."""

    name: str
    slug: str
    url: str
    save_as: str


@dataclass(frozen=True, slots=True)
class RelatedTag:
    """Another tag, and on how many articles the two stand together."""

    tag: Tag
    together: int


@dataclass(frozen=True, slots=True)
class TagInfo:
    """What is on a tag beside its name and articles, as `tag.info`; the manual page has the fields for templates."""

    name: str
    slug: str
    source_path: str = ""
    aliases: tuple[Alias, ...] = ()
    redirect_from: tuple[str, ...] = ()
    summary: str = ""
    image: str = ""
    cta: str = ""
    ask: str = ""
    is_hidden: bool = False
    count: int = 0
    is_thin: bool = False
    pinned: tuple[Article, ...] = field(default=(), repr=False, hash=False)
    related: tuple[RelatedTag, ...] = field(default=(), repr=False, hash=False)
    text: Any = field(default=None, repr=False, hash=False)
    """The tag's file as Pelican reads a page; None where there is none."""

    @property
    def introduction(self) -> str:
        """HTML, its links resolved for the page on which it is shown."""
        return str(self.text.content) if self.text else ""

    @property
    def cover(self) -> Any:
        """The picture with `path`, `width` and `height`, where a plugin has measured it."""
        return getattr(self.text, "cover", None)

    @property
    def is_listed(self) -> bool:
        """Whether lists of tags and of feeds, the sitemap and search engines are to show it."""
        return not (self.is_hidden or self.is_thin)

    @property
    def has_page(self) -> bool:
        """Pelican makes a page for a tag of a published article in its first language, and for no other."""
        return self.count > 0
