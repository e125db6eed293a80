"""published.json: written for `git diff`, read with care, and what titles there were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from contact_cta.replies.articles import Article
from contact_cta.replies.published import former_titles
from hypothesis import given
from hypothesis import strategies as st
from site_feeds.impact.model import Document, Entry, ImpactError
from site_feeds.impact.published import as_text, read_published, with_former_titles, write_published

from tests.site_feeds.impact.samples import document, known, state

if TYPE_CHECKING:
    from pathlib import Path

    from site_feeds.impact.model import State

ALL = "feeds/all.atom.xml"

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
ENTRIES = st.builds(Entry, id=TEXT, url=TEXT, title=TEXT, updated=TEXT, digest=TEXT, invitation=TEXT, published=TEXT)
ENDINGS = st.sampled_from([("atom.xml", "atom"), ("rss.xml", "rss"), ("json", "json")])


def _document(name: str, ending: tuple[str, str], size: int, entries: list[Entry]) -> Document:
    return Document(f"{name}.{ending[0]}", ending[1], size, {entry.id: entry for entry in entries})


DOCUMENTS = st.builds(_document, TEXT, ENDINGS, st.integers(0), st.lists(ENTRIES, max_size=3))
STATES = st.lists(DOCUMENTS, max_size=3).map(lambda documents: state(*documents))


@given(some=STATES, former=STATES)
def test_what_is_written_is_read(some: State, former: State, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("root")
    written = with_former_titles(some, former)
    write_published(root, written)
    assert read_published(root) == written


@given(some=STATES, former=STATES)
def test_recording_twice_gives_the_same(some: State, former: State) -> None:
    once = with_former_titles(some, former)
    assert as_text(with_former_titles(some, once)) == as_text(once)
    assert as_text(dict(reversed(once.items()))) == as_text(once)


def test_an_entry_a_line_and_all_in_order() -> None:
    some = state(document("b.json", known("d"), size=2), document("a.json", known("f", title="É"), known("e"), size=1))
    entry = (
        '"tag:{0}": {{"url": "https://me.example/{0}/", "title": "{1}", "updated": "2026-03-04T09:30:00Z", "digest": "digest of {0}",'
        ' "invitation": "0123456789abcdef", "published": "2026-03-04T09:30:00Z"}}'
    )
    assert as_text(some).splitlines() == [
        '{"version": 1, "feeds": {',
        '"a.json": {"bytes": 1, "entries": {',
        entry.format("e", "E") + ",",
        entry.format("f", "É"),
        "}},",
        '"b.json": {"bytes": 2, "entries": {',
        entry.format("d", "D"),
        "}}",
        "}}",
    ]


def test_without_feeds_it_is_json_too(tmp_path: Path) -> None:
    write_published(tmp_path, {})
    assert read_published(tmp_path) == {}
    assert json.loads((tmp_path / "published.json").read_bytes()) == {"version": 1, "feeds": {}}


def test_nothing_is_there_at_first(tmp_path: Path) -> None:
    assert read_published(tmp_path) is None


# --- Former titles


def titles(*in_turn: str) -> tuple[str, ...]:
    """The former titles of an article that was recorded with each of these titles."""
    some: State = {}
    for title in in_turn:
        some = with_former_titles(state(document(ALL, known("a", title=title))), some)
    return some[ALL].entries["tag:a"].former_titles


def test_former_titles_are_kept_each_once_the_oldest_first() -> None:
    assert titles("One") == ()
    assert titles("One", "Two", "Three", "Three") == ("One", "Two")
    assert titles("One", "Two", "One") == ("Two",)
    assert titles("", "One") == ()


def test_they_go_with_an_entry_into_an_archive_and_into_other_feeds() -> None:
    once = with_former_titles(state(document(ALL, known("a", title="Two"))), state(document(ALL, known("a", title="One"))))
    moved = state(
        document(ALL), document("feeds/all/archive-1.atom.xml", known("a", title="Two")), document("x.rss.xml", known("a", title="Two"))
    )
    found = with_former_titles(moved, once)
    assert {it.former_titles for document in found.values() for it in document.entries.values()} == {("One",)}


def test_a_title_that_one_format_spells_otherwise_is_not_a_former_one() -> None:
    some = state(document(ALL, known("a", title="A & B")), document("all.rss.xml", known("a", title="A &amp; B")))
    assert as_text(with_former_titles(some, some)) == as_text(some)


def test_replies_know_them(tmp_path: Path) -> None:
    article = Article("content/articles/a.md", "Two", "7KQ2MX", "a", (), "question")
    entry = known("me.example,2026:7KQ2MX", title="Two", former_titles=("One",))
    write_published(tmp_path, state(document(ALL, entry)))
    assert former_titles(tmp_path, (article,)) == (("Two", article), ("One", article))


# --- Damage

GOOD = as_text(state(document(ALL, known("a", former_titles=("One",)))))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Expecting value: line 1"),
        (GOOD[:-10], "line "),
        ("\ufeff" + GOOD, "BOM"),
        ("[]", "it should hold one JSON object"),
        ("[" * 100_000, "recursion"),
        (GOOD.replace('"version": 1', '"version": 2'), "its `version` is 2, and only 1 can be read"),
        ('{"version": 1}', "`feeds` should be an object"),
        ('{"version": 1, "feeds": {"x": []}}', "the feed x should be an object"),
        (GOOD.replace('"bytes": 100', '"bytes": "100"'), f"`bytes` of {ALL} should be a number"),
        (GOOD.replace('"url": ', '"uri": '), "`url` of the entry tag:a should be text"),
        (GOOD.replace('"published": "', '"published": 5, "x": "'), "`published` of the entry tag:a should be text"),
        (GOOD.replace('["One"]', '"One"'), "`former_titles` of the entry tag:a should be a list"),
        (GOOD.replace('["One"]', "[1]"), "`former_titles` of the entry tag:a should be text"),
    ],
)
def test_damage_is_told_with_the_path_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "published.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImpactError) as caught:
        read_published(tmp_path)
    (problem,) = caught.value.problems
    assert problem.startswith(f"impact: {path}: it is damaged: ")
    assert told in problem
    assert "Take it from your last backup or commit" in problem
    assert caught.value.exit_code == 1


def test_bytes_that_are_no_text_are_damage(tmp_path: Path) -> None:
    (tmp_path / "published.json").write_bytes(b"\xff")
    with pytest.raises(ImpactError, match="it is damaged"):
        read_published(tmp_path)


def test_what_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "published.json").mkdir()
    with pytest.raises(ImpactError, match="it cannot be read"):
        read_published(tmp_path)
    with pytest.raises(ImpactError, match="it cannot be written"):
        write_published(tmp_path, {})
    assert [path.name for path in tmp_path.iterdir()] == ["published.json"]
