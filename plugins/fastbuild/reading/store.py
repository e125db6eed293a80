"""A file that keeps bytes by key from one build to the next, and never fails.

Whatever happens to it (truncated, written by somebody else, read-only, on a full disk, opened by two builds at once), a caller only finds
less in it. Rows carry a checksum. SQLite's `synchronous` is off: a killed process loses nothing by that, and what a power failure
damages is made anew.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
import zlib
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

MAGIC = 0x52656164
"""SQLite's application_id: a database with another is somebody else's, and replaced."""

VERSION = 1
"""To be raised when the tables change."""

KEPT_DAYS = 30
MOST_BYTES = 256 * 1024 * 1024
"""Records used in the last KEPT_DAYS stay; older ones only while all together are smaller than this."""

_PATIENCE = 2.0  # seconds for another build that writes at this moment
_AT_ONCE = 500  # values in one statement; SQLite allows 999 at least
_SECONDS_A_DAY = 86400

_SCHEMA = f"""
PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS records (id INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS used (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, size INTEGER NOT NULL);
PRAGMA application_id = {MAGIC}; PRAGMA user_version = {VERSION};
COMMIT;
"""
"""`used` stands apart, so that noting a day does not write the bodies again."""


class _ForeignError(sqlite3.DatabaseError):
    """The file is a sound database, but not ours or of another version."""


class ReadingStore:
    """Bytes by key (any text) in the file `path`, which is opened at the first use. Not for two threads, nor for both sides of a fork."""

    def __init__(self, path: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._connection: sqlite3.Connection | None = None
        self._is_tried = False

    def get_many(self, keys: Collection[str]) -> dict[str, bytes]:
        """The records of those keys that have one, whole and sound."""
        found: dict[str, bytes] = {}
        self._do(lambda connection: _fetch(connection, keys, found))
        return found

    def put_many(self, records: Mapping[str, bytes]) -> None:
        """Keep these, all in one transaction; where that is impossible, none."""
        if records:
            self._do(lambda connection: _write(connection, records))

    def is_empty(self) -> bool:
        """Whether it is not worth asking."""
        rows: list[tuple[int]] = []
        self._do(lambda connection: rows.extend(connection.execute("SELECT 1 FROM records LIMIT 1")))
        return not rows

    def prune(self) -> None:
        """Forget what was not used for long, the oldest first, until the rest is small enough."""
        self._do(lambda connection: _forget_old(connection, self._most_bytes))

    def close(self) -> None:
        """It may be used again afterwards."""
        connection, self._connection, self._is_tried = self._connection, None, False
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()

    def _do(self, action: Callable[[sqlite3.Connection], None]) -> None:
        """An error ends the action quietly; over a damaged file it is done once more with a new one."""
        for _ in range(2):
            connection = self._open()
            try:
                if connection is not None:
                    action(connection)
            except (sqlite3.Error, OSError) as error:
                if _is_damage(error):
                    self.close()
                    _remove(self._path)
                    continue
            return

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and not self._is_tried:
            self._is_tried = True
            self._connection = _opened(self._path) or _opened(self._path)  # the first may have removed a damaged file
        return self._connection


def _fetch(connection: sqlite3.Connection, keys: Collection[str], found: dict[str, bytes]) -> None:
    by_id = {_id_of(key): key for key in keys}
    for ids in _portions(sorted(by_id)):
        query = f"SELECT id, checksum, body FROM records WHERE id IN ({_marks(len(ids))})"  # noqa: S608  question marks
        for id_, checksum, body in connection.execute(query, ids):
            key = by_id[id_]
            if isinstance(body, bytes) and checksum == _checksum(key, body):
                found[key] = body
    _note_use(connection, {_id_of(key): len(body) for key, body in found.items()})


def _note_use(connection: sqlite3.Connection, sizes: Mapping[int, int]) -> None:
    """At most once a day for each record: a build that changes nothing should write nothing."""
    today = _today()
    noted = {id_ for (id_,) in connection.execute("SELECT id FROM used WHERE day >= ?", (today,))}
    fresh = {id_: size for id_, size in sizes.items() if id_ not in noted}
    if fresh:
        with _transaction(connection):
            _write_use(connection, fresh, today)


def _write(connection: sqlite3.Connection, records: Mapping[str, bytes]) -> None:
    rows = [(_id_of(key), _checksum(key, body), body) for key, body in records.items()]
    with _transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", rows)
        _write_use(connection, {id_: len(body) for id_, _, body in rows}, _today())


def _forget_old(connection: sqlite3.Connection, most_bytes: int) -> None:
    surplus = (connection.execute("SELECT sum(size) FROM used").fetchone()[0] or 0) - most_bytes
    if surplus <= 0:
        return
    old = connection.execute("SELECT id, size FROM used WHERE day < ? ORDER BY day, id", (_today() - KEPT_DAYS,)).fetchall()
    with _transaction(connection):
        for id_ in _first_until(old, surplus):
            connection.execute("DELETE FROM records WHERE id = ?", (id_,))
            connection.execute("DELETE FROM used WHERE id = ?", (id_,))
    connection.executescript("PRAGMA incremental_vacuum")  # `execute` would give back one page only


def _opened(path: Path) -> sqlite3.Connection | None:
    """The database at `path`, new if there was none; None if there can be none, or a damaged one was in the way and is gone now."""
    connection = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        _prepare(connection)
    except (sqlite3.Error, OSError) as error:
        if connection is not None:
            connection.close()
        if _is_damage(error):
            _remove(path)
        return None
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
        connection.executescript(_SCHEMA)
    found = tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if found != (MAGIC, VERSION):
        raise _ForeignError
    connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()


def _is_damage(error: Exception) -> bool:
    """SQLite says OperationalError where the file may be sound: locked, read-only, disk full. A table that is missing is damage, too."""
    if isinstance(error, sqlite3.OperationalError):
        return "no such" in str(error)
    return isinstance(error, sqlite3.DatabaseError)


def _remove(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-journal")):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _write_use(connection: sqlite3.Connection, sizes: Mapping[int, int], day: int) -> None:
    connection.executemany("INSERT OR REPLACE INTO used VALUES (?, ?, ?)", [(id_, day, size) for id_, size in sizes.items()])


def _marks(count: int) -> str:
    return ",".join("?" * count)


def _portions(ids: list[int]) -> Iterator[list[int]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))


def _first_until(rows: list[tuple[int, int]], surplus: int) -> list[int]:
    """The first ids whose sizes together reach `surplus`."""
    chosen = []
    for id_, size in rows:
        if surplus <= 0:
            break
        chosen.append(id_)
        surplus -= size
    return chosen


def _id_of(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def _checksum(key: str, body: bytes) -> int:
    """Of the key, too: two keys with one id are told apart."""
    return zlib.crc32(body, zlib.crc32(key.encode()))


def _today() -> int:
    return int(time.time() // _SECONDS_A_DAY)
