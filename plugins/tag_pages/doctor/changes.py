"""The changes in articles and files that make one tag of several, or give one another name. Nothing is read or written here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..front_matter import parse
from ..names import name_key
from .edits import Member, with_list
from .links import relinked
from .model import TAG_FILES, FileChange, Plan, RefusedError, Source, Tag
from .reading import not_utf8
from .tag_files import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

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
    articles = _articles(union)
    if not articles and _is_done(union):
        return Plan(())
    file = joined(union.sources, union.name, union.slug, union.base, slug_of)
    gone = [tag.file for tag in union.tags if tag.file and tag.file.path != _path(union)]
    after = {**articles, **({_path(union): file.data} if file.data else {})}
    _follow(site, after, {_below_content(old.path): _below_content(_path(union)) for old in gone})
    changes = [*_written(site, after), *(FileChange(old.path, old.place, old.data, None) for old in gone)]
    return Plan(tuple(sorted(changes, key=lambda change: change.path)), file.notes)


def _follow(site: Site, after: dict[str, bytes], moved: Mapping[str, str]) -> None:
    """Links in all texts of the site follow files that move."""
    texts = {source.path: source.data for source in site.texts if _below_content(source.path) not in moved} | after
    if moved:
        after |= {path: data for path, old in texts.items() if (data := relinked(old, _below_content(path), moved)) != old}


def _written(site: Site, after: Mapping[str, bytes]) -> Iterator[FileChange]:
    sources = {source.path: source for source in site.texts}
    for path, data in after.items():
        source = sources.get(path)
        if source is None:
            yield FileChange(path, site.root / path, None, data)
        elif data != source.data:
            yield FileChange(path, source.file, source.data, data)


def _below_content(path: str) -> str:
    return path.removeprefix("content/")


def _check_readable(site: Site, union: Union) -> None:
    """A change is not begun if a file that it concerns, or may concern, cannot be read."""
    concerned = [*(use.article for tag in union.tags for use in tag.uses), *(tag.file for tag in union.tags if tag.file)]
    broken = {problem.path: problem for source in concerned if (problem := not_utf8(source))}
    problems = sorted((*site.problems, *broken.values()), key=lambda problem: (problem.path, problem.line))
    if problems:
        raise RefusedError(*problems, "Nothing has been changed.")


def _articles(union: Union) -> dict[str, bytes]:
    """What articles are to hold, by path."""
    own = {key for tag in union.sources for key in (name_key(tag.name), *(_keys(tag) - set(map(name_key, tag.aliases))))}
    alike = own.union([name_key(union.name)], *map(_keys, union.tags))
    articles = {use.article.path: use.article.data for tag in union.sources for use in tag.uses}
    written = {path: changed(data, own, alike, union.name) for path, data in articles.items()}
    return {path: data for path, data in written.items() if data != articles[path]}


def _keys(tag: Tag) -> set[str]:
    """Of the names under which articles have the tag; a name that two files claim belongs to one of them."""
    return {name_key(use.part.text) for use in tag.uses}


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


def _path(union: Union) -> str:
    """Where the file of the union lies: a base keeps its place if that is its address."""
    return union.base.path if union.base and union.base.stem == union.slug else f"{TAG_FILES}/{union.slug}.md"
