"""From tokens to elements, one item at a time, each as soon as it is whole."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from .elements import CONTAINERS, RECORDS, Begun, Element, Head, Record
from .names import Scope, attributes_of
from .texts import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lexing import Lexer, Token

_WITH_MARKUP = frozenset(
    {
        "content:encoded",
        "excerpt:encoded",
        "description",
        "title",
        "wp:comment_content",
        "wp:meta_value",
        "xhtml:body",
        "xhtml:div",
        "atom:content",
        "atom:summary",
        "atom:title",
        "atom:subtitle",
    }
)
"""Elements whose inner tags are text of theirs."""
_NO_HTML = re.compile(r"(?:wp|content|dc|excerpt|blogger|app|thr):.*|(?:atom:)?(?:pubDate|guid|category|published|updated|author|content)")
"""What cannot be one of their inner tags, so that they must have ended before it."""
_NO_TITLE = frozenset({"link", "atom:link", "description", "atom:summary"})
_ATOM = frozenset({"feed", "entry"})
DEEPEST = 60
HEAVIEST = 1 << 26
"""Of an item with all its comments, in characters; an element counts for `_WEIGHT` of them."""
_WEIGHT = 200
_XHTML = ("xhtml", "application/xhtml+xml", "application/xml", "text/xml")


class Builder:
    """Takes the tokens of a lexer, gives what they make."""

    def __init__(self, lexer: Lexer) -> None:
        self._lexer = lexer
        self._open: list[Element] = []
        self._scopes = [Scope({"xml": "xml"})]
        self._container_base = ""
        self._containers = 0
        self._unended = ""
        self._sunken = 0
        self._weight = 0
        self._markup_name, self._markup_depth = "", 0

    def events(self) -> Iterator[Begun | Head | Record]:
        for token in self._lexer.tokens():
            if token.kind == "start":
                yield from self._start(token)
            elif token.kind == "end":
                yield from self._end(token)
            elif self._open and not self._sunken:
                self._text(token)
        if self._open or self._unended:
            name, line = (self._open[0].name, self._open[0].line) if self._open else (self._unended, 1)
            self._lexer.repairs.saw("ends-early", self._lexer.line, detail=f"the {name.rpartition(':')[2]} that begins in line {line}")
        if self._open:
            yield from self._close(0, is_whole=False)

    # --- Tags

    def _start(self, token: Token) -> Iterator[Begun | Head | Record]:
        lexer, line = self._lexer, self._lexer.line
        scope = self._scopes[-1].within(token.text) if "xmlns" in token.text else self._scopes[-1]
        name = scope.name(token.name, lexer.repairs, line)
        if token.name in _ATOM:
            scope = scope.or_default("atom")
        if name in RECORDS or name in CONTAINERS:
            yield from self._abandon(line)
        elif self._markup_name and not self._must_have_ended(name):
            self._inner_tag(token, name)
            return
        elif self._markup_name:
            yield from self._close(len(self._open) - 1)
        if name in CONTAINERS:
            yield self._container(token, name, scope)
            return
        if len(self._open) >= DEEPEST:
            self._sink(token, line)
            return
        self._push(Element(name, attributes_of(token.text) if token.text else {}, line), scope)
        if token.text.endswith("/"):
            yield from self._close(len(self._open) - 1)

    def _must_have_ended(self, name: str) -> bool:
        is_title = self._markup_name.endswith("title")
        return bool(_NO_HTML.fullmatch(name)) or (is_title and name in _NO_TITLE)

    def _container(self, token: Token, name: str, scope: Scope) -> Begun:
        """It stays no element: what is in it stands for itself, and its prefixes hold to its end, or that of the file."""
        attributes = attributes_of(token.text)
        if name != "channel":
            self._containers += 1
            self._unended = name
            fresh = Scope({"xml": "xml"}).within(token.text)
            self._scopes, self._container_base = [fresh.or_default("atom") if token.name in _ATOM else fresh], ""
            if self._containers > 1:
                self._lexer.repairs.saw("several-exports", self._lexer.line, number=2 if self._containers == 2 else 1)
        else:
            self._scopes = [scope]
        self._container_base = based(self._container_base, attributes)
        return Begun(name, self._container_base, "wordpress.org/export" in token.text)

    def _sink(self, token: Token, line: int) -> None:
        self._lexer.repairs.saw("deep-nesting", line, detail=str(DEEPEST))
        self._sunken += not token.text.endswith("/")

    def _push(self, element: Element, scope: Scope) -> None:
        outer = self._open[-1] if self._open else None
        element.base = based(outer.base if outer else self._container_base, element.attributes)
        self._open.append(element)
        self._scopes.append(scope)
        if element.name in RECORDS:
            self._weight = 0
        if element.name in _WITH_MARKUP:
            self._markup_name, self._markup_depth = element.name, 0
            element.is_markup = element.attributes.get("type") in _XHTML or element.attributes.get("mode") == "xml"
            element.is_markup |= element.name.startswith("xhtml:")

    def _inner_tag(self, token: Token, name: str) -> None:
        if name == self._markup_name and not token.text.endswith("/"):
            self._markup_depth += 1
        self._add(_without_prefix(token, name))

    def _end(self, token: Token) -> Iterator[Begun | Head | Record]:
        name = self._scopes[-1].name(token.name, self._lexer.repairs, self._lexer.line)
        if name in RECORDS or name in CONTAINERS:
            self._sunken = 0
            self._unended = "" if name == self._unended else self._unended
        elif self._sunken:
            self._sunken -= 1
            return
        elif self._markup_name and not self._ends_markup(name):
            self._add(_without_prefix(token, name))
            return
        depth = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at].name == name), None)
        if depth is not None:
            yield from self._close(depth)
        elif name in CONTAINERS:
            yield from self._abandon(self._lexer.line)
        else:
            self._lexer.repairs.saw("unopened-elements", self._lexer.line, detail=name)

    def _ends_markup(self, name: str) -> bool:
        if name == self._markup_name:
            self._markup_depth -= 1
        return self._markup_depth < 0 or bool(_NO_HTML.fullmatch(name))

    # --- Closing

    def _abandon(self, line: int) -> Iterator[Head | Record]:
        """A new item or feed begins, so what is open ends here."""
        if self._open:
            self._lexer.repairs.saw("unclosed-elements", line, detail=self._open[-1].name)
            yield from self._close(0, is_whole=len(self._open) == 1)

    def _close(self, depth: int, *, is_whole: bool = True) -> Iterator[Head | Record]:
        if len(self._open) - 1 > depth:
            self._lexer.repairs.saw("unclosed-elements", self._lexer.line, detail=self._open[-1].name)
        while len(self._open) > depth:
            element = self._open.pop()
            self._scopes.pop()
            element.text, element.parts = "".join(element.parts), []
            element.is_whole &= is_whole
            if self._open:
                self._keep(element)
            else:
                yield Record(element) if element.name in RECORDS else Head(element)
        self._markup_name = ""

    def _keep(self, element: Element) -> None:
        self._weight += _WEIGHT
        if self._weight > HEAVIEST:
            self._lexer.repairs.saw("too-long", element.line, detail=f"{HEAVIEST:,}")
        else:
            self._open[-1].children.append(element)

    # --- Text

    def _text(self, token: Token) -> None:
        if not self._open[-1].is_markup:
            self._add(token.text or (token.source if self._markup_name else ""))
        elif token.kind == "data":
            self._add(html.escape(token.text, quote=False))
        else:
            self._add(token.source)

    def _add(self, text: str) -> None:
        self._weight += len(text)
        if self._weight > HEAVIEST:
            self._lexer.repairs.saw("too-long", self._lexer.line, detail=f"{HEAVIEST:,}")
            return
        self._open[-1].parts.append(text)


def based(outer: str, attributes: dict[str, str]) -> str:
    """The base of addresses in an element, by its `xml:base`, which may itself be relative (XML Base, section 3)."""
    own = attributes.get("xml:base")
    return joined(outer, own) if own else outer


def _without_prefix(token: Token, name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return token.source.replace(token.name, local, 1) if prefix == "xhtml" and ":" in token.name else token.source
