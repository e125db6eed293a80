"""`read_all`: many files at once, from the store where it has them, else read here or by several processes."""

from __future__ import annotations

import contextlib
import gc
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.utils import file_suffix

from .bytes_of import digest_of
from .markdown_reuse import Reused
from .model import Failure, Reading
from .one_file import Read, ready_to_read, too_slow
from .pool import Died, can_fork, shared
from .reader_key import is_known, reader_keys
from .record import NoRecordError, Reviver, as_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pelican.readers import BaseReader, Readers

    from .store import ReadingStore

    Progress = Callable[[int, int], None]

WORTH_A_POOL = 40  # files; fewer are read before the workers would have begun
STORED_AT_ONCE = 500  # readings in one transaction; a build that is killed has lost no more than these
TEXTS_A_COLLECTION = 50
GRACE = 2.0  # seconds that a worker has to notice by itself that it is late

_REPEATABLE, _NOT_REPEATABLE, _NO_RECORD = b"+", b"-", b"!"
"""The first byte of a worker's result: for the store, not for the store, and to be read by the parent, since it cannot travel."""


@dataclass(slots=True)
class _Work:
    """What one call has to do, and has done."""

    wanted: tuple[str, ...]
    readers: Mapping[str, BaseReader]
    markdown: Reused
    keys: Mapping[str, str | None]
    store: ReadingStore
    reviver: Reviver
    limit: float
    progress: Progress
    results: dict[str, Reading] = field(default_factory=dict)
    unstored: dict[str, bytes] = field(default_factory=dict)

    def key_of(self, path: str) -> str | None:
        """What a reading depends on besides the bytes; None if the store must not have it."""
        return self.keys.get(file_suffix(path))

    def done(self, path: str, reading: Reading) -> None:
        self.results[path] = reading
        self.progress(len(self.results), len(self.wanted))

    def keep(self, path: str, read: Read, record: bytes | None = None) -> None:
        """Note a result, and hand it to the store with others now and then."""
        self.done(path, read.reading)
        key = self.key_of(path)
        if key and read.is_repeatable:
            is_placed = bool(read.reading.logged or read.reading.others)
            with contextlib.suppress(NoRecordError):
                self.unstored[_store_key(read.reading.digest, key, path if is_placed else "")] = record or as_record(read.reading)
        if len(self.unstored) >= STORED_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        records, self.unstored = self.unstored, {}
        self.store.put_many(records)


def read_all(  # noqa: PLR0913  each is a thing of its own
    paths: Sequence[str],
    *,
    settings: dict[str, Any],
    readers: Readers,
    store: ReadingStore,
    workers: int,
    limit: float,
    progress: Progress | None = None,
) -> dict[str, Reading]:
    """The reading of each of the absolute `paths`, as Pelican's `readers` would read it now.

    A file that takes longer than `limit` seconds has failed (0: no limit). `progress` is told how many files are done, and of how many.
    Nothing is logged: what was, is in the readings. Where there can be no workers (no fork, or this process has threads), all is read here.
    """
    markdown = Reused(settings["MARKDOWN"])
    work = _Work(
        wanted=tuple(dict.fromkeys(paths)),
        readers=readers.readers,
        markdown=markdown,
        keys=reader_keys(readers.readers, markdown),
        store=store,
        reviver=Reviver(settings),
        limit=limit,
        progress=progress or (lambda _done, _of: None),
    )
    _take_stored(work)
    try:
        _read_missing(work, workers)
    finally:
        work.flush()
    return {path: work.results[path] for path in work.wanted}


def _take_stored(work: _Work) -> None:
    """What the store has of these bytes and, where the reading names its file or others, of this path."""
    if work.store.is_empty():
        return
    digests = {path: digest_of(path) for path in work.wanted if work.key_of(path)}
    current = cache(digest_of)
    for is_placed in (False, True):
        keys = {
            path: _store_key(digest, work.key_of(path) or "", path if is_placed else "")
            for path, digest in digests.items()
            if digest and path not in work.results
        }
        records = work.store.get_many(set(keys.values()))
        for path, key in keys.items():
            if key in records and (reading := _revived(records[key], work.reviver)) and reading.is_current(current):
                work.done(path, reading)


def _revived(record: bytes, reviver: Reviver) -> Reading | None:
    try:
        return reviver.reading(record)
    except NoRecordError:
        return None


def _read_missing(work: _Work, workers: int) -> None:
    missing = [path for path in work.wanted if path not in work.results]
    for_workers = [path for path in missing if work.markdown.is_shareable and is_known(work.readers.get(file_suffix(path)))]
    if workers > 1 and len(for_workers) >= WORTH_A_POOL and can_fork():
        _read_by_workers(for_workers, work, workers)
    _read_here([path for path in missing if path not in work.results], work)


def _read_here(paths: Sequence[str], work: _Work) -> None:
    with ready_to_read(work.readers, work.markdown, work.limit) as reader, _rarely_collecting() as collect:
        for path in paths:
            work.keep(path, reader.read(path))
            collect()


def _read_by_workers(paths: Sequence[str], work: _Work, workers: int) -> None:
    """Paths that no worker could do have no result afterwards."""

    @contextlib.contextmanager
    def start() -> Iterator[Callable[[int], bytes]]:
        with ready_to_read(work.readers, work.markdown, work.limit) as reader:
            yield lambda task: _packed(reader.read(paths[task]))

    patience = work.limit + GRACE if work.limit > 0 else 0
    with contextlib.closing(shared(start, len(paths), workers=workers, patience=patience)) as results:
        for task, result in results:
            if isinstance(result, Died):
                work.keep(paths[task], Read(Reading(None, failure=_death(result, work.limit))))
            elif result and result[:1] != _NO_RECORD:
                record = result[1:]
                work.keep(paths[task], Read(work.reviver.reading(record), is_repeatable=result[:1] == _REPEATABLE), record)


def _packed(read: Read) -> bytes:
    try:
        return (_REPEATABLE if read.is_repeatable else _NOT_REPEATABLE) + as_record(read.reading)
    except NoRecordError:
        return _NO_RECORD


def _death(died: Died, limit: float) -> Failure:
    if died.is_late:
        return too_slow(limit)
    how = f" by signal {died.signal}" if died.signal else ""
    return Failure(
        "ReaderEnded",
        f"The program that read this file was ended{how}, perhaps for want of memory. Make the file smaller, or take parts of it out.",
    )


def _store_key(digest: str, reader: str, path: str) -> str:
    """With a path, the place where the build runs counts as well: the paths of other files may be relative to it."""
    where = f"{path}\0{Path.cwd()}" if path else ""
    return blake2b(f"{digest}\0{reader}\0{where}".encode(errors="surrogateescape"), digest_size=16).hexdigest()


@contextlib.contextmanager
def _rarely_collecting() -> Iterator[Callable[[], None]]:
    """Converting a text makes many objects and few circles of them; the block says when a text is done, and some are looked at together."""
    texts, was_enabled = count(1), gc.isenabled()
    gc.disable()
    try:
        yield lambda: None if next(texts) % TEXTS_A_COLLECTION else _collect_young()
    finally:
        if was_enabled:
            gc.enable()


def _collect_young() -> None:
    gc.collect(0)
