"""What a reply can belong to: the articles with their tags and kinds, the subjects of the invitations, the authors' own addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .fields import Fields, files_below, first, items, read_fields
from .subjects import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_ADDRESS = re.compile(r"[^\s,;<>]+@[^\s,;<>]+")


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its front matter has it; `path` is relative to the root, `kind` is that of its invitation (`none` if it has none)."""

    path: str
    title: str
    id: str
    slug: str
    tags: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Library:
    """All that is read from `content`; `subjects` are (kind, subject with {title}), `own` are the authors' addresses in lower case."""

    articles: tuple[Article, ...]
    subjects: tuple[tuple[str, str], ...]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Names:
    """What tags are called, and which kinds their files and the authors' files ask for; all by the key of a name."""

    tags: Mapping[str, str]
    tag_kinds: Mapping[str, str]
    author_kinds: Mapping[str, str]


def read_library(root: Path, default_kind: str) -> Library:
    """Read the front matter below `root/content`; `default_kind` is the site's. OSError if a file cannot be read."""
    content = root / "content"
    texts = [(path, read_fields(path)) for path in files_below(content / "articles")]
    authors = [(path, read_fields(path)) for path in files_below(content / "authors")]
    names = _names([(path, read_fields(path)) for path in files_below(content / "tags")], authors, (fields for _, fields in texts))
    articles = (_article(path.relative_to(root).as_posix(), fields, names, default_kind=default_kind) for path, fields in texts)
    known = tuple(article for article in articles if article.title)
    return Library(known, _subjects(content / "ctas"), _own_addresses([fields for _, fields in (*authors, *texts)]))


def _article(path: str, fields: Fields, names: _Names, *, default_kind: str) -> Article:
    keys = dict.fromkeys(key_of(tag) for tag in items(fields, "tags"))
    tags = tuple(dict.fromkeys(names.tags[key] for key in keys))
    author = key_of(next(iter(items(fields, "authors") or items(fields, "author")), ""))
    by_tag = next((names.tag_kinds[key_of(tag)] for tag in tags if key_of(tag) in names.tag_kinds), "")
    kind = first(fields, "cta") or by_tag or names.author_kinds.get(author, "") or default_kind
    slug = first(fields, "slug") or path.rpartition("/")[2].rpartition(".")[0]
    return Article(path, first(fields, "title"), first(fields, "id"), slug, tags, kind)


def _names(tags: list[tuple[Path, Fields]], authors: list[tuple[Path, Fields]], articles: Iterable[Fields]) -> _Names:
    """A tag is called what its file says, else what the first article says; an alias is the tag that claims it."""
    called: dict[str, str] = {}
    for path, fields in tags:
        title = first(fields, "title") or path.stem.replace("-", " ")
        for name in (title, path.stem, *items(fields, "aliases")):
            called.setdefault(key_of(name), title)
    for fields in articles:
        for tag in items(fields, "tags"):
            called.setdefault(key_of(tag), tag)
    tag_kinds = {key_of(called[key_of(path.stem)]): first(fields, "cta") for path, fields in tags if first(fields, "cta")}
    author_kinds = {key_of(first(fields, "name") or path.stem): first(fields, "cta") for path, fields in authors}
    return _Names(called, tag_kinds, author_kinds)


def _subjects(folder: Path) -> tuple[tuple[str, str], ...]:
    """(kind, subject) of every `KIND.md` and `KIND.LANG.md`."""
    found = ((path.name.partition(".")[0], first(read_fields(path), "subject")) for path in files_below(folder))
    return tuple((kind, subject) for kind, subject in found if subject)


def _own_addresses(texts: list[Fields]) -> frozenset[str]:
    values = (value for fields in texts for name in ("email", "formerly", "contact_email") for value in fields.get(name, ()))
    return frozenset(address.lower() for value in values for address in _ADDRESS.findall(value))
