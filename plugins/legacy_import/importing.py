"""The import itself: all sources are read twice, once to know every address and once to write, so that memory holds one text at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .files import Style, text_of
from .index import KINDS
from .links import Labels, Relinker
from .model import Blog, Item, Kind, Post, Status, Trouble
from .naming import Names
from .preparing import Preparation
from .progress import Progress
from .sources import read_all
from .walking import below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from .comments import Comments
    from .index import Index, Known
    from .media import Media
    from .record import Fate, Record
    from .shelf import Shelf


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for on the command line."""

    into: Path
    media: tuple[Path, ...] = ()
    dry_run: bool = False
    keep_contacts: bool = False
    keep_addresses: bool = False
    fetch: bool = False


@dataclass(frozen=True, slots=True)
class Means:
    """What whoever calls brings along, since no plugin imports another."""

    slug_of: Callable[[str], str]
    """The slug of a tag or category, as the site makes it."""
    file_slug_of: Callable[[str], str]
    """The slug for a file's name, which is cut where it is long."""
    reserved_because: Callable[[str], str | None]
    """Why a slug cannot be an article's; None if it can."""
    language: str
    site_url: str
    call: str
    """How the command is called."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a source and what became of it; without a post and a path it was left out, and `why` says the reason."""

    item: Item
    post: Post | None = None
    known: Known | None = None
    fate: Fate | None = None
    text: bytes = field(default=b"", repr=False)
    why: str = ""


@dataclass(slots=True)
class Reading:
    """What could not be read, and how many items of each kind the sources have."""

    counts: Counter[Kind] = field(default_factory=Counter)

    troubles: list[Trouble] = field(default_factory=list)


def first_pass(sources: Sequence[Path], index: Index) -> Reading:
    """Who is at which address."""
    reading, progress = Reading(), Progress("Reading", "items")
    for found in read_all(sources):
        progress.step()
        if isinstance(found, Blog):
            index.blogs[found] = None
        elif isinstance(found, Trouble):
            reading.troubles.append(found)
        else:
            reading.counts[found.kind] += 1
            index.add(found)
    return reading


@dataclass(frozen=True, slots=True)
class Writing:
    """The second pass: each text is prepared, and it is decided what happens to its file."""

    index: Index
    record: Record
    media: Media
    comments: Comments
    options: Options
    means: Means

    def texts(self, sources: Sequence[Path]) -> Iterator[Written]:
        """Every post and page, in the order of the sources; comments are put aside."""
        preparation, progress, place = self._preparation(), Progress("Writing", "texts"), 0
        for item in read_all(sources):
            if isinstance(item, Item) and item.kind is Kind.COMMENT:
                self.comments.add(item)
            elif isinstance(item, Item) and item.kind in KINDS:
                progress.step()
                place += 1
                yield self._written(item, self.index.find(place), preparation)

    def _written(self, item: Item, known: Known | None, preparation: Preparation) -> Written:
        if item.status is Status.TRASHED:
            return Written(item, why="it was in the trash")
        if known is None:
            return Written(item, why="another source has the same")
        post = preparation.post(item, known)
        text = text_of(post, known, self._style()).encode()
        return Written(post.item, post, known, self.record.fate(known.path, text, self.options.into), text)

    def _style(self) -> Style:
        return Style(self.means.language, keep_addresses=self.options.keep_addresses, keep_contacts=self.options.keep_contacts)

    def _preparation(self) -> Preparation:
        language = next((blog.language for blog in self.index.blogs if blog.language), self.means.language)
        labels = Labels.of(self.index.public(), self.means.slug_of)
        return Preparation(Relinker(self.index, self.media, labels), language)


def names_for(index: Index, record: Record, options: Options, means: Means, shelf: Shelf) -> None:
    """Give every text its file; what no import has written keeps its name."""
    names = Names(means.file_slug_of, means.reserved_because, shelf.table("taken"), shelf.table("numbers"))
    for folder in ("articles", "pages"):
        for path in below(options.into / folder):
            if path.suffix == ".md" and path.relative_to(options.into).as_posix() not in record.digests:
                names.taken[path.stem] = None
    index.settle(names, means.site_url)
