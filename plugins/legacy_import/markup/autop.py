"""Paragraphs for WordPress's raw text, in which a blank line ends one and a line end is a line break.

WordPress makes them when it shows a post (`wpautop`), so that its exports do not have them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .comments_in_html import block_comment, comments

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"(</?[A-Za-z][^<>]*>)")
_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n\s*")
_BREAK_AND_END = re.compile(r"(<br\s*/?>)[ \t]*\n", re.IGNORECASE)

_FLOW = frozenset({"div", "section", "article", "aside", "blockquote", "center", "main", "header", "footer", "details", "form", "fieldset"})
"""In these, and outside of all, text wants paragraphs."""
_LINES = frozenset({"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "address", "figcaption", "caption", "summary"})
"""In these, text may have line breaks."""
_SILENT = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "figure", "select", "map", "object", "nav"})
"""In these, line ends mean nothing."""
_LITERAL = frozenset({"pre", "script", "style", "textarea", "svg", "math", "video", "audio", "iframe"})
_VOID_BLOCKS = frozenset({"hr"})
_BLOCKS = _FLOW | _LINES | _SILENT | _LITERAL | _VOID_BLOCKS


def with_paragraphs(html: str) -> str:
    """The text as WordPress would show it; of a text made of blocks only what stands between them."""
    html = html.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(part if is_block else "".join(_paragraphs(part)) for part, is_block in _block_parts(html))


def _block_parts(html: str) -> Iterator[tuple[str, bool]]:
    """Stretches of the text, each with whether it stands in a block."""
    depth = at = 0
    for comment in comments(html):
        if (match := block_comment(comment[0])) is None:
            continue
        if depth == 0:
            yield html[at : comment.start()], False
            at = comment.start()
        depth = max(depth + (0 if match["alone"] else -1 if match["end"] else 1), 0)
        if depth == 0:
            yield html[at : comment.end()], True
            at = comment.end()
    yield html[at:], depth > 0


def _paragraphs(html: str) -> Iterator[str]:
    """Pieces of the text with `<p>` and `<br>` where they belong; `opened` are the blocks around the current place."""
    opened: list[str] = []
    buffer: list[str] = []
    for token in _TOKEN.split(html):
        match = _NAME.match(token)
        name = match[1].lower() if match else ""
        if name not in _BLOCKS or (opened and opened[-1] in _LITERAL and token.lower()[:-1].rstrip() != f"</{opened[-1]}"):
            buffer.append(token)
            continue
        yield from _filled("".join(buffer), opened[-1] if opened else "")
        buffer = []
        _follow(token, name, opened)
        yield token
    yield from _filled("".join(buffer), opened[-1] if opened else "")


def _follow(token: str, name: str, opened: list[str]) -> None:
    """Note that a block begins or ends here; one that ends unopened, or is never closed, does no harm."""
    if not token.startswith("</"):
        if name not in _VOID_BLOCKS and not token.endswith("/>"):
            opened.append(name)
    elif name in opened[-20:]:
        while opened.pop() != name:
            pass


def _filled(text: str, within: str) -> Iterator[str]:
    """Text as its place wants it."""
    if not text.strip() or within in _LITERAL or within in _SILENT:
        yield text
    elif within in _LINES and not _BLANK_LINE.search(text.strip("\n")):
        yield _with_breaks(text)
    else:
        for part in _BLANK_LINE.split(text.strip("\n")):
            if part.strip():
                yield f"<p>{_with_breaks(part.strip())}</p>\n"


def _with_breaks(text: str) -> str:
    return _BREAK_AND_END.sub(r"\1 ", text).strip("\n").replace("\n", "<br>\n") if "\n" in text.strip() else text
