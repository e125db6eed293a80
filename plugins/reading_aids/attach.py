"""From Pelican's articles to what the core needs of them, and its results back onto the articles."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from pelican.utils import order_content, slugify

from .html_rules import html_findings
from .image_files import Place
from .images import ImageTrouble, cover_of, with_sizes
from .lede import lede_of
from .model import Cover, Finding, Neighbours, Series
from .reading_time import length_of, minutes_of
from .related import Candidate, neighbours_of, related_of
from .series import Entry, Plan, plan_series
from .source import Source
from .toc import headings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pelican.contents import Article, Content, Page

    from .config import ReadingConfig

WORTH_SAYING = timedelta(days=7)
"""A correction within a week of publishing is no update that a reader wants to hear of."""


def check_body(content: Content, config: ReadingConfig) -> list[Finding]:
    """Complete the images of a text, attach its cover, and say what is wrong with its HTML and its images.

    Works on the text with its links as written: reading `content.content` here would freeze them (Pelican keeps the first result).
    """
    path, body = str(content.source_path), content._content or ""  # noqa: SLF001
    content.cover = None
    findings = html_findings(body, path)
    if "<img" not in body and not content.metadata.get("image"):
        return findings
    place = Place(content.relative_dir, content.url)
    content._content, troubles = with_sizes(body, place, config.folders)  # noqa: SLF001
    cover = cover_of(content.metadata.get("image"), place, config.folders)
    source = Source.read(path) if troubles or isinstance(cover, ImageTrouble) else Source("")
    if isinstance(cover, ImageTrouble):
        findings.append(_located(cover, path, source.line_of_field("image")))
    else:
        content.cover = cover
    return findings + [_located(trouble, path, _line_of(trouble, source)) for trouble in troubles]


def _located(trouble: ImageTrouble, path: str, line: int) -> Finding:
    return Finding(path, line, trouble.rule, trouble.what, trouble.fix)


def _line_of(trouble: ImageTrouble, source: Source) -> int:
    return source.line_of([trouble.needle], trouble.occurrence) or source.first_line_of_text


def cover_source(content: Article | Page, config: ReadingConfig) -> str | None:
    """The content path of a text's cover, which Pelican must copy although no text links to it."""
    cover = getattr(content, "cover", None)
    return config.folders.source_of(cover.path) if isinstance(cover, Cover) else None


def attach_text(content: Article | Page, config: ReadingConfig) -> int:
    """Attach `lede` and `toc`; returns the minutes that the text takes."""
    body = content._content or ""  # noqa: SLF001
    length = length_of(body)
    content.lede = lede_of(content.metadata.get("summary"), body, is_html="summary" in content.settings["FORMATTED_FIELDS"])
    content.toc = headings_of(body) if length.as_words >= config.toc_words else ()
    return minutes_of(length, config.words_per_minute)


def attach_article(article: Article, config: ReadingConfig) -> None:
    """Attach what an article has of itself; what it has of others follows."""
    article.reading_time = attach_text(article, config)
    modified = getattr(article, "modified", None)
    article.updated = modified if modified and modified - article.date > WORTH_SAYING else None
    article.neighbours = Neighbours()
    article.related = ()
    article.series = None


def attach_neighbours(ordered: Sequence[Article]) -> None:
    """`ordered` are the published articles of one language, in the site's order."""
    for article, neighbours in zip(ordered, neighbours_of(ordered), strict=True):
        article.neighbours = neighbours


def attach_related(published: Sequence[Article], others: Sequence[Article], config: ReadingConfig) -> None:
    """Articles of one language."""
    articles = (*published, *others)
    candidates = [_candidate(article, is_published=at < len(published)) for at, article in enumerate(articles)]
    found = related_of(candidates, count=config.related, window=config.related_window)
    for article, related in zip(articles, found, strict=True):
        article.related = related


def _candidate(article: Article, *, is_published: bool) -> Candidate:
    tags = {tag.slug for tag in getattr(article, "tags", [])}
    return Candidate(article, article.date, article.slug, tuple(sorted(tags)), is_published)


def attach_series(
    published: Sequence[Article], others: Sequence[Article], config: ReadingConfig
) -> tuple[tuple[Series, ...], list[Finding]]:
    """Attach places in series; returns all series and what is wrong with the parts."""
    members = [article for article in (*published, *others) if _text(article.metadata.get("series"))]
    listed = set(map(id, published))
    entries = [_entry(article, is_published=id(article) in listed) for article in members]
    plan = plan_series(entries, lambda first, parts: _series(first, parts, config))
    for article, place in zip(members, plan.places, strict=True):
        article.series = place
    return plan.series, _series_findings(plan)


def _entry(article: Article, *, is_published: bool) -> Entry:
    name, settings = _text(article.metadata["series"]), article.settings
    return Entry(
        article=article,
        name=name,
        slug=slugify(name, settings["SLUG_REGEX_SUBSTITUTIONS"], use_unicode=settings["SLUGIFY_USE_UNICODE"]),
        index=_text(article.metadata.get("series_index")),
        lang=article.lang.lower(),
        date=article.date,
        article_slug=article.slug,
        path=str(article.source_path),
        is_published=is_published,
    )


def _series(first: Entry, parts: tuple[Article, ...], config: ReadingConfig) -> Series:
    url = config.series_address(config.series_url, first.slug, first.lang)
    save_as = config.series_address(config.series_save_as, first.slug, first.lang)
    return Series(first.name, first.slug, url, save_as, parts, first.lang)


def _series_findings(plan: Plan) -> list[Finding]:
    return [
        Finding(trouble.entry.path, Source.read(trouble.entry.path).line_of_field(trouble.field), trouble.rule, trouble.what, trouble.fix)
        for trouble in plan.troubles
    ]


def _text(value: Any) -> str:
    """A field as Pelican hands it over: text, or a list of its lines, of which the first counts."""
    return str(value[0] if isinstance(value, list) and value else value or "").strip()


def by_language(originals: Sequence[Article], translations: Sequence[Article], order_by: Any = None) -> dict[str, list[Article]]:
    """Articles of each language; where translations join, in the site's order again (`ARTICLE_ORDER_BY`), slugs deciding ties."""
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in (*originals, *translations):
        groups[article.lang.lower()].append(article)
    for lang in {article.lang.lower() for article in translations}:
        groups[lang] = order_content(sorted(groups[lang], key=lambda article: article.slug), order_by)
    return dict(groups)
