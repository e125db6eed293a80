"""A site that tests build with the engine again and again, and with stock Pelican beside it."""

from __future__ import annotations

import copy
import locale
import logging
import os
import shutil
import sys
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import pelican
from fastbuild.contents import shelf
from fastbuild.engine import Pelican
from fastbuild.pages import records
from fastbuild.pages.rendering import Failure
from fastbuild.work import Work
from jinja2 import FileSystemBytecodeCache
from pelican import log, readers, signals
from pelican.contents import Content
from pelican.settings import DEFAULT_CONFIG, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SIGNALS = [value for value in vars(signals).values() if hasattr(value, "receivers")]
OF_BUILDS = frozenset(["out", "cache", "stock", "cold-out", "cold-cache", "pelican-cache", "stock-templates"])
FIRST_MOMENT = 1_700_000_000
"""Files of a test are of a time of their own, each later than the one before, since those that are just written count as unsettled."""


@dataclass(frozen=True)
class Built:
    """What a build by the engine did. Names are those of files in the output."""

    pages: int
    rendered: int
    read: int
    written: frozenset[str]
    """Files that are new, or hold something else than before."""
    touched: frozenset[str]
    """Files that were made, whether or not they hold something else."""
    removed: frozenset[str]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...]

    @property
    def did_nothing(self) -> bool:
        return not (self.read or self.rendered or self.touched or self.removed)


@dataclass
class EngineSite:
    """Files, and the settings that differ from those of `settings_file`. Every build is one of a process that knows nothing of others."""

    folder: Path
    settings_file: str | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    processes: int = 1
    moment: int = FIRST_MOMENT

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "out"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file below the site's folder; leading blank lines are dropped."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            target.write_bytes(text)
        else:
            target.write_text(text.lstrip("\n"), encoding="utf-8")
        self._age(target)
        return target

    def edit(self, path: str, old: str, new: str) -> None:
        """Put `new` for `old`, which must be there."""
        text = (self.folder / path).read_text(encoding="utf-8")
        if old not in text:
            raise AssertionError(f"{path} does not hold {old!r}")
        self.write(path, text.replace(old, new, 1))

    def remove(self, path: str) -> None:
        target = self.folder / path
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()

    def inputs(self) -> dict[str, bytes]:
        """All files that a build may read."""
        return {path: data for path, data in tree(self.folder).items() if path.partition("/")[0] not in OF_BUILDS}

    def rename(self, path: str, new: str) -> None:
        target = self.folder / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).rename(target)

    def age_everything(self) -> None:
        """As if nothing had been written in the last minutes."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                self._age(path)

    def _age(self, path: Path) -> None:
        self.moment += 1
        os.utime(path, (self.moment, self.moment))

    def stock(self, **overrides: Any) -> dict[str, bytes]:
        """The whole output of stock Pelican, made from nothing."""
        folder = self.folder / "stock"
        shutil.rmtree(folder, ignore_errors=True)
        with new_process(self.folder), signals.generator_init.connected_to(self._remember_templates):
            pelican.Pelican(self._settings(folder, overrides)).run()
        return tree(folder)

    def _remember_templates(self, generator: Any) -> None:
        """What Jinja makes of a template is the same each time, and takes longer than all the rest."""
        folder = self.folder / "stock-templates"
        folder.mkdir(exist_ok=True)
        generator.env.bytecode_cache = FileSystemBytecodeCache(str(folder))

    def cold(self, **overrides: Any) -> dict[str, bytes]:
        """What the engine makes where nothing has been built before."""
        other = copy.copy(self)
        for name in ("cold-out", "cold-cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        other._build(self.folder / "cold-out", self.folder / "cold-cache", overrides)
        return tree(self.folder / "cold-out")

    def build(self, **overrides: Any) -> Built:
        """Build with the engine over what the last build left."""
        return self._build(self.output, self.cache, overrides)

    def _build(self, output: Path, cache: Path, overrides: Mapping[str, Any]) -> Built:
        before, stage = tree(output), output.with_name(f"{output.name}.stage")
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        current = {name: blake2b(data, digest_size=16).hexdigest() for name, data in before.items()}
        work = Work(
            cache=cache,
            output=output,
            current=current,
            memory=records.load(cache / "pages"),
            shelf=partial(shelf.load, cache / "shelf"),
            explain=explain,
        )
        parts = {"processes": self.processes} | self.settings.get("FASTBUILD", {}) | overrides.get("FASTBUILD", {})
        with new_process(self.folder):
            Pelican(self._settings(stage, {**overrides, "FASTBUILD": parts}), work=work).run()
        made = tree(stage)
        self._place(made, before, output, work)
        shutil.rmtree(stage)
        _save(work, cache)
        return Built(
            pages=work.counts.pages,
            rendered=work.counts.rendered,
            read=work.library.read if work.library else 0,
            written=frozenset(name for name, data in made.items() if before.get(name) != data),
            touched=frozenset(made.keys() - work.keep.keys()),
            removed=frozenset(before.keys() - made.keys() - work.keep.keys()),
            failures=tuple(work.failures),
            notes=tuple(work.notes),
        )

    def _place(self, made: Mapping[str, bytes], before: Mapping[str, bytes], output: Path, work: Work) -> None:
        wrong = [name for name, digest in work.keep.items() if digest != blake2b(before[name], digest_size=16).hexdigest()]
        wrong += [name for name, digest in work.digests.items() if digest and digest != blake2b(made[name], digest_size=16).hexdigest()]
        assert wrong == [], "these files are not what the engine says they are"
        for name, data in made.items():
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            (output / name).write_bytes(data)
        for name in before.keys() - made.keys() - work.keep.keys():
            (output / name).unlink()

    def _settings(self, output: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
        given = {"PATH": str(self.content), "OUTPUT_PATH": str(output), "CACHE_PATH": str(self.folder / "pelican-cache")}
        conf = str(self.folder / self.settings_file) if self.settings_file else None
        found: dict[str, Any] = read_settings(conf, override=copy.deepcopy({**given, **self.settings, **overrides}))
        return found

    def differing(self, expected: Mapping[str, bytes]) -> list[str]:
        return differing(tree(self.output), expected)


def explain(error: BaseException, page: str) -> Failure:
    return Failure(page, f"{type(error).__name__}: {error}", None, None, "".join(traceback.format_exception(error)))


def _save(work: Work, cache: Path) -> None:
    if work.library:
        shelf.save(work.library.shelf, cache / "shelf")
        if work.library.store:
            work.library.store.close()
    if work.remembered:
        records.save(work.remembered, cache / "pages")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Files that only one of two trees has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@contextmanager
def new_process(site: Path) -> Iterator[None]:
    """Pelican's global state as it is in a process that has built nothing yet; modules that lie below `site` are imported anew."""
    kept = [(signal, dict(signal.receivers), copy.copy(signal._by_sender), copy.copy(signal._by_receiver)) for signal in SIGNALS]
    defaults, processors, places = copy.deepcopy(DEFAULT_CONFIG), dict(readers.METADATA_PROCESSORS), list(sys.path)
    words, before = locale.setlocale(locale.LC_ALL), set(sys.modules)
    _forget_what_was_seen()
    try:
        yield
    finally:
        for signal, *members in kept:
            for name, value in zip(("receivers", "_by_sender", "_by_receiver"), members, strict=True):
                getattr(signal, name).clear()
                getattr(signal, name).update(value)
        DEFAULT_CONFIG.clear()
        DEFAULT_CONFIG.update(defaults)
        readers.METADATA_PROCESSORS.clear()
        readers.METADATA_PROCESSORS.update(processors)
        sys.path[:] = places
        locale.setlocale(locale.LC_ALL, words)
        for name in set(sys.modules) - before:
            if str(getattr(sys.modules[name], "__file__", None) or "").startswith(str(site)):
                del sys.modules[name]


def _forget_what_was_seen() -> None:
    for seen in (log.LimitFilter._ignore, log.LimitFilter._raised_messages, log.LimitFilter._group_count):
        seen.clear()
    for method in ("get_content", "get_summary"):
        vars(Content)[method].cache.clear()


class Messages(logging.Handler):
    """Keeps the texts of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())
