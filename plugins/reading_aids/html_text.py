"""HTML as text and as tags, by regular expressions: parsing a whole tree would cost as much as making it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE = r"""[^\s/>][^\s/=>]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?"""
_TAG = re.compile(rf"<!--.*?-->|<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)>", re.DOTALL)
_ATTRIBUTES = re.compile(r"""([^\s/>][^\s/=>]*+)(?:\s*+(=)\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)?))?""", re.DOTALL)

_UNREAD = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<sup\b[^>]*\bid=\"fnref\d*:.*?</sup>", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"<(pre|code)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var|wbr)\b[^>]*>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag as it stands in a text; of attributes given twice the first counts, as in a browser."""

    name: str
    attributes: tuple[tuple[str, str | None], ...]
    text: str
    start: int

    def get(self, name: str) -> str | None:
        """The value of an attribute; None if it is absent or has no value."""
        return next((value for key, value in self.attributes if key == name), None)

    def has(self, name: str) -> bool:
        return any(key == name for key, _ in self.attributes)


def tags_of(html: str, only: str = "") -> Iterator[Tag]:
    """The start tags of `html`, or those of one name, without those in comments; names are in lower case, values unescaped."""
    for match in _TAG.finditer(html):
        name = (match["name"] or "").lower()
        if name and name == (only or name):
            yield Tag(name, tuple(_attributes_of(match["attributes"])), match[0], match.start())


def _attributes_of(text: str) -> Iterator[tuple[str, str | None]]:
    for name, equals, *values in _ATTRIBUTES.findall(text):
        yield name.lower(), unescape("".join(values)) if equals else None


def plain_text(html: str, *, with_code: bool = True) -> str:
    """What a reader reads of `html`, in one line; footnote numbers are left out, and code too if asked."""
    text = _UNREAD.sub("", html)
    if not with_code:
        text = _CODE.sub(" ", text)
    text = _ANY_TAG.sub(" ", _INLINE_TAG.sub("", text))
    return " ".join(unescape(text).split())
