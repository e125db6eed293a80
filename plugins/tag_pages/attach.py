"""From tags and their files to `tag.info`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.contents import Page
from pelican.urlwrappers import Tag

from .claims import unknown
from .model import Alias, Finding, Place, RelatedTag, TagInfo
from .names import name_key
from .related import related_slugs
from .taxonomy import TAG, Taxonomy, place_of, slug_maker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pelican.contents import Article
    from pelican.generators import ArticlesGenerator

    from .config import TagPagesConfig
    from .model import TagFile
    from .pinned import Shelf


def attach_infos(tags: Taxonomy, generator: ArticlesGenerator) -> None:
    """What the files say; counts and neighbours follow when all articles have been sorted."""
    files = {term.slug: term.file for term in tags.words.terms() if term.file}
    for slug, tag in tags.by_slug.items():
        file = files.get(slug)
        tag.info = _info(tag, file, tags, generator) if file else TagInfo(tag.name, tag.slug)


def _info(tag: Tag, file: TagFile, tags: Taxonomy, generator: ArticlesGenerator) -> TagInfo:
    return TagInfo(
        name=tag.name,
        slug=tag.slug,
        source_path=file.path,
        aliases=tuple(_aliases(tag, file, tags, generator.settings)),
        redirect_from=file.redirect_from,
        summary=file.summary,
        image=file.image,
        cta=file.cta,
        ask=file.ask,
        is_hidden=file.is_hidden,
        text=_text(tag, file, generator) if file.is_readable else None,
    )


def _aliases(tag: Tag, file: TagFile, tags: Taxonomy, settings: Any) -> Iterator[Alias]:
    """Aliases with an address of their own at which no tag is now, each address once."""
    slug_of, seen = slug_maker(TAG, settings), {tag.slug}
    for named in file.aliases:
        slug = slug_of(named.name)
        if slug and slug not in seen and slug not in tags.by_slug and tags.words.term(named.name).file == file:
            seen.add(slug)
            old = Tag(named.name, settings)
            old.slug = slug
            yield Alias(named.name, slug, old.url, old.save_as)


def _text(tag: Tag, file: TagFile, generator: ArticlesGenerator) -> Page:
    """The file as a page, so that Markdown, links and other plugins do with it what they do with texts; its address is the tag's."""
    path = Path(file.path).relative_to(generator.path)
    page: Page = generator.readers.read_file(generator.path, path.as_posix(), content_class=Page, context=generator.context)
    page.override_url, page.override_save_as = tag.url, tag.save_as
    return page


def complete_infos(tags: Taxonomy, generator: ArticlesGenerator, shelf: Shelf, config: TagPagesConfig) -> list[Finding]:
    """Counts, thin tags, related tags and pinned articles; returns what is wrong with those that are pinned."""
    by_slug = {tag.slug: tag for tag in generator.tags}
    near = related_slugs(_tags_of(generator.articles), most=config.related, support=config.support)
    files = {term.slug: term.file for term in tags.words.terms() if term.file}
    shelved = {slug: shelf.pinned(file) for slug, file in files.items()}
    findings = [finding for _, wrong in shelved.values() for finding in wrong]
    for slug, tag in by_slug.items():
        count, file = len(generator.tags[tag]), files.get(slug)
        pinned, _ = shelved.get(slug, ((), []))
        is_thin = count < config.thin and not (file and file.has_introduction)
        tag.info = replace(tag.info, count=count, is_thin=is_thin, pinned=pinned)
    for slug, tag in by_slug.items():  # when it is known which of them are hidden
        shown = ((by_slug[found.slug], found.together) for found in near.get(slug, ()))
        tag.info = replace(tag.info, related=tuple(RelatedTag(other, together) for other, together in shown if not other.info.is_hidden))
    return [*findings, *_without_page(files, by_slug)]


def attach_topics(articles: Iterable[Article]) -> None:
    """On each article as `topics` those of its tags that a reader is to see: with a page, and not hidden."""
    for article in articles:
        article.topics = tuple(tag for tag in getattr(article, "tags", ()) if tag.info.has_page and not tag.info.is_hidden)


def _tags_of(articles: Iterable[Article]) -> list[list[str]]:
    return [[tag.slug for tag in getattr(article, "tags", ())] for article in articles]


def _without_page(files: Mapping[str, TagFile], by_slug: Mapping[str, Tag]) -> Iterator[Finding]:
    """Old addresses that lead to a tag of no article."""
    for slug, file in files.items():
        if slug not in by_slug and (file.aliases or file.redirect_from):
            what = f"no published article has the tag '{file.name}', so it has no page, and its old addresses lead nowhere"
            yield Finding(Place(file.path, file.title_line), "tag-unused", what, "Give an article the tag, or merge it", is_advice=True)


def offer_text(tags: Iterable[Tag], generator: ArticlesGenerator) -> None:
    """Let texts link to the files of tags with a page, and have what the introductions show copied."""
    for tag in tags:
        if tag.info.text:
            generator.add_source_path(tag.info.text)
            generator.add_static_links(tag.info.text)
        if tag.info.image:
            generator.context["static_links"].add(tag.info.image)


def outside_vocabulary(tags: Taxonomy, files: Sequence[TagFile]) -> Iterator[Finding]:
    """The tags that no file knows."""
    known = [name for file in files for name in (file.name, *(alias.name for alias in file.aliases))]
    for term in tags.words.terms():
        if not term.file:
            yield unknown(term, place_of(TAG, tags.words.spellings[name_key(term.name)][0], tags.places), known)


def wrong_images(files: Iterable[TagFile], config: TagPagesConfig) -> Iterator[Finding]:
    for file in files:
        if file.image and not (config.content / file.image).is_file():
            fix = "Put it into the folder images and write images/NAME.png"
            yield Finding(Place(file.path, file.image_line), "tag-image", f"there is no picture '{file.image}'", fix)
