"""Edits of a site, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .engine_site import EngineSite

    Change = Callable[[EngineSite], Any]


@dataclass(frozen=True)
class Edit:
    """What is done to a site, and how much the build behind it may read and render; None where that does not matter."""

    name: str
    make: Change
    read: int | None = None
    rendered: int | None = None
    removed: int = 0
    """Files that go away at least."""


def of_file(path: str, old: str, new: str) -> Change:
    return lambda site: site.edit(path, old, new)


def new_file(path: str, text: str | bytes) -> Change:
    return lambda site: site.write(path, text)


def without(path: str) -> Change:
    return lambda site: site.remove(path)


def renamed(path: str, new: str) -> Change:
    return lambda site: site.rename(path, new)


def of_settings(**changed: Any) -> Change:
    return lambda site: site.settings.update(changed)


def and_then(*parts: Change) -> Change:
    def make(site: EngineSite) -> None:
        for part in parts:
            part(site)

    return make


class Restored:
    """A site that has been built, and that every edit finds as it was."""

    def __init__(self, site: EngineSite, *, is_quick: bool = False) -> None:
        self.site, self._is_quick = site, is_quick
        self._inputs, self._settings = site.inputs(), dict(site.settings)
        site.build()
        self._base = site.stock()
        assert site.differing(self._base) == []

    def check(self, edit: Edit) -> None:
        """Edit and build, then undo and build: each time the site must be what stock Pelican makes of it."""
        try:
            self._check(edit)
        except BaseException:
            self._undo()
            for name in ("out", "cache"):
                self.site.remove(name)
            self.site.build()
            raise

    def _check(self, edit: Edit) -> None:
        site = self.site
        edit.make(site)
        built = site.build()
        _expect("nothing fails", built.failures, ())
        _expect("the site is stock's", site.differing(site.stock()), [])
        _expect("few files are read", edit.read is None or built.read <= edit.read, True)
        _expect("few pages are rendered", edit.rendered is None or built.rendered <= edit.rendered, True)
        _expect("files go away", len(built.removed) >= edit.removed, True)
        self._undo()
        site.build()
        _expect("the site is as it was", site.differing(self._base), [])
        if self._is_quick:
            again = site.build()
            _expect("nothing is done twice", (again.read, again.rendered, again.written, again.removed), (0, 0, frozenset(), frozenset()))

    def _undo(self) -> None:
        site, now = self.site, self.site.inputs()
        for path in now.keys() - self._inputs.keys():
            site.remove(path)
        for path, data in self._inputs.items():
            if now.get(path) != data:
                site.write(path, data)
        site.settings = dict(self._settings)


def _expect(what: str, found: object, expected: object) -> None:
    if found != expected:
        pytest.fail(f"{what}: {found}")
