"""Puts cards and invitations onto Pelican's articles, pages, authors and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .json_ld import organisation
from .resolve import Wish, invitation
from .wishes import is_exempt, wish_of, wish_of_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Article, Page
    from pelican.urlwrappers import Author, Tag

    from .book import Book
    from .config import ContactConfig
    from .model import Cta
    from .report import Finding

IMPRINT_URL = "imprint/"


def attach_contents(contents: Iterable[Article | Page], book: Book, config: ContactConfig) -> list[Finding]:
    """Attach `cta` to texts and `card` to their authors; returns what is wrong with their fields."""
    findings: list[Finding] = []
    for content in contents:
        attach_cards(getattr(content, "authors", ()), book)
        wish, wrong = wish_of(content, f"{config.public_url}/{content.url}", book, config)
        content.cta = invitation(wish, book, config) if not is_exempt(content.metadata) else None
        findings += wrong
    return findings


def attach_cards(authors: Iterable[Author], book: Book) -> None:
    for author in authors:
        author.card = book.by_slug.get(author.slug)


def attach_authors(authors: Iterable[Author], book: Book, config: ContactConfig) -> None:
    """Authors as their own pages know them, which are not the objects of their articles."""
    for author in authors:
        author.card = book.by_slug.get(author.slug)
        wish = Wish(author.name, f"{config.public_url}/{author.url}", config.language, author_slugs=(author.slug,))
        author.cta = invitation(wish, book, config)


def attach_tags(tags: Iterable[Tag], book: Book, config: ContactConfig) -> list[Finding]:
    """A tag's own kind and question, if a plugin has attached `tag.info`; else the site's. Returns which kinds are none."""
    findings: list[Finding] = []
    for tag in tags:
        info = getattr(tag, "info", None)
        wish, wrong = wish_of_tag(tag, info, f"{config.public_url}/{tag.url}", book, config)
        tag.cta = None if is_exempt({"cta": getattr(info, "cta", "")}) else invitation(wish, book, config)
        findings += wrong
    return findings


def site_context(book: Book, config: ContactConfig) -> dict[str, Any]:
    """What every template may show."""
    business = book.business
    return {
        "cards": book.cards,
        "card_ctas": tuple(_site_cta(book, config, card.slug) for card in book.cards),
        "site_card": book.site_card,
        "site_cta": _site_cta(book, config),
        "site_business": business,
        "site_publisher": organisation(business, book.site_card, name=config.site_name, site_url=config.public_url),
        "imprint_url": IMPRINT_URL if business and business.legal_name and business.has_address else "",
    }


def _site_cta(book: Book, config: ContactConfig, author_slug: str = "") -> Cta | None:
    authors = (author_slug,) if author_slug else ()
    return invitation(Wish(config.site_name, f"{config.public_url}/", config.language, author_slugs=authors), book, config)


def photos(book: Book) -> set[str]:
    """Content paths of pictures that Pelican must copy although no text links to them."""
    pictures = (*(card.photo for card in book.cards), book.business.logo if book.business else None)
    return {picture.path for picture in pictures if picture}
