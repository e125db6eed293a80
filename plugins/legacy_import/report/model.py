"""What became of one item of a source, and the sums, which must be those of the source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..model import Action, Kind, Note, Place, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model import Item, Trouble


class Outcome(StrEnum):
    """Where an item went; every item has exactly one."""

    ARTICLE = "article"
    PAGE = "page"
    COMMENT = "comment kept for review"
    SPAM = "spam kept for review"
    MEDIA = "media"
    LEFT_OUT = "left out"


TEXTS = frozenset([Outcome.ARTICLE, Outcome.PAGE])
KEPT_OUT = "kept-out"
NO_LOSS = (KEPT_OUT, "other-files", "repaired-")
"""Beginnings of the rules of troubles that cost nobody a post: menus and templates, pictures among the sources, what was mended."""
RANKS = {Action.DOUBTFUL: 3, Action.DROPPED: 2, Action.CHANGED: 1, Action.TAKEN: 1}


def is_loss(trouble: Trouble) -> bool:
    """Whether a post may be missing because of it."""
    return not trouble.rule.startswith(NO_LOSS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: from where it came, what it became, and what was not simply kept of it."""

    kind: Kind
    status: Status
    place: Place
    outcome: Outcome
    title: str = ""
    url: str = ""
    date: str = ""
    written: str = ""
    """The file that it became, relative to the project's folder."""
    reason: str = ""
    """Why it was left out."""
    ask: str = ""
    notes: tuple[Note, ...] = ()

    @classmethod
    def of(cls, item: Item, outcome: Outcome, *, written: str = "", reason: str = "", ask: str = "", notes: tuple[Note, ...] = ()) -> Entry:
        """An entry for `item`, whose own notes come first."""
        own = () if notes[: len(item.notes)] == item.notes else item.notes
        date = item.published.isoformat() if item.published else ""
        return cls(item.kind, item.status, item.place, outcome, item.title, item.url, date, written, reason, ask, (*own, *notes))

    @property
    def rank(self) -> int:
        """3 if somebody should look at it, 2 if words went, 1 if words went elsewhere or changed, 0 if it was kept as it was."""
        return max((RANKS[note.action] for note in self.notes), default=0)

    @property
    def order(self) -> tuple[int, int, str, int, str]:
        """The most doubtful first, and those with more doubts before others; then as the source has them."""
        doubts = sum(note.action is Action.DOUBTFUL for note in self.notes)
        return (-self.rank, -doubts, self.place.file, self.place.line, self.title)


@dataclass(frozen=True, slots=True)
class Counts:
    """The sums; `read` is what the readers of the sources counted, `unreadable` what is known only as a trouble."""

    read: int
    outcomes: tuple[tuple[Outcome, int], ...]
    reasons: tuple[tuple[str, int], ...]
    ranks: tuple[int, int, int, int]
    """Of articles and pages: kept, changed, with words dropped, doubtful."""
    unreadable: int = 0
    kept_out: int = 0
    """What never was a post: menus, templates, revisions."""

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        troubles: Iterable[Trouble] = (),
        *,
        read: int | None = None,
        counted: Mapping[Outcome, int] | None = None,
    ) -> Counts:
        """`counted` are items without an entry, such as comments, of which only the number matters here.

        `read` defaults to all that is told of, and then cannot be wrong.
        """
        outcomes: Counter[Outcome] = Counter(counted or {})
        reasons: Counter[str] = Counter()
        ranks = [0, 0, 0, 0]
        for entry in entries:
            outcomes[entry.outcome] += 1
            if entry.outcome is Outcome.LEFT_OUT:
                reasons[entry.reason or "no reason is known"] += 1
            elif entry.outcome in TEXTS:
                ranks[entry.rank] += 1
        told = tuple((outcome, outcomes[outcome]) for outcome in Outcome)
        most_first = tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))
        lost: Counter[bool] = Counter()
        for trouble in troubles:
            lost[trouble.rule != KEPT_OUT] += trouble.items
        known = sum(outcomes.values()) + lost.total()
        return cls(known if read is None else read, told, most_first, (ranks[0], ranks[1], ranks[2], ranks[3]), lost[True], lost[False])

    @property
    def missing(self) -> int:
        """How many items were read of which nobody knows what became of them; less than 0 if something is there twice."""
        return self.read - self.unreadable - self.kept_out - sum(number for _, number in self.outcomes)
