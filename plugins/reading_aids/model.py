"""What the plugin hands to templates and to the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Article = Any
"""Pelican's article, which this plugin's core only passes on."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a table of contents."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """Published articles that belong together, in order."""

    name: str
    slug: str
    url: str
    save_as: str
    parts: tuple[Article, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """Where an article stands in its series; `number` counts from 1 and points into `series.parts`."""

    series: Series
    number: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The articles before and after, in the site's order."""

    newer: Article | None = None
    older: Article | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """An article's picture; `path` is relative to the site's root."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in an author's file."""

    path: str
    line: int
    rule: str
    what: str
    fix: str
    is_unsafe: bool = False
