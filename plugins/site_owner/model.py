"""What `site.toml` says, as values that cannot change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of a menu: `target` is a word such as `letters`, the name of a page, or, with a label, an address."""

    label: str | None
    target: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What an article and a tag are called on this site; empty means that the theme says it in the site's language."""

    article: str = ""
    articles: str = ""
    tag: str = ""
    tags: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles stand on one page of a list, below an article as related ones, and on the home page."""

    list: int = 10
    related: int = 3
    home: int = 10


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that the owner sets. All of it is text to be shown, none of it is HTML; `url` has no slash at its end."""

    name: str
    url: str
    tagline: str = ""
    introduction: str = ""
    language: str = "en"
    timezone: str = "UTC"
    default_author: str = ""
    home: str = "letters"
    menu: tuple[MenuEntry, ...] = (MenuEntry(None, "letters"), MenuEntry(None, "topics"))
    footer: tuple[MenuEntry, ...] = ()
    licence: str = ""
    labels: Labels = Labels()
    counts: Counts = Counts()
