"""From bytes to text, piece by piece, whatever the bytes are: by byte order mark, by what the XML declaration says, else UTF-8.

Bytes that are no UTF-8 are read as Windows-1252, which is what they mostly are; characters that XML forbids are taken out.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .repairs import Repairs

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,30})["']""")
_NO_CHARSETS = re.compile(r"utf_?(?:7|16|32)|idna|punycode|.*escape|undefined|mbcs|oem|.*_codec")
"""What Python can decode and no export is written in: a declaration can be read, so the text is in something like ASCII."""
_AS_BROWSERS_DO = {"iso8859_1": "cp1252", "ascii": "cp1252", "iso8859_9": "cp1254", "gb2312": "gb18030", "shift_jis": "cp932"}
"""What a name means on the web (WHATWG Encoding, "names and labels")."""
_WRONG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def encoding_of(head: bytes) -> str:
    """The encoding of what begins with `head`, as Python names it."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    start = head[:4]
    if len(start) == 4 and not start[1] and start[0] and not start[3]:
        return "utf-16-le"
    if len(start) == 4 and not start[0] and start[1] and not start[2]:
        return "utf-16-be"
    declared = _DECLARED.search(head[:4096])
    return _usable(declared[1].decode("ascii")) if declared and not _is_utf8(head) else "utf-8"


def _is_utf8(head: bytes) -> bool:
    """Whether there is text beyond ASCII, and all of it UTF-8: that is never by chance, whatever is declared."""
    try:
        return not codecs.getincrementaldecoder("utf-8")().decode(head).isascii()  # whose last character may be cut
    except UnicodeDecodeError:
        return False


def _usable(name: str) -> str:
    try:
        found = codecs.lookup(name)
        "".encode(found.name)  # LookupError if it makes something else than text
    except (LookupError, UnicodeError, ValueError):
        return "utf-8"
    plain = found.name.replace("-", "_")
    if _NO_CHARSETS.match(plain):
        return "utf-8"
    return _AS_BROWSERS_DO.get(plain, found.name)


def decoded(blocks: Iterable[bytes], encoding: str, repairs: Repairs) -> Iterator[str]:
    """The text of the blocks, with one kind of line end, and without what XML forbids."""
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(errors), translate=True)
    line = 1
    for block in blocks:
        text = decoder.decode(block)
        yield _clean(text, line, encoding, repairs) if _WRONG.search(text) else text
        line += text.count("\n")
    text = decoder.decode(b"", final=True)
    if text:
        yield _clean(text, line, encoding, repairs)


def _clean(text: str, line: int, encoding: str, repairs: Repairs) -> str:
    def mended(found: re.Match[str]) -> str:
        code = ord(found[0])
        at = line + text.count("\n", 0, found.start()) if _is_news(code, repairs) else line
        if 0xDC80 <= code <= 0xDCFF:
            repairs.saw("invalid-bytes", at, detail=encoding.upper())
            return bytes([code - 0xDC00]).decode("cp1252", errors="ignore")
        repairs.saw("control-characters", at)
        return ""

    return _WRONG.sub(mended, text)


def _is_news(code: int, repairs: Repairs) -> bool:
    return ("invalid-bytes" if 0xDC80 <= code <= 0xDCFF else "control-characters") not in repairs
