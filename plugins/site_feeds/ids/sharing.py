"""Of articles with one Id, which one keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .model import Article, Means
    from .published import Published


@dataclass(frozen=True, slots=True)
class Shared:
    """An Id that several articles have: `keeper` is to keep it, `others` are not, the oldest first."""

    id: str
    keeper: Article
    others: tuple[Article, ...]
    is_published: bool
    """Whether `published.json` says so; else the keeper is the oldest."""


def share(checked: str, articles: Iterable[Article], published: Published, means: Means) -> Shared:
    """Decide on an Id (as `entry_ids.checked_id` gives it) that more than one article has."""
    by_age = sorted(articles, key=lambda article: _age(article, means))
    told = {article.path for parts in published.addresses(checked) for article in _at(parts, by_age, means)}
    keeper = next((article for article in by_age if article.path in told), by_age[0])
    return Shared(checked, keeper, tuple(article for article in by_age if article is not keeper), bool(told))


def _age(article: Article, means: Means) -> tuple[datetime, int, str]:
    """Sorts the oldest first. An article without a `Date` that can be read has never been built, so it is the newest."""
    try:
        date = means.read_date(article.head.first("date").replace("_", " "))
        moment = (date if date.tzinfo else date.replace(tzinfo=means.timezone)).astimezone(UTC)
    except (ValueError, OverflowError):
        moment = datetime.max.replace(tzinfo=UTC)
    return moment, article.changed, article.path


def _at(parts: Sequence[str], articles: Sequence[Article], means: Means) -> list[Article]:
    """The articles that an address means: by its last part; if that is several, a text and its translation, by the language before it."""
    slug, before = (parts[-1] if parts else ""), "".join(parts[-2:-1]).casefold()
    found = [article for article in articles if slug == (article.head.first("slug") or means.slug_of(article.stem))]
    languages = [(article.head.first("lang") or means.language).casefold() for article in found]
    wanted = before if before in languages else means.language.casefold()
    return [article for article, language in zip(found, languages, strict=True) if language == wanted] or found
