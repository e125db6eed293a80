r"""A card for the reader's address book: vCard 3.0 (RFC 2426), which every phone and mail program reads; 4.0 still fails on some.

Each property is one line of UTF-8 that ends in CRLF and is folded at 75 octets. Nothing in a card can add a property: values are put on one
line and `\`, `;`, `,` and line breaks escaped. The text depends on its input alone, and on no clock.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha1
from typing import TYPE_CHECKING

from .plain_text import one_line, several_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Business, Card

_FOLD_AT = 75
"""Octets of a line without its end, RFC 2426 section 2.6."""
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_IMAGE_TYPE = re.compile(r"[A-Z0-9.+-]+")
_URL_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""RFC 9562, section 6.6."""
_SPECIAL = re.compile(r"[\\;,]")


def vcard(card: Card, *, business: Business | None, site_url: str, photo: bytes | None, photo_type: str, uid: str) -> str:
    """The vCard of `card`, lines ending in CRLF: to be written byte for byte, as `text/vcard` in UTF-8.

    `site_url` is the public address of the author's page or site; `photo_type` the image's type (`JPEG`, or `image/jpeg`), which only
    matters with a `photo`; `uid` must never change, or address books will take the next download for another person. ValueError for a
    type that is none. Without a month in `card.confirmed` there is no `REV`.
    """
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        *_person(card),
        *_employer(business),
        *_picture(photo, photo_type),
        *_channels(card),
        *_addresses(card, site_url),
        *_remarks(card, uid),
        "END:VCARD",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def permanent_uid(name: str) -> str:
    """The same `urn:uuid:` for the same `name`, an address: a UUID of version 5 (RFC 9562, section 5.5).

    Python's `uuid` makes it as well, but asks the operating system for its name first, which takes longer than all our vCards.
    """
    octets = bytearray(sha1(_URL_NAMESPACE + name.encode("utf-8"), usedforsecurity=False).digest()[:16])
    octets[6], octets[8] = octets[6] & 0x0F | 0x50, octets[8] & 0x3F | 0x80
    digits = octets.hex()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _person(card: Card) -> Iterator[str]:
    """The whole name stands as the given name: which part of it is the family's cannot be known, and it is shown right this way."""
    name = _text(card.name) or _text(card.slug)
    yield f"FN:{name}"
    yield f"N:;{name};;;"
    yield from _property("TITLE", _text(card.role))


def _employer(business: Business | None) -> Iterator[str]:
    if not business:
        return
    yield from _property("ORG", _text(business.name))
    if business.has_address:
        places = (business.street, business.city, "", business.postcode, business.country)
        yield "ADR;TYPE=WORK:;;" + ";".join(_text(place) for place in places)


def _picture(photo: bytes | None, photo_type: str) -> Iterator[str]:
    if not photo:
        return
    kind = photo_type.upper().removeprefix("IMAGE/")
    if not _IMAGE_TYPE.fullmatch(kind):
        raise ValueError(f"{photo_type!r} is not a type of image. Use JPEG or PNG.")
    yield f"PHOTO;ENCODING=b;TYPE={kind}:{b64encode(photo).decode('ascii')}"


def _channels(card: Card) -> Iterator[str]:
    yield from _property("EMAIL;TYPE=INTERNET", _text(card.email))
    if card.phone and card.phone == card.sms:
        yield f"TEL;TYPE=CELL,VOICE,MSG:{_text(card.phone.e164)}"
        return
    yield from _property("TEL;TYPE=VOICE", _text(card.phone.e164 if card.phone else ""))
    yield from _property("TEL;TYPE=CELL,MSG", _text(card.sms.e164 if card.sms else ""))


def _addresses(card: Card, site_url: str) -> Iterator[str]:
    """URLs are values of their own kind and have no escapes; a group with a label tells one profile from the other."""
    yield from _property("URL", one_line(site_url))
    yield from _property("URL", one_line(card.booking))
    for number, profile in enumerate(card.profiles, start=1):
        yield f"item{number}.URL:{one_line(profile.url)}"
        yield from _property(f"item{number}.X-ABLabel", _text(profile.label))


def _remarks(card: Card, uid: str) -> Iterator[str]:
    yield from _property("NOTE", _lines(card.reply_promise))
    yield f"UID:{_text(uid)}"
    if _MONTH.fullmatch(card.confirmed):
        yield f"REV:{card.confirmed}-01"


def _property(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"{name}:{value}"


def _text(value: str) -> str:
    """`value` as a property that has a single line."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(value))


def _lines(value: str) -> str:
    r"""`value` as a property whose line breaks survive, as `\n`."""
    return r"\n".join(map(_text, several_lines(value).split("\n")))


def _folded(line: str) -> str:
    octets = line.encode("utf-8")
    pieces, start, width = [], 0, _FOLD_AT
    while len(octets) - start > width:
        end = _fold(octets, start + width)
        pieces.append(octets[start:end])
        start, width = end, _FOLD_AT - 1  # the blank that begins a continuation counts
    return b"\r\n ".join([*pieces, octets[start:]]).decode("utf-8")


def _fold(octets: bytes, end: int) -> int:
    """The last place up to `end` that is neither within a character nor before a blank, which some programs take for part of the fold."""
    while octets[end] & 0xC0 == 0x80 or octets[end : end + 1] == b" ":
        end -= 1
    return end
