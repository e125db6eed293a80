"""The articles of a site as files: found, read, and looked at as far as one file tells."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from .front_matter import LINE_END, parse
from .model import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_IGNORED = (".*", "*~", "#*#", "LICENSE*", "README*")  # as IGNORE_FILES of pelicanconf.py, as far as it concerns .md files and folders


@dataclass(frozen=True, slots=True)
class Found:
    """All articles that can be read, by path; what stands in the way of reading; and how many files there are."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    number: int


def find_articles(root: Path) -> Found:
    """Read every article below `root/content/articles`; nothing is raised for a file or folder that cannot be read."""
    articles: list[Article] = []
    problems: list[Problem] = []
    paths = sorted(_files(root, problems), key=lambda path: path.relative_to(root).as_posix())
    for path in paths:
        try:
            articles.append(_read(path, root))
        except OSError as error:
            problems.append(_unreadable(path, root, error))
    return Found(tuple(articles), tuple(problems), len(paths))


def _read(path: Path, root: Path) -> Article:
    data, changed, shown = path.read_bytes(), path.stat().st_mtime_ns, path.relative_to(root)
    file = path.resolve()
    return Article(shown.as_posix(), data, parse(data), changed, file, is_link=file != root.resolve() / shown)


def _unreadable(path: Path, root: Path, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    return Problem(path.relative_to(root).as_posix(), 0, f"it cannot be read ({reason})", "Allow reading it, or remove it")


def _files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Links to folders are followed, as Pelican does, but each folder is entered once."""
    entered: set[Path] = set()

    def complain(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            problems.append(_unreadable(Path(error.filename), root, error))

    for folder, folders, names in os.walk(root / "content" / "articles", onerror=complain, followlinks=True):
        here = Path(folder)
        entered.add(here.resolve())
        folders[:] = [name for name in sorted(folders) if not _is_ignored(name) and (here / name).resolve() not in entered]
        yield from (here / name for name in names if name.endswith(".md") and not _is_ignored(name))


def _is_ignored(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in _IGNORED)


def problem_of(article: Article) -> Problem | None:
    """What keeps this file from having an Id; None if nothing does."""
    if (line := _line_that_is_not_utf8(article.data)) is not None:
        return Problem(article.path, line, "the file is not UTF-8, so it is left as it is", "Save it with the encoding UTF-8")
    if article.head.is_yaml and not article.head.first("id"):
        fix = "Add a line such as Id: 7KQ2MX behind the first ---, or write the fields without --- and brackets"
        return Problem(article.path, 1, "the fields are in YAML, where no Id is looked for or added", fix)
    if article.head.last is None:
        fix = "Begin it with a line such as 'Title: What I learned', then an empty line"
        return Problem(article.path, 1, "the file has no front matter, so there is no place for an Id", fix)
    lines = [str(value.line) for value in article.head.values("id")]
    if len(lines) > 1:
        fix = "Keep one, on one line; if one has been published, that one"
        return Problem(article.path, int(lines[0]), f"Id has more than one value, on the lines {' and '.join(lines)}", fix)
    return None


def _line_that_is_not_utf8(data: bytes) -> int | None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return len(LINE_END.findall(data, 0, error.start)) + 1
    return None
