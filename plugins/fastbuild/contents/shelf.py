"""Contents as they were when they had just been read: a file that looks as it did then is not opened again.

What plugins did to a content afterwards is not kept, since they do it again at every build. The shelf is of one site key: with other
settings, code or libraries it is empty (what files hold is then still known to the store of readings, by content).
"""

from __future__ import annotations

import io
import os
import pickle
import time
from copyreg import dispatch_table
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from pelican.urlwrappers import Author, Category, Tag

from fastbuild.facts.telling import told
from fastbuild.sealed import load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pelican.contents import Content

    from fastbuild.diagnostics.model import Finding
    from fastbuild.reading.model import Logged

MAGIC = b"rapport shelf 1\n"
FRESH = 20_000_000  # nanoseconds; a file that is younger may be written again without its time being another
Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """One content: what its file looked like, its state, what was logged while it was read, and the files it was made of besides."""

    stamp: Stamp | None
    """None if the file had just been written: it may be written again and look the same."""
    state: bytes
    logged: tuple[Logged, ...] = ()
    findings: tuple[Finding, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Shelf:
    """By kind and file. `kept` are those of this build: what is not asked for is forgotten."""

    key: str
    before: Mapping[tuple[str, str], Kept] = field(default_factory=dict)
    kept: dict[tuple[str, str], Kept] = field(default_factory=dict)

    @property
    def is_worth_saving(self) -> bool:
        """Whether more than a few are other than they were. (A few are sooner read again than all are written.)"""
        changed = sum(self.before.get(name) is not kept for name, kept in self.kept.items())
        return changed > len(self.kept) // 200 or len(self.before) - len(self.kept) > len(self.kept) // 200

    def find(self, name: tuple[str, str], stamp: Stamp | None) -> Kept | None:
        """What was read of the file, if it looks as it did then."""
        found = self.before.get(name)
        if found is None or stamp is None or found.stamp != stamp:
            return None
        self.kept[name] = found
        return found


def stamp_of(path: str) -> Stamp | None:
    """What a file looks like from outside; None if it has just been written, or cannot be looked at."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    if status.st_mtime_ns > time.time_ns() - FRESH:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


class _Revival:
    """What tags, categories and authors that come back to life are given; slugs are made once a name."""

    settings: ClassVar[dict[str, Any]] = {}
    slugs: ClassVar[dict[tuple[type, str], str]] = {}


def _revived(cls: Any, state: dict[str, Any]) -> Any:
    wrapper = cls.__new__(cls)
    vars(wrapper).update(state, settings=_Revival.settings)
    return wrapper


def _reduced(wrapper: Any) -> tuple[Any, ...]:
    return _revived, (type(wrapper), {name: value for name, value in vars(wrapper).items() if name != "settings"})


class _Pickler(pickle.Pickler):
    dispatch_table = dispatch_table | dict.fromkeys((Tag, Category, Author), _reduced)


def state_of(content: Content) -> bytes | None:
    """A content's state without what all contents share; None if there is something in it that cannot be kept."""
    state = {name: value for name, value in vars(content).items() if name not in {"settings", "_context"}}
    file = io.BytesIO()
    try:
        _Pickler(file, protocol=pickle.HIGHEST_PROTOCOL).dump(state)
    except Exception:  # noqa: BLE001  whatever a plugin has put there, the file is then read at every build
        return None
    return file.getvalue()


def restored(cls: Any, kept: Kept, settings: dict[str, Any], context: dict[str, Any]) -> Any:
    """The content as it was before Pelican told plugins of it."""
    _Revival.settings = settings
    content = cls.__new__(cls)
    vars(content).update(settings=settings, _context=context)
    vars(content).update(pickle.loads(kept.state))  # noqa: S301  (written by `state_of`, as the checksum of the file says)
    return content


def without_text(kept: Kept, settings: dict[str, Any]) -> Any:
    """Everything of a state but the text, as plain values that can be compared."""
    _Revival.settings = settings
    state = pickle.loads(kept.state)  # noqa: S301  (see `restored`)
    return told({name: value for name, value in state.items() if name != "_content"})


def load(path: Path, key: str) -> Shelf:
    """The shelf of the last build, if that was one of the same site key; empty if it was not, or cannot be trusted."""
    found = load_sealed(path, MAGIC)
    if isinstance(found, tuple) and len(found) == 2 and found[0] == key and isinstance(found[1], dict):
        return Shelf(key, found[1])
    return Shelf(key)


def save(shelf: Shelf, path: Path) -> None:
    """Write it whole or not at all; nothing if hardly anything has changed."""
    if shelf.is_worth_saving:
        save_sealed((shelf.key, shelf.kept), path, MAGIC)
