"""An entry's HTML as plain text, for JSON Feed's `content_text`, and the sentence or two that stand for it where there is no summary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LONGEST = 200
"""Characters of a summary that is made of the text."""

_PARTS = frozenset(
    {"p", "div", "blockquote", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "pre", "hr"}
)
"""Elements that have an empty line before and behind them."""
_LINES = frozenset({"li", "tr", "dt", "dd", "br", "caption"})
"""Elements that begin a line."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_BREAKS = re.compile(r" *\n *")
_MANY_BREAKS = re.compile(r"\n{3,}")


def plain_text(root: HtmlElement, page_url: str) -> str:
    """The text below `root`: paragraphs with empty lines between them, `-` or a number before what is in a list, addresses of links in
    brackets behind their words; links into the page itself, such as footnotes, are only words.
    """
    writing = _Writing(page_url)
    writing.element(root)
    return writing.text()


def first_words(root: HtmlElement) -> str:
    """The first paragraph that says something, cut at a word behind at most LONGEST characters."""
    paragraphs = (" ".join(paragraph.text_content().split()) for paragraph in root.iter("p"))
    text = next(filter(None, paragraphs), "") or " ".join(root.text_content().split())
    if len(text) <= LONGEST:
        return text
    words = text[: LONGEST - 1].rpartition(" ")[0] or text[: LONGEST - 1]
    return words.rstrip(" ,;:.–—-") + "…"


@dataclass(slots=True)
class _Writing:
    """Text while it is written: `done` is finished, and ends with a block of code if there was one; `pieces` are what came since."""

    page_url: str
    done: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def text(self) -> str:
        self._finish()
        return "\n\n".join(filter(None, self.done))

    def element(self, element: HtmlElement, mark: str = "") -> None:
        tag = element.tag
        if tag == "pre":
            self._finish()
            self.done.append(element.text_content().strip("\n"))
            return
        around = "\n\n" if tag in _PARTS else ""
        self.pieces += ["" if _begins_an_item(element) else around or ("\n" if tag in _LINES else ""), mark or _before(element)]
        self._words(element.text)
        marks = _marks(element)
        for child in element:
            self.element(child, next(marks) if child.tag == "li" else "")
            self._words(child.tail)
        self.pieces += [self._address(element), around]

    def _words(self, text: str | None) -> None:
        self.pieces.append(_BLANKS.sub(" ", text or ""))

    def _address(self, element: HtmlElement) -> str:
        url = element.get("href", "") if element.tag == "a" else ""
        is_known = not url or url.startswith(f"{self.page_url}#") or url.removeprefix("mailto:") in element.text_content()
        return "" if is_known else f" ({url})"

    def _finish(self) -> None:
        text = _BREAKS.sub("\n", "".join(self.pieces))
        self.done.append(_MANY_BREAKS.sub("\n\n", text).strip("\n "))
        self.pieces = []


def _begins_an_item(element: HtmlElement) -> bool:
    """A paragraph that stands directly behind the mark of its list item."""
    parent = element.getparent()
    return parent is not None and parent.tag == "li" and element.getprevious() is None and not (parent.text or "").strip()


def _before(element: HtmlElement) -> str:
    if element.tag == "img":
        return element.get("alt", "")
    return " | " if element.tag in {"td", "th"} and element.getprevious() is not None else ""


def _marks(element: HtmlElement) -> Iterator[str]:
    """What stands before the items of a list, one after the other."""
    start = element.get("start", "1")
    numbers = count(int(start) if start.isdecimal() else 1)
    while True:
        yield f"{next(numbers)}. " if element.tag == "ol" else "- "
