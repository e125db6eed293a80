"""What a person can be reached by, and what an invitation says. Frozen, picklable, hashable; no Pelican here."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that exists as a number: `e164` for links (`+12025550143`), `shown` as people write it."""

    e164: str
    shown: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be followed: https (or http, with a warning), and the words for it."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture by its path below the site's root, with its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Card:
    """One author's contact card. Empty where the author says nothing; `biography` is HTML made of the card's Markdown."""

    slug: str
    name: str
    role: str = ""
    photo: Photo | None = None
    email: str = ""
    phone: Phone | None = None
    sms: Phone | None = None
    booking: str = ""
    profiles: tuple[Link, ...] = ()
    languages: tuple[str, ...] = ()
    hours: str = ""
    time_zone: str = ""
    reply_promise: str = ""
    signoff: str = ""
    confirmed: str = ""
    """Month in which the channels were last checked, `2026-11`."""
    cta: str = ""
    """Kind of the author's invitations."""
    redirect_from: tuple[str, ...] = ()
    source_path: str = ""
    """The file of the card."""
    biography: str = ""
    vcard_path: str = ""
    """Path of the vCard below the site's root, `authors/SLUG.vcf`."""
    qr_path: str = ""
    """Path of the QR code below the site's root, `authors/SLUG-card.svg`."""


@dataclass(frozen=True, slots=True)
class Business:
    """The business behind the site, from `site.md`. `about` is HTML."""

    name: str
    legal_name: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    area: str = ""
    hours: str = ""
    registration: str = ""
    logo: Photo | None = None
    about: str = ""

    @property
    def has_address(self) -> bool:
        return bool(self.street and self.city)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of invitation, from `ctas/KIND.md` or `ctas/KIND.LANG.md`; texts may hold {title} and {reply_promise}."""

    name: str
    language: str = ""
    eyebrow: str = ""
    heading: str = ""
    promise: str = ""
    button: str = ""
    subject: str = ""
    mail_body: str = ""


@dataclass(frozen=True, slots=True)
class Cta:
    """A finished invitation: all texts filled in, all links made. Channels are always in the order of these fields (WCAG 2.2, 3.2.6)."""

    kind: str
    eyebrow: str
    heading: str
    promise: str
    button: str
    card: Card
    email_url: str = ""
    """`mailto:` with subject."""
    phone_url: str = ""
    sms_url: str = ""
    booking_url: str = ""
    pass_on_url: str = ""
    """`mailto:` without a recipient, with the title and address of what was read."""
    webmail: tuple[Link, ...] = field(default=())
    """For readers without a mail program."""
    page_url: str = ""
    """Public address of the invitation itself, `…/SLUG/#write`."""
