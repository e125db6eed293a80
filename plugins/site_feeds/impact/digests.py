"""Short hashes of what an entry says, the same whichever format says it.

HTML is parsed and written in one spelling (canonical XML: attributes sorted, entities and quotes alike), with runs of white space as one
blank except in `pre`. The same text stands in many feeds, so each is parsed once.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from lxml import etree

from ..entries import INVITATION
from .model import Entry

if TYPE_CHECKING:
    from .model import Item

_PREFORMATTED = re.compile(rb"(<pre[\s>].*?</pre>)", re.DOTALL)
_SPACE = re.compile(rb"[ \t\r\n\f]+")
_FRAME = (b"<html><body>", b"</body></html>")
_TOO_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT


class Digester:
    """Makes entries of items, and remembers what it has parsed."""

    def __init__(self) -> None:
        self._known: dict[bytes, bytes] = {}

    def entry(self, item: Item) -> Entry:
        """What is remembered of `item`."""
        text, invitation = divided(item.html)
        return Entry(
            id=item.id,
            url=item.url,
            title=item.title,
            updated=item.updated,
            digest=_hash(item.title.encode(), item.summary.encode(), self._spelled(text)),
            invitation=_hash(self._spelled(invitation), item.email.encode()),
            published=item.published,
        )

    def _spelled(self, html: str) -> bytes:
        """A long hash of the one spelling, which is all that must be kept."""
        raw = html.encode("utf-8", "replace")
        if not raw.strip():
            return b""
        key = blake2b(raw, digest_size=16).digest()
        if key not in self._known:
            self._known[key] = blake2b(one_spelling(raw), digest_size=16).digest()
        return self._known[key]


def divided(html: str) -> tuple[str, str]:
    """What stands before the last mark of an invitation, and what behind it."""
    text, mark, invitation = html.rpartition(INVITATION)
    return (text, invitation) if mark else (html, "")


def one_spelling(html: bytes) -> bytes:
    """`html`, in UTF-8, as canonical XML; where it is nested too deeply to be parsed, only its white space is made alike."""
    root = _parsed(html)
    spelled = html if root is None else etree.tostring(root, method="c14n").removeprefix(_FRAME[0]).removesuffix(_FRAME[1])
    parts = _PREFORMATTED.split(spelled)
    parts[::2] = [_SPACE.sub(b" ", part) for part in parts[::2]]
    return b"".join(parts).strip(b" ")


def text_of(html: str) -> str:
    """The words of `html` with single blanks between them."""
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    root = _parsed(html.encode("utf-8", "replace"))
    return " ".join((html if root is None else "".join(root.itertext(tag=etree.Element))).split())


def _parsed(html: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    root = etree.fromstring(b"<html><body>" + html, parser)
    return None if any(error.type == _TOO_DEEP for error in parser.error_log) else root


def _hash(*parts: bytes) -> str:
    """16 hexadecimal digits; nothing if all parts are empty."""
    if not any(parts):
        return ""
    return blake2b(b"\0".join(parts), digest_size=8).hexdigest()
