"""From files to tags: which spellings are one tag, what it is called, and who uses it.

A file claims its Title, its Aliases and its own name, in this order; any other name is a tag by itself. Capitals, accents and blanks make
no difference (`name_key`). A tag without a file bears the spelling that stands in most articles; of two that are used alike, the one that
sorts first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..names import name_key, shown
from .model import Source, Tag, Use

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from .model import Means
    from .reading import Site


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tags by name, and by the key of every name that leads to them."""

    tags: tuple[Tag, ...]
    by_key: Mapping[str, Tag] = field(repr=False)
    by_slug: Mapping[str, tuple[Tag, ...]] = field(repr=False)
    """By the last part of each address at which a tag is or was."""

    def named(self, name: str) -> Tag | None:
        """The tag with this name, in any spelling, or alias."""
        return self.by_key.get(name_key(name))

    def found(self, text: str) -> Tag | None:
        """The same, or the tag with this slug if there is only one."""
        at_slug = self.by_slug.get(text, ())
        return self.named(text) or (at_slug[0] if len(at_slug) == 1 else None)

    def nearest(self, text: str) -> str:
        """The name that looks most like this one; empty if none does."""
        keys = {name_key(tag.name): tag.name for tag in self.tags}
        near = process.extractOne(name_key(text), keys.keys(), scorer=OSA.normalized_similarity, score_cutoff=0.6)
        return keys[near[0]] if near else ""


def name_of(file: Source) -> str:
    return shown(file.front.text("title")) or shown(file.stem)


def aliases_of(file: Source) -> tuple[str, ...]:
    return tuple(shown(part.text) for part in file.front.parts("aliases"))


def catalogue(site: Site, means: Means) -> Catalogue:
    """The tags of a site."""
    published = {article for article in site.articles if is_published(article, means)}
    owners = _owners(site.tag_files)
    uses: dict[str, list[Use]] = defaultdict(list)
    for article in site.articles:
        for part in article.front.parts("tags"):
            key = name_key(part.text)
            uses[owners[key].path if key in owners else key].append(Use(article, part))
    with_file = {file.path: _tag(file, uses.pop(file.path, []), published, means.slug_of) for file in site.tag_files}
    without = {key: _tag(None, used, published, means.slug_of) for key, used in uses.items()}
    by_key = {key: with_file[file.path] for key, file in owners.items()} | without
    tags = tuple(sorted((*with_file.values(), *without.values()), key=lambda tag: (name_key(tag.name), tag.name, tag.slug)))
    return Catalogue(tags, by_key, _by_slug(tags, means.slug_of))


def _owners(files: Iterable[Source]) -> dict[str, Source]:
    """By the key of each name that a file claims the file that has it; of two with the same right, the first by path."""
    owners: dict[str, Source] = {}
    for names in (lambda file: (name_of(file),), aliases_of, lambda file: (file.stem,)):
        for file in files:
            for name in names(file):
                owners.setdefault(name_key(name), file)
    return owners


def is_published(article: Source, means: Means) -> bool:
    """Neither a draft nor hidden, and its date, if that can be read, has come."""
    if article.front.text("status").lower() not in {"", "published"}:
        return False
    try:
        date = means.read_date(article.front.text("date").replace("_", " "))
        return (date if date.tzinfo else date.replace(tzinfo=means.now.tzinfo)) <= means.now
    except (ValueError, OverflowError):
        return True


def _tag(file: Source | None, uses: list[Use], published: Container[Source], slug_of: Callable[[str], str]) -> Tag:
    out = {_address(use.article, slug_of) for use in uses if use.article in published}
    waiting = {_address(use.article, slug_of) for use in uses} - out
    if file:
        return Tag(name_of(file), file.stem, file, aliases_of(file), tuple(uses), len(out), len(waiting))
    name = _most_used(uses)
    return Tag(name, slug_of(name), None, (), tuple(uses), len(out), len(waiting))


def _address(article: Source, slug_of: Callable[[str], str]) -> str:
    return article.front.text("slug") or slug_of(article.stem)


def _most_used(uses: Iterable[Use]) -> str:
    counts = Counter(shown(use.part.text) for use in uses)
    return min(counts, key=lambda name: (-counts[name], name))


def _by_slug(tags: Iterable[Tag], slug_of: Callable[[str], str]) -> dict[str, tuple[Tag, ...]]:
    by_slug: dict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        for slug in dict.fromkeys((tag.slug, *map(slug_of, tag.aliases))):
            by_slug[slug].append(tag)
    return {slug: tuple(found) for slug, found in by_slug.items() if slug}
