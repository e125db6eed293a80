"""What is found between two states: of one feed, of all of them, of the one that speaks for the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_feeds.impact.comparing import compare
from site_feeds.impact.model import KINDS, Change, Comparison, Document, Entry, Totals

from tests.site_feeds.impact.samples import SITE, document, known, state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_feeds.impact.model import State

ALL = "feeds/all.atom.xml"
TRUST = "feeds/tags/trust.atom.xml"
A, B, C = known("a"), known("b"), known("c")

WORDS = st.text("ab é", max_size=3)
ENTRIES = st.builds(Entry, id=WORDS, url=WORDS, title=WORDS, updated=WORDS, digest=WORDS, invitation=WORDS, published=WORDS)
PATHS = st.sampled_from(
    [ALL, TRUST, "feeds/all.rss.xml", "feeds/all.json", "feeds/all/archive-1.atom.xml", "feeds/all/archive-2.atom.xml", "x/archive-1.json"]
)
STATES = st.lists(st.tuples(PATHS, st.lists(ENTRIES, max_size=4), st.integers(0, 9))).map(
    lambda documents: state(*(document(path, *entries, size=size) for path, entries, size in documents))
)


def change(live: Sequence[Entry], new: Sequence[Entry]) -> Change:
    """What happens to a feed of these entries."""
    (only,) = compare(state(document(ALL, *live)), state(document(ALL, *new))).changes
    return only


def numbers(found: Change | Totals) -> dict[str, int]:
    """How many of each kind, without those of which there are none."""
    counts = {kind: len(found.entries(kind)) if isinstance(found, Change) else getattr(found, kind) for kind in KINDS}
    return {kind: number for kind, number in counts.items() if number}


def of(comparison: Comparison, path: str) -> dict[str, int]:
    return numbers(next(change for change in comparison.changes if change.path == path))


# --- One feed


@given(STATES)
def test_a_state_and_itself_are_the_same(some: State) -> None:
    comparison = compare(some, dict(reversed(some.items())))
    assert [change for change in comparison.changes if not change.is_empty] == []
    assert all(numbers(totals) == {} for totals in comparison.totals.values())


@given(STATES, STATES)
def test_every_entry_is_one_thing(live: State, new: State) -> None:
    for it in compare(live, new).changes:
        there = set(new[it.path].entries) if it.path in new else set()
        ids = [entry.id for kind in KINDS[:-1] for entry in it.entries(kind)]
        assert len(ids) == len(set(ids))
        assert set(ids) <= there
        gone = {entry.id for entry in it.dropped}
        assert not gone & there
        assert not gone & set(it.former_ids.values())
        assert len(set(it.former_ids.values())) == len(it.former_ids)


def test_a_new_entry() -> None:
    found = change([A], [B, A])
    assert numbers(found) == {"new": 1}
    assert found.new == (B,)


@pytest.mark.parametrize("field", ["url", "title", "digest", "updated", "published"])
def test_a_changed_entry(field: str) -> None:
    assert numbers(change([A], [known("a", **{field: "other"})])) == {"changed": 1}


@pytest.mark.parametrize("field", ["updated", "published"])
def test_a_date_that_only_one_side_has_is_no_change(field: str) -> None:
    assert numbers(change([known("a", **{field: ""})], [A])) == {}
    assert numbers(change([A], [known("a", **{field: ""})])) == {}


def test_another_invitation_alone() -> None:
    assert numbers(change([A, B], [known("a", invitation="other"), known("b", invitation="other", title="other")])) == {
        "changed": 1,
        "invitation": 1,
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "x", "digest": "x", "published": "2020-01-01T00:00:00Z"},
        {"title": "x", "digest": "x", "url": f"{SITE}/a"},
        {"title": "x", "digest": "x", "url": "http://www.me.example/a/?ref=feed#top"},
        {"url": "https://elsewhere.example/2026/03/a.html", "digest": "x"},
        {"url": "https://elsewhere.example/2026/03/a.html", "digest": "x", "published": "2026-03-04T23:59:59Z"},
        {"url": "https://elsewhere.example/2026/03/a.html", "title": "x"},
    ],
)
def test_an_entry_that_comes_under_another_id_is_delivered_twice(fields: dict[str, str]) -> None:
    found = change([A, B], [known("a", id="tag:other", **fields), B])
    assert numbers(found) == {"redelivered": 1}
    assert found.former_ids == {"tag:other": A.id}


def test_a_page_in_a_query_is_a_page_of_its_own() -> None:
    live = [known("a", url=f"{SITE}/?p=1", published="", updated="")]
    new = [known("b", url=f"{SITE}/?p=2", published="", updated="")]
    assert numbers(change(live, new)) == {"new": 1, "dropped": 1}


def test_what_says_nothing_has_nothing_in_common() -> None:
    empty = {"url": "", "title": "", "digest": "", "published": "", "updated": ""}
    assert numbers(change([known("a", **empty)], [known("b", **empty)])) == {"new": 1, "dropped": 1}


def test_an_address_that_is_still_live_is_not_taken_over() -> None:
    assert numbers(change([A], [A, known("a", id="tag:other")])) == {"new": 1}


def test_each_lost_entry_comes_back_once_and_by_its_address_first() -> None:
    live = [known("a", title="Notes"), known("b", title="Notes")]
    new = [known("c", title="Notes"), known("b", id="tag:x", title="Notes"), known("d", title="Notes")]
    found = change(live, new)
    assert found.former_ids == {"tag:x": "tag:b", "tag:c": "tag:a"}
    assert numbers(found) == {"redelivered": 2, "new": 1}


def test_a_dropped_entry() -> None:
    assert numbers(change([A, B], [A])) == {"dropped": 1}


# --- Archives


def with_archive(newest: Sequence[Entry], *archives: Sequence[Entry]) -> State:
    documents = (document(f"feeds/all/archive-{number}.atom.xml", *entries) for number, entries in enumerate(archives, start=1))
    return state(document(ALL, *newest), *documents)


def test_what_moves_into_an_archive_is_not_dropped() -> None:
    comparison = compare(with_archive([B, A]), with_archive([C, B], [A]))
    assert [change.path for change in comparison.changes] == [ALL]
    assert of(comparison, ALL) == {"new": 1}
    assert comparison.changes[0].archived == 0


def test_what_comes_out_of_an_archive_is_known() -> None:
    assert of(compare(with_archive([C], [B], [A]), with_archive([C, B, A])), ALL) == {}


def test_what_happens_in_archives_alone_is_seen_by_nobody() -> None:
    live, new = with_archive([C], [A]), with_archive([C], [known("a", title="x"), B])
    assert of(compare(live, new), ALL) == {}
    assert compare(live, new).changes[0].archived == 2
    assert numbers(compare(live, new).totals["atom"]) == {}


def test_an_archive_under_other_ids_is_neither_dropped_nor_delivered() -> None:
    found = compare(with_archive([B], [A]), with_archive([B], [known("a", id="tag:other")])).changes[0]
    assert (numbers(found), found.archived) == ({}, 1)


def test_sizes_are_those_of_the_newest_document() -> None:
    live, new = with_archive([B], [A]), state(document(ALL, B, A, size=170))
    (found,) = compare(live, new).changes
    assert (found.before, found.after) == (100, 170)


# --- Feeds that come and go


def test_a_feed_that_was_not_live_and_one_that_is_no_more() -> None:
    comparison = compare(state(document(ALL, A)), state(document(TRUST, A, size=50)))
    gone, begun = comparison.changes
    assert (gone.path, gone.before, gone.after, numbers(gone)) == (ALL, 100, None, {"dropped": 1})
    assert (begun.path, begun.before, begun.after, numbers(begun)) == (TRUST, None, 50, {"new": 1})
    assert numbers(comparison.totals["atom"]) == {}
    assert (comparison.totals["atom"].feeds, comparison.totals["atom"].before, comparison.totals["atom"].after) == (1, 100, 50)


def test_archives_without_a_newest_document_can_be_followed_by_nobody() -> None:
    (found,) = compare(with_archive([B], [A]), state(document("feeds/all/archive-1.atom.xml", A))).changes
    assert (found.before, found.after, numbers(found)) == (100, None, {"dropped": 1})


# --- In total


def test_an_article_that_gets_a_tag_is_new_in_its_feed_and_not_on_the_site() -> None:
    comparison = compare(state(document(ALL, A, B), document(TRUST, A)), state(document(ALL, A, B), document(TRUST, B, A)))
    assert of(comparison, TRUST) == {"new": 1}
    assert numbers(comparison.totals["atom"]) == {}


def test_an_article_that_loses_a_tag_is_not_dropped_on_the_site() -> None:
    comparison = compare(state(document(ALL, A, B), document(TRUST, A, B)), state(document(ALL, A, B), document(TRUST, A)))
    assert of(comparison, TRUST) == {"dropped": 1}
    assert numbers(comparison.totals["atom"]) == {}


def test_each_article_counts_once_in_each_format() -> None:
    paths = (ALL, TRUST, "feeds/all.rss.xml", "feeds/all.json")
    live = state(*(document(path, A, B) for path in paths))
    new = state(*(document(path, C, known("a", title="x"), known("b", id="tag:x")) for path in paths))
    for totals in compare(live, new).totals.values():
        assert numbers(totals) == {"new": 1, "changed": 1, "redelivered": 1}


def test_delivered_twice_in_one_feed_is_delivered_twice() -> None:
    live = state(document(ALL, A), document(TRUST, A))
    new = state(document(ALL, known("b", id="tag:x"), A), document(TRUST, known("a", id="tag:x")))
    assert numbers(compare(live, new).totals["atom"]) == {"redelivered": 1}


def test_what_one_format_delivers_twice_counts() -> None:
    again = known("a", id="tag:x")
    comparison = compare(
        state(document(ALL, A), document("feeds/all.rss.xml", A)), state(document(ALL, A), document("feeds/all.rss.xml", again))
    )
    assert comparison.redelivered == 1
    assert comparison.main
    assert comparison.main.path == "feeds/all.rss.xml"


# --- The feed that speaks for the site


def main_path(live: Sequence[Document], new: Sequence[Document]) -> str | None:
    main = compare(state(*live), state(*new)).main
    return main.path if main else None


def test_the_sites_own_feed_speaks_for_it() -> None:
    feeds = [document("feeds/tags/all.atom.xml", A, B), document("feeds/all.json", A), document(ALL, A), document("feeds/all.rss.xml", A)]
    assert main_path([], feeds) == ALL
    assert main_path(feeds, feeds) == ALL
    assert main_path([feeds[1]], feeds) == "feeds/all.json"  # the only one with subscribers
    assert main_path(feeds, feeds[:2]) == "feeds/all.json"  # the only one that keeps them
    assert main_path(feeds, feeds[:1]) == ALL


def test_else_the_largest() -> None:
    assert main_path([], [document("a.rss.xml", A), document("b.rss.xml", A, B), document("c.atom.xml", A, B)]) == "c.atom.xml"
    assert main_path([], []) is None
