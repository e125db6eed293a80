from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reading_aids.model import Neighbours
from reading_aids.related import Candidate, neighbours_of, related_of


@dataclass(frozen=True)
class Dated:
    name: str
    date: datetime


def candidate(slug: str, day: int, *tags: str, is_published: bool = True) -> Candidate:
    return Candidate(slug, datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day), slug, tuple(sorted(tags)), is_published)


def related(*candidates: Candidate, count: int = 3, window: int = 20) -> dict[str, tuple[str, ...]]:
    found = related_of(candidates, count=count, window=window)
    return {each.slug: others for each, others in zip(candidates, found, strict=True)}


def test_a_rare_tag_counts_more_than_a_common_one() -> None:
    common = [candidate(f"c{day}", day, "talk") for day in range(5)]
    found = related(candidate("me", 9, "talk", "rare"), candidate("rare", 0, "rare"), *common)
    assert found["me"] == ("rare", "c4", "c3")


def test_two_shared_tags_count_more_than_one() -> None:
    found = related(candidate("me", 0, "a", "b"), candidate("one", 2, "a"), candidate("both", 1, "b", "a"))
    assert found["me"] == ("both", "one")


def test_among_equals_the_newer_comes_first_then_the_slug() -> None:
    found = related(candidate("me", 5, "a"), candidate("z", 3, "a"), candidate("y", 3, "a"), candidate("x", 1, "a"), candidate("w", 4, "a"))
    assert found["me"] == ("w", "y", "z")


def test_without_tags_nothing_is_related() -> None:
    assert related(candidate("me", 1), candidate("you", 2), candidate("other", 3, "a")) == {"me": (), "you": (), "other": ()}


def test_only_the_nearest_in_date_are_looked_at() -> None:
    shelf = [candidate(f"n{day}", day, "a") for day in range(9)]
    assert set(related(*shelf, count=9, window=2)["n4"]) == {"n2", "n3", "n5", "n6"}
    assert related(*shelf, count=0)["n4"] == ()


def test_unpublished_articles_find_others_but_are_not_found() -> None:
    found = related(candidate("draft", 5, "a", is_published=False), candidate("x", 1, "a"), candidate("y", 9, "a"))
    assert found == {"draft": ("y", "x"), "x": ("y",), "y": ("x",)}
    shelf = [candidate(f"n{day}", day, "a") for day in range(6)]
    assert set(related(candidate("draft", 2, "a", is_published=False), *shelf, window=1)["draft"]) == {"n2", "n3"}


def test_the_order_given_does_not_matter() -> None:
    shelf = [candidate(f"n{day}", day % 7, "a" if day % 2 else "b", f"t{day % 5}") for day in range(40)]
    assert related(*shelf) == related(*reversed(shelf))


def test_the_cost_grows_with_the_number_of_articles_only() -> None:
    """Counted, not timed: the scores of an article are of as many others as the window holds."""
    shelf = [candidate(f"n{day:03}", day, "a") for day in range(300)]
    assert len(related(*shelf, count=300, window=20)["n150"]) == 40


def test_neighbours_follow_the_sites_order() -> None:
    old, mid, new = (Dated(name, datetime(2026, month, 1, tzinfo=UTC)) for month, name in enumerate(("old", "mid", "new"), start=1))
    assert neighbours_of([new, mid, old]) == [Neighbours(None, mid), Neighbours(new, old), Neighbours(mid, None)]
    assert neighbours_of([old, mid, new]) == [Neighbours(mid, None), Neighbours(new, old), Neighbours(None, mid)]
    assert neighbours_of([old]) == [Neighbours()]
    assert neighbours_of([]) == []
