"""The HTML of a feed's entry, taken apart once: start tags, end tags, texts and comments in their order."""

from __future__ import annotations

import html
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from .pages import VOID

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag; `source` is how it was written. Lines count from 1."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    line: int = 0
    source: str = ""

    def get(self, name: str) -> str:
        """The value of an attribute; of two, a browser takes the first."""
        return next((value for given, value in self.attributes if given == name), "")

    def has(self, name: str) -> bool:
        return any(given == name for given, _ in self.attributes)


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text between two tags, without references to characters."""

    data: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, which readers drop."""

    data: str


Event = Start | End | Text | Comment


def events_of(content: str) -> tuple[Event, ...]:
    """All that stands in `content`, however broken."""
    parser = _Parser()
    parser.feed(content)
    parser.close()
    return tuple(parser.events)


def html_of(events: Iterable[Event]) -> str:
    """HTML again, without comments."""
    return "".join(_written(event) for event in events)


def without(events: Iterable[Event], tags: Container[str], *, is_hidden_kept: bool = True) -> Iterator[Event]:
    """What is left when elements with these tags go with all that is in them, and hidden elements too unless they are kept."""
    dropping: list[str] = []  # elements that have begun inside one that goes, that one first
    for event in events:
        if isinstance(event, Start) and (dropping or event.tag in tags or (not is_hidden_kept and event.has("hidden"))):
            dropping += [event.tag] if event.tag not in VOID else []
        elif isinstance(event, End) and event.tag in dropping:
            while dropping.pop() != event.tag:
                pass
        elif not dropping:
            yield event


def _written(event: Event) -> str:
    if isinstance(event, Text):
        return html.escape(event.data, quote=False)
    if isinstance(event, Start):
        attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in event.attributes)
        return f"<{event.tag}{attributes}>"
    return f"</{event.tag}>" if isinstance(event, End) else ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs)
        self.events.append(Start(tag, attributes, self.getpos()[0], self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(End(tag))

    def handle_data(self, data: str) -> None:
        self.events.append(Text(data, self.getpos()[0]))

    def handle_comment(self, data: str) -> None:
        self.events.append(Comment(data))
