"""From what an article says, its tags, its authors and the site to one finished invitation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from . import links
from .kinds import filled
from .language import words_in
from .model import Cta
from .webmail import Webmail

if TYPE_CHECKING:
    from .book import Book
    from .config import ContactConfig
    from .model import Card, Kind, Phone

ANCHOR = "#write"
"""Where the invitation stands on a page."""

_OUR_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{6}")
"""Six characters of Crockford's base32; an Id from elsewhere is no reply code."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a text wants of its invitation: the first kind of `kinds` counts, then the author's, then the site's."""

    title: str
    url: str
    """Public address of the text."""
    language: str
    author_slugs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    ask: str = ""
    email: str = ""
    phone: Phone | None = None
    entry_id: str = ""


def invitation(wish: Wish, book: Book, config: ContactConfig) -> Cta | None:
    """The invitation; None only where nobody has a card."""
    card = book.card_of(wish.author_slugs)
    if card is None:
        return None
    card = replace(card, email=wish.email or card.email, phone=wish.phone or card.phone) if wish.email or wish.phone else card
    kind = _kind_of(wish, card, book, config)
    values = {"title": wish.title, "reply_promise": card.reply_promise}
    subject = links.subject_line(filled(kind.subject, values), code=_reply_code(wish, config))
    return Cta(
        kind=kind.name,
        eyebrow=kind.eyebrow,
        heading=wish.ask or filled(kind.heading, values),
        promise=filled(kind.promise, values),
        button=kind.button,
        card=card,
        page_url=f"{wish.url}{ANCHOR}",
        pass_on_url=links.pass_on(wish.title, wish.url),
        phone_url=links.tel(card.phone) if card.phone else "",
        sms_url=links.sms(card.sms) if card.sms else "",
        booking_url=card.booking,
        email_url=links.mailto(card.email, subject=subject, body=filled(kind.mail_body, values)) if card.email else "",
        webmail=links.webmail_links(card.email, subject, _services(config.webmail, wish.language)),
    )


@cache
def _services(services: tuple[Webmail, ...], language: str) -> tuple[Webmail, ...]:
    """The services, each with the words for a link to it instead of its name."""
    open_in = words_in(language).open_in
    return tuple(Webmail(open_in.format(service=service.label), service.pattern) for service in services)


def _kind_of(wish: Wish, card: Card, book: Book, config: ContactConfig) -> Kind:
    names = book.kinds.names
    name = next((name for name in (*wish.kinds, card.cta, config.default_kind) if name in names), "question")
    return book.kinds.find(name, wish.language)


def _reply_code(wish: Wish, config: ContactConfig) -> str:
    return wish.entry_id if config.reply_code and _OUR_ID.fullmatch(wish.entry_id) else ""
