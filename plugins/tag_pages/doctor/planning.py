"""From the names in a call to the tags that become one, or to the reason why they cannot."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ..names import name_key, shown
from .calls import call
from .changes import Union, changes_for
from .model import TAG_FILES, USAGE, Plan, RefusedError, Tag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .catalogue import Catalogue
    from .model import Means
    from .reading import Site

_LONGEST_SLUG = 200  # bytes; with the ending of a feed's name it stays below what file systems take (255)


def plan_rename(site: Site, known: Catalogue, means: Means, old: str, new: str) -> Plan:
    """RefusedError if there is no such tag, or the new name cannot be taken."""
    tag, name = _existing(known, old), _checked(new)
    other = known.named(name)
    if other and other is not tag:
        alias = "" if name_key(other.name) == name_key(name) else f", as an alias of '{other.name}'"
        merge = call(means, "merge", tag.name, other.name)
        raise RefusedError(f"The tag '{name}' is there already{_at(other)}{alias}. To make one tag of the two: {merge}")
    slug = tag.slug if name_key(tag.name) == name_key(name) and (tag.file or means.slug_of(name) == tag.slug) else means.slug_of(name)
    union = Union((tag,), name, slug, tag.file)
    _check_slug(site.root, known, means, union)
    return changes_for(site, union, means.slug_of)


def plan_merge(site: Site, known: Catalogue, means: Means, names: Sequence[str]) -> Plan:
    """The last of the names is that of the tag, there or new, that takes the others in. RefusedError as in `plan_rename`."""
    *merged, into = names
    sources = tuple(dict.fromkeys(_existing(known, name) for name in merged))
    target = known.found(into)
    if target in sources:
        raise RefusedError(_itself(target, into, sources, means), code=USAGE)
    if target:
        union = Union(sources, target.name, target.slug, target.file, target)
    else:
        name = _checked(into)
        slug = means.slug_of(name)
        union = Union(sources, name, slug, next((tag.file for tag in sources if tag.file and tag.file.stem == slug), None))
    _check_slug(site.root, known, means, union)
    return changes_for(site, union, means.slug_of)


def _itself(target: Tag, into: str, sources: Sequence[Tag], means: Means) -> str:
    others = [tag.name for tag in sources if tag is not target]
    if name_key(target.name) == name_key(into) or not others:
        told = f"'{into}' is the tag '{target.name}' itself; it cannot be merged into itself."
        return f"{told} Name other tags first: {call(means, 'merge', *(others or ['OTHER']), target.name)}"
    return f"'{into}' is another name of '{target.name}'. Give '{target.name}' this name first: {call(means, 'rename', target.name, into)}"


def _existing(known: Catalogue, name: str) -> Tag:
    if tag := known.found(name):
        return tag
    near = known.nearest(name)
    told = f"Did you mean '{near}'?" if near else "Without a name, 'tags' lists them all."
    raise RefusedError(f"There is no tag '{name}'. {told}")


def _checked(name: str) -> str:
    """The name as it is written. RefusedError if Pelican could not read it back."""
    shape = next((letter for letter in name if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}), "")
    if shape:
        raise RefusedError(f"The name {name!r} has a character in it that no line can hold ({shape!a}). Leave it out.")
    if ";" in name:
        raise RefusedError(f"The name '{name}' has a semicolon, which always separates tags. Write a comma or a dash in its place.")
    if not name_key(name):
        raise RefusedError("A tag without a name cannot be. Give it one.")
    return shown(name)


def _check_slug(root: Path, known: Catalogue, means: Means, union: Union) -> None:
    if union.into and union.into.file:
        return
    name, slug = union.name, union.slug
    if not slug:
        raise RefusedError(f"No address can be made of the name '{name}'. Take one with a letter or a digit.")
    if len(slug.encode()) > _LONGEST_SLUG:
        raise RefusedError(f"The name '{name[:40]}…' is too long for the name of a file. Take one of at most {_LONGEST_SLUG} letters.")
    if slug in means.forbidden:
        raise RefusedError(f"Windows cannot open a file of the name {slug}.md. Take another name than '{name}'.")
    for other in known.by_slug.get(slug, ()):
        if other not in union.tags:
            merge = call(means, "merge", *(tag.name for tag in union.sources), other.name)
            raise RefusedError(f"The address of '{name}', {slug}, is one of '{other.name}'{_at(other)}. To make one tag of them: {merge}")
    own = {tag.file.path for tag in union.tags if tag.file}
    path = f"{TAG_FILES}/{slug}.md"
    if path not in own and _is_there(root / path):
        raise RefusedError(
            f"{path}: this file is there already, and would be written over. Move it away, or take another name than '{name}'."
        )


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _at(tag: Tag) -> str:
    if tag.file:
        return f" ({tag.file.path}:{tag.file.front.line('title')})"
    use = tag.uses[0]
    return f" ({use.article.path}:{use.part.line})"
