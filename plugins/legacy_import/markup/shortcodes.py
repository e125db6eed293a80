"""WordPress's shortcodes, `[name key="value"]…[/name]`, become HTML; those that nobody knows stay text and are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from ..model import Action, Note
from .shortcode_names import ADDRESSED, DROPPED, PLAIN_WORDS, is_form, is_layout, layout_html
from .shortcode_table import CODE, ENCLOSING, HANDLERS

MAX_OPEN = 20
"""Nobody nests deeper on purpose."""

MAX_LENGTH = 3000
"""Of one pair of brackets."""

_BEGIN = re.compile(r"\[\[?|<!--|<(?:pre|code|script|style|textarea)\b|</?[A-Za-z][^<>\[]*>", re.IGNORECASE)
_LITERAL = {"<!--": "-->", **{f"<{name}": f"</{name}" for name in ("pre", "code", "script", "style", "textarea")}}
_NAME = re.compile(r"\[(/?)([A-Za-z][\w-]{0,40})(?=[\s=:/\]])")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|'([^']*)'|(\S+)""")
_QUOTE_MARKS = re.compile("&(?:#8220|#8221|#8243|#8242|#8217|#8216|quot|ldquo|rdquo|Prime);|[“”″]")
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
"""Quotation marks as an editor leaves them; within such, other marks belong to the value."""
_LOOKS_LIKE_ONE = re.compile(r"\s[\w-]+\s*=")


@dataclass(frozen=True, slots=True)
class _Tag:
    """A pair of brackets: its words, its name in small letters, what follows the name, and where reading goes on."""

    words: str
    is_end: bool
    name: str
    rest: str
    end: int

    def given(self) -> dict[str, str]:
        return _attributes(self.rest, self.name)


@dataclass(frozen=True, slots=True)
class _Open:
    """A shortcode that waits for its end: its name, its words as they stood, its attributes, and where its content begins."""

    name: str
    words: str
    given: dict[str, str]
    at: int


def resolved(html: str) -> tuple[str, tuple[Note, ...]]:
    """The text without the shortcodes that are known, outside of code; and what became of the others."""
    if "[" not in html:
        return html, ()
    reader = _Reader(html)
    return reader.read(), tuple(dict.fromkeys(reader.notes))


class _Reader:
    def __init__(self, html: str) -> None:
        self._html = html
        self._lower = lower if len(lower := html.lower()) == len(html) else html
        self._endless: set[str] = set()
        self._out: list[str] = []
        self._opened: list[_Open] = []
        self.notes: list[Note] = []

    def read(self) -> str:
        at = 0
        while match := _BEGIN.search(self._html, at):
            self._out.append(self._html[at : match.start()])
            at = self._read_bracket(match) if match[0].startswith("[") else self._keep(self._literal_end(match), match.start())
        self._out.append(self._html[at:])
        while self._opened:
            self._end_unclosed(self._opened.pop())
        return "".join(self._out)

    def _literal_end(self, match: re.Match[str]) -> int:
        """Where code or a comment ends, in which brackets are brackets; one without an end is looked for once."""
        end = _LITERAL.get(match[0].lower(), "")
        if not end or end in self._endless:
            return match.end()
        found = self._lower.find(end, match.end())
        if found < 0:
            self._endless.add(end)
            return match.end()
        return found + len(end)

    def _keep(self, end: int, start: int) -> int:
        self._out.append(self._html[start:end])
        return end

    def _tag(self, start: int) -> _Tag | None:
        """The pair of brackets at `start`, if it can be a shortcode; a bracket in quotation marks does not end it."""
        match = _NAME.match(self._html, start)
        if match is None:
            return None
        end = self._html.find("]", match.end(), start + MAX_LENGTH)
        while end >= 0 and self._html.count('"', start, end) % 2:
            end = self._html.find("]", end + 1, start + MAX_LENGTH)
        if end < 0:
            return None
        rest = self._html[match.end() : end]
        if "[" in rest and '"' not in rest:
            return None
        return _Tag(self._html[start : end + 1], bool(match[1]), match[2].lower(), rest, end + 1)

    def _read_bracket(self, match: re.Match[str]) -> int:
        """Handle what begins at a bracket; returns where reading goes on."""
        start = match.start()
        if match[0] == "[[" and (inner := self._tag(start + 1)) and self._html[inner.end : inner.end + 1] == "]":
            return self._keep(inner.end, start + 1) + 1
        tag = self._tag(start)
        if tag is None:
            return self._keep(start + 1, start)
        if tag.is_end:
            self._end(tag)
        elif is_form(tag.name):
            return self._form(tag)
        elif tag.name in ENCLOSING and not tag.rest.endswith("/") and len(self._opened) < MAX_OPEN:
            return self._begin(tag)
        else:
            self._single(tag)
        return tag.end

    def _begin(self, tag: _Tag) -> int:
        """Open one that has content; that of code is taken as it stands."""
        end = f"[/{tag.name}]"
        if end in self._endless or (found := self._lower.find(end, tag.end)) < 0:
            self._endless.add(end)
            self._single(tag)
            return tag.end
        if ENCLOSING[tag.name]:
            self._out.append(HANDLERS[tag.name](tag.given(), self._html[tag.end : found]))
            return found + len(end)
        self._opened.append(_Open(tag.name, tag.words, tag.given(), len(self._out)))
        self._out.append("")
        return tag.end

    def _form(self, tag: _Tag) -> int:
        """A form goes with the fields in it."""
        end = f"[/{tag.name}]"
        found = -1 if end in self._endless else self._lower.find(end, tag.end)
        if found < 0:
            self._endless.add(end)
        goes_on = found + len(end) if found >= 0 else tag.end
        words = self._html[tag.end - len(tag.words) : goes_on]
        self.notes.append(Note(Action.DROPPED, "markup-shortcode", f"what [{tag.name}] showed is not in the text", words))
        return goes_on

    def _end(self, tag: _Tag) -> None:
        if tag.name not in [opened.name for opened in self._opened]:
            if is_layout(tag.name):
                self._out.append(layout_html(tag.name, {}, is_end=True))
            elif tag.name not in HANDLERS:
                self._out.append(tag.words)
            return
        while self._opened[-1].name != tag.name:
            self._end_unclosed(self._opened.pop())
        opened = self._opened.pop()
        content = "".join(self._out[opened.at :])
        del self._out[opened.at :]
        self._out.append(HANDLERS[tag.name](opened.given, content))

    def _end_unclosed(self, opened: _Open) -> None:
        """One without an end is complete by itself if it has all it needs, and text if it does not."""
        html = HANDLERS[opened.name](opened.given, "")
        self._out[opened.at] = html or opened.words

    def _single(self, tag: _Tag) -> None:
        if tag.name in PLAIN_WORDS and self._is_word(tag):
            self._out.append(tag.words)
            return
        if is_layout(tag.name):
            self._out.append(layout_html(tag.name, tag.given()))
        elif tag.name in DROPPED:
            self._drop(tag)
        elif tag.name in HANDLERS and tag.name not in CODE and (html := HANDLERS[tag.name](tag.given(), "")):
            self._out.append(html)
        elif tag.name in ADDRESSED and _LOOKS_LIKE_ONE.search(tag.rest):
            self._drop(tag)
        else:
            self._out.append(tag.words)
            if self._is_suspicious(tag):
                what = f"[{tag.name}] is not known, and stays as it is"
                self.notes.append(Note(Action.DOUBTFUL, "markup-shortcode", what, tag.words))

    def _drop(self, tag: _Tag) -> None:
        self.notes.append(Note(Action.DROPPED, "markup-shortcode", f"what [{tag.name}] showed is not in the text", tag.words))

    def _is_alone(self, tag: _Tag) -> bool:
        """Whether it has a line or an element for itself; a word in brackets within a sentence is a word."""
        before = self._html[max(tag.end - len(tag.words) - 1, 0) : tag.end - len(tag.words)]
        return before in ("", "\n", ">") and self._html[tag.end : tag.end + 1] in ("", "\n", "<")

    def _is_word(self, tag: _Tag) -> bool:
        return not self._is_alone(tag) and not _LOOKS_LIKE_ONE.search(tag.rest) and f"[/{tag.name}]" not in self._lower

    def _is_suspicious(self, tag: _Tag) -> bool:
        """Whether it looks like a shortcode, and not like `[sic]`."""
        return bool(_LOOKS_LIKE_ONE.search(tag.rest)) or "_" in tag.name or f"[/{tag.name}]" in self._lower


def _attributes(text: str, name: str) -> dict[str, str]:
    """What stands between the brackets: by name, and by number what has none; `[youtube=…]` has it behind the sign."""
    text = text if _QUOTED.search(text) else _QUOTE_MARKS.sub('"', text)
    given: dict[str, str] = {}
    if text.startswith(("=", ":")):
        given["0"], text = unescape(text[1:].strip().strip('"')), ""
    for match in _ATTRIBUTE.finditer(text.rstrip("/ ")):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        given[match[1].lower() if match[1] else str(len(given))] = unescape(value)
    return {**given, "name": name} if "name" not in given else given
