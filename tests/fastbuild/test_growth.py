"""Three times the articles take three times the work: counted in calls and comparisons, not in seconds."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from fastbuild.contents.classes import Article
from fastbuild.pages import rendering

from .sites import plain_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .engine_site import EngineSite

STEP = 60
TAGS = ("wood", "glue", "slow", "rain", "yew")
TOLERANCE = 1.15
"""A square would make the third step five thirds of the second."""


@dataclass
class Work:
    calls: int = 0
    comparisons: int = 0


@contextmanager
def counted(work: Work) -> Iterator[None]:
    """Counts the calls of functions, of those in C as well, and how often articles are compared."""

    def count(_frame: Any, event: str, _argument: Any) -> None:
        if event in {"call", "c_call"}:
            work.calls += 1

    def is_equal(one: object, other: object) -> bool:
        work.comparisons += 1
        return one is other

    patch = pytest.MonkeyPatch()
    patch.setattr(Article, "__eq__", is_equal)
    patch.setattr(Article, "__hash__", object.__hash__)
    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)
        patch.undo()


def write_articles(site: EngineSite, numbers: range) -> None:
    for number in numbers:
        tags = f"{TAGS[number % 5]}, {TAGS[(number // 5) % 5]}"
        fields = f"Title: Number {number}\nDate: 20{number % 20:02}-01-02\nTags: {tags}\nAuthor: Ada Example\nSlug: n{number}"
        link = f"[before]({{filename}}n{number - 1}.md)" if number else ""
        site.write(f"content/articles/wood/n{number}.md", f"{fields}\n\nText {number}. {link}\n")


@pytest.fixture
def growth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Work]]:
    """What builds take with one, two and three steps of articles: from nothing, and without a change."""
    monkeypatch.setattr(rendering, "WORTH_A_PROCESS", 10**9)
    found: dict[str, list[Work]] = {"cold": [], "unchanged": []}
    plain_site(tmp_path / "first").build()  # what a process does once
    for steps in (1, 2, 3):
        site = plain_site(tmp_path / str(steps), OUTPUT_SOURCES=False, DEFAULT_PAGINATION=10)
        write_articles(site, range(steps * STEP))
        for works in found.values():
            works.append(work := Work())
            with counted(work):
                site.build()
    return found


def test_work_grows_with_the_number_of_articles_and_not_with_its_square(growth: dict[str, list[Work]]) -> None:
    for kind, (first, second, third) in growth.items():
        assert third.calls - second.calls < TOLERANCE * (second.calls - first.calls), kind
        assert third.comparisons <= 3 * STEP, kind
