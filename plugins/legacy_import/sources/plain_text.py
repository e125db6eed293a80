"""Posts that were copied from their page as plain text, one a file.

    for found in read_text(data, place): …

The first lines say when and under what title, if they do; the rest becomes paragraphs, lists, quotes and headings. Furniture and contact
lines below stay in the text, for later stages to take. Without a date there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import model
from ..furniture import dates
from ..furniture.finding import Finder
from ..furniture.guessing import language_of
from ..furniture.phrases import Kind, Level
from ..furniture.reading import read
from ..model import Item, Trouble
from .plain_text_blocks import blocks
from .plain_text_flow import to_html
from .plain_text_head import split_head
from .saved_pages_bytes import decoded, is_binary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Place

_TAB, _BELOW = 4, 20


def _look_below(lines: tuple[str, ...], finder: Finder) -> None:
    """Tell `finder` what the lines below the text say of it, down to comments or other posts; the lines stay."""
    below = [reading for line in lines[-_BELOW:] if line.strip() and (reading := read(line, hint=finder.hint))]
    for reading in below:
        if reading.kind in {Kind.COMMENTS, Kind.LINKS}:
            return
        if reading.level >= Level.EDGE:
            finder.add(reading)


def read_text(data: bytes, place: Place) -> Iterator[Item | Trouble]:
    """The post that a text file holds; its text is escaped, whatever it looks like."""
    if is_binary(data):
        yield Trouble(place, "text-binary", "this is no text", "Leave it out, or save the post as text or HTML")
        return
    text = decoded(data).expandtabs(_TAB)
    lines = [line.rstrip() for line in text.splitlines()]
    language = language_of(text)
    finder = Finder(dates.Hint(language))
    head = split_head(lines, finder)
    _look_below(head.rest, finder)
    found = finder.found()
    title, html = head.title, to_html(blocks(head.rest))
    if not html:  # the one line that there is is the text, whatever it looks like
        title, html = "", to_html(blocks((head.title,)))
    if not html:
        yield Trouble(place, "text-empty", "the file holds no text of a post", "Copy the post again, or leave the file out")
        return
    yield Item(
        kind=model.Kind.POST, place=place, title=title, html=html, published=found.published, author=found.author,
        categories=found.categories, tags=found.tags, language=language, notes=(*head.notes, *finder.doubts),
    )  # fmt: skip
