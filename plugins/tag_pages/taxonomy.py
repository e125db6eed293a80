"""One object for each tag, category and author, whatever the spelling: what Pelican reads from articles is replaced in place.

Pelican makes an object for each name in each article. With one for all of them, what a plugin attaches is on every article, and no slug is
made twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import slugify

from .claims import Kind, unfit_slug, wrong_terms
from .front_matter import parse
from .model import Finding, Place
from .names import shown
from .vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pelican.contents import Article

    from .model import TagFile

TAG, CATEGORY, AUTHOR = Kind("tag", has_files=True), Kind("category"), Kind("author")
CLASSES: Mapping[str, Any] = {"tag": Tag, "category": Category, "author": Author}
FIELDS = {"tag": ("tags",), "category": ("category",), "author": ("authors", "author")}


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The objects by every spelling, and by slug; no object where no address can be made."""

    words: Vocabulary
    by_spelling: Mapping[str, Any]
    by_slug: Mapping[str, Any]
    places: Mapping[str, str]
    """By spelling the first file that has it, for the line of a mistake."""


def slug_maker(kind: Kind, settings: Mapping[str, Any]) -> Callable[[str], str]:
    """Makes slugs as Pelican does for this kind, but says nothing where there is none."""
    own = settings.get(f"{kind.word.upper()}_REGEX_SUBSTITUTIONS", settings.get("SLUG_REGEX_SUBSTITUTIONS", ()))
    case, unicode = bool(settings.get("SLUGIFY_PRESERVE_CASE")), bool(settings.get("SLUGIFY_USE_UNICODE"))
    return lambda name: str(slugify(name, regex_subs=own, preserve_case=case, use_unicode=unicode))


def taxonomy(kind: Kind, articles: Iterable[Article], settings: Any, files: Iterable[TagFile] = ()) -> tuple[Taxonomy, list[Finding]]:
    """The taxonomy of one kind, and which names are wrong."""
    spellings: Counter[str] = Counter()
    places: dict[str, str] = {}
    for article in articles:
        path = str(article.source_path or "")
        for named in _named(kind, article):
            spellings[named.name] += 1
            places[shown(named.name)] = min(places.get(shown(named.name), path), path)
    slug_of = slug_maker(kind, settings)
    words = vocabulary(spellings, files, slug_of)
    by_slug: dict[str, Any] = {}
    for term in words.terms():
        if not unfit_slug(term.slug) and term.slug not in by_slug:
            by_slug[term.slug] = _wrapper(kind, term.name, term.slug, settings)
    by_spelling = {name: by_slug.get(words.term(name).slug) for name in spellings}
    found = Taxonomy(words, by_spelling, by_slug, places)
    return found, list(wrong_terms(words, kind, lambda name: place_of(kind, name, places), slug_of))


def _wrapper(kind: Kind, name: str, slug: str, settings: Any) -> Any:
    made = CLASSES[kind.word](name, settings)
    made.slug = slug
    return made


def _named(kind: Kind, article: Article) -> Sequence[Any]:
    if kind == CATEGORY:
        return [article.category] if hasattr(article, "category") else []
    return getattr(article, FIELDS[kind.word][0], None) or []


def place_of(kind: Kind, name: str, places: Mapping[str, str]) -> Place:
    """File and line of a spelling; the file is read again only for that."""
    path = places[name]
    front = parse(Path(path).read_bytes()) if path and Path(path).is_file() else None
    parts = [part for field in FIELDS[kind.word] for part in front.parts(field)] if front else []
    whole = [Place(path, front.line(field)) for field in FIELDS[kind.word] if front and shown(front.text(field)) == name]
    found = [Place(path, part.line) for part in parts if shown(part.text) == name]
    return next(iter((*whole, *found)), Place(path))


def replace_tags(articles: Iterable[Article], tags: Taxonomy) -> None:
    """In place, since the list is among the metadata as well; a tag that an article has under two names stands there once."""
    for article in articles:
        if getattr(article, "tags", None):
            article.tags[:] = _canonical(article.tags, tags)


def replace_categories(articles: Iterable[Article], categories: Taxonomy, settings: Any) -> None:
    """An article whose category has no address belongs to none, for which Pelican has DEFAULT_CATEGORY."""
    none = _wrapper(CATEGORY, settings["DEFAULT_CATEGORY"], slug_maker(CATEGORY, settings)(settings["DEFAULT_CATEGORY"]), settings)
    for article in articles:
        if hasattr(article, "category"):
            article.category = categories.by_spelling.get(article.category.name) or none
            article.metadata["category"] = article.category


def replace_authors(articles: Iterable[Article], authors: Taxonomy) -> None:
    for article in articles:
        if getattr(article, "authors", None):
            article.authors[:] = _canonical(article.authors, authors)
            article.author = article.authors[0] if article.authors else article.author


def _canonical(wrappers: Iterable[Any], found: Taxonomy) -> list[Any]:
    made = (found.by_spelling.get(wrapper.name) for wrapper in wrappers)
    return list({wrapper.slug: wrapper for wrapper in made if wrapper}.values())
