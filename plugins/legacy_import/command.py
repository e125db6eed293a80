"""The task `import`, from what is typed to what is printed."""

from __future__ import annotations

import difflib
import shutil
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import record as records
from .comments import Comments
from .fetching import fetcher
from .importing import Means, Options, Writing, first_pass, names_for
from .index import Index
from .media import Media
from .model import Kind
from .record import Fate
from .redirects import quoted, redirects, with_redirects
from .report import is_loss
from .reviewing import Done, Told, review_files
from .shelf import Shelf
from .walking import below

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .importing import Reading, Written
    from .shelf import Table

FINE, WRONG, USAGE = 0, 1, 2
REVIEW = "import-review"
WORDS = {
    Fate.NEW: "new",
    Fate.RENEWED: "renewed",
    Fate.SAME: "unchanged",
    Fate.EDITED: "edited by you, so left alone",
    Fate.REMOVED: "removed by you",
}


@dataclass(slots=True)
class Import:
    """One import while it runs."""

    root: Path
    options: Options
    means: Means
    fates: Counter[Fate] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    """Why texts were left out, and how many."""

    @property
    def review(self) -> Path:
        """Private, and outside of the content folder, so that it is never published."""
        return self.options.into.parent / REVIEW

    def run(self, sources: Sequence[Path]) -> int:
        with closing(Shelf()) as shelf:
            return self._run(sources, shelf)

    def _run(self, sources: Sequence[Path], shelf: Shelf) -> int:
        record, index = records.Record(shelf.table("digests")), Index(shelf)
        records.read_record(self.review, record)
        reading = first_pass(sources, index)
        names_for(index, record, self.options, self.means, shelf)
        media, comments, told = self._media(sources, shelf), Comments(shelf, index), Told(shelf, index)
        try:
            for done in Writing(index, record, media, comments, self.options, self.means).texts(sources):
                told.add(done)
                self._keep(done, record)
        finally:  # whatever stops it, what is written is remembered as ours
            self._remember(record)
        self._copy(media)
        moved = self._redirects(index)
        if not self.options.dry_run:
            self._review(Done(told, reading, comments, media.missing, moved, self.means.file_slug_of), shelf)
        self._sum_up(reading, comments, media)
        is_lost = any(is_loss(trouble) for trouble in reading.troubles)
        return WRONG if is_lost or self.fates[Fate.EDITED] else FINE

    def _media(self, sources: Sequence[Path], shelf: Shelf) -> Media:
        folders = (source for source in sources if source.is_dir())  # Takeout has the pictures beside the posts
        fetch = fetcher(self.root / ".cache" / "import", _complain) if self.options.fetch else None
        return Media((*self.options.media, *folders), fetch, shelf)

    def _keep(self, done: Written, record: records.Record) -> None:
        """Write what is new or was ours and has changed; nothing else. The text itself is not kept."""
        self.left[done.why] += bool(done.why)
        if done.known is None or done.fate is None:
            return
        self.fates[done.fate] += 1
        if done.fate is Fate.EDITED:
            self._show_conflict(done)
        if self.options.dry_run or done.fate in {Fate.EDITED, Fate.REMOVED}:
            return
        if done.fate is not Fate.SAME:
            records.replace_file(self.options.into / done.known.path, done.text)
        record.note(done.known.path, done.text)

    def _remember(self, record: records.Record) -> None:
        if not self.options.dry_run:
            records.write_record(self.review, record)

    def _show_conflict(self, done: Written) -> None:
        path = self.options.into / (done.known.path if done.known else "")
        mine = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        theirs = done.text.decode().splitlines(keepends=True)
        sys.stdout.writelines(difflib.unified_diff(mine, theirs, f"{self._shown(path)} (yours, stays)", f"{self._shown(path)} (imported)"))

    def _copy(self, media: Media) -> None:
        if not self.options.dry_run:
            for place, file in media.copies.items():
                target = self.options.into / place
                if not target.exists():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, target)

    def _redirects(self, index: Index) -> dict[str, str]:
        """Addresses that belong to no text, all of them; those that are not yet in `site.toml` go there."""
        path = self.root / "site.toml"
        found = redirects(index.public(), self.means.slug_of, [blog.system for blog in index.blogs])
        if path.is_file() and self.options.into == self.root / "content" and not self.options.dry_run:
            toml = path.read_text(encoding="utf-8")
            new = {origin: target for origin, target in found.items() if quoted(origin) not in toml}
            if new:
                records.replace_file(path, with_redirects(toml, new).encode())
        return found

    def _review(self, done: Done, shelf: Shelf) -> None:
        """What an earlier import left there and this one does not, goes; but for the record."""
        written: Table[str, None] = shelf.table("written")
        written[records.FILE] = None
        for path, pieces in review_files(done):
            records.write_file(self.review / path, pieces)
            written[path] = None
        for old in [path for path in below(self.review) if path.relative_to(self.review).as_posix() not in written]:
            old.unlink()

    def _sum_up(self, reading: Reading, comments: Comments, media: Media) -> None:
        for trouble in reading.troubles:
            _complain(f"{trouble.place.file}{f':{trouble.place.line}' if trouble.place.line else ''}: {trouble.what}. {trouble.fix}.")
        read = ", ".join(f"{number} {_word(kind, number)}" for kind, number in sorted(reading.counts.items()))
        _say(f"Read: {read or 'nothing'}.")
        fates = ", ".join(f"{self.fates[fate]} {word}" for fate, word in WORDS.items() if self.fates[fate])
        reasons = "".join(f", {number} left out: {why}" for why, number in sorted(self.left.items()) if number)
        _say(f"Texts: {fates or 'none'}{reasons}. Pictures and files: {len(media.copies)} found, {len(media.missing)} missing.")
        if comments.kept or comments.spam:
            _say(f"Comments: {comments.kept} kept for review, {comments.spam} taken for spam and kept apart.")
        if self.options.dry_run:
            _say("Nothing has been written, since this was a dry run.")
        else:
            _say(f"What was kept, changed and left out, text by text: {self._shown(self.review / 'index.html')}")

    def _shown(self, path: Path) -> Path:
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path


def _word(kind: Kind, number: int) -> str:
    return kind.value if number == 1 or kind is Kind.MEDIA else f"{kind.value}s"


def import_posts(root: Path, sources: Sequence[Path], options: Options, means: Means) -> int:
    """Bring the texts of all sources into `options.into`, and write the review beside it; return the exit code.

    1: something could not be read, or an author's edits stood in the way; everything else has been done. RecordError if the record of
    earlier imports is damaged.
    """
    missing = [path for path in (*sources, *options.media) if not path.exists()]
    for path in missing:
        _complain(f"There is no {path}. Name the file or folder that you exported or saved.")
    if missing or not sources:
        _complain(f"Call it as in: {means.call} blog.xml saved-pages/ --media uploads/")
        return USAGE
    return Import(root, options, means).run(sources)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
