"""What an import keeps of each text while it runs: on disk, since there may be hundreds of thousands, and in memory nothing of it.

    shelf = Shelf()
    places: Table[str, int] = shelf.table("places")           a dictionary, walked by key
    entries: Rows[Entry] = shelf.rows("entries", "rank")      values in the order of their keys, each walk a new one

Keys are text or numbers and are ordered as Python orders them; values are whatever can be pickled.
"""

# ruff: noqa: S301, S608  (what is unpickled this process has put there, and names of tables are our own)

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, MutableMapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from weakref import finalize

if TYPE_CHECKING:
    from collections.abc import Iterator

K = TypeVar("K", str, int)
V = TypeVar("V")
CACHE = 16_000  # kilobytes of the database that stay in memory


class Shelf:
    """A database in a file that has no name, so that nothing of it stays, however an import ends (https://www.sqlite.org/inmemorydb.html)."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self.close = finalize(self, self._database.close)
        for line in (f"PRAGMA cache_size = -{CACHE}", "PRAGMA temp_store = FILE", "BEGIN"):
            self.ask(line)

    def ask(self, query: str, *values: object) -> sqlite3.Cursor:
        return self._database.execute(query, values)

    def table(self, name: str) -> Table[Any, Any]:
        return Table(self, name)

    def rows(self, name: str, *columns: str) -> Rows[Any]:
        return Rows(self, name, *columns)


class Table(MutableMapping[K, V]):
    """A dictionary on the shelf. It is walked in the order of its keys."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        self._shelf, self._name = shelf, name
        shelf.ask(f"CREATE TABLE {name} (key PRIMARY KEY, value) WITHOUT ROWID")

    def __getitem__(self, key: K) -> V:
        found = self._shelf.ask(f"SELECT value FROM {self._name} WHERE key = ?", _stored(key)).fetchone()
        if found is None:
            raise KeyError(key)
        value: V = pickle.loads(found[0])
        return value

    def __setitem__(self, key: K, value: V) -> None:
        self._shelf.ask(f"INSERT OR REPLACE INTO {self._name} VALUES (?, ?)", _stored(key), pickle.dumps(value))

    def __delitem__(self, key: K) -> None:
        if not self._shelf.ask(f"DELETE FROM {self._name} WHERE key = ?", _stored(key)).rowcount:
            raise KeyError(key)

    def __iter__(self) -> Iterator[K]:
        return (_loaded(key) for (key,) in self._shelf.ask(f"SELECT key FROM {self._name} ORDER BY key"))

    def __len__(self) -> int:
        return int(self._shelf.ask(f"SELECT COUNT(*) FROM {self._name}").fetchone()[0])

    def claim(self, key: K, value: V) -> bool:
        """Put it there if the key is new; whether it was."""
        row = (_stored(key), pickle.dumps(value))
        return self._shelf.ask(f"INSERT OR IGNORE INTO {self._name} VALUES (?, ?)", *row).rowcount > 0


class Rows(Iterable[V], Generic[V]):
    """Values in the order of their keys, and of their coming where those are equal."""

    def __init__(self, shelf: Shelf, name: str, *columns: str) -> None:
        self._shelf, self._name, self._columns = shelf, name, columns
        self._order = ", ".join((*columns, "number"))
        shelf.ask(f"CREATE TABLE {name} (number INTEGER PRIMARY KEY, {''.join(f'{column}, ' for column in columns)}value)")
        if columns:
            shelf.ask(f"CREATE INDEX {name}_in_order ON {name} ({self._order})")

    def put(self, value: V, *keys: str | int) -> None:
        names, marks = ", ".join((*self._columns, "value")), ", ".join("?" * (len(keys) + 1))
        row = (*map(_stored, keys), pickle.dumps(value))
        self._shelf.ask(f"INSERT INTO {self._name} ({names}) VALUES ({marks})", *row)

    def __iter__(self) -> Iterator[V]:
        return iter(_Walk(self._shelf, f"SELECT value FROM {self._name} ORDER BY {self._order}"))

    def __len__(self) -> int:
        return int(self._shelf.ask(f"SELECT COUNT(*) FROM {self._name}").fetchone()[0])

    def of(self, key: str | int) -> Iterable[V]:
        """Those with this first key, which may be walked again and again."""
        query = f"SELECT value FROM {self._name} WHERE {self._columns[0]} = ? ORDER BY {self._order}"
        return _Walk(self._shelf, query, _stored(key))

    def grouped(self) -> Iterator[tuple[Any, Iterable[V]]]:
        """Each first key, with its values."""
        first = self._columns[0]
        for (key,) in self._shelf.ask(f"SELECT DISTINCT {first} FROM {self._name} ORDER BY {first}"):
            yield (found := _loaded(key)), self.of(found)


class _Walk(Iterable[V], Generic[V]):
    """The values that a query finds, anew each time."""

    def __init__(self, shelf: Shelf, query: str, *keys: object) -> None:
        self._shelf, self._query, self._keys = shelf, query, keys

    def __iter__(self) -> Iterator[V]:
        return (pickle.loads(blob) for (blob,) in self._shelf.ask(self._query, *self._keys))


def _stored(key: str | int) -> bytes | int:
    """Text as bytes: names of files may hold what is no character (PEP 383), and bytes of UTF-8 are ordered as characters are."""
    return key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key


def _loaded(key: Any) -> Any:
    return key.decode("utf-8", "surrogatepass") if isinstance(key, bytes) else key
