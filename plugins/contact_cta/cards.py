"""Contact cards, from one file for each author."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from .checks import UnfitError, email_address, language_tag, month, phone_number, profile, time_zone, web_address
from .front_matter import files_in, read_front_matter
from .kinds import known_kind
from .markdown_text import as_html
from .model import Card, Link
from .photos import photo_below, unfit_for_vcard
from .reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .config import ContactConfig
    from .model import Photo
    from .report import Finding

FIELDS = (
    *("name", "role", "photo", "email", "phone", "sms", "booking", "profiles", "languages", "hours", "time_zone"),
    *("reply_promise", "signoff", "confirmed", "formerly", "cta", "redirect_from"),
)
CHANNELS = ("email", "phone", "sms", "booking")


def read_cards(config: ContactConfig, kinds: Sequence[str]) -> tuple[tuple[Card, ...], list[Finding]]:
    """All cards in the order of their file names, and what is wrong with any of them; `kinds` are the names of all kinds."""
    cards: list[Card] = []
    findings: list[Finding] = []
    for path in files_in(config.authors, config.ignored):
        card, wrong = read_card(path, config, kinds)
        cards += [card] if card.name else []
        findings += wrong
    return tuple(cards), findings


def read_card(path: Path, config: ContactConfig, kinds: Sequence[str]) -> tuple[Card, list[Finding]]:
    """The card in a file, without what is wrong in it; a card without a name is of no use."""
    front = read_front_matter(path)
    reading = Reading(front, [*front.findings, *front.unknown_fields(FIELDS)])
    reading.require("name", "Write the author's name, as in the front matter of the articles")
    card = replace(_person(reading, path, config), **_channels(reading, config), cta=reading.take("cta", known_kind(kinds), ""))
    if card.name and not any(front.text(name) for name in CHANNELS):
        what, fix = f"nobody can reach {card.name}", "Add a line with Email, Phone, Sms or Booking"
        reading.note("name", UnfitError("contact-channel", what, fix, is_advice=True))
    return card, reading.findings


def _person(reading: Reading, path: Path, config: ContactConfig) -> Card:
    slug = _slug(reading, path)
    return Card(
        slug=slug,
        name=reading.text("name"),
        role=reading.text("role"),
        photo=_photo(reading, config),
        languages=reading.take_all("languages", language_tag),
        hours=reading.text("hours"),
        time_zone=reading.take("time_zone", time_zone, ""),
        reply_promise=reading.text("reply_promise") or config.reply_promise,
        signoff=reading.text("signoff"),
        confirmed=reading.take("confirmed", month, ""),
        source_path=str(path),
        redirect_from=tuple(text for _, text in reading.front.parts("redirect_from")),
        biography=as_html(reading, config.markdown),
        vcard_path=f"authors/{slug}.vcf",
        qr_path=f"authors/{slug}-card.svg" if config.has_public_url else "",
    )


def _photo(reading: Reading, config: ContactConfig) -> Photo | None:
    """The photo; one that only the vCard goes without is told as well, since nobody would see it on a page."""
    photo = reading.take("photo", photo_below(config.content), None)
    unfit = unfit_for_vcard(photo, config.content) if photo else None
    if unfit:
        reading.note("photo", unfit)
    return photo


def _slug(reading: Reading, path: Path) -> str:
    """The file's name, which becomes an address."""
    slug = re.sub(r"[^\w-]+", "-", path.stem).strip("-") or "card"
    if slug != path.stem:
        fix = f"Rename the file to {slug}.md"
        reading.note("name", UnfitError("contact-card", f"'{path.name}' makes an address that is hard to write", fix))
    return slug


def _channels(reading: Reading, config: ContactConfig) -> dict[str, Any]:
    number = partial(phone_number, region=config.region)
    booking = reading.take("booking", web_address, "")
    profiles: tuple[Link, ...] = reading.take_all("profiles", profile)
    for name, url in (("booking", booking), *(("profiles", link.url) for link in profiles)):
        if url.startswith("http://"):
            what, fix = f"'{url}' is not encrypted", "Write https:// if the page can be reached so"
            reading.note(name, UnfitError("contact-url-insecure", what, fix, is_advice=True))
    return {
        "email": reading.take("email", email_address, ""),
        "phone": reading.take("phone", number, None),
        "sms": reading.take("sms", number, None),
        "booking": booking,
        "profiles": profiles,
    }
