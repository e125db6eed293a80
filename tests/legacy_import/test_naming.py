"""Slugs are distinct, and a thousand posts of one title do not count from one each."""

from __future__ import annotations

from legacy_import.naming import Names


def names(*taken: str, asked: list[str] | None = None) -> Names:
    def reserved_because(slug: str) -> str | None:
        if asked is not None:
            asked.append(slug)
        return "it is ours" if slug == "tags" else None

    return Names(str, reserved_because, dict.fromkeys(taken))


def test_numbers_go_on_where_they_were() -> None:
    found = names("same-3")
    assert [found.give(["same"]) for _ in range(4)] == ["same", "same-2", "same-4", "same-5"]
    assert [found.give(["tags"]) for _ in range(2)] == ["tags-2", "tags-3"]
    assert "tags" not in found.taken


def test_posts_of_one_title_are_named_in_a_time_that_follows_their_number() -> None:
    asked: list[str] = []
    found = names(asked=asked)
    assert [found.give(["same"]) for _ in range(1_000)][-1] == "same-1000"
    assert len(asked) < 3_000
