"""A folder of texts, the readers of a stock Pelican for it, and what those give themselves."""

from __future__ import annotations

import copy
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from fastbuild.reading.gathering import read_all
from fastbuild.reading.store import ReadingStore
from pelican.readers import _DISCARD, Readers
from pelican.settings import read_settings
from pelican.urlwrappers import URLWrapper
from pelican.utils import file_suffix

from tests.conftest import QUIET_SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from fastbuild.reading.model import Reading


class _Texts(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


@dataclass
class Desk:
    """Texts are written to it and read from it; `seen` are the counts that `progress` was told last."""

    folder: Path
    settings: dict[str, Any]
    store: ReadingStore
    seen: list[tuple[int, int]] = field(default_factory=list)

    def set(self, **settings: Any) -> None:
        self.settings = read_settings(override=copy.deepcopy(QUIET_SETTINGS | {"PATH": str(self.folder)}) | settings)

    def write(self, name: str, text: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def read(self, *paths: str, workers: int = 1, limit: float = 20.0) -> dict[str, Reading]:
        return read_all(
            paths,
            settings=self.settings,
            readers=Readers(self.settings),
            store=self.store,
            workers=workers,
            limit=limit,
            progress=lambda done, of: self.seen.append((done, of)),
        )

    def read_one(self, path: str, limit: float = 20.0) -> Reading:
        return self.read(path, limit=limit)[path]

    def stock(self, path: str) -> tuple[str | None, dict[str, Any], list[str]]:
        """Content, comparable metadata and messages of Pelican's own reader, a new one."""
        handler, root = _Texts(), logging.getLogger()
        root.addHandler(handler)
        try:
            content, metadata = Readers(self.settings).readers[file_suffix(path)].read(path)
        finally:
            root.removeHandler(handler)
        return content, comparable({name: value for name, value in metadata.items() if value is not _DISCARD}), handler.texts


def given_by(reading: Reading) -> tuple[str | None, dict[str, Any], list[str]]:
    """A reading in the form of `Desk.stock`."""
    assert reading.failure is None, reading.failure
    return reading.content, comparable(reading.metadata), [logged.text for logged in reading.logged]


def comparable(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Classes and everything inside, since tags are equal when their slugs are."""
    return {name: _comparable(value) for name, value in metadata.items()}


def _comparable(value: Any) -> Any:
    if isinstance(value, URLWrapper):
        return type(value), value.name, value.slug, value._slug_from_name, id(value.settings), sorted(vars(value))
    if isinstance(value, list):
        return list(map(_comparable, value))
    return type(value), value, repr(value)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "content"
    folder.mkdir()
    desk = Desk(folder, {}, ReadingStore(tmp_path / "cache" / "readings"))
    desk.set()
    yield desk
    desk.store.close()


def texts_of(readings: Iterable[Reading]) -> list[str]:
    """The sentences of those that failed."""
    return [reading.failure.text for reading in readings if reading.failure]
