"""Lines that are furniture by where their links lead, whatever the language of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..folding import squeezed
from . import linked
from . import reading as words
from .phrases import Kind, Level
from .reading import Piece, Reading, is_name

if TYPE_CHECKING:
    from bs4 import Tag

    from . import dates
    from .segments import Segment

_MOST_WORDS = 12
_AROUND = 3
_BAR, _EACH = 6, 6


def read(segment: Segment) -> Reading | None:
    """Buttons that pass the page on, and nothing else."""
    addresses = _addresses(segment)
    if addresses and (is_button(segment) or (segment.is_link and all(map(linked.is_sharing, addresses)))):
        return _one(Piece("furniture-share", Level.ANYWHERE, Kind.PLAIN, 0))
    return None


def about_post(segment: Segment) -> Reading | None:
    """Links to the answers, or one to the author of the post with a word or two before it."""
    addresses = _addresses(segment)
    if addresses and all(map(linked.is_answering, addresses)):
        return _one(Piece("furniture-comments", Level.EDGE, Kind.PLAIN, 0))
    return _byline(segment) if addresses and all(map(linked.is_author, addresses)) else None


def filed(segment: Segment, hint: dates.Hint) -> Reading | None:
    """When, by whom, and links to what the post is filed under, which no phrase need announce."""
    links = [link for link in segment.links() if linked.is_filed(str(link.get("href") or ""))]
    inside = {id(string) for link in links for string in link.find_all(string=True)}
    rest = squeezed(" ".join(string for string in segment.strings() if id(string) not in inside))
    reading = words.read(rest, hint=hint) if links and not segment.is_quoted else None
    if reading is None or not any(piece.stamp or piece.kind == Kind.AUTHOR for piece in reading.pieces):
        return None
    names = ", ".join(name for link in links if (name := squeezed(link.get_text())))
    return Reading(
        (*reading.pieces, Piece("furniture-labels", Level.EDGE, Kind.CATEGORIES, 0, names)), Level.EDGE, reading.rule, Kind.PLAIN
    )


def _addresses(segment: Segment) -> list[str]:
    """Where a short line's links lead; none of a long line, or of one that is quoted."""
    if segment.is_quoted or len(segment.words.split()) > _MOST_WORDS:
        return []
    return [address for address in segment.addresses() if address]


def is_button(segment: Segment) -> bool:
    """A picture, and few words, that only pass the page on; the author's own picture may lead there as well."""
    links = segment.links()
    if not segment.has_media or not links or not all(linked.is_sharing(str(link.get("href") or "")) for link in links):
        return False
    pictures = [(link, image) for link in links for image in link.find_all("img")]
    return (
        (segment.is_link or not segment.text)
        and len(pictures) == segment.media()
        and not any(linked.passes_on(str(link.get("href")), str(image.get("src") or "")) for link, image in pictures)
    )


def _byline(segment: Segment) -> Reading | None:
    names = [name for link in segment.links() if (name := squeezed(link.get_text()))]
    around = len(segment.words.split()) - sum(len(name.split()) for name in names)
    if len(names) != 1 or not is_name(names[0]) or around > _AROUND:
        return None
    return _one(Piece("furniture-byline", Level.EDGE, Kind.AUTHOR, 0, names[0]))


def _one(piece: Piece) -> Reading:
    return Reading((piece,), piece.level, piece.rule, piece.kind)


def is_bar(tag: Tag) -> bool:
    """A box with two buttons or more and with nothing of the author's: few words, and no more links elsewhere than buttons."""
    links = tag.find_all("a", href=True)
    buttons = [link for link in links if linked.is_sharing(str(link["href"]))]
    if len(buttons) < 2 or len(links) >= 2 * len(buttons) or len(tag.get_text().split()) > _BAR + _EACH * len(buttons):
        return False
    return not any(linked.passes_on(str(link["href"]), str(image.get("src") or "")) for link in buttons for image in link.find_all("img"))
