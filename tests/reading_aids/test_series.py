from __future__ import annotations

from datetime import UTC, datetime

from reading_aids.model import Article, Series
from reading_aids.series import Entry, Plan, plan_series


def entry(article: str, day: int, index: str = "", *, name: str = "Talks", lang: str = "en", is_published: bool = True) -> Entry:
    slug = "".join(letter for letter in name.lower() if letter.isalnum())
    date = datetime(2026, 1, day, tzinfo=UTC)
    return Entry(article, name, slug, index, lang, date, article, f"/site/{article}.md", is_published)


def make(first: Entry, parts: tuple[Article, ...]) -> Series:
    return Series(first.name, first.slug, f"series/{first.slug}/", f"series/{first.slug}/index.html", parts, first.lang)


def plan(*entries: Entry) -> Plan:
    return plan_series(entries, make)


def told(made: Plan) -> list[tuple[str, str, str]]:
    return [(str(trouble.entry.article), trouble.field, trouble.rule) for trouble in made.troubles]


def test_parts_stand_in_the_order_of_their_indices() -> None:
    made = plan(entry("c", 1, "3"), entry("a", 3, "1"), entry("b", 2, "2"))
    (series,) = made.series
    assert series.parts == ("a", "b", "c")
    assert [place.number if place else None for place in made.places] == [3, 1, 2]
    assert all(place and place.series is series for place in made.places)
    assert made.troubles == ()


def test_without_any_index_the_dates_decide_and_nothing_is_wrong() -> None:
    made = plan(entry("b", 2), entry("a", 1))
    assert (made.series[0].parts, made.troubles) == (("a", "b"), ())


def test_numbers_count_parts_where_indices_leave_gaps() -> None:
    made = plan(entry("a", 1, "2"), entry("b", 2, "5"))
    assert [place.number if place else None for place in made.places] == [1, 2]


def test_a_duplicate_index_is_told_and_the_dates_decide() -> None:
    made = plan(entry("b", 2, "1"), entry("a", 1, "2"), entry("c", 3, "1"))
    assert made.series[0].parts == ("a", "b", "c")
    assert told(made) == [("c", "series_index", "series-index")]
    assert made.troubles[0].what == "Series_index 1 of the series 'Talks' is taken by b.md"


def test_a_bad_and_a_missing_index_are_told_each_at_its_own_field() -> None:
    made = plan(entry("a", 1, "1"), entry("b", 2, "two"), entry("c", 3), entry("d", 4, "0"), entry("e", 5, "-1"))
    assert made.series[0].parts == ("a", "b", "c", "d", "e")
    assert told(made) == [(name, "series" if name == "c" else "series_index", "series-index") for name in "bcde"]


def test_a_draft_sees_itself_and_no_one_sees_it() -> None:
    made = plan(entry("a", 1, "1"), entry("draft", 2, "2", is_published=False), entry("c", 3, "3"))
    first, draft, last = made.places
    assert made.series[0].parts == ("a", "c")
    assert first
    assert last
    assert draft
    assert (first.number, last.number) == (1, 2)
    assert draft.series.parts == ("a", "draft", "c")
    assert draft.series.parts[draft.number - 1] == "draft"


def test_a_draft_with_a_taken_index_leaves_the_published_order_alone() -> None:
    made = plan(entry("draft", 1, "1", is_published=False), entry("b", 2, "2"), entry("a", 3, "1"))
    assert made.series[0].parts == ("a", "b")
    assert told(made) == [("draft", "series_index", "series-index")]


def test_a_series_of_drafts_does_not_exist_yet() -> None:
    made = plan(entry("draft", 1, is_published=False))
    assert (made.series, made.places) == ((), (None,))


def test_spellings_of_a_name_are_one_series_and_languages_are_several() -> None:
    made = plan(entry("a", 1, name="Talks"), entry("b", 2, name="talks!"), entry("c", 3, lang="de"))
    assert [(series.name, series.lang, series.parts) for series in made.series] == [("Talks", "de", ("c",)), ("Talks", "en", ("a", "b"))]


def test_a_name_without_letters_is_told() -> None:
    made = plan(entry("a", 1, name="!!!"))
    assert (made.series, made.places, told(made)) == ((), (None,), [("a", "series", "series-name")])
