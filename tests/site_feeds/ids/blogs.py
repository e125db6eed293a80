"""Blogs for the tests of ids: files as bytes, Ids that are drawn in a known order."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pelican.utils import get_date
from site_feeds.ids import Means, give_ids
from site_owner.slugs import slug_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from pathlib import Path

    import pytest

DRAWN = ("000001", "000002", "000003", "000004")


def in_order() -> Callable[[Container[str]], str]:
    """Draws the first of DRAWN that is not taken."""
    return lambda taken: next(each for each in DRAWN if each not in taken)


def means(language: str = "en-GB", timezone: str = "Europe/London") -> Means:
    return Means(in_order(), slug_of, get_date, ZoneInfo(timezone), language)


@dataclass(frozen=True)
class Blog:
    """A project's folder, and what the command says when it is called there."""

    root: Path
    capsys: pytest.CaptureFixture[str]

    def write(self, name: str, content: str | bytes, *, changed: int = 1_700_000_000) -> Path:
        """A file below content/articles, last changed at a moment in seconds."""
        path = self.root / "content" / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        os.utime(path, (changed, changed))
        return path

    def publish(self, *entries: tuple[str, str]) -> None:
        """A published.json with these entry ids, and their addresses."""
        feed = {"bytes": 1, "entries": {entry_id: {"url": url, "title": "A"} for entry_id, url in entries}}
        self.write("../../published.json", json.dumps({"version": 1, "feeds": {"feeds/all.atom.xml": feed}}))

    def ids(self, *, fix: bool = False, language: str = "en-GB") -> tuple[int, list[str], list[str]]:
        """Call the command: its exit code, what it printed, and its errors."""
        code = give_ids(self.root, means(language), fix=fix)
        said = self.capsys.readouterr()
        return code, said.out.splitlines(), said.err.splitlines()

    def content(self) -> dict[str, bytes]:
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in sorted(self.root.rglob("*")) if path.is_file()}
