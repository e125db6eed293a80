"""From the bytes of a saved page or a text file to its text, whatever it says of its encoding."""

from __future__ import annotations

import codecs
import email
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset\s*=\s*["']?|\?xml\b[^>]{0,200}?encoding\s*=\s*["'])\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
}
"""https://encoding.spec.whatwg.org/#names-and-labels: what is called Latin-1 on the web is Windows-1252."""
_FALLBACK = "cp1252"
_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), 127])
_HEAD = 4096


def decoded(data: bytes) -> str:
    """The text of `data`; no bytes are an error. Control characters, which neither HTML nor text may hold, are gone."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(encoding, "replace"))
    head = data[:_HEAD]
    if head.count(0) > len(head) // 4:
        return _clean(data.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "replace"))
    try:
        return _clean(data.decode())  # bytes that are no UTF-8 by design are none by chance, whatever is declared
    except UnicodeDecodeError:
        return _clean(_legacy(data))


def _legacy(data: bytes) -> str:
    declared = declared_encoding(data)
    if declared == "utf-8" or (not declared and _is_mostly_utf8(data)):
        return _mended(data)
    return data.decode(declared or _FALLBACK, "replace")


def declared_encoding(data: bytes) -> str:
    """What the page says in its first bytes, as Python calls it; nothing if it says nothing, or what Python does not know."""
    found = _DECLARED.search(data[: _HEAD * 4])
    if not found:
        return ""
    try:
        name = codecs.lookup(found[1].decode()).name
        "".encode(name)  # some that Python knows are no encodings of text
    except (LookupError, ValueError, TypeError):
        return ""
    return _AS_BROWSERS_DO.get(name, name) if not name.startswith("utf-16") else "utf-8"  # a page that can say so in ASCII is not UTF-16


def _is_mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= char <= "\udcff" for char in text)
    return sum(char > "\x7f" for char in text) - broken > 3 * broken


def _mended(data: bytes) -> str:
    """UTF-8 with single bytes of Windows-1252 between, as where a theme and its database disagreed."""
    text = data.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda found: bytes([ord(found[0]) - 0xDC00]).decode(_FALLBACK, "replace"), text)


def _clean(text: str) -> str:
    return text.removeprefix("\ufeff").translate(_CONTROLS)


def is_binary(data: bytes) -> bool:
    """An image, an archive or the like: no text in any encoding has so many control characters."""
    head = data[:_HEAD]
    if any(data.startswith(mark) for mark, _ in _BOMS) or head.count(0) > len(head) // 4:
        return head.startswith((b"\x00\x00\x01\x00", b"PK\x03\x04"))
    return sum(byte < 9 or 14 <= byte < 27 for byte in head) > len(head) // 50


def page_of_archive(data: bytes) -> bytes:
    """The page of an `.mhtml` file, as browsers write it; other bytes as they are. Its address becomes
    the remark that browsers write into other saved pages.
    """
    if not re.match(rb"(?:From|MIME-Version|Content-Type|Subject|Date|Snapshot-Content-Location):", data[:60], re.IGNORECASE):
        return data
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            location = re.search(rb"^(?:Snapshot-)?Content-Location:\s*(https?://\S+)", data[:4000], re.IGNORECASE | re.MULTILINE)
            saved = b"<!-- saved from url=(0)" + location[1] + b" -->\n" if location else b""
            return saved + _payload(part)
    return data


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
