"""Pelican's signals, translated to calls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader
from pelican.paginator import PaginationRule
from pelican.readers import DUPLICATES_DEFINITIONS_ALLOWED
from pelican.settings import DEFAULT_CONFIG

from .attach import attach_infos, attach_topics, complete_infos, offer_text, outside_vocabulary, wrong_images
from .claims import wrong_files
from .config import CONFIG_KEY, TagPagesConfig, tag_pages_config
from .index import tag_index
from .pinned import Shelf
from .report import report
from .tag_files import read_tag_files
from .taxonomy import AUTHOR, CATEGORY, TAG, Taxonomy, replace_authors, replace_categories, replace_tags, slug_maker, taxonomy

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.contents import Article
    from pelican.generators import ArticlesGenerator, Generator

TEMPLATES = Path(__file__).parent / "templates"
TAXONOMY_KEY = "tag_pages_taxonomy"
"""Where the taxonomy of tags lies in the context between two signals."""

SEPARATED = (
    PaginationRule(1, "{name}{extension}", "{name}{extension}"),
    PaginationRule(2, "{name}/page/{number}{extension}", "{name}/page/{number}{extension}"),
)
"""Pelican's own pattern puts the number right behind the name: page 2 of `tag-1` is `tag-12`, which is another tag's page."""


def read_settings(pelican: Pelican) -> None:
    """Keep the configuration among the settings, and our folder from being read as articles or copied; raises TagPagesConfigError."""
    settings = pelican.settings
    config = tag_pages_config(settings)
    settings[CONFIG_KEY] = config
    for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES"):
        settings[name] = [*dict.fromkeys([*settings.get(name, ()), config.path])]
    DUPLICATES_DEFINITIONS_ALLOWED.update(tags=True, authors=True)  # else Pelican takes the first line of a list that has one member a line
    if _patterns(settings["PAGINATION_PATTERNS"]) == _patterns(DEFAULT_CONFIG["PAGINATION_PATTERNS"]):
        settings["PAGINATION_PATTERNS"] = list(SEPARATED)


def _patterns(rules: Any) -> list[tuple[Any, ...]]:
    return [tuple(rule) for rule in rules]


def prepare_generator(generator: Generator) -> None:
    """Our templates behind the theme's."""
    if isinstance(generator.env.loader, ChoiceLoader):
        generator.env.loader.loaders = [*generator.env.loader.loaders, FileSystemLoader(TEMPLATES)]


def name_everything(generator: ArticlesGenerator) -> None:
    """Before Pelican sorts articles by them: one object for each tag, category and author, and on tags what their files say."""
    config, settings, articles = _config_of(generator), generator.settings, _all(generator)
    files, findings = read_tag_files(config, slug_maker(TAG, settings))
    tags, wrong = taxonomy(TAG, articles, settings, files)
    findings += [*wrong_files(files), *wrong_images(files, config), *wrong]
    if config.vocabulary_is_closed:
        findings += outside_vocabulary(tags, files)
    categories, wrong_categories = taxonomy(CATEGORY, articles, settings)
    authors, wrong_authors = taxonomy(AUTHOR, articles, settings)
    attach_infos(tags, generator)
    replace_tags(articles, tags)
    replace_categories(articles, categories, settings)
    replace_authors(articles, authors)
    generator.context[TAXONOMY_KEY] = tags
    report([*findings, *wrong_categories, *wrong_authors], is_strict=config.strict)


def complete_tags(generator: ArticlesGenerator) -> None:
    """When articles have been sorted: what a tag has of them and of other tags, and the index of all tags."""
    config = _config_of(generator)
    tags: Taxonomy = generator.context[TAXONOMY_KEY]
    others = (*generator.hidden_articles, *generator.drafts, *generator.translations)
    findings = complete_infos(tags, generator, Shelf(generator.articles, others), config)
    attach_topics(_all(generator))
    offer_text(generator.tags, generator)
    generator.context["tag_index"] = tag_index(generator.tags)
    report(findings, is_strict=config.strict)


def _all(generator: ArticlesGenerator) -> tuple[Article, ...]:
    listed = (*generator.articles, *generator.translations, *generator.hidden_articles, *generator.hidden_translations)
    return (*listed, *generator.drafts, *generator.drafts_translations)


def _config_of(generator: Generator) -> TagPagesConfig:
    config: TagPagesConfig = generator.settings[CONFIG_KEY]
    return config
