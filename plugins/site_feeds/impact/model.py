"""What is compared, and what comes of it. Frozen values; nothing here reads a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATS = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}
"""In the order in which one of them speaks for the site."""


FINE, FAILED, UNUSABLE = 0, 1, 2
"""Exit codes."""


class ImpactError(Exception):
    """Ends the task; each of the `problems` is a sentence that says where, what, and how to mend it."""

    def __init__(self, *problems: str, exit_code: int = FAILED) -> None:
        self.problems, self.exit_code = problems, exit_code
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as its file has it: `title` and `summary` are text, dates are in UTC, `email` is its author's."""

    id: str
    url: str = ""
    title: str = ""
    summary: str = ""
    html: str = field(default="", repr=False)
    published: str = ""
    updated: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of an entry; `digest` and `invitation` are hashes, empty where there is nothing."""

    id: str
    url: str
    title: str
    updated: str
    digest: str
    invitation: str
    published: str = ""
    former_titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a feed."""

    path: str
    format: str
    bytes: int
    entries: Mapping[str, Entry] = field(repr=False)


State = dict[str, Document]
"""All documents of a site by their paths, which are relative and have slashes."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that one can follow: its newest document, of `bytes` (None if there is none), and what only its archives have."""

    path: str
    format: str = ""
    bytes: int | None = None
    newest: Mapping[str, Entry] = field(default_factory=dict, repr=False)
    older: Mapping[str, Entry] = field(default_factory=dict, repr=False)

    def entries(self) -> dict[str, Entry]:
        return {**self.newest, **self.older}


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one feed. `before` and `after` are the bytes of its newest document, None where there is none.

    `archived` counts what changes or appears in archives alone; `former_ids` has, by their new ids, those of entries that come back.
    """

    path: str
    format: str
    before: int | None
    after: int | None
    new: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    invitation: tuple[Entry, ...] = ()
    redelivered: tuple[Entry, ...] = ()
    dropped: tuple[Entry, ...] = ()
    archived: int = 0
    former_ids: Mapping[str, str] = field(default_factory=dict)

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Those to which `kind`, one of KINDS, happened."""
        found: tuple[Entry, ...] = getattr(self, kind)
        return found

    @property
    def is_empty(self) -> bool:
        """True if nothing happened, not even to its size."""
        return self.before == self.after and not self.archived and not any(map(self.entries, KINDS))


KINDS = ("new", "changed", "invitation", "redelivered", "dropped")
"""What can happen to an entry: fields of `Change` and of `Totals`."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers of entries, each id once, over all feeds of a format; bytes of their newest documents."""

    format: str
    feeds: int
    new: int
    changed: int
    invitation: int
    redelivered: int
    dropped: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All feeds, changed or not, in the order of their paths; totals by format; `main` is the feed that the sentence speaks of."""

    changes: tuple[Change, ...]
    totals: Mapping[str, Totals]
    main: Change | None

    @property
    def redelivered(self) -> int:
        """Of the format that re-delivers most."""
        return max((each.redelivered for each in self.totals.values()), default=0)
