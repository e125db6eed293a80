"""From one of Pelican's articles to the entry that all feeds share, made once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from . import plain_text
from .addresses import absolute
from .characters import BLANKS, allowed, one_line
from .entry_ids import UnfitIdError, checked_id, entry_id
from .fragments import parsed, serialized
from .languages import directed, spelled
from .markup import simplify
from .model import Entry, Label, Person, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelican.contents import Article
    from pelican.urlwrappers import Author, URLWrapper

    from .config import FeedsConfig

    Finish = Callable[[Article, str], str]


INVITATION = "<!-- invitation -->"
"""What `feeds/item.html` puts between an article and its invitation."""


@dataclass(frozen=True, slots=True)
class EntryMaker:
    """Makes entries; `finish_html` and `finish_text` are the templates `feeds/item.html` and `feeds/item.txt`."""

    config: FeedsConfig
    finish_html: Finish
    finish_text: Finish

    def entry(self, article: Article) -> Entry:
        """The entry of an article that is published. Whatever its text holds, the entry is fit for a feed."""
        url = self.config.url(article.url)
        root = parsed(article.get_content(self.config.public_url))
        simplify(root, url)
        return Entry(
            id=permanent_id(article, self.config),
            url=url,
            title=_text(article.title, is_html=self.config.titles_are_html),
            summary=_summary(article, self.config) or plain_text.first_words(root),
            html=directed(allowed(self.finish_html(article, serialized(root))).strip(BLANKS), article.lang),
            published=in_minutes(article.date),
            updated=updated(article),
            language=language_of(article, self.config),
            authors=tuple(person(author, self.config) for author in getattr(article, "authors", ())),
            labels=tuple(_labels(article, self.config)),
            picture=_picture(article, self.config),
        )

    def with_text(self, article: Article, entry: Entry) -> Entry:
        """The same entry with its plain text, which only JSON Feed takes."""
        before, mark, _ = entry.html.rpartition(INVITATION)  # an article may speak of the mark, and the last one is ours
        text = plain_text.plain_text(parsed(before if mark else entry.html), entry.url)
        return replace(entry, text=allowed(self.finish_text(article, allowed(text))).strip(BLANKS))


def permanent_id(article: Article, config: FeedsConfig) -> str:
    """The entry's id, of the article's `Id`; of its slug and language where that is missing or none, which the build reports."""
    try:
        return entry_id(checked_id(id_field(article)), config.authority)
    except UnfitIdError:
        return config.urn("/".join(filter(None, (_other_language(article, config), article.slug))))


def id_field(article: Article) -> str:
    value = article.metadata.get("id") or ""
    return str(value[0] if isinstance(value, list) else value).strip()


def _other_language(article: Article, config: FeedsConfig) -> str:
    return "" if article.lang.lower() == config.language.lower() else article.lang


def language_of(article: Article, config: FeedsConfig) -> str:
    return spelled(_other_language(article, config) or config.language)


def updated(article: Article) -> datetime:
    """`Modified`, or `Date`; never earlier than that, whatever an author writes."""
    return in_minutes(max(article.date, getattr(article, "modified", article.date)))


def in_minutes(moment: datetime) -> datetime:
    """`moment` with an offset that feeds can hold: local times of long ago are off by seconds, and no format has room for them."""
    return moment.astimezone(UTC) if (moment.utcoffset() or timedelta()) % timedelta(minutes=1) else moment


def person(author: Author, config: FeedsConfig) -> Person:
    """An author; the mail address is that of the contact card, if a plugin has attached one."""
    card = getattr(author, "card", None)
    url = config.url(author.url) if author.save_as else ""
    return Person(one_line(author.name), url, getattr(card, "email", "") or "")


def _summary(article: Article, config: FeedsConfig) -> str:
    """The author's own summary as text."""
    value = article.metadata.get("summary") or ""
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return _text(text, is_html=config.summaries_are_html)


def _text(value: str, *, is_html: bool) -> str:
    """One line of text, of HTML if it is that."""
    if not is_html or not set(value) & set("<&"):
        return one_line(value)
    root = parsed(value)
    simplify(root, "")
    return plain_text.one_paragraph(root)


def _labels(article: Article, config: FeedsConfig) -> list[Label]:
    category = getattr(article, "category", None)
    return [
        *(_label(category, "categories", config) for category in [category] if category),
        *(_label(tag, "tags", config) for tag in getattr(article, "tags", ()) if not _is_hidden(tag)),
    ]


def _is_hidden(tag: URLWrapper) -> bool:
    """Whether a plugin says that readers are not to see the tag."""
    return bool(getattr(getattr(tag, "info", None), "is_hidden", False))


def _label(given: URLWrapper, kind: str, config: FeedsConfig) -> Label:
    return Label(config.urn(kind), str(given.slug), one_line(given.name))


def _picture(article: Article, config: FeedsConfig) -> Picture | None:
    """The article's own picture, if a plugin has looked at it."""
    cover = getattr(article, "cover", None)
    return Picture(absolute(config.url(cover.path), config.public_url), cover.width, cover.height) if cover else None
