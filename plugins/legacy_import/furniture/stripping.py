"""From a post's tree to the same tree without furniture, with what the furniture said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from ..model import Action, Found, Note
from . import dates, zones
from .elements import cleared
from .finding import Finder
from .guessing import language_of
from .lines import Line, read_all
from .segments import Segment, pruned, segments

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHAT = {
    "furniture-byline": "a line that says who wrote the post",
    "furniture-dateline": "a line that says when the post was written",
    "furniture-labels": "a line that says under what the post is filed",
    "furniture-comments": "furniture of the comment box",
    "furniture-spam-filter": "a notice of a spam filter",
    "furniture-share": "a bar for sharing",
    "furniture-navigation": "navigation of the old site",
    "furniture-subscribe": "a line about feeds or trackbacks",
    "furniture-footer": "a line of the old site's footer",
    "furniture-cookies": "a cookie notice",
    "furniture-advert": "a label of an advertisement",
    "furniture-related": "links to related posts",
    "furniture-sponsor": "a line that names a sponsor; to keep it, name the sponsor yourself",
}
_HEADED = frozenset({f"furniture-{name}" for name in ("share", "comments", "related", "subscribe", "navigation", "below", "form")})
_SAYS_SOMETHING = frozenset({"furniture-byline", "furniture-dateline", "furniture-labels"})


def stripped(tree: Tag) -> tuple[Found, tuple[Note, ...]]:
    """Take the furniture out of `tree`, in place; what it said of the post, and a note on each thing that was taken out."""
    notes: list[Note] = []
    hint = dates.Hint(str(tree.get("lang") or language_of(tree.get_text(" "))))
    finder = Finder(hint)
    ends_so = _last_heading(tree)
    for note, words in cleared(tree):
        notes.append(note)
        finder.add_words(words, about=note.rule == "furniture-byline")
    lines = read_all(segments(tree), hint)
    chosen = zones.chosen(lines)
    places = chosen.places
    title = zones.title_place(lines)
    for place in places:
        notes += _notes(lines[place], finder if place < chosen.below else None)
    if title is not None and title not in places and not finder.title:
        finder.title = lines[title].segment.text
        notes.append(Note(Action.TAKEN, "furniture-title", "the heading beside the dateline is the title", finder.title))
        places = (*places, title)
    _remove(tree, [lines[place].segment for place in places])
    if any(note.rule in _HEADED for note in notes):
        notes += _without_headings_of_nothing(tree, ends_so)
    return finder.found(), (*notes, *finder.doubts)


def _last_heading(tree: Tag) -> Tag | None:
    """The heading with which the text ends, if it does."""
    lines = segments(tree)
    return lines[-1].parent if len(lines) > 1 and lines[-1].is_heading else None


def _without_headings_of_nothing(tree: Tag, own: Tag | None) -> Iterator[Note]:
    """A heading below which only furniture stood headed the furniture; with `own` the text had ended before."""
    while (heading := _last_heading(tree)) is not None and heading is not own:
        text, above = heading.get_text(" ", strip=True), heading.parent
        heading.extract()
        pruned(tree, [above] if above else [])
        yield Note(Action.DROPPED, "furniture-below", "a heading below which only furniture stood", text)


def _notes(line: Line, finder: Finder | None) -> list[Note]:
    """What is taken out with a line; it tells `finder` of the post, unless it stands among comments."""
    text = line.segment.text
    if line.reading is None:
        return [Note(Action.DROPPED, "furniture-below", "it stood among the comments or links below the post", text)]
    if finder:
        finder.add(line.reading)
    rule = line.reading.rule
    action = Action.TAKEN if rule in _SAYS_SOMETHING else Action.DROPPED
    sponsors = [piece for piece in line.reading.pieces if piece.rule == "furniture-sponsor" != rule]
    return [
        Note(action, rule, f"{_WHAT[rule]} was taken out", text),
        *(Note(Action.DROPPED, piece.rule, f"{_WHAT[piece.rule]} was taken out", piece.value) for piece in sponsors),
    ]


def _remove(tree: Tag, removed: list[Segment]) -> None:
    for segment in removed:
        _remove_break(segment)
        segment.remove()
    pruned(tree, [segment.parent for segment in removed])
    if removed:
        _trim(tree, 0)
        _trim(tree, -1)


def _remove_break(segment: Segment) -> None:
    """The line break after a line goes with it, or the one before if the line was the last."""
    for node in (segment.nodes[-1].next_sibling, segment.nodes[0].previous_sibling):
        if isinstance(node, Tag) and node.name == "br":
            node.extract()
            return


def _trim(tree: Tag, end: int) -> None:
    """A rule or a break that parted the post from what stood before or after it parts nothing any more."""
    while len(tree.contents) > 1:
        edge = tree.contents[end]
        if isinstance(edge, Tag) and edge.name not in {"hr", "br"}:
            return
        if not isinstance(edge, Tag) and str(edge).strip():
            return
        edge.extract()
