"""The subject of a message: decoded, freed of what mail programs put before it, and reduced to what can be compared."""

from __future__ import annotations

import binascii
import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What mail programs put before the subject of an answer or of something passed on, in the languages of their users.
ANSWERED = (
    "re", "aw", "antw", "antwort", "sv", "vs", "svar", "odp", "rif", "r", "res", "resp", "rép", "rép.", "réf", "ynt", "yan", "bls", "atb",
    "vá", "va", "vedr", "ad", "ref", "отв", "на", "ответ", "відп", "απ", "σχετ", "hà", "trả lời", "tl", "balas", "回复", "回覆", "答复",
    "返信", "답장", "ตอบ", "تر", "رد", "השב", "תגובה",
)  # fmt: skip
PASSED_ON = (
    "fw", "fwd", "wg", "tr", "rv", "enc", "i", "vb", "vl", "vidb", "doorst", "pd", "ilt", "i̇lt", "trs", "továbbítás", "пер", "пересл",
    "πρθ", "转发", "轉寄", "転送", "전달", "ส่งต่อ", "إعادة توجيه", "הועבר",
)  # fmt: skip

_WORDS = "|".join(re.escape(word) for word in sorted((*ANSWERED, *PASSED_ON), key=len, reverse=True))
# `Re:`, `RE :`, `Re[2]:`, `Re(3):`, `Re^2:`, `回复：`; or what a gateway or a list puts in brackets: `[EXTERNAL]`.
_PREFIX = re.compile(rf"\s*(?:\[[^\[\]]{{1,40}}\]|(?:{_WORDS})\s*(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|[*^]\d{{1,3}})?\s*[:：])\s*", re.IGNORECASE)
_CODE = re.compile(r"\s*\[([0-9a-hjkmnp-tv-z]{6})\]", re.IGNORECASE)  # Crockford's alphabet
_ENCODED = re.compile(r"=\?([^?*\s]*)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=", re.IGNORECASE)  # RFC 2047, with the language of RFC 2231
_GAP = re.compile(r"(\?=)\s+(?==\?)")  # RFC 2047, 6.2: blanks between encoded words are not part of the text
# Longer than the subject of any letter; a title that is cut is still known by its beginning.
_LONGEST = 1000


class UnreadableSubjectError(ValueError):
    """An encoded word of the subject holds what cannot be decoded."""


def decoded(raw: bytes) -> str:
    """The subject as text, of at most 1,000 characters. Raw 8-bit text is taken for UTF-8, else for Latin-1.

    UnreadableSubjectError if base64 is broken; bytes that are not of the charset they claim become replacement characters.
    """
    text = _GAP.sub(r"\1", _text(raw, "utf-8", errors="strict"))
    joined = ((charset, b"".join(piece for _, piece in pieces)) for charset, pieces in groupby(_pieces(text), key=lambda it: it[0]))
    return "".join(_text(piece, charset, errors="replace") for charset, piece in joined)[:_LONGEST]


def _pieces(text: str) -> Iterator[tuple[str, bytes]]:
    """Charset and bytes of each part: a character may begin in one encoded word and end in the next."""
    at = 0
    for word in _ENCODED.finditer(text):
        if word.start() > at:
            yield "utf-8", text[at : word.start()].encode()
        yield word[1].lower(), _bytes(word[2].lower(), word[3])
        at = word.end()
    yield "utf-8", text[at:].encode()


def _bytes(encoding: str, payload: str) -> bytes:
    raw = payload.encode()
    if encoding == "q":
        return binascii.a2b_qp(raw, header=True)
    try:
        return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))
    except binascii.Error as error:
        raise UnreadableSubjectError("its subject is broken base64") from error


def _text(raw: bytes, charset: str, *, errors: str) -> str:
    try:
        return raw.decode(charset, errors)
    except (LookupError, ValueError):  # a charset that nobody knows, or bytes that are not of it
        return raw.decode("latin-1")


def key_of(text: str) -> str:
    """Two titles are the same if their keys are: letters, marks and digits count; case, punctuation and spaces do not.

    A title that has only punctuation (`???`) is its own key; C, C++ and C# are three, as in slugs.
    """
    return words_of(text) or " ".join(text.casefold().split())


def words_of(text: str) -> str:
    """As `key_of`, but of punctuation alone nothing is left."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    spelled = plain.replace("++", " plus plus ").replace("#", " sharp ")
    return " ".join("".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in spelled).split())


def codes_in(subject: str) -> tuple[str, ...]:
    """What looks like a reply code, in upper case, last first: that is where we put it."""
    return tuple(code.upper() for code in reversed(_CODE.findall(subject)))


def without_codes(subject: str) -> str:
    return _CODE.sub("", subject)


def readings(subject: str) -> Iterator[str]:
    """The subject as it is, then without its first `Re:`, then without the next one, and so on: a title may begin like that itself."""
    yield subject
    at = 0
    while found := _PREFIX.match(subject, at):
        at = found.end()
        yield subject[at:]
