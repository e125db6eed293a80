"""From an article's address on the site back to the file that somebody wrote."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .config import CheckConfig
    from .texts import Field, SourceText

CHANNELS = ("email", "phone", "sms", "booking")
"""Fields of a contact card by which somebody can be reached."""

UNPUBLISHED = {"draft": "a draft", "hidden": "hidden"}
"""What a status in the front matter makes of an article, if it keeps it out of feeds."""

_OTHERS = ("tags", "ctas")
"""Folders with texts that are no articles and may have the name of one."""

_DATED = re.compile(r"\d{4}-\d\d-\d\d[-_](?=.)")


@dataclass(frozen=True, slots=True)
class Article:
    """A text of the content folder with its front matter, names in lower case."""

    text: SourceText
    front: Mapping[str, Field]

    @classmethod
    def of(cls, text: SourceText) -> Article:
        front: dict[str, Field] = {}
        for field in text.fields():
            front.setdefault(field.name.lower(), field)
        return cls(text, front)

    def value(self, name: str) -> str:
        return self.front[name].value if name in self.front else ""

    def line(self, name: str) -> int:
        """The line of a field, the first one if the field is not there."""
        return self.front[name].line if name in self.front else 1

    @property
    def has_no_invitation(self) -> bool:
        """Whether its author wanted none."""
        return self.value("cta").lower() == "none"

    @property
    def names(self) -> frozenset[str]:
        """What may stand for it in an address: its slug, its file's name with or without a date, its title."""
        stem = self.text.stem
        return frozenset(filter(None, (self.value("slug"), stem, _DATED.sub("", stem), _slug(self.value("title")))))


@dataclass(frozen=True, slots=True)
class Articles:
    """All texts that may be articles, by what may stand for them in an address."""

    by_name: Mapping[str, tuple[Article, ...]]

    @classmethod
    def among(cls, texts: Iterable[SourceText], config: CheckConfig) -> Articles:
        by_name: dict[str, tuple[Article, ...]] = {}
        for text in texts:
            if text.place and not text.place.startswith(tuple(f"{folder}/" for folder in (*_OTHERS, config.authors_path))):
                article = Article.of(text)
                for name in article.names:
                    by_name[name] = (*by_name.get(name, ()), article)
        return cls(by_name)

    def at(self, url: str, title: str = "") -> Article | None:
        """The article that has this address: of several with this name the one with a date, in the address's language, of this title."""
        path = re.sub(r"(?:/?index)?(?:\.html?|\.php)?/?$", "", unquote(_path(url)))
        parts = [part for part in path.split("/") if part]
        found = self.by_name.get(parts[-1], ()) if parts else ()
        return max(found, key=lambda article: _likeness(article, parts, title), default=None)


def has_cards(texts: Iterable[SourceText], config: CheckConfig) -> bool:
    """Whether anybody can be reached: a contact card with a channel."""
    cards = (Article.of(text) for text in texts if text.place.startswith(f"{config.authors_path}/"))
    return any(card.value(channel) for card in cards for channel in CHANNELS)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _likeness(article: Article, parts: list[str], title: str) -> tuple[bool, ...]:
    """How well an article fits; what counts most comes first."""
    language, name = article.value("lang"), parts[-1]
    return (
        "date" in article.front,
        language in parts,
        article.value("title") == title,
        name in {article.value("slug"), article.text.stem},
        not language,
        article.value("status").lower() not in UNPUBLISHED,
    )


def _slug(title: str) -> str:
    """As most generators make it of a title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", plain)).strip("-")
