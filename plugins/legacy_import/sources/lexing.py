"""XML as tokens, out of a stream of text, and never an error: what is no XML is read as a careful person would read it.

A parser that stops at the first fault is no use here, for exports are damaged: their programs forget to declare prefixes, to escape an `&`,
to split a `]]>`, or they are cut off. Nor may a source make us do more than read it: entities that it declares are not
expanded, a document type is passed over, nothing is fetched. What is held in memory is one token; all of them are bounded.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .repairs import Repairs

LONGEST_TAG = 1 << 20
LONGEST_REMARK = 1 << 20
LONGEST_TEXT = 1 << 25
"""Of a CDATA section, in characters: some posts carry their pictures in themselves."""
_FAR, _NEAR = 1 << 18, 1 << 9
"""How far the end of something is looked for, and how far once it was often in vain: else a file of beginnings never ends."""
_VAIN = 20

_NAME = r"[A-Za-z_][\w.:-]*+"
_TAG = re.compile(rf"""<(/?)({_NAME})((?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+)>""")
_ROUGH_TAG = re.compile(rf"<(/?)({_NAME})([^<>]*+)>")
_TAG_BEGINS = re.compile(rf"</?{_NAME}")
_INSTRUCTION = re.compile(r"<\?.*?\?>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SUBSET = r"""\[(?:[^\]"'<]|<!--.*?-->|<|"[^"]*+"|'[^']*+')*+\]\s*+"""
_DOCTYPE = re.compile(rf"""<!DOCTYPE\b(?:[^\[\]<>"']|"[^"]*+"|'[^']*+')*+(?:{_SUBSET})?>""", re.IGNORECASE | re.DOTALL)
_ROUGH_DOCTYPE = re.compile(r"<!DOCTYPE\b(?:[^\[>]*+>|[^\]]*+\]\s*+>)", re.IGNORECASE)
_REMARKS = (("<!--", _COMMENT), ("<?", _INSTRUCTION), ("<!", _DOCTYPE), ("<!", _ROUGH_DOCTYPE))
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|([A-Za-z][A-Za-z0-9]{1,31});)?")
_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_ITEMS = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>\s*(?:<(?:\w+:)?(?:item|entry)\b|</)")


class Token(NamedTuple):
    """`kind` is `start`, `end`, `text`, `data` (text in CDATA) or `remark`; `source` is how it stood there, that of `data` is left out."""

    kind: str
    name: str
    text: str
    source: str


class Lexer:
    """Takes pieces of text, gives tokens; `line` is that of the token to come."""

    def __init__(self, pieces: Iterator[str], repairs: Repairs) -> None:
        self.repairs = repairs
        self.is_cut = False
        self._pieces = pieces
        self._buffer = ""
        self._at = 0
        self._counted, self._line = 0, 1
        self._open = ""
        self._vain = 0

    @property
    def line(self) -> int:
        self._line += self._buffer.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def tokens(self) -> Iterator[Token]:
        while self._at < len(self._buffer) or self._more():
            token = self._markup() if self._buffer[self._at] == "<" else self._text()
            if token:
                yield token

    def _more(self) -> bool:
        """Reads on, as much again as there is: so a long token is looked at only a few times while it grows."""
        _ = self.line
        rest = self._buffer[self._at :]
        got, pieces = 0, [rest]
        for piece in self._pieces:
            pieces.append(piece)
            got += len(piece)
            if got > len(rest):
                break
        self._buffer, self._at, self._counted = "".join(pieces), 0, 0
        return got > 0

    def _taken(self, end: int) -> str:
        taken = self._buffer[self._at : end]
        self._at = end
        return taken

    # --- Text

    def _text(self) -> Token | None:
        end = self._buffer.find("<", self._at)
        if end < 0:
            end = len(self._buffer)
            half = self._buffer.rfind("&", max(self._at, end - 40))
            if half >= 0 and ";" not in self._buffer[half:]:  # a reference may go on in what comes
                if half > self._at:
                    return self._as_text(half)
                if self._more():
                    return None
        return self._as_text(end)

    def _as_text(self, end: int) -> Token:
        line = self.line
        source = self._taken(end)
        return Token("text", "", self._resolved(source, line) if "&" in source else source, source)

    def _resolved(self, source: str, line: int) -> str:
        def character(found: re.Match[str]) -> str:
            if found[0] == "&":
                self.repairs.saw("bare-ampersands", line)
                return "&"
            name, read = found[1], html.unescape(found[0])
            if name and name not in _XML:
                self.repairs.saw("bare-ampersands" if read == found[0] else "html-entities", line, detail=found[0])
            return read

        return _REFERENCE.sub(character, source)

    # --- Markup

    def _markup(self) -> Token | None:
        while len(self._buffer) - self._at < len(_CDATA) and self._more():
            pass
        if self._buffer.startswith(_CDATA, self._at):
            return self._character_data()
        if self._buffer.startswith(("<!", "<?"), self._at):
            return self._remark()
        return self._tag()

    def _remark(self) -> Token | None:
        for begin, pattern in _REMARKS:
            if self._buffer.startswith(begin, self._at) and (found := self._whole(pattern)):
                if begin == "<!":
                    self.repairs.saw("document-type", self.line)
                return Token("remark", "", "", self._taken(found.end()))
        return self._stray()

    def _whole(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        longest = LONGEST_REMARK if self._vain < _VAIN else _NEAR
        while True:
            found = pattern.match(self._buffer, self._at, self._at + longest)
            if found:
                return found
            if len(self._buffer) - self._at >= longest or not self._more():
                self._vain += 1
                return None

    def _tag(self) -> Token:
        found = self._strict_tag() or _ROUGH_TAG.match(self._buffer, self._at)
        if not found:
            return self._stray()
        if not found[1] and not found[3].endswith("/"):
            self._open = found[2]
        return Token("end" if found[1] else "start", found[2], found[3], self._taken(found.end()))

    def _strict_tag(self) -> re.Match[str] | None:
        """A tag holds no `<`: as soon as one follows, the tag is there or there is none."""
        if not _TAG_BEGINS.match(self._buffer, self._at):
            return None
        while True:
            found = _TAG.match(self._buffer, self._at)
            if found or self._buffer.find("<", self._at + 1) > 0 or len(self._buffer) - self._at > LONGEST_TAG or not self._more():
                return found

    def _stray(self) -> Token:
        self.repairs.saw("stray-markup", self.line)
        return Token("text", "", "<", "&lt;" if self._taken(self._at + 1) else "")

    # --- CDATA

    def _character_data(self) -> Token:
        start, line = len(_CDATA), self.line
        end = self._end_of_data(start)
        text = self._buffer[self._at + start : self._at + end]
        if "</" in text and (cut := self._unclosed(text)) is not None:
            self.repairs.saw("unclosed-cdata", line)
            self._taken(self._at + start + cut)
            return _data(text[:cut])
        self._taken(min(len(self._buffer), self._at + end + len(_CDATA_END)))
        return _data(text)

    def _end_of_data(self, start: int) -> int:
        """Where the section ends, counted from the place; reads on until that is known."""
        searched = start
        while True:
            end = self._buffer.find(_CDATA_END, self._at + searched) - self._at
            if end >= 0:
                return self._true_end(end)
            searched = max(start, len(self._buffer) - self._at - 2)
            if searched > LONGEST_TEXT:
                return self._skip_long(searched)
            if not self._more():
                self.is_cut = True
                return len(self._buffer) - self._at

    def _skip_long(self, length: int) -> int:
        """Passes over what is too much, keeps what was read, and gives where it ends."""
        self.repairs.saw("too-long", self.line, detail=f"{LONGEST_TEXT:,}")
        kept = self._buffer[self._at : self._at + LONGEST_TEXT]
        self._at += length
        while (end := self._buffer.find(_CDATA_END, self._at)) < 0:
            self._at = max(self._at, len(self._buffer) - 2)
            if not self._more():
                end = len(self._buffer)
                break
        self._line = self.line - kept.count("\n")
        self._buffer = kept + self._buffer[end:]
        self._at, self._counted = 0, 0
        return len(kept)

    def _true_end(self, end: int) -> int:
        """A `]]>` ends the text if its element ends behind it; otherwise the last one before the element's end may be meant."""
        after = end + len(_CDATA_END)
        while len(self._buffer) - self._at < after + 200 and self._more():
            pass
        closing = f"</{self._open}"
        behind = self._buffer[self._at + after : self._at + after + 200].lstrip()
        if not self._open or behind.startswith((closing, _CDATA)):
            return end
        return self._last_end(end, closing)

    def _last_end(self, end: int, closing: str) -> int:
        after, far = end + len(_CDATA_END), _FAR if self._vain < _VAIN else _NEAR
        while (stop := self._buffer.find(closing, self._at + after, self._at + after + far)) < 0:
            if len(self._buffer) - self._at - after > far or not self._more():
                self._vain += 1
                return end
        between = self._buffer[self._at + after : stop]
        if between.count(_CDATA_END) <= between.count(_CDATA) or _ITEMS.search(between):
            self._vain += 1
            return end
        self.repairs.saw("stray-cdata-end", self.line)
        return after + between.rfind(_CDATA_END)

    def _unclosed(self, text: str) -> int | None:
        """Where the text should have ended, if it runs over the end of its item."""
        stop = text.find(f"</{self._open}>") if self._open else -1
        return stop if stop >= 0 and (_CDATA in text[stop:] or _ITEMS.search(text, stop)) else None


def _data(text: str) -> Token:
    return Token("data", "", text, "")
