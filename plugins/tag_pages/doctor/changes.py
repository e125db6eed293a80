"""The changes in articles and files that make one tag of several, or give one another name. Nothing is read or written here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..front_matter import parse
from ..names import name_key
from .edits import Member, with_list
from .model import TAG_FILES, FileChange, Plan, RefusedError, Source, Tag
from .reading import not_utf8
from .tag_files import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from pathlib import Path

    from .reading import Site


@dataclass(frozen=True, slots=True)
class Union:
    """Tags that become one: `name` and `slug` are its own, `base` is the file that it goes on to have, if any."""

    sources: tuple[Tag, ...]
    name: str
    slug: str
    base: Source | None
    into: Tag | None = None
    """The tag that takes the others in, if it is there already."""

    @property
    def tags(self) -> tuple[Tag, ...]:
        return (*self.sources, self.into) if self.into else self.sources


def changes_for(site: Site, union: Union, slug_of: Callable[[str], str]) -> Plan:
    """What makes one tag of them. RefusedError if a file that is concerned cannot be read."""
    _check_readable(site, union)
    articles = list(_articles(union))
    if not articles and _is_done(union):
        return Plan(())
    file = joined(union.sources, union.name, union.slug, union.base, slug_of)
    kept = [] if not file.data else [_kept(site.root, union, file.data)]
    gone = [FileChange(tag.file.path, tag.file.place, tag.file.data, None) for tag in union.tags if tag.file and _goes(tag.file, union)]
    changes = sorted((*articles, *filter(None, kept), *gone), key=lambda change: change.path)
    return Plan(tuple(changes), file.notes)


def _check_readable(site: Site, union: Union) -> None:
    """A change is not begun if a file that it concerns, or may concern, cannot be read."""
    concerned = [*(use.article for tag in union.tags for use in tag.uses), *(tag.file for tag in union.tags if tag.file)]
    broken = {problem.path: problem for source in concerned if (problem := not_utf8(source))}
    problems = sorted((*site.problems, *broken.values()), key=lambda problem: (problem.path, problem.line))
    if problems:
        raise RefusedError(*problems, "Nothing has been changed.")


def _articles(union: Union) -> Iterator[FileChange]:
    own = {name_key(name) for tag in union.sources for name in (tag.name, *([tag.file.stem] if tag.file else []))}
    articles = {use.article.path: use.article for tag in union.sources for use in tag.uses}
    alike = own | {name_key(name) for tag in union.tags for name in (tag.name, *tag.aliases, *([tag.file.stem] if tag.file else []))}
    alike.add(name_key(union.name))
    for article in articles.values():
        data = changed(article.data, own, alike, union.name)
        if data != article.data:
            yield FileChange(article.path, article.file, article.data, data)


def changed(data: bytes, own: Container[str], alike: Container[str], name: str) -> bytes:
    """The article with `name` in place of the first of its tags that are `alike`, by key, and the others of them taken out.

    As it was if none has a key in `own` and another spelling than `name`.
    """
    parts = parse(data).parts("tags")
    if not any(name_key(part.text) in own and part.text != name for part in parts):
        return data
    members, is_there = [], False
    for part in parts:
        if name_key(part.text) not in alike:
            members.append(Member(part.text, part))
        elif not is_there:
            members.append(Member(name, part))
            is_there = True
    return with_list(data, "tags", members)


def _is_done(union: Union) -> bool:
    """Whether a rename has nothing left to do: the tag has this name, and its file, if it has one, this place."""
    (tag, *others) = union.sources
    return not others and not union.into and tag.name == union.name and tag.slug == union.slug


def _goes(file: Source, union: Union) -> bool:
    return file.path != _path(union)


def _path(union: Union) -> str:
    """Where the file of the union lies: a base keeps its place if that is its address."""
    return union.base.path if union.base and union.base.stem == union.slug else f"{TAG_FILES}/{union.slug}.md"


def _kept(root: Path, union: Union, data: bytes) -> FileChange | None:
    path = _path(union)
    if union.base and union.base.path == path:
        return FileChange(path, union.base.file, union.base.data, data) if data != union.base.data else None
    return FileChange(path, root / path, None, data)
