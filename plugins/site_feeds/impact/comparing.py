"""The core: two states in, what subscribers will see out. Linear in the number of entries."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from typing import TYPE_CHECKING

from .feeds import feeds_of, main_feeds
from .model import KINDS, Change, Comparison, Feed, Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .model import Entry, State

_NO_MATTER = re.compile(r"^https?://(www\.)?|(\?ref=feed)?(#.*)?$", re.IGNORECASE)
"""What may differ between two addresses of the same page; the query is what older versions of Pelican add."""


def compare(live: State, new: State) -> Comparison:
    """All that happens to each feed of either state, and in total."""
    before, after = feeds_of(live), feeds_of(new)
    changes = {path: _change(before.get(path, Feed(path)), after.get(path, Feed(path))) for path in sorted({*before, *after})}
    return Comparison(
        tuple(changes.values()),
        {form: _totals(form, changes, before, after) for form in {change.format: None for change in changes.values()}},
        _main([changes[feed.path] for feed in main_feeds({**before, **after}.values())]),
    )


def _main(candidates: Sequence[Change]) -> Change | None:
    """The first that has subscribers and keeps them, unless the same in another format re-delivers more."""

    def weight(change: Change) -> tuple[bool, bool, int]:
        return change.before is not None, change.after is not None, len(change.redelivered)

    return max(candidates, key=weight, default=None)


# --- One feed


def _change(live: Feed, new: Feed) -> Change:
    known, there = live.entries(), new.entries()
    lost = [entry for name, entry in known.items() if name not in there]
    back = _returned([entry for name, entry in there.items() if name not in known], lost)
    replaced = set(back.values())
    kinds: dict[str, list[Entry]] = defaultdict(list)
    for name, entry in new.newest.items():
        kinds["redelivered" if name in back else _kind(known.get(name), entry)].append(entry)
    kinds["dropped"] = [entry for entry in lost if entry.id not in replaced]
    return Change(
        path=new.path,
        format=new.format or live.format,
        before=live.bytes,
        after=new.bytes,
        archived=sum(bool(_kind(known.get(name), entry)) for name, entry in new.older.items()),
        former_ids=back,
        **{kind: tuple(kinds[kind]) for kind in KINDS},
    )


def _kind(old: Entry | None, entry: Entry) -> str:
    """What happened to an entry of this id; nothing, perhaps. A date that only one of the two has says nothing."""
    if old is None:
        return "new"
    dates = ((old.updated, entry.updated), (old.published, entry.published))
    is_redated = any(then and now and then != now for then, now in dates)
    if is_redated or (old.url, old.title, old.digest) != (entry.url, entry.title, entry.digest):
        return "changed"
    return "invitation" if old.invitation != entry.invitation else ""


def _returned(unknown: Sequence[Entry], lost: Sequence[Entry]) -> dict[str, str]:
    """The new id and the old one of every lost entry that comes back; each comes back once."""
    back: dict[str, str] = {}
    taken: set[str] = set()
    for key in _SAMENESS:
        waiting: dict[object, deque[str]] = defaultdict(deque)
        for entry in lost:
            if entry.id not in taken:
                waiting[key(entry)].append(entry.id)
        waiting.pop(None, None)
        for entry in unknown:
            if entry.id not in back and (ids := waiting.get(key(entry))):
                back[entry.id] = ids.popleft()
                taken.add(back[entry.id])
    return back


def _address(entry: Entry) -> object:
    return _NO_MATTER.sub("", entry.url).rstrip("/") or None


def _title_and_day(entry: Entry) -> object:
    day = (entry.published or entry.updated)[:10]
    return (entry.title, day) if entry.title and day else None


def _text(entry: Entry) -> object:
    return entry.digest or None


_SAMENESS: tuple[Callable[[Entry], object], ...] = (_address, _title_and_day, _text)
"""What two entries have in common that are the same article, the surest first; None is nothing."""


# --- All feeds of a format


def _totals(form: str, changes: Mapping[str, Change], before: Mapping[str, Feed], after: Mapping[str, Feed]) -> Totals:
    """An id that is several things in several feeds is what matters most: it is never both new and known, or dropped and there."""
    own = [change for change in changes.values() if change.format == form]
    redelivered, changed, invitation = (_ids(own, kind) for kind in ("redelivered", "changed", "invitation"))
    known, there = ({name for change in own for name in feeds.get(change.path, Feed("")).entries()} for feeds in (before, after))
    replaced = {name for change in own for name in change.former_ids.values()}
    return Totals(
        format=form,
        feeds=sum(change.after is not None for change in own),
        new=len(_ids(own, "new") - redelivered - known),
        changed=len(changed - redelivered),
        invitation=len(invitation - redelivered - changed),
        redelivered=len(redelivered),
        dropped=len(_ids(own, "dropped") - replaced - there),
        before=sum(change.before or 0 for change in own),
        after=sum(change.after or 0 for change in own),
    )


def _ids(changes: Iterable[Change], kind: str) -> set[str]:
    return {entry.id for change in changes for entry in change.entries(kind)}
