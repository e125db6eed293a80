"""A piece of HTML as a tree, and back: whatever it is made of, nothing stops and no word is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from .characters import BLANKS, allowed
from .elements import VOID_TO_LIBXML

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TOO_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_REFERENCES = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9])|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?", re.IGNORECASE
)
"""To characters that XML forbids, and lxml takes back from libxml2 only to refuse them."""
_ENDS_OF_PAGE = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Where libxml2 stops, and browsers do not."""
_TAGS = re.compile(r"</?(?!(?:script|style)\b)[a-z][^<>]*>", re.IGNORECASE)


def parsed(html: str) -> HtmlElement:
    """`html` below an element of its own; what XML forbids is left out. No error: HTML has none.

    libxml2 loses what is below its 2,048th level; nobody writes so, and who does keeps the words.
    """
    text = _ENDS_OF_PAGE.sub("", _REFERENCES.sub("", allowed(html)))
    body, is_whole = _body(text)
    if not is_whole:
        body, _ = _body(_TAGS.sub(" ", text))
    _close_voids(body)
    return body


def serialized(root: HtmlElement) -> str:
    """What is below `root`, as HTML that XML can hold."""
    inside = lxml_html.tostring(root, encoding="unicode", with_tail=False).removeprefix("<body>").removesuffix("</body>")
    return allowed(inside.replace("</wbr>", "")).strip(BLANKS)


def _body(text: str) -> tuple[HtmlElement, bool]:
    """The `body` that holds `text`, and whether all of it is there."""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    page = lxml_html.document_fromstring(f"<html><body>{text}".encode(), parser=parser)
    return next(page.iter("body")), all(error.type != _TOO_DEEP for error in parser.error_log)


def _close_voids(root: HtmlElement) -> None:
    """What libxml2 put into a void element stands behind it."""
    for element in list(root.iter(*VOID_TO_LIBXML)):
        behind, children = element.tail or "", list(element)
        element.tail, element.text = element.text, None
        for child in reversed(children):
            element.addnext(child)
        last = children[-1] if children else element
        last.tail = f"{last.tail or ''}{behind}"
