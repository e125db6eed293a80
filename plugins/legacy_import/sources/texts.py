"""Texts of a source: titles and names without markup, plain text as HTML, and addresses made whole."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from ..model import Action, Note

if TYPE_CHECKING:
    from collections.abc import Iterable

_INLINE = "a|abbr|acronym|b|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|p|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|div"
_TAGS = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*+)?/?>", re.IGNORECASE)
_TONGUE = re.compile(r"<!--:(?:[a-z]{2})?-->|\[:(?:[a-z]{2})?\]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_BREAKS = re.compile(r"<(?:p|br|div|li|h[1-6]|table|blockquote|pre)\b", re.IGNORECASE)
_ADDRESSES = re.compile(r"""(<[A-Za-z][^<>]*?\s(?:href|src|poster)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|#|\s*$")


def plain(markup: str) -> str:
    """A title, name or excerpt that is kept as HTML, as text in one line."""
    return one_line(html.unescape(_TAGS.sub("", _first_tongue(markup))))


def _first_tongue(text: str) -> str:
    """Of a title in several languages, as qTranslate keeps it (`[:fr]Ciel[:en]Sky[:]`), the first."""
    return next((part.strip() for part in _TONGUE.split(text) if part.strip()), "") if _TONGUE.search(text) else text


def in_all_tongues(text: str) -> tuple[str, tuple[Note, ...]]:
    """A text in several languages without the marks between them, one below the other; and that it is one."""
    tongues = dict.fromkeys(mark.strip("<!->[:]") for mark in _TONGUE.findall(text))
    if not any(tongues):
        return text, ()
    named = ", ".join(filter(None, tongues))
    note = Note(Action.DOUBTFUL, "text-languages", "the text is there in several languages, one below the other", named)
    return "\n\n".join(filter(None, (part.strip() for part in _TONGUE.split(text)))), (note,)


def one_line(text: str) -> str:
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """Plain text as HTML: blank lines part paragraphs, line ends are breaks."""
    parts = _BLANK_LINES.split(text.strip("\n"))
    return "\n".join(f"<p>{html.escape(part.strip(), quote=False)}</p>".replace("\n", "<br>\n") for part in parts if part.strip())


def lacks_paragraphs(markup: str) -> bool:
    """Whether HTML has blank lines that its program made into paragraphs when it showed them, and nothing else that does."""
    return bool(_BLANK_LINES.search(markup.strip())) and not _BREAKS.search(markup)


def joined(base: str, address: str) -> str:
    """An address as seen from `base`; as it stands if either is none."""
    address = address.strip()
    try:
        return urljoin(base, address) if base and address else address
    except ValueError:
        return address


def with_whole_addresses(markup: str, base: str) -> str:
    """HTML whose links and pictures are addressed from `base`; links within the text stay."""
    if not base:
        return markup

    def whole(found: re.Match[str]) -> str:
        address = found[2] if found[2] is not None else found[3]
        if _WHOLE.match(address):
            return found[0]
        address = html.escape(joined(base, html.unescape(address)))
        return f'{found[1]}"{address}"'

    return _ADDRESSES.sub(whole, markup)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are none twice, in their order, without empty ones."""
    return tuple(dict.fromkeys(name for name in names if name))


def decoded_slug(slug: str) -> str:
    """`caf%c3%a9` as one reads it; as it stands if it is no UTF-8."""
    try:
        return unquote(slug, errors="strict")
    except UnicodeDecodeError:
        return slug
