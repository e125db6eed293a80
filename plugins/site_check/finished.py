"""One file of the finished site, as everything that rules want to see in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .feeds.parsing import SUFFIXES as FEEDS
from .feeds.parsing import read_feed
from .pages import OutputFile, Page
from .silence import Silence

if TYPE_CHECKING:
    from pathlib import Path

    from .feeds.model import Feed

OUTPUT = "output"
"""What the finished site's folder is called in messages, wherever it was built."""

PAGES = frozenset({".html", ".htm", ".xhtml"})
OTHERS = frozenset({".css", ".xml", ".atom", ".rss", ".js", ".mjs"})


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """`path` is as one would type it, `place` where it stands in the site; what no rule reads has no materials."""

    path: str
    place: str
    materials: tuple[Page | OutputFile | Feed, ...] = ()
    feed: Feed | None = None
    silence: Silence = field(default_factory=lambda: Silence(frozenset()))

    @classmethod
    def read(cls, file: Path, output: Path) -> FinishedFile:
        place = file.relative_to(output).as_posix()
        path, suffix = f"{OUTPUT}/{place}", file.suffix.lower()
        if suffix not in PAGES | OTHERS | FEEDS:
            return cls(path, place)
        raw = file.read_bytes()
        text = raw.decode("utf-8", errors="replace")
        feed = read_feed(path, place, raw) if suffix in FEEDS else None
        page = (Page.parse(path, text),) if suffix in PAGES else ()
        other = (OutputFile(path, text),) if suffix in OTHERS else ()
        is_text = suffix != ".json"  # in JSON a comment is part of some article's text
        return cls(path, place, (*page, *other, *((feed,) if feed else ())), feed, Silence.of(text if is_text else ""))
