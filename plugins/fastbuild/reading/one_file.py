"""Reads one file with Pelican's own reader, and sees what that looked at, logged and needed.

While Pelican's Markdown and HTML readers work, three names in their module stand for ours: the text comes from bytes whose digest is
known, `Markdown` is an instance that may have been used before, and dates tell whether they are whole.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pelican import readers as pelican_readers
from pelican.readers import _DISCARD
from pelican.utils import file_suffix

from .bytes_of import UnreadableError, load, text_of
from .dates import Dates
from .limit import TimeLimitError, time_limit
from .log_records import Recorder, recording
from .markdown_reuse import Reused, colouring_once
from .model import Failure, Reading
from .reader_key import is_known
from .replacing import replaced
from .watching import CHANGED, watching

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pelican.readers import BaseReader

NO_READER = Failure("NoReader", "There is no reader for files of this kind. Rename it, or set READERS.")


@dataclass(frozen=True, slots=True)
class Read:
    """A reading, and whether reading the same bytes again would give the same at any time."""

    reading: Reading
    is_repeatable: bool = False


@dataclass(slots=True)
class FileReader:
    """Reads files one after the other; made by `ready_to_read`. The suffixes that are `known` have readers that take their text from us."""

    readers: Mapping[str, BaseReader]
    known: frozenset[str]
    markdown: Reused
    limit: float
    recorder: Recorder
    dates: Dates
    texts: dict[str, str] = field(default_factory=dict)

    def read(self, path: str) -> Read:
        """Whatever goes wrong is the reading's failure."""
        suffix = file_suffix(path)
        reader = self.readers.get(suffix)
        if reader is None:
            return Read(Reading(None, failure=NO_READER))
        try:
            source = load(path)
            self.texts = {path: text_of(source.data)} if suffix in self.known else {}
        except UnreadableError as error:
            return Read(Reading(None, failure=error.failure))
        self.dates.are_whole = True
        with watching(path) as watch:
            outcome = self._outcome(reader, path)
        logged, others = self.recorder.take(), watch.others()
        if isinstance(outcome, Failure):
            self.markdown.forget()
            return Read(Reading(None, {}, logged, others, outcome, source.digest))
        content, metadata = outcome
        kept = {name: value for name, value in metadata.items() if value is not _DISCARD}
        is_repeatable = watch.is_repeatable and self.dates.are_whole and all(other != CHANGED for _, other in others)
        return Read(Reading(content, kept, logged, others, None, source.digest), is_repeatable)

    def _outcome(self, reader: BaseReader, path: str) -> tuple[str | None, dict[str, Any]] | Failure:
        try:
            with time_limit(self.limit):
                return reader.read(path)
        except TimeLimitError:
            return too_slow(self.limit)
        except (Exception, SystemExit) as error:  # noqa: BLE001  a reader or an extension may raise anything, and costs its file only
            return _failure(error)


@contextlib.contextmanager
def ready_to_read(readers: Mapping[str, BaseReader], markdown: Reused, limit: float) -> Iterator[FileReader]:
    """A reader for files whose suffixes `readers` has, each within `limit` seconds. Nothing else should run in the block."""
    known = frozenset(suffix for suffix, reader in readers.items() if is_known(reader))
    dates = Dates(pelican_readers.get_date)
    with recording() as recorder, colouring_once():
        one = FileReader(readers, known, markdown, limit, recorder, dates)
        genuine = pelican_readers.pelican_open

        @contextlib.contextmanager
        def opened(path: str, *mode: str) -> Iterator[str]:
            if path in one.texts:
                yield one.texts[path]
                return
            with genuine(path, *mode) as text:
                yield text

        with replaced(pelican_readers, Markdown=markdown, get_date=dates.get_date, pelican_open=opened):
            yield one


def too_slow(limit: float) -> Failure:
    """What is said of a file that takes longer than `limit` seconds."""
    return Failure(
        "TimeLimit",
        f"Reading this file takes longer than {limit:g} s. Look for very long lines and for deeply nested lists, quotes or brackets, "
        "or take out half of the text at a time until it is quick.",
    )


def _failure(error: BaseException) -> Failure:
    """An exception by its name and text; it may know a line, as errors of parsers do."""
    line = getattr(error, "lineno", None)
    return Failure(type(error).__name__, str(error) or type(error).__name__, line if isinstance(line, int) and line > 0 else None)
