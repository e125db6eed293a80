"""What stands around the text of a post: its title, its date, its author, its categories and tags, by markup and then by words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..furniture import zones
from ..furniture.finding import Finder
from ..furniture.folding import squeezed
from ..furniture.phrases import Kind
from ..furniture.reading import read
from ..furniture.segments import HEADINGS, elements, segments
from .saved_pages_body import names_of
from .saved_pages_facts import Facts, moment
from .saved_pages_titles import heading_near, text_of_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag

    from ..furniture.dates import Hint
    from ..furniture.reading import Reading
    from ..furniture.segments import Segment
    from ..model import Note

_BEFORE, _AFTER = 12, 12
_PUBLISHED = ("datepublished", "published", "dt-published", "entry-date", "post-date", "entry-time", "timestamp", "date")
_UPDATED = ("datemodified", "updated", "dt-updated", "modified")
_AUTHORS = ("author", "p-author", "fn", "post-author", "byline", "entry-author", "author-name")


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


def put_near(facts: Facts, near: Near, hint: Hint, *, alone: bool) -> tuple[Note, ...]:
    """Fill in what the markup around a post says, then what the words do. `alone`: the page has no other post."""
    heading = _heading(facts, near, alone=alone)
    if heading is not None:
        facts.title = squeezed(heading.get_text()) or facts.title
    facts.put(url=_permalink(near.container, heading, alone=alone))
    _put_marked(facts, near.container)
    finder = Finder(hint)
    for reading in _telling(near, heading, hint):
        finder.add(reading)
    found = finder.found()
    published = found.published
    if facts.published and not facts.published.time() and published and published.date() == facts.published.date():
        facts.published = published
    facts.put(title=_line_above(near, hint))
    facts.put(published=published, author=found.author, categories=found.categories, tags=found.tags)
    if facts.published and not facts.published.time() and finder.clock:
        facts.published = datetime.combine(facts.published.date(), finder.clock.at)
    return tuple(finder.doubts) if published == facts.published else ()


def _heading(facts: Facts, near: Near, *, alone: bool) -> Tag | None:
    before = [line.parent for line in near.before if line.is_heading]
    if alone and not before:
        before = [tag for tag in near.body.find_all_previous(list(HEADINGS), limit=6) if squeezed(tag.get_text())]
    return heading_near(near.body, before, text_of_title(facts.title or facts.page_title))


def _line_above(near: Near, hint: Hint) -> str:
    """Without a heading: the line of the text itself that stands beside the dateline."""
    lines = zones.read_all(segments(near.body)[:_BEFORE], hint)
    place = zones.title_place(lines)
    return "" if place is None else lines[place].segment.text


def _permalink(container: Tag, heading: Tag | None, *, alone: bool) -> str:
    """The address to which the title links, or what is called a bookmark."""
    links = [link for link in (heading.find("a") if heading else None, container.find("a", rel="bookmark")) if link is not None]
    addresses = [str(link.get("href") or "") for link in links]
    return next((address for address in addresses if len(urlsplit_path(address)) > 1 and (not alone or address.startswith("http"))), "")


def _telling(near: Near, heading: Tag | None, hint: Hint) -> Iterator[Reading]:
    """What lines say that may tell of the post; what stands below a heading of comments does not."""
    inside = zones.read_all(segments(near.body), hint)
    chosen = zones.chosen(inside)
    yield from (reading for place in chosen.places if place < chosen.below and (reading := inside[place].reading))
    for line in zones.read_all(near.before, hint):
        if line.reading:
            yield line.reading
    for line in zones.read_all(near.after, hint):
        if (
            line.reading
            and line.reading.kind in {Kind.COMMENTS, Kind.LINKS}
            and line.segment.is_heading
            and heading is not line.segment.parent
        ):
            return
        if line.reading:
            yield line.reading


def _put_marked(facts: Facts, container: Tag) -> None:
    marked: dict[str, list[Tag]] = {}
    for tag in elements(container):
        for name in names_of(tag):
            marked.setdefault(name, []).append(tag)
    times = container.find_all("time", attrs={"datetime": re.compile(".")})
    facts.put(
        published=_moment_of(marked, _PUBLISHED)
        or next((when for time in times if "updated" not in names_of(time) and (when := moment(time["datetime"]))), None)
    )
    facts.put(published=next((when for tag in container.find_all("abbr") if (when := moment(tag.get("title")))), None))
    facts.put(updated=_moment_of(marked, _UPDATED), author=_author_of(marked, container))
    categories, tags = _terms(container, facts.system)
    facts.put(categories=categories, tags=tags)
    for name, pattern in (("post-body", r"post-body-(\d+)"), ("post", r"post-(\d+)"), ("hentry", r"post-(\d+)")):
        for tag in marked.get(name, ()):
            if found := re.fullmatch(pattern, str(tag.get("id", ""))):
                facts.put(post_number=found[1])


def _moment_of(marked: dict[str, list[Tag]], names: tuple[str, ...]) -> datetime | None:
    """Dates for machines only: `datetime`, `content` or `title`."""
    for name in names:
        for tag in marked.get(name, ()):
            for each in (tag, *tag.find_all(["time", "abbr"], limit=2)):
                for attribute in ("datetime", "content", "title"):
                    if when := moment(each.get(attribute)):
                        return when
    return None


def _author_of(marked: dict[str, list[Tag]], container: Tag) -> str:
    link = container.find("a", rel="author")
    if link is not None and (name := _as_name(link.get_text(" "))):
        return name
    others = [name for name in marked if "author" in name and not re.search(r"comment|avatar|box|bio|info|desc|img|image|link", name)]
    for each in (*_AUTHORS, *others):
        for tag in marked.get(each, ()):
            inner = next((found for found in elements(tag) if {"name", "fn", "p-name"}.intersection(names_of(found))), tag)
            name = _as_name(str(inner.get("content") or inner.get_text(" ")))
            if name:
                return name
    titled = container.find("a", title=re.compile("^(?:Posts by|View all posts by) "))  # WordPress itself, until 4.0
    return _as_name(titled.get_text(" ")) if titled is not None else ""


def _as_name(text: str) -> str:
    text = squeezed(text)
    if reading := read(text):
        return next((piece.value for piece in reading.of(Kind.AUTHOR)), "")
    text = re.sub(r"^(?:posts by|by|von|par|por|di|door|av|autor|author|auteur)\b:? ", "", text, flags=re.IGNORECASE).strip(" -–—|,:·~")
    return text if 0 < len(text.split()) <= 6 and len(text) <= 60 and not re.search(r"\d{2}|[|/@:]", text) else ""


def _terms(container: Tag, system: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Categories and tags by `rel` and address: WordPress says `category tag` of categories, Blogger has labels only."""
    categories: list[str] = []
    tags: list[str] = []
    for link in container.find_all("a", attrs={"href": re.compile(".")}):
        rel = {*link["rel"]} if isinstance(link.get("rel"), list) else set(str(link.get("rel") or "").split())
        text, path = squeezed(link.get_text()), urlsplit_path(str(link["href"]))
        if not text or len(text) > 60 or not rel.intersection({"tag", "category"}):
            continue
        (categories if "category" in rel or "/category/" in path or "/kategorie/" in path else tags).append(text)
    if system == "blogger":
        categories, tags = [], [*categories, *tags]
    return tuple(dict.fromkeys(categories)), tuple(dict.fromkeys(tags))


def site_of(address: str) -> str:
    """`http://ann.example/` of an address there; nothing of one that is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else ""


def urlsplit_path(address: str) -> str:
    """The path of an address, plain; nothing of one that is none."""
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""
