"""The report in words, for people who do not program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import FORMATS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Change, Comparison, Entry, Totals

_NAMED = 10
"""More entries than this of one kind are counted; but all that are delivered twice are named, since each can be mended."""
_LABELS = {
    "new": "new",
    "changed": "changed",
    "invitation": "with another invitation",
    "redelivered": "delivered twice",
    "dropped": "dropped",
}


def as_text(comparison: Comparison) -> str:
    """A paragraph of the feeds that changed, with the entries of the main one, a line of totals, and the sentence."""
    main = comparison.main
    changed = [change for change in comparison.changes if not change.is_empty]
    lines = [line for change in changed for line in (_feed(change), *_named(change, main))]
    same = len(comparison.changes) - len(changed)
    if same:
        lines.append(f"{_counted(same, 'feed is', 'feeds are')} as before.")
    totals = [_in_total(comparison.totals[main.format])] if main else []
    return "\n\n".join(filter(None, ["\n".join(lines), "\n".join([*totals, sentence(main)])]))


def _feed(change: Change) -> str:
    if change.after is None:
        return f"{change.path}: gone, with {_entries(len(change.dropped))}. Its subscribers will get nothing any more."
    if change.before is None:
        return f"{change.path}: a new feed with {_entries(len(change.new))}; {change.after:,} bytes"
    return f"{change.path}: {_numbers(change)}; {change.before:,} -> {change.after:,} bytes"


def _numbers(change: Change) -> str:
    counted = [f"{len(change.entries(kind))} {_LABELS[kind]}" for kind in KINDS if change.entries(kind)]
    archived = [f"{change.archived} in archives"] if change.archived else []
    return ", ".join([*counted, *archived]) or "the same entries"


def _named(change: Change, main: Change | None) -> Iterator[str]:
    """The entries of the main feed; of others only those that are delivered twice, if the main one does not name them."""
    if main is not None and change is not main:
        again = (entry for entry in change.redelivered if entry.id not in main.former_ids)
        yield from (f"    {_LABELS['redelivered']}: {_name(entry, change)}" for entry in again)
        return
    for kind in KINDS:
        entries = change.entries(kind)
        shown = len(entries) if kind == "redelivered" else _NAMED
        yield from (f"    {_LABELS[kind]}: {_name(entry, change)}" for entry in entries[:shown])
        if len(entries) > shown:
            yield f"    {_LABELS[kind]}: and {len(entries) - shown} more"


def _name(entry: Entry, change: Change) -> str:
    former = change.former_ids.get(entry.id)
    return f"{entry.title or entry.url or entry.id}{f' (its id was {former}, now it is {entry.id})' if former else ''}"


def _in_total(totals: Totals) -> str:
    numbers = ", ".join(f"{getattr(totals, kind)} {_LABELS[kind]}" for kind in KINDS)
    feeds = _counted(totals.feeds, "feed", "feeds")
    return f"In total, each article once ({FORMATS[totals.format]}, {feeds}): {numbers}; {totals.before:,} -> {totals.after:,} bytes"


def sentence(main: Change | None) -> str:
    """One line that says what a subscriber of the site's feed will see."""
    if main is None:
        return "The site has no feeds: they begin with the first article that is published."
    if main.after is None:
        return f"The site's feed {main.path} is gone: its subscribers will see nothing of this."
    parts = [f"A subscriber of the site's feed will see {_articles(len(main.new), 'new ') if main.new else 'nothing new'}."]
    if main.changed:
        parts.append(f"{_articles(len(main.changed))} {_verb(main.changed, 'changes', 'change')} in place.")
    if main.invitation:
        parts.append(f"In {_articles(len(main.invitation))} only the invitation changes.")
    twice = f"{_articles(len(main.redelivered))} {_verb(main.redelivered, 'is', 'are')}" if main.redelivered else "Nothing is"
    parts.append(f"{twice} delivered twice.")
    if main.dropped:
        parts.append(f"{_articles(len(main.dropped))} {_verb(main.dropped, 'is', 'are')} gone.")
    return " ".join(parts)


def _articles(number: int, what: str = "") -> str:
    return _counted(number, f"{what}article", f"{what}articles")


def _entries(number: int) -> str:
    return _counted(number, "entry", "entries")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _verb(entries: tuple[object, ...], one: str, many: str) -> str:
    return one if len(entries) == 1 else many
