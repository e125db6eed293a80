"""An import keeps nothing of a text in memory: four times the posts take no more of it."""

from __future__ import annotations

import gc
import pathlib
import tracemalloc
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from legacy_import import command
from legacy_import import record as records
from legacy_import.importing import first_pass
from legacy_import.model import Action, Contacts, Note, Post
from legacy_import.preparing import Preparation
from legacy_import.record import write_file

from .site import NewSite
from .test_import import EXPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from legacy_import.importing import Reading
    from legacy_import.index import Index, Known
    from legacy_import.model import Item

FEW, MANY = 200, 800
BOUND = 100
"""Bytes a text. One that is known takes a thousand at least, and so does what the review tells of it."""
ITEM = """\
<item><title>{title}</title><link>https://mine.example/2012/08/post-{n}/</link><guid isPermaLink="false">https://mine.example/?p={n}</guid>
<wp:post_id>{n}</wp:post_id><wp:post_date>2012-08-01 10:00:00</wp:post_date><wp:post_date_gmt>2012-08-01 09:00:00</wp:post_date_gmt>
<wp:status>{status}</wp:status><wp:post_type>post</wp:post_type><content:encoded>{text}</content:encoded>
<wp:comment><wp:comment_id>{n}</wp:comment_id><wp:comment_content>Number {n}.</wp:comment_content></wp:comment></item>
"""
ENDS = ("</html>\n", "\n}", "\n}\n")
STATUS = ("publish", "draft", "publish", "trash")


def export(folder: Path, posts: int) -> Path:
    """Posts of two kilobytes in which there are titles of many and none, and what does not come along."""
    path = folder / f"{posts}.xml"
    text = "Words of a text that is long enough to fill what is read at once. " * 30
    items = (ITEM.format(n=n, title="" if n % 5 else "One of many", status=STATUS[n % 4], text=text) for n in range(posts))
    path.write_text(EXPORT.format(items="".join(items)), encoding="utf-8")
    return path


def told(_: Preparation, item: Item, known: Known) -> Post:
    """Stands for what is done to a text, which takes its time and keeps nothing: all is there that is told of it."""
    contacts = Contacts(emails=("ann@example.com",), sponsor="Lee & Sons")
    notes = (Note(Action.DOUBTFUL, "image-missing", "a picture is missing", f"picture of {known.slug}"),)
    return Post(replace(item, title=f"Title of {known.slug}"), "Text.", "And you?", contacts=contacts, notes=notes)


@dataclass
class Watch:
    """Looks at the moments when most is there: the ends of the first pass, of the second, and of each part of the review."""

    most: int = 0

    def look(self) -> None:
        """At what Python has, without its table of interned strings, which grows by leaps as `pathlib` fills it, and shrinks again."""
        gc.collect()
        found = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(inclusive=False, filename_pattern=pathlib.__file__)])
        self.most = max(self.most, sum(trace.size for trace in found.traces))

    def first_pass(self, sources: Sequence[Path], index: Index) -> Reading:
        read = first_pass(sources, index)
        self.look()
        return read

    def write_file(self, path: Path, pieces: Iterable[str]) -> None:
        write_file(path, self._seen(pieces))

    def _seen(self, pieces: Iterable[str]) -> Iterator[str]:
        for piece in pieces:
            if piece.endswith(ENDS):  # whoever makes the pieces still has all that it needs for them
                self.look()
            yield piece


def most_of(work: Callable[[], object]) -> int:
    """Bytes that there were at most while `work` imported something."""
    watch = Watch()
    tracemalloc.start()
    try:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Preparation, "post", told)
            patched.setattr(command, "first_pass", watch.first_pass)
            patched.setattr(records, "write_file", watch.write_file)
            work()
    finally:
        tracemalloc.stop()
    return watch.most


def test_an_import_keeps_no_text_in_memory_neither_at_first_nor_again(tmp_path: Path) -> None:
    sources = {posts: export(tmp_path, posts) for posts in (FEW, MANY)}
    for _ in range(2):
        few, many = (most_of(partial(NewSite(tmp_path / str(posts)).bring, sources[posts])) for posts in (FEW, MANY))
        assert (many - few) / (MANY - FEW) < BOUND
    assert len(list((tmp_path / f"{MANY}/import-review/comments").iterdir())) == MANY * 3 // 4
