"""Which tags are near to each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tag_pages.related import MOST_TAGS, Neighbour, related_slugs


def test_the_biggest_tag_is_not_everybodys_neighbour() -> None:
    """`all` is on every article, so that it tells nothing; `bees` and `honey` stand together."""
    articles = [["all", "bees", "honey"]] * 3 + [["all", "glue"]] * 5 + [["all", "honey"]]
    found = related_slugs(articles, most=5, support=2)
    assert found == {"bees": (Neighbour("honey", 3),), "honey": (Neighbour("bees", 3),)}


def test_one_article_is_an_accident() -> None:
    articles = [["bees", "glue"], ["bees"], ["glue"], ["other"]]
    assert related_slugs(articles, most=5, support=2) == {}
    assert related_slugs([*articles, ["other"], ["other"]], most=5, support=1) == {
        "bees": (Neighbour("glue", 1),),
        "glue": (Neighbour("bees", 1),),
    }


def test_the_nearest_come_first_then_the_more_frequent_then_the_slug() -> None:
    articles = [["a", "b"]] * 2 + [["a", "c"]] * 2 + [["a", "d"]] * 3 + [["d"]] * 3 + [["z"]] * 9
    assert [near.slug for near in related_slugs(articles, most=5, support=2)["a"]] == ["b", "c", "d"]
    assert [near.slug for near in related_slugs(articles, most=2, support=2)["a"]] == ["b", "c"]


def test_an_article_with_hundreds_of_tags_relates_none_of_them() -> None:
    many = [f"tag-{number:03}" for number in range(MOST_TAGS + 1)]
    assert related_slugs([many, many, ["x"], ["x"]], most=5, support=2) == {}


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=5), max_size=12), st.randoms(use_true_random=False))
def test_it_is_mutual_and_does_not_depend_on_the_order(articles: list[list[str]], random: object) -> None:
    found = related_slugs(articles, most=9, support=1)
    assert all(
        any(back.slug == slug and back.together == near.together for back in found[near.slug])
        for slug, nears in found.items()
        for near in nears
    )
    shuffled = [list(tags) for tags in articles]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for tags in shuffled:
        random.shuffle(tags)  # type: ignore[attr-defined]
    assert related_slugs(shuffled, most=9, support=1) == found
