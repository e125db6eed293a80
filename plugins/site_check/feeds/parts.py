"""Rules on what every feed must have, in whatever format: its parts, its ids and its dates.

After RFC 4287, the profile of the RSS Advisory Board, and JSON Feed 1.1.
"""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from ..model import Hit, Severity
from .model import AtomFeed, BrokenFeed, FeedFile, JsonFeed, RssFeed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..config import CheckConfig
    from .model import Entry, Node

REQUIRED: Mapping[type[FeedFile], tuple[str, ...]] = {
    AtomFeed: ("atom:id", "atom:title", "atom:updated"),
    RssFeed: ("title", "link", "description", "language"),
    JsonFeed: ("version", "title"),
}
"""What a feed must say of itself."""

REQUIRED_OF_ENTRIES: Mapping[type[FeedFile], tuple[str, ...]] = {
    AtomFeed: ("atom:id", "atom:title", "atom:updated"),
    RssFeed: ("guid",),
    JsonFeed: ("id",),
}

DATES: Mapping[type[FeedFile], tuple[str, ...]] = {
    AtomFeed: ("atom:updated", "atom:published"),
    RssFeed: ("pubDate", "lastBuildDate"),
    JsonFeed: ("date_published", "date_modified"),
}
"""Names of dates, in the feed and in its entries."""

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_DAYS, _MONTHS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun", "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_RFC_822 = re.compile(rf"(?:({_DAYS}), )?\d\d? (?:{_MONTHS}) \d{{4}} \d\d:\d\d(?::\d\d)? (?:[+-]\d{{4}}|GMT)")


def broken(feed: BrokenFeed, _config: CheckConfig) -> Iterator[Hit]:
    """A feed that is not well-formed, or not in UTF-8: readers show nothing of it."""
    if not feed.has_forbidden_character:
        yield Hit(feed.line, f"No reader can read this feed: {feed.why}.", "Mend the template or plugin that writes it.")


def forbidden_character(feed: BrokenFeed, _config: CheckConfig) -> Iterator[Hit]:
    """A character that XML cannot hold, such as U+0008, which word processors leave in texts."""
    if feed.has_forbidden_character:
        yield Hit(feed.line, f"No reader can read this feed: XML cannot hold {feed.why}.", "Remove the character from the text.")


def forbidden_in_json(feed: JsonFeed, _config: CheckConfig) -> Iterator[Hit]:
    """The same in JSON, which may hold it; readers that make XML of it may not."""
    for line in feed.forbidden[:1]:
        yield Hit(line, "There are control characters in this feed.", "Remove them from the text.", severity=Severity.WARNING)


def missing_part(feed: FeedFile, _config: CheckConfig) -> Iterator[Hit]:
    """A part that the format wants is not there, or empty."""
    for name in REQUIRED[type(feed)]:
        if not _has(feed.root, name):
            yield Hit(feed.root.line, f"The feed has no {_shown(feed, name)}.", "Give it one.")
    for entry in feed.entries:
        for name in REQUIRED_OF_ENTRIES[type(feed)]:
            if not _has(entry.node, name):
                yield Hit(entry.node.line, f"In feeds the entry {entry.name} has no {_shown(feed, name)}.", "Give it one.")
        if not (entry.title or entry.content or entry.summary or entry.node.value("content_text")):
            yield Hit(entry.node.line, "An entry has neither a title nor a text.", "Give it one of them.")


def unfit_id(feed: FeedFile, _config: CheckConfig) -> Iterator[Hit]:
    """An id by which no reader can know an entry again: relative, or twice in a feed."""
    if isinstance(feed, AtomFeed) and feed.id and not IRI.fullmatch(feed.id):
        yield Hit(feed.root.line, f"The feed's id `{feed.id}` is no whole address.", _ID)
    seen: set[str] = set()
    for entry in feed.entries:
        if isinstance(feed, AtomFeed) and entry.id and not IRI.fullmatch(entry.id):
            yield Hit(entry.node.line, f"The id `{entry.id}` is no whole address.", _ID)
        if isinstance(feed, RssFeed) and _is_false_permalink(entry):
            fix = 'Write `<guid isPermaLink="false">`.'
            yield Hit(entry.node.line, "A <guid> that is no web address is said to be one, and readers follow it.", fix)
        if entry.id in seen:
            yield Hit(entry.node.line, f"The id `{entry.id}` is twice in this feed.", "Give each entry an id of its own.")
        seen |= {entry.id} - {""}


def unfit_date(feed: FeedFile, _config: CheckConfig) -> Iterator[Hit]:
    """A date that readers cannot place: RFC 3339 with an offset, in RSS RFC 822 with a year of four digits and a numeric zone."""
    is_fit, fix = (_is_rfc_822, _RFC_822_FIX) if isinstance(feed, RssFeed) else (_is_rfc_3339, _RFC_3339_FIX)
    for node in (feed.root, *(entry.node for entry in feed.entries)):
        for date in node.all(*DATES[type(feed)]):
            if date.text.strip() and not is_fit(date.text.strip()):
                yield Hit(date.line, f"{_shown(feed, date.name)} is `{date.text.strip()}`.", fix)


_ID = "Write one that begins with a scheme, such as `tag:example.org,2026:name`, and never change it again."
_RFC_3339_FIX = "Write it as `2026-03-04T09:30:00+01:00`."
_RFC_822_FIX = "Write it as `Wed, 04 Mar 2026 09:30:00 +0100`."


def moment(date: str) -> datetime.datetime | None:
    """The moment that a date of any of the formats means; None if it has no zone, or is none."""
    read: Callable[[str], datetime.datetime] = datetime.datetime.fromisoformat if _RFC_3339.fullmatch(date) else parsedate_to_datetime
    try:
        found = read(date)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _is_rfc_3339(date: str) -> bool:
    return bool(_RFC_3339.fullmatch(date)) and moment(date) is not None


def _is_rfc_822(date: str) -> bool:
    """With the right day of the week, if there is one."""
    found, when = _RFC_822.fullmatch(date), moment(date)
    return bool(found and when and found[1] in {None, _DAYS.split("|")[when.weekday()]})


def _has(node: Node, name: str) -> bool:
    """A description may be empty, for those who have nothing to say."""
    part = node.first(name)
    return part is not None and (bool(part.text.strip()) or name == "description")


def _is_false_permalink(entry: Entry) -> bool:
    guid = entry.node.first("guid")
    return guid is not None and guid.get("isPermaLink") != "false" and not entry.id.startswith(("http://", "https://")) and bool(entry.id)


def _shown(feed: FeedFile, name: str) -> str:
    return f"`{name}`" if isinstance(feed, JsonFeed) else f"<{name.removeprefix('atom:')}>"
