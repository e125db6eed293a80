"""The title of a post: told from other headings by what the page is called, and taken out of the text where it stands again."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Tag

from ..folding import fold, squeezed
from ..furniture.calendar_words import MONTHS
from ..furniture.reading import byline, read
from ..furniture.segments import pruned, segments
from .saved_pages_addresses import urlsplit_path
from .saved_pages_body import names_of

if TYPE_CHECKING:
    from ..furniture.segments import Segment

_INSIDE = 6
_SITES = re.compile(r"(?:blog|site)[-_]?(?:title|name|header)|header(?:img|-?inner|-?wrapper)?|masthead|branding|logo")
_PROSE = 80  # characters: a shorter line above the title is the site's


def text_of_title(text: str) -> str:
    """For comparing titles: folded, letters and digits only."""
    return re.sub(r"[\W_]+", " ", fold(squeezed(text))).strip()


def heading_near(body: Tag, before: list[Tag], wanted: str) -> Tag | None:
    """The heading of a post: in its body or one of those `before`, the nearest first; that which the page's own title names if one is."""
    inside = [segment.parent for segment in segments(body)[:6] if segment.is_heading]
    texts = [(text_of_title(tag.get_text()), tag) for tag in [*inside, *before]]
    for is_it in (lambda text: text == wanted, lambda text: len(text) > 8 and text in wanted):
        if wanted and (found := next((tag for text, tag in texts if is_it(text)), None)) is not None:
            return found
    before = [tag for tag in before if not _is_sites(tag)] or before
    before = [tag for tag in before if not _tells(squeezed(tag.get_text(" ")))]
    named = [tag for tag in before if any("title" in name or name in {"headline", "name", "p-name"} for name in names_of(tag))]
    highest = [tag for tag in inside if tag.name == "h1"]
    return next((tag for tag in [*named, *highest, *before] if "date-header" not in names_of(tag)), None)


def title_in(heading: Tag, title: str) -> str:
    """What a heading says; of one that holds a date or a category beside the `title` that the page tells machines, only the title."""
    words, text = squeezed(heading.get_text()), squeezed(heading.get_text(" "))
    rest = " ".join(text.split(title)) if title and title != words and text.count(title) == 1 else ""
    return title if rest and (read(rest) or _is_day(rest)) else words or title


def _tells(text: str) -> bool:
    """Does a heading only say when, by whom or under what the post was written?"""
    return read(text) is not None or byline(text) is not None


def _is_day(text: str) -> bool:
    """A leaf of a calendar without its year: `Jun 17`."""
    words = fold(text).replace(".", " ").split()
    return len(words) == 2 and any(word in MONTHS for word in words) and any(re.fullmatch(r"\d\d?(?:st|nd|rd|th)?", word) for word in words)


def _is_sites(tag: Tag) -> bool:
    """Does a heading name the site? Its own name says so, or that of what holds it, or it links to the first page."""
    link = tag.find("a", href=True)
    home = link is not None and urlsplit_path(str(link["href"])) in {"", "/"} and not str(link["href"]).startswith("#")
    return home or any(_SITES.fullmatch(name) for each in (tag, *islice(tag.parents, 3)) for name in names_of(each))


def drop_title(body: Tag, title: str) -> None:
    """A post whose text begins with its own title has it twice; what stands above that, but for pictures, is not the text yet."""
    lines = segments(body)[:_INSIDE]
    for place, line in enumerate(lines):
        if _stands_for_title(line) and text_of_title(line.text) == text_of_title(title):
            above = lines[:place]
            if all(len(each.text) < _PROSE for each in above):
                for each in above:
                    if not each.has_media:
                        each.remove()
                pruned(body, [each.parent for each in above])
            if line.is_heading:
                line.parent.extract()
            else:
                line.remove()
            return


def _stands_for_title(line: Segment) -> bool:
    named = [line.parent, *(node for node in line.nodes if isinstance(node, Tag))]
    return line.is_heading or line.is_bold or any("title" in name for tag in named for name in names_of(tag))
