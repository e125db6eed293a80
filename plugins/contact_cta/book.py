"""All that the content folder says about who can be reached, and how they invite: read once a build, before any article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .business import read_business
from .cards import read_cards
from .kinds import Kinds, read_kinds, unknown_kind
from .report import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .config import ContactConfig
    from .model import Business, Card

BOOK_KEY = "CONTACT_CTA_BOOK"
"""Where the book lies among Pelican's settings during a build."""


@dataclass(frozen=True, slots=True)
class Book:
    """Cards in the order of their file names and by slug; `site_card` answers for the site and for guests."""

    cards: tuple[Card, ...]
    by_slug: dict[str, Card]
    site_card: Card | None
    business: Business | None
    kinds: Kinds

    def card_of(self, slugs: Iterable[str]) -> Card | None:
        """The card of the first author, or the site's if that one has none."""
        return self.by_slug.get(next(iter(slugs), ""), self.site_card)


def read_book(config: ContactConfig, slug_of: Callable[[str], str]) -> tuple[Book, list[Finding]]:
    """The book and all that is wrong with its files; `slug_of` makes an author's slug of a name, as Pelican does."""
    kinds, findings = read_kinds(config)
    cards, wrong_with_cards = read_cards(config, kinds.names)
    business, wrong_with_business = read_business(config)
    by_slug = {slug_of(card.name): card for card in reversed(cards)} | {card.slug: card for card in cards}
    chosen = by_slug.get(slug_of(config.default_author)) if config.default_author else None
    book = Book(cards, by_slug, chosen or next(iter(cards), None), business, kinds)
    findings += [*wrong_with_cards, *wrong_with_business, *_wrong_defaults(book, config, is_chosen=chosen is not None)]
    return book, findings


def _wrong_defaults(book: Book, config: ContactConfig, *, is_chosen: bool) -> Iterator[Finding]:
    """What the settings leave to chance. A site without any card invites to nothing, which is its right."""
    folder = str(config.authors)
    if config.default_kind not in book.kinds.names:
        what, fix = unknown_kind(config.default_kind, book.kinds.names)
        yield Finding(str(config.ctas), 1, "cta-kind", f"CONTACT_DEFAULT_KIND: {what}", fix)
    if book.site_card is None or is_chosen:
        return
    if config.default_author:
        what = f"the default author '{config.default_author}' has no contact card, so {book.site_card.name} gets the letters"
        yield Finding(folder, 1, "contact-card", what, "Write the card, or name another default author")
    elif len(book.cards) > 1:
        what = f"nobody is the default author, so {book.site_card.name} gets the letters that are for no one else"
        yield Finding(folder, 1, "contact-card", what, "Set CONTACT_DEFAULT_AUTHOR")
