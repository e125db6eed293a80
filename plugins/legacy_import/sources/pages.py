"""Pages and texts, which have readers of their own."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from ..model import Place, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Blog, Item

_MOST_PARTS = 10_000


def read_page(data: bytes, place: Place) -> Iterator[Blog | Item | Trouble]:
    from . import saved_pages  # noqa: PLC0415  (what most exports do not need)

    return saved_pages.read_page(data, place)


def read_text(data: bytes, place: Place) -> Iterator[Blog | Item | Trouble]:
    from . import plain_text  # noqa: PLC0415

    return plain_text.read_text(data, place)


def read_mail(data: bytes, place: Place) -> Iterator[Blog | Item | Trouble]:
    """A page that was saved as one file (MHTML, RFC 2557): its first part that is HTML, with its address as browsers note it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for number, part in enumerate(message.walk()):
        if part.get_content_type() == "text/html" and number < _MOST_PARTS:
            text = part.get_payload(decode=True)
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            mark = f"<!-- saved from url=({len(address):04}){address.replace('--', '%2D%2D')} -->\n" if address.startswith("http") else ""
            return read_page(mark.encode() + (text if isinstance(text, bytes) else b""), place)
    return iter(
        [Trouble(place, "mail-without-page", "this is a mail, or a page saved as one file, without a page in it", "Save the page anew")]
    )
