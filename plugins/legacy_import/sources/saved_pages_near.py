"""What stands around the text of a post: its title, its date, its author, its categories and tags, by markup and then by words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..folding import fold, squeezed
from ..furniture import dates, zones
from ..furniture.elements import rule_like, rule_of
from ..furniture.finding import Finder
from ..furniture.lines import read_all
from ..furniture.phrases import Kind
from ..furniture.segments import HEADINGS, elements, segments
from .saved_pages_addresses import urlsplit_path
from .saved_pages_body import names_of
from .saved_pages_marked import put_marked
from .saved_pages_titles import heading_near, text_of_title, title_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag

    from ..furniture.reading import Reading
    from ..furniture.segments import Segment
    from ..model import Note
    from .saved_pages_facts import Facts

_BEFORE, _AFTER, _FARTHER = 12, 12, 6
_SHORT, _ABOVE = 60, 200
_ADDRESS = re.compile(r"(?:URL to article|Permalink|Source|Original) ?: ?(https?://\S{4,300})", re.IGNORECASE)
_PERMANENT = re.compile(r"^perma(?:nent )?link\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Near:
    """The elements and lines of one post: its body, what holds the body and nothing of other posts, and the lines around it."""

    body: Tag
    container: Tag
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]


def bodies_within(bodies: Iterable[Tag]) -> Counter[int]:
    """How many of the bodies each element holds, by its `id`."""
    return Counter(id(each) for body in bodies for each in (body, *body.parents))


def around(body: Tag, within: Counter[int], root: Tag, *, alone: bool) -> Near:
    """Where to look for what is said of the post in `body`: in all that holds no other; if it is the page's only one, in all lines."""
    container = body
    while container is not root and container.parent is not None and within[id(container.parent)] < 2:
        container = container.parent
    inside = {id(tag) for tag in (body, *elements(body))}
    lines = segments(root if alone else container)
    places = [place for place, line in enumerate(lines) if id(line.parent) in inside]
    if not places:
        return Near(body, container, (), ())
    first, last = places[0], places[-1]
    before = [*reversed(lines[max(0, first - _BEFORE) : first])]
    return Near(body, container, tuple(before), tuple(lines[last + 1 : last + 1 + _AFTER]))


def put_near(facts: Facts, near: Near, hint: dates.Hint, *, alone: bool) -> tuple[Note, ...]:
    """Fill in what the markup around a post says, then what the words do. `alone`: the page has no other post."""
    heading = _heading(facts, near, alone=alone)
    if heading is not None:
        facts.title = title_in(heading, facts.title)
    facts.put(url=_permalink(near.container, heading, alone=alone))
    put_marked(facts, near.container)
    facts.put(url=_told_address(near))
    finder = _told(near, heading, hint)
    found = finder.found()
    published = found.published
    if facts.published and not facts.published.time() and published and published.date() == facts.published.date():
        facts.published = published
    facts.put(title=_line_above(near, hint))
    facts.put(published=published, author=found.author, categories=found.categories, tags=found.tags)
    facts.put(author=facts.named_author)
    if facts.published and not facts.published.time() and finder.clock:
        facts.published = datetime.combine(facts.published.date(), finder.clock.at)
    return tuple(finder.doubts) if published == facts.published else ()


def _heading(facts: Facts, near: Near, *, alone: bool) -> Tag | None:
    before = [line.parent for line in near.before if line.is_heading]
    if alone:
        farther = [tag for tag in near.body.find_all_previous(list(HEADINGS), limit=_FARTHER) if squeezed(tag.get_text())]
        before += [tag for tag in farther if all(tag is not each for each in before)]
    return heading_near(near.body, before, text_of_title(facts.title or facts.page_title))


def _line_above(near: Near, hint: dates.Hint) -> str:
    """Without a heading: the line of the text itself that stands beside the dateline."""
    lines = read_all(segments(near.body)[:_BEFORE], hint)
    place = zones.title_place(lines)
    return "" if place is None else lines[place].segment.text


def _permalink(container: Tag, heading: Tag | None, *, alone: bool) -> str:
    """The address to which the title links, or what is called a bookmark or a permanent link, or the time."""
    marked = [heading.find("a") if heading else None, container.find("a", rel="bookmark"), container.find("a", title=_PERMANENT)]
    links = [link for link in (*marked, next(filter(_is_time, container.find_all("a", href=True)), None)) if link is not None]
    addresses = [str(link.get("href") or "") for link in links]
    return next((address for address in addresses if len(urlsplit_path(address)) > 1 and (not alone or address.startswith("http"))), "")


def _told_address(near: Near) -> str:
    """What a line at the end of a printed page says."""
    lines = [*segments(near.body)[-_AFTER:], *near.after]
    return next((found[1] for line in lines if (found := _ADDRESS.fullmatch(line.text))), "")


def _time_on_link(container: Tag) -> dates.Clock | None:
    """WordPress themes until 2013 say the time where the pointer rests on the date."""
    titles = (fold(str(link.get("title", ""))) for link in container.find_all("a", rel="bookmark"))
    return next((clock for title in titles if (clock := dates.match_time(title)) and clock.end == len(title)), None)


def _is_time(link: Tag) -> bool:
    words = fold(squeezed(link.get_text()))[:_SHORT]
    stamp = dates.match(words) or dates.match_time(words)
    return stamp is not None and stamp.end == len(words)


def _telling(near: Near, heading: Tag | None, hint: dates.Hint) -> Iterator[Reading]:
    """What lines say that may tell of the post; what stands below a heading of comments does not."""
    inside = read_all(segments(near.body), hint)
    chosen = zones.chosen(inside)
    yield from (reading for place in chosen.places if place < chosen.below and (reading := inside[place].reading))
    for line in read_all(near.before, hint):
        if line.reading:
            yield line.reading
    for line in read_all(near.after, hint):
        if (
            line.reading
            and line.reading.kind in {Kind.COMMENTS, Kind.LINKS}
            and line.segment.is_heading
            and heading is not line.segment.parent
        ):
            return
        if line.reading:
            yield line.reading


def _day_above(container: Tag) -> str:
    """Blogger's heading above all posts of a day."""
    above = container.find_all_previous(["h2", "h3", "h4", "div", "p", "span"], limit=_ABOVE)
    return next((squeezed(tag.get_text(" ")) for tag in above if "date-header" in names_of(tag) or "dateheader" in names_of(tag)), "")


def _told(near: Near, heading: Tag | None, hint: dates.Hint) -> Finder:
    """What the words around a post say of it."""
    finder = Finder(hint)
    readings = [*_telling(near, heading, hint)]
    if any(_is_day(reading) for reading in readings[:1]):  # which may be a letter's
        for words in _metadata(near.container, outside=near.body):
            finder.add_words(words, about=True)
    for reading in readings:
        finder.add(reading)
    for words in _metadata(near.container):
        finder.add_words(words, about=True)
    if finder.stamp is None and (header := _day_above(near.container)):
        finder.add_words(header, about=True)
    finder.clock = finder.clock or _time_on_link(near.container)
    return finder


def _is_day(reading: Reading) -> bool:
    return all(piece.stamp is not None and not piece.stamp.has_time for piece in reading.pieces)


def _metadata(container: Tag, *, outside: Tag | None = None) -> Iterator[str]:
    """The words of what themes call the metadata of a post."""
    tags = (tag for tag in elements(container) if all(parent is not outside for parent in tag.parents))
    return (squeezed(tag.get_text(" ")) for tag in tags if "furniture-byline" in {rule_of(tag), rule_like(tag)})
