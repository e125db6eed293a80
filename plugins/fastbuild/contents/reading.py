"""Files become contents: the loop that begins `generate_context` of Pelican's generators of articles and of pages.

A file that looks as it did at the last build comes from the shelf; the others are read, as many at once as there are processors, if the
store does not know what they hold. Everything else is Pelican's: what plugins are told, and in which order.
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blinker.base import ANY_ID
from pelican.contents import SkipStub
from pelican.plugins import signals
from pelican.utils import file_suffix

from fastbuild import receivers
from fastbuild.reading.gathering import read_all
from fastbuild.reading.log_records import Recorder

from .shelf import Kept, restored, stamp_of, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pelican.contents import Content
    from pelican.generators import CachingGenerator

    from fastbuild.diagnostics.model import Finding
    from fastbuild.reading.model import Failure, Reading
    from fastbuild.reading.store import ReadingStore

    from .shelf import Shelf

log = logging.getLogger("pelican.generators")  # who listens to Pelican's messages finds these where they always were
TIME_LIMIT = 20.0
"""Seconds that reading one file may take; a text of a hundred pages takes one."""
BEFORE_READING = (
    "readers_init",
    "article_generator_preread",
    "article_generator_context",
    "page_generator_preread",
    "page_generator_context",
)


class UnreadError(ValueError):
    """A file could not be read; the text says why, and what to do."""


@dataclass(slots=True)
class Library:
    """What is known of files, and how they are read. `store` is None where nothing is kept."""

    shelf: Shelf
    store: ReadingStore | None
    workers: int
    examine: Callable[[str, type[Content], bytes], tuple[Finding, ...]]
    listed: frozenset[str]
    limit: float = TIME_LIMIT
    progress: Callable[[int, int], None] | None = None
    _same: set[str] = field(default_factory=set)
    read: int = 0
    """How many files were opened."""
    _digest_of: Callable[[str], str] = field(default_factory=lambda: cache(_digest_of))

    def contents(self, generator: CachingGenerator, files: Sequence[str], cls: type[Content], told: tuple[Any, Any]) -> Iterator[Any]:
        """A content for each file that holds one; what is wrong with others is logged. `told` are the signals before and after reading."""
        found = self._on_the_shelf(generator, files, cls)
        missing = [file for file in files if file not in found]
        readings = self._readings(generator, missing)
        self.read += len(missing)
        is_safe = not receivers.unlisted(("content_object_init",), self.listed)
        for file in files:
            kept = found.get(file)
            content = self._again(generator, cls, kept) if kept else self._anew(generator, file, cls, told, readings)[0]
            if content is None or isinstance(content, SkipStub):
                continue
            if not (kept and is_safe) and not content.is_valid():
                self.shelf.kept.pop((cls.__name__, file), None)
                generator._add_failed_source_path(file)  # noqa: SLF001  (as Pelican's generators do)
                continue
            _register(generator, content)
            yield content

    def unchanged(self) -> set[str]:
        """The sources of contents that came from the shelf."""
        return self._same

    def read_alone(self, generator: CachingGenerator, file: str, cls: type[Content], told: tuple[Any, Any]) -> tuple[Any, Kept | None]:
        """One content, of which the site is not told yet, and what the shelf now has of it; None where it does not hold one."""
        content, kept = self._anew(generator, file, cls, told, self._readings(generator, [file]))
        return (content, kept) if content is not None and not isinstance(content, SkipStub) and content.is_valid() else (None, None)

    def _on_the_shelf(self, generator: CachingGenerator, files: Sequence[str], cls: type[Content]) -> dict[str, Kept]:
        if self.store is None or receivers.unlisted(BEFORE_READING, self.listed):
            return {}
        found = {}
        for file in files:
            kept = self.shelf.find((cls.__name__, file), stamp_of(os.path.join(generator.path, file)))
            if kept and all(self._digest_of(path) == digest for path, digest in kept.others):
                found[file] = kept
        return found

    def _readings(self, generator: CachingGenerator, files: Sequence[str]) -> dict[str, Reading]:
        if self.store is None or not files:
            return {}
        paths = [os.path.abspath(os.path.join(generator.path, file)) for file in files]
        return read_all(
            paths,
            settings=generator.settings,
            readers=generator.readers,
            store=self.store,
            workers=self.workers,
            limit=self.limit,
            progress=self.progress,
        )

    def _again(self, generator: CachingGenerator, cls: type[Any], kept: Kept) -> Any:
        for logged in kept.logged:
            logged.log_again()
        content = restored(cls, kept, generator.settings, generator.context)
        self._same.add(content.source_path)
        _tell(kept.findings, content.source_path)
        signals.content_object_init.send(content)
        content.settle_date()
        return content

    def _anew(
        self, generator: CachingGenerator, file: str, cls: type[Content], told: tuple[Any, Any], readings: Mapping[str, Reading]
    ) -> tuple[Any, Kept | None]:
        path = os.path.abspath(os.path.join(generator.path, file))
        stamp = stamp_of(path)
        findings = self._examined(path, cls)
        _tell(findings, path)
        reading = readings.get(path)
        if reading and reading.failure and all(finding.level != "ERROR" for finding in findings):
            _tell_failure(reading.failure, path)
        snapshot = _Snapshot()
        try:
            with _prepared(generator, path, reading), snapshot.taken():
                content = generator.readers.read_file(
                    base_path=generator.path,
                    path=file,
                    content_class=cls,
                    context=generator.context,
                    preread_signal=told[0],
                    preread_sender=generator,
                    context_signal=told[1],
                    context_sender=generator,
                )
        except Exception:
            log.exception("Could not process %s", file, exc_info=generator.settings.get("DEBUG", False))
            generator._add_failed_source_path(file)  # noqa: SLF001  (as Pelican's generators do)
            return None, None
        if not (snapshot.state and reading and not isinstance(content, SkipStub)):
            return content, None
        kept = self.shelf.kept[cls.__name__, file] = Kept(stamp, snapshot.state, snapshot.logged, findings, reading.others)
        return content, kept

    def _examined(self, path: str, cls: type[Content]) -> tuple[Finding, ...]:
        try:
            return self.examine(path, cls, Path(path).read_bytes()) if os.path.isfile(path) else ()
        except OSError:
            return ()


class _Snapshot:
    """A content's state before plugins are told of it, and what had been logged until then."""

    def __init__(self) -> None:
        self.state: bytes | None = None
        self.logged: tuple[Any, ...] = ()
        self._recorder = Recorder()

    @contextmanager
    def taken(self) -> Iterator[None]:
        root = logging.getLogger()
        receiver = self._take
        order: Any = signals.content_object_init._by_sender[ANY_ID]  # noqa: SLF001  (nothing else tells the order)
        others = list(order)
        order.clear()
        signals.content_object_init.connect(receiver)  # before any other
        order.update(others)
        root.addHandler(self._recorder)
        try:
            yield
        finally:
            root.removeHandler(self._recorder)
            signals.content_object_init.disconnect(receiver)

    def _take(self, content: Content) -> None:
        if self.state is None:
            self.logged = self._recorder.take()
            self.state = state_of(content)


@contextmanager
def _prepared(generator: CachingGenerator, path: str, reading: Reading | None) -> Iterator[None]:
    """Pelican's reader of the file gives what was read before."""
    suffix = file_suffix(path)
    reader = generator.readers.readers.get(suffix)
    if reading is None or reader is None:
        yield
        return

    def read(_path: str) -> tuple[str | None, dict[str, Any]]:
        for logged in reading.logged:
            logged.log_again()
        if reading.failure:
            raise UnreadError(reading.failure.text)
        return reading.content, dict(reading.metadata)

    vars(reader)["read"] = read  # this one reader's, for this one file
    try:
        yield
    finally:
        del vars(reader)["read"]


def _register(generator: CachingGenerator, content: Any) -> None:
    """As `add_source_path` and `add_static_links` do, where a look at the text shows that there are links to follow."""
    generator.context["generated_content"][content.relative_source_path] = content
    text = content._content or ""  # noqa: SLF001
    if "static" in text or "attach" in text:
        generator.add_static_links(content)


def _tell(findings: Sequence[Finding], path: str) -> None:
    for finding in findings:
        given = {"source_path": path, "line": finding.line, "rule": finding.rule, "fix": finding.fix}
        level = logging.ERROR if finding.level == "ERROR" else logging.WARNING
        log.log(level, "%s. %s", finding.message, finding.fix, extra=given)


def _tell_failure(failure: Failure, path: str) -> None:
    """What Pelican is about to say without a reason."""
    given = {"source_path": path, "line": failure.line, "rule": "file-unreadable"}
    log.error("%s", failure.text, extra=given)


def _digest_of(path: str) -> str:
    try:
        return blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
