"""Pelican's signals, translated to calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.contents import Article, Content, Page
from pelican.readers import DUPLICATES_DEFINITIONS_ALLOWED

from .attach import attach_article, attach_neighbours, attach_related, attach_series, attach_text, by_language, check_body, cover_source
from .config import CONFIG_KEY, ReadingConfig, reading_config
from .markup import NAME as MARKUP_NAME
from .no_category import Category
from .report import report
from .series_pages import SeriesGenerator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pelican import Pelican
    from pelican.generators import ArticlesGenerator, Generator, PagesGenerator


def read_settings(pelican: Pelican) -> None:
    """Keep the configuration among the settings and add our Markdown extension; raises ReadingConfigError."""
    config = reading_config(pelican.settings)
    pelican.settings[CONFIG_KEY] = config
    DUPLICATES_DEFINITIONS_ALLOWED.update(tags=True, authors=True)  # else Pelican takes the first member of a list in YAML
    markdown = pelican.settings["MARKDOWN"]
    configs = markdown.get("extension_configs", {})
    ours = {"language": config.language, "reserved_ids": config.reserved_ids} | configs.get(MARKUP_NAME, {})
    pelican.settings["MARKDOWN"] = markdown | {"extension_configs": configs | {MARKUP_NAME: ours}}


def normalise_language(_generator: Generator, metadata: dict[str, Any]) -> None:
    """Language tags mean the same in either case (BCP 47, 2.1.1); Pelican writes the site's own in lower case and compares."""
    if isinstance(metadata.get("lang"), str):
        metadata["lang"] = metadata["lang"].strip().lower()


def check_text(content: Content) -> None:
    """Pelican sends this for files of other kinds, too."""
    if isinstance(content, (Article, Page)) and content.source_path:
        config = _config_of(content.settings)
        report(check_body(content, config), is_strict=config.strict)


def aid_articles(generator: ArticlesGenerator) -> None:
    """Attach everything to articles; the order of the generator's lists is the site's, and stays."""
    config = _config_of(generator.settings)
    hidden = (*generator.hidden_articles, *generator.hidden_translations)
    drafts = (*generator.drafts, *generator.drafts_translations)
    published, others = (*generator.articles, *generator.translations), (*hidden, *drafts)
    for article in (*published, *others):
        attach_article(article, config)
    _copy_covers(generator, (*published, *others), config)
    _attach_relations(generator, others, config)
    series, findings = attach_series(published, others, config)
    generator.context["series"] = series
    report(findings, is_strict=config.strict)
    _forget_default_category(generator, (*published, *others))


def aid_pages(generator: PagesGenerator) -> None:
    config = _config_of(generator.settings)
    published = (*generator.pages, *generator.translations, *generator.hidden_pages, *generator.hidden_translations)
    pages = (*published, *generator.draft_pages, *generator.draft_translations)
    for page in pages:
        attach_text(page, config)
    _copy_covers(generator, pages, config)


def series_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001  (Pelican gives it)
    return SeriesGenerator


def _config_of(settings: Any) -> ReadingConfig:
    config: ReadingConfig = settings[CONFIG_KEY]
    return config


def _attach_relations(generator: ArticlesGenerator, others: Sequence[Article], config: ReadingConfig) -> None:
    unlisted = by_language(others, ())
    listed = by_language(generator.articles, generator.translations, generator.settings["ARTICLE_ORDER_BY"])
    for lang in listed.keys() | unlisted.keys():
        attach_neighbours(listed.get(lang, []))
        attach_related(listed.get(lang, []), unlisted.get(lang, []), config)


def _copy_covers(generator: Generator, contents: Iterable[Article | Page], config: ReadingConfig) -> None:
    generator.context["static_links"].update(path for content in contents if (path := cover_source(content, config)))


def _forget_default_category(generator: ArticlesGenerator, articles: Iterable[Article]) -> None:
    """Take the category that stands for "none" out of lists, pages and feeds, in new lists, and make it false on articles."""
    name = generator.settings.get("DEFAULT_CATEGORY")
    if not name:
        return
    none = Category(name, generator.settings)
    generator.categories = [pair for pair in generator.categories if pair[0].slug != none.slug]
    generator.context["categories"] = generator.categories
    for article in articles:
        if hasattr(article, "category") and article.category.slug == none.slug:
            article.category = none
