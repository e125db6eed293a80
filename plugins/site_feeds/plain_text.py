"""An entry's HTML as plain text, for JSON Feed's `content_text`, and the sentence or two that stand for it where there is no summary."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from .characters import BLANKS, words

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
_ITEMS = frozenset({"li", "dd", "td", "th"})
"""Elements that a paragraph may begin without a line of its own."""
_SHOWN = {"audio": "src", "video": "src"}
"""Elements whose address is told, besides links, and the attribute that holds it."""
_BLANKS = re.compile(f"[{BLANKS}]+")
_BREAKS = re.compile(r" *\n *")
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_MANY_BREAKS = re.compile(r"\n{3,}")
_CLINGING = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""What joins or changes the character before it, besides accents: joiners, selectors, skin tones, the letters of flags."""


def plain_text(root: HtmlElement, page_url: str) -> str:
    """The text below `root`: paragraphs with empty lines between them, `-` or a number before what is in a list, addresses of links in
    brackets behind their words; links into the page itself, such as footnotes, are only words.
    """
    writing = _Writing(page_url)
    walk = etree.iterwalk(root, events=("start", "end"))  # and no recursion: HTML may be nested deeper than Python's stack
    for event, element in walk:
        if event == "end":
            writing.end(element)
        elif element.tag == "pre":
            writing.code(element.text_content())
            walk.skip_subtree()
        else:
            writing.start(element)
    return writing.text()


def first_words(root: HtmlElement) -> str:
    """The first paragraph that says something, cut at a word behind at most LONGEST characters."""
    text = next(filter(None, map(one_paragraph, root.iter("p"))), "") or one_paragraph(root)
    if len(text) <= LONGEST:
        return text
    return (text[:LONGEST].rpartition(" ")[0] or _whole_characters(text, LONGEST - 1)).rstrip(" ,;:.–—-") + "…"


def one_paragraph(element: HtmlElement) -> str:
    """The words of an element, with a blank where it begins a line."""
    pieces: list[str] = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        begins = " " if inner.tag in _PARTS | _LINES | {"td", "th"} else ""
        pieces += [begins, inner.text or ""] if event == "start" else [begins, (inner.tail or "") if inner is not element else ""]
    return words("".join(pieces))


def _whole_characters(text: str, length: int) -> str:
    """The first `length` code points, or fewer: what is seen as one character is not cut."""
    while length and (_clings(text[length]) or text[length - 1] == "\u200d"):
        length -= 1
    return text[:length]


def _clings(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or _CLINGING.match(character) is not None


@dataclass(slots=True)
class _Writing:
    """Text while it is written: `done` is finished, and ends with a block of code if there was one; `pieces` are what came since."""

    page_url: str
    done: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    marks: list[Iterator[str]] = field(default_factory=list)
    """For each open element, what stands before the items in it."""

    def text(self) -> str:
        self._finish()
        return "\n\n".join(filter(None, self.done))

    def code(self, text: str) -> None:
        """A block whose blanks and breaks mean something."""
        self._finish()
        self.done.append(text.strip("\n"))
        self.marks.append(iter(()))

    def start(self, element: HtmlElement) -> None:
        around = "\n\n" if element.tag in _PARTS else "\n" if element.tag in _LINES else ""
        mark = next(self.marks[-1]) if element.tag == "li" and self.marks else _before(element)
        self.pieces += ["" if _begins_an_item(element) else around, mark]
        self.marks.append(_marks(element))
        self._words(element.text)

    def end(self, element: HtmlElement) -> None:
        self.marks.pop()
        if element.tag != "pre":
            self.pieces += [self._address(element), "\n\n" if element.tag in _PARTS else ""]
        self._words(element.tail if self.marks else "")

    def _words(self, text: str | None) -> None:
        self.pieces.append(_BLANKS.sub(" ", text or ""))

    def _address(self, element: HtmlElement) -> str:
        url = element.get(_SHOWN.get(str(element.tag), "href"), "")
        is_known = not url or url.startswith(f"{self.page_url}#") or url.removeprefix("mailto:") in element.text_content()
        return "" if is_known else f" ({url})"

    def _finish(self) -> None:
        text = _BREAKS.sub("\n", "".join(self.pieces))
        self.done.append(_MANY_BREAKS.sub("\n\n", text).strip("\n "))
        self.pieces = []


def _begins_an_item(element: HtmlElement) -> bool:
    """A paragraph that stands directly behind the mark of its list item, or at the beginning of its cell."""
    parent = element.getparent()
    return parent is not None and parent.tag in _ITEMS and element.getprevious() is None and not (parent.text or "").strip()


def _before(element: HtmlElement) -> str:
    if element.tag == "img":
        return element.get("alt", "")
    return " | " if element.tag in {"td", "th"} and element.getprevious() is not None else ""


def _marks(element: HtmlElement) -> Iterator[str]:
    """What stands before the items of a list, one after the other."""
    start = element.get("start", "")
    numbers = count(int(start) if _NUMBER.fullmatch(start) else 1)
    while True:
        yield f"{next(numbers)}. " if element.tag == "ol" else "- "
