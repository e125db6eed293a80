"""The articles and the tags' files of a site: found and read, without stopping at one that cannot be."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from ..front_matter import parse
from .model import TAG_FILES, Finding, Source

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_IGNORED = (".*", "*~", "#*#", "LICENSE*", "README*")  # as IGNORE_FILES of pelicanconf.py, as far as it concerns .md files and folders


@dataclass(frozen=True, slots=True)
class Site:
    """All that could be read, by path, each file once; and what stands in the way of reading the rest."""

    root: Path
    articles: tuple[Source, ...]
    tag_files: tuple[Source, ...]
    others: tuple[Source, ...]
    """Pages, cards and whatever else may link to a tag's file."""
    problems: tuple[Finding, ...]

    @property
    def texts(self) -> tuple[Source, ...]:
        return (*self.articles, *self.tag_files, *self.others)


def read_site(root: Path) -> Site:
    """Read every article below `content/articles`, the files in `content/tags`, and the other texts of the content folder."""
    problems: list[Finding] = []
    articles = _read(root, _texts(root / "content" / "articles", root, problems), problems)
    tag_files = _read(root, _tag_files(root), problems)
    problems += (_in_yaml(source) for source in (*articles, *tag_files) if source.front.is_yaml)
    known = {source.file for source in (*articles, *tag_files)}
    others = _read(root, _texts(root / "content", root, problems, without=("articles", "tags")), problems)
    return Site(root, articles, tag_files, tuple(source for source in others if source.file not in known), tuple(problems))


def not_utf8(source: Source) -> Finding | None:
    if line := source.front.utf8_error_line:
        return Finding("tag-encoding", source.path, line, "the file is not UTF-8", "Save it with the encoding UTF-8", "error")
    return None


def _in_yaml(source: Source) -> Finding:
    what = "its fields are in YAML, in which tags are not found or changed here"
    return Finding("tag-yaml", source.path, 1, what, "Write them without ---, a name, a colon and a text on each line", "error")


def _read(root: Path, paths: Iterator[Path], problems: list[Finding]) -> tuple[Source, ...]:
    sources: dict[Path, Source] = {}
    real = root.resolve()
    by_truth = sorted(paths, key=lambda path: (path.resolve() != real / path.relative_to(root), path.relative_to(root).as_posix()))
    for path in by_truth:  # a file before the links to it
        try:
            source = Source(path.relative_to(root).as_posix(), path, path.resolve(), parse(path.read_bytes()))
            sources.setdefault(source.file, source)
        except OSError as error:
            problems.append(_unreadable(path, root, error))
    return tuple(sorted(sources.values(), key=lambda source: source.path))


def _unreadable(path: Path, root: Path, error: OSError) -> Finding:
    reason = error.strerror or str(error)
    place = path.relative_to(root).as_posix()
    return Finding("tag-unreadable", place, 0, f"it cannot be read ({reason})", "Allow reading it, or remove it", "error")


def _texts(start: Path, root: Path, problems: list[Finding], *, without: Container[str] = ()) -> Iterator[Path]:
    """The `.md` files below `start`, but for some of its folders. Links to folders are followed, but each folder is entered once."""
    entered: set[Path] = set()

    def complain(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            problems.append(_unreadable(Path(error.filename), root, error))

    for folder, folders, names in os.walk(start, onerror=complain, followlinks=True):
        here = Path(folder)
        entered.add(here.resolve())
        left_out = without if here == start else ()
        wanted = [name for name in sorted(folders) if not _is_ignored(name) and name not in left_out]
        folders[:] = [name for name in wanted if (here / name).resolve() not in entered]
        yield from (here / name for name in names if name.endswith(".md") and not _is_ignored(name))


def _tag_files(root: Path) -> Iterator[Path]:
    return (path for path in (root / TAG_FILES).glob("*.md") if not _is_ignored(path.name) and not path.is_dir())


def _is_ignored(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in _IGNORED)
