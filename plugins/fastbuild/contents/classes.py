"""Articles, pages and static files that note where their links lead, and format their addresses once.

They carry Pelican's names, by which settings are found (`ARTICLE_URL`).
"""

from __future__ import annotations

import datetime
from functools import cache
from string import Formatter
from typing import Any, ClassVar

from pelican import contents


class Following:
    """The links that contents have followed, by the file of the content: in which table, and what was looked up there."""

    links: ClassVar[dict[str, set[tuple[str, str]]]] = {}
    now: ClassVar[set[tuple[str, str]] | None] = None


class LookedUp(dict[str, Any]):
    """Contents by their files; notes what the links of a text are looked up as."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def get(self, key: str, default: Any = None) -> Any:
        if Following.now is not None:
            Following.now.add((self._name, key))
        return super().get(key, default)


class Settled:
    """Addresses of contents by identity, while nothing changes any more; None while plugins may still change what they are made of."""

    urls: ClassVar[dict[int, str] | None] = None
    places: ClassVar[dict[int, str] | None] = None


@cache
def _fields_of(pattern: str) -> frozenset[str]:
    """The names in a pattern's braces; with anything behind a name, that too, so that it is no plain one."""
    return frozenset(f"{name}{spec}{conversion or ''}" for _, name, spec, conversion in Formatter().parse(pattern) if name is not None)


class _Linking(contents.Content):
    def _update_content(self, content: str, siteurl: str) -> str:
        """Follow the links of a text. Those of front matter are no matter of the body: what they lead to stands in the field by then."""
        if any(content is value for value in self.metadata.values()):
            return super()._update_content(content, siteurl)
        before, Following.now = Following.now, set()
        try:
            return super()._update_content(content, siteurl)
        finally:
            Following.links[str(self.source_path)], Following.now = Following.now, before

    def _formatted(self, setting: str) -> str:
        """A setting such as `{slug}/` with what this content has for it; in a tenth of the time where the slug is all that it asks for."""
        pattern = str(self.settings[setting])
        if _fields_of(pattern) <= {"slug", "lang"}:
            return pattern.format(slug=getattr(self, "slug", ""), lang=getattr(self, "lang", "en"))
        return pattern.format(**self.url_format)

    @property
    def url(self) -> str:
        known = Settled.urls
        if known is None:
            return super().url
        if id(self) not in known:
            known[id(self)] = super().url
        return known[id(self)]

    @property
    def save_as(self) -> str:
        known = Settled.places
        if known is None:
            return super().save_as
        if id(self) not in known:
            known[id(self)] = super().save_as
        return known[id(self)]


class Article(_Linking, contents.Article):
    """Pelican's, noting links."""

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        return self._formatted(f"{klass or ('draft' if self.status == 'draft' else 'article')}_{key}".upper())

    def settle_date(self) -> None:
        """What Pelican does at last with an article: one of the future is a draft, and a draft without a date is the last of all."""
        if not self.settings["WITH_FUTURE_DATES"] and hasattr(self, "date"):
            now = datetime.datetime.now() if self.date.tzinfo is None else datetime.datetime.now(datetime.UTC)  # noqa: DTZ005
            if self.date > now:
                self.status = "draft"
        if not hasattr(self, "date") and self.status == "draft":
            self.date = datetime.datetime.max.replace(tzinfo=self.timezone)


class Page(_Linking, contents.Page):
    """Pelican's, noting links."""

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        return self._formatted(f"{klass or ('draft_page' if self.status == 'draft' else 'page')}_{key}".upper())

    def settle_date(self) -> None:
        """Pages have no date that matters."""


def adopt(content: contents.Content) -> None:
    """Make one of ours of a content that a plugin has made as one of Pelican's, so that its links are noted, too."""
    ours: Any = {contents.Article: Article, contents.Page: Page}.get(type(content))
    if ours:
        content.__class__ = ours
