"""Finds feeds in a folder and makes documents of files."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .model import Document, ImpactError
from .parsing import SIGNS, NoFeedError, read_feed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .digests import Digester
    from .model import Entry, Item

SUFFIXES = frozenset({".xml", ".json", ".atom", ".rss", ".rdf"})
ENDINGS = (".atom.xml", ".rss.xml", ".atom", ".rss")
"""What is called so must be a feed."""
_BEGINNING = 4096


@dataclass(frozen=True, slots=True)
class Read:
    """Documents, and sentences on what is odd in them."""

    documents: tuple[Document, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file: what the document will be called, what messages call it, and how to mend it if it is damaged."""

    file: Path
    path: str
    shown: str
    fix: str


def read_folder(folder: Path, digester: Digester, *, shown: str, fix: str) -> Read:
    """All feeds in `folder` and below. ImpactError with all damaged files, which are named behind `shown`."""
    read, problems = list[Read](), list[str]()
    for path in _feeds_below(folder):
        name = path.relative_to(folder).as_posix()
        try:
            read.append(read_file(Source(path, name, f"{shown}{name}", fix), digester))
        except ImpactError as error:
            problems += error.problems
    if problems:
        raise ImpactError(*problems)
    return Read(tuple(document for each in read for document in each.documents), tuple(note for each in read for note in each.notes))


def read_file(source: Source, digester: Digester) -> Read:
    """One feed; ImpactError if it cannot be read or is none."""
    try:
        data = source.file.read_bytes()
        form, items = read_feed(data)
    except OSError as error:
        raise ImpactError(f"impact: {source.shown}: it cannot be read ({error.strerror}). Allow reading it.") from error
    except NoFeedError as error:
        raise ImpactError(f"impact: {source.shown}: no feed can be read here: {error}. {source.fix}") from error
    named = [item if item.id else replace(item, id=item.url) for item in items]
    notes = tuple(f"{source.shown}: {note}" for note in _odd(items, named))
    return Read((Document(source.path, form, len(data), _entries(named, digester)),), notes)


def _feeds_below(folder: Path) -> Iterator[Path]:
    """In the order of their paths; what begins with a dot is left out, and folders that are links are not entered."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(at, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if _is_feed(path))


def _is_feed(path: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    if path.name.lower().endswith(ENDINGS):
        return True
    with path.open("rb") as file:
        return bool(SIGNS.search(file.read(_BEGINNING)))


def _odd(items: Sequence[Item], named: Sequence[Item]) -> Iterator[str]:
    """`named` are the same items, with their addresses in place of missing ids."""
    lost = sum(not item.id for item in named)
    by_address = sum(not item.id for item in items) - lost
    again = [name for name, number in Counter(item.id for item in named if item.id).items() if number > 1]
    if by_address:
        yield f"entries without an id, which readers know by their addresses: {by_address}."
    if lost:
        yield f"entries with neither an id nor an address, which cannot be compared: {lost}."
    if again:
        yield f"ids that several entries have, of which readers show one and the first is compared: {len(again)}, such as {again[0]}."


def _entries(items: Sequence[Item], digester: Digester) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for item in items:
        if item.id and item.id not in entries:
            entries[item.id] = digester.entry(item)
    return entries
