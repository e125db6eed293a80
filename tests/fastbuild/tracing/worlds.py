"""Small worlds for templates, and what a page that was rendered in one of them knows of it."""

from __future__ import annotations

import copy
import datetime
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from fastbuild.contents.classes import Article
from fastbuild.facts.answers import is_same, local_answers
from fastbuild.facts.catalogue import Catalogue
from fastbuild.pages.jobs import Job
from fastbuild.pages.rendering import arguments_of
from fastbuild.tracing.environment import traced, watch_functions
from fastbuild.tracing.trace import Current, Trace
from jinja2 import DictLoader, Environment
from pelican.paginator import Paginator
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Author, Category, Tag

if TYPE_CHECKING:
    from pelican.contents import Content


@dataclass(frozen=True)
class Card:
    """Like an object that a plugin puts on an article; it knows others."""

    name: str
    friends: tuple[Any, ...] = ()

    @property
    def letters(self) -> str:
        return "".join(friend.title[0] for friend in self.friends)

    def greeting(self, word: str = "Hello") -> str:
        return f"{word}, {self.name}"


Card.__module__ = "reading_aids.model"  # one of ours, so that its code is known to look at what it holds alone


@dataclass(frozen=True)
class Text:
    """One article: what a world has of it."""

    slug: str
    title: str = "Title"
    body: str = "<p>Body</p>"
    tags: tuple[str, ...] = ()
    author: str = "Ada"
    day: int = 1
    summary: str | None = None
    extra: Any = None


@dataclass(frozen=True)
class World:
    """What templates may look at; `page` is the article whose page it is."""

    texts: tuple[Text, ...]
    page: int = 0
    names: tuple[tuple[str, Any], ...] = ()
    globals: tuple[tuple[str, Any], ...] = ()
    templates: tuple[tuple[str, str], ...] = ()
    per_page: int = 2

    def with_text(self, number: int, **changed: Any) -> World:
        texts = list(self.texts)
        texts[number] = replace(texts[number], **changed)
        return replace(self, texts=tuple(texts))

    def with_names(self, **changed: Any) -> World:
        return replace(self, names=tuple({**dict(self.names), **changed}.items()))


@cache
def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = copy.deepcopy(DEFAULT_CONFIG)
    settings |= {"PATH": "/site", "SITEURL": "", "TIMEZONE": "UTC", "DEFAULT_LANG": "en", "DEFAULT_ORPHANS": 0, "DEFAULT_PAGINATION": 2}
    return settings


@dataclass
class Rendered:
    """A page, and what it knows of the world that it was made in."""

    text: str
    facts: dict[Any, bytes]
    answers: Any
    trace: Trace = field(repr=False)

    def is_current(self, world: World) -> bool:
        """Whether a later build would keep the page in `world`."""
        stage = Stage(world)
        catalogue = Catalogue(stage.context, {})
        same = all(catalogue.digest(fact) == digest for fact, digest in self.facts.items())
        return same and is_same(arguments_of(stage.job("")), self.answers)


class Stage:
    """A world with Pelican's objects and Jinja's environment, as a build has them."""

    def __init__(self, world: World) -> None:
        self.world = world
        articles = [_article(text) for text in world.texts]
        for article, text in zip(articles, world.texts, strict=True):
            if isinstance(text.extra, Card):
                article.card = replace(text.extra, friends=tuple(articles[number] for number in text.extra.friends))
        self.articles = articles
        self.context: dict[str, Any] = {
            "articles": articles,
            "dates": sorted(articles, key=lambda article: (article.date, article.slug)),
            "tags": _grouped(articles, "tags"),
            "authors": _grouped(articles, "authors"),
            "pages": [],
            "SITENAME": "Site",
            "generated_content": {article.source_path: article for article in articles},
            "static_content": {},
            **dict(world.names),
        }
        self.environment = Environment(loader=DictLoader(dict(world.templates)))  # noqa: S701  (as Pelican has it)
        self.environment.globals.update(dict(world.globals))
        self.environment.filters["shout"] = partial(str.__add__, "!")
        traced(self.environment)
        watch_functions(self.environment)

    def job(self, template: str) -> Job:
        paginator = Paginator("index.html", "", self.articles, _settings(), self.world.per_page)
        local = {
            "article": self.articles[self.world.page],
            "articles_paginator": paginator,
            "articles_page": paginator.page(1),
            "articles_next_page": paginator.page(2) if paginator.num_pages > 1 else None,
            "number": self.world.per_page,
            "all_articles": self.articles,
        }
        return Job("page.html", self.environment.from_string(template), self.context, local)

    def render(self, template: str) -> Rendered:
        job = self.job(template)
        trace = Current.trace = Trace(job.local)
        try:
            text = job.text()
        finally:
            Current.trace = None
        catalogue = Catalogue(self.context, {})
        facts = {fact: catalogue.digest(fact) for fact in catalogue.facts_of(trace)}
        return Rendered(text, facts, local_answers(arguments_of(job), trace.local_asked), trace)


def _article(text: Text) -> Article:
    settings = _settings()
    metadata: dict[str, Any] = {
        "title": text.title,
        "slug": text.slug,
        "date": datetime.datetime(2024, 1, text.day, tzinfo=datetime.UTC),
        "tags": [Tag(name, settings) for name in text.tags],
        "category": Category("misc", settings),
        "authors": [Author(text.author, settings)],
    }
    if text.summary is not None:
        metadata["summary"] = text.summary
    article = Article(text.body, metadata, settings, f"/site/{text.slug}.md", {})
    if text.extra is not None and not isinstance(text.extra, Card):
        article.extra = text.extra
    return article


def _grouped(articles: list[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    found: dict[Any, list[Content]] = {}
    for article in articles:
        for wrapper in getattr(article, attribute):
            found.setdefault(wrapper, []).append(article)
    return sorted(found.items(), key=lambda pair: str(pair[0].slug))


def rendered(template: str, world: World) -> Rendered:
    return Stage(world).render(template)
