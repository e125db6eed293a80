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
    default_cta: str = "question"
    region: str = ""
    """Country (ISO 3166-1) whose phone numbers are written without + and country code; empty: that of the language."""
    feed_authority: str = ""
    """Domain and year in the permanent ids of cards and feeds (RFC 4151, `example.org,2026`); stays when the site moves."""
    home: str = "letters"
    menu: tuple[MenuEntry, ...] = (MenuEntry(None, "letters"), MenuEntry(None, "topics"))
    footer: tuple[MenuEntry, ...] = ()
    licence: str = ""
    labels: Labels = Labels()
    counts: Counts = Counts()
    allow: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other hosts, and what pages may load from or send to each: `("www.example.com", ("frame",))`."""
    ai_crawlers: str = "allow"
    """Which programs that read for language models are welcome: `allow` all, `no-training` those that do not train, `refuse` none."""
    redirects: tuple[tuple[str, str, int], ...] = ()
    """Old addresses, where they lead, and the line of each in the file."""
