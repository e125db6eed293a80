"""The sites that are compared: the same bytes each time they are written, and the same files from every tool."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.building import believing, cases, hugo, hugo_site, our_site, page_set, pelican_site
from benchmarks.building.corpus import Link, new_corpus
from benchmarks.building.measuring import run
from benchmarks.building.tools import ENVIRONMENT, FASTBUILD, FULL, HUGO, PARITY, PELICAN, Place, tools

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 30


def built(folder: Path, site: str, tool: str, program: Path | None = None) -> Place:
    """A site of 30 articles, built once by `tool`."""
    place = Place(tools(site, program)[tool], folder / tool, new_corpus(ARTICLES))
    place.settle_in()
    run(place.command, place.folder, ENVIRONMENT)
    return place


def complaint(place: Place) -> str | None:
    return page_set.difference(place.tool.name, page_set.expected(place.corpus), page_set.written(place.output).paths)


@pytest.mark.parametrize("writer", [pelican_site, hugo_site, our_site])
def test_a_site_is_written_with_the_same_bytes_again(tmp_path: Path, writer: object) -> None:
    for name in ("one", "other"):
        writer.write_site(tmp_path / name, new_corpus(ARTICLES))  # type: ignore[attr-defined]
    assert len(believing.digests(tmp_path / "one")) > ARTICLES
    assert believing.digests(tmp_path / "one") == believing.digests(tmp_path / "other")


def test_an_article_of_the_corpus_is_one_of_a_blog() -> None:
    articles = new_corpus(400).articles
    words = [sum(len(_text(block).split()) for block in article.blocks) for article in articles]
    assert 620 < sum(words) / len(words) < 640
    assert {len(article.tags) for article in articles} == {2, 3, 4, 5}
    assert sum("```" in str(article.blocks) for article in articles) == 100
    assert len({article.author for article in articles}) == 6
    assert len({article.category for article in articles}) == 12
    assert len({tag for article in articles for tag in article.tags}) == 63


def _text(block: object) -> str:
    if isinstance(block, str):
        return "" if block.startswith("```") else block
    assert isinstance(block, tuple)
    return "".join(part.text if isinstance(part, Link) else part for part in block)


def test_links_lead_to_articles_that_exist() -> None:
    corpus = new_corpus(ARTICLES)
    slugs = {article.slug for article in corpus.articles}
    links = [
        part
        for article in corpus.articles
        for block in article.blocks
        if isinstance(block, tuple)
        for part in block
        if isinstance(part, Link)
    ]
    assert len(links) > 3 * ARTICLES
    assert {link.slug for link in links} <= slugs


def test_a_large_corpus_has_more_tags() -> None:
    assert len({tag for article in new_corpus(1500).articles for tag in article.tags}) == 200


def test_stock_pelican_writes_the_page_set(tmp_path: Path) -> None:
    place = built(tmp_path, PARITY, PELICAN)
    assert complaint(place) is None
    newest = place.page_of("letter-000029")
    assert 'href="https://example.com/letters/letter-0000' in newest  # a link that was resolved
    assert "{filename}" not in newest


def test_hugo_writes_the_page_set(tmp_path: Path) -> None:
    program = hugo.installed()
    if not program:
        pytest.skip("Hugo is installed by `python3 tasks.py bench`")
    place = built(tmp_path, PARITY, HUGO, program)
    assert complaint(place) is None
    assert 'href="/letters/letter-0000' in place.page_of("letter-000029")
    assert (place.output / "feed.xml").read_text(encoding="utf-8").count("<entry>") == 20


def test_a_whole_site_of_ours_is_built_without_a_complaint(tmp_path: Path) -> None:
    place = Place(tools(FULL, None)[PELICAN], tmp_path / "site", new_corpus(ARTICLES))
    place.settle_in()
    told = run([*place.command, "--fatal", "warnings"], place.folder, ENVIRONMENT)
    assert "WARNING" not in told.said
    page = place.page_of("letter-000029")
    assert "mailto:" in page  # an invitation
    assert (place.output / "feeds" / "all.json").is_file()


@pytest.mark.parametrize("case", [case for case in cases.CASES if case.edits], ids=lambda case: case.name)
def test_an_edit_is_to_be_seen_and_the_pages_are_those_that_it_asks_for(tmp_path: Path, case: cases.Case) -> None:
    place = built(tmp_path, PARITY, PELICAN)
    change = case.prepare(place, 1)
    with pytest.raises((believing.WrongSiteError, FileNotFoundError)):
        believing.must_show(place, change)
    run(place.command, place.folder, ENVIRONMENT)
    believing.must_show(place, change)
    assert complaint(place) is None


def test_every_round_edits_another_article(tmp_path: Path) -> None:
    place = Place(tools(PARITY, None)[PELICAN], tmp_path / "site", new_corpus(ARTICLES))
    place.settle_in()
    changes = [case(place, turn) for turn in range(6) for case in (cases.body_edit, cases.title_edit)]
    assert len({change.slug for change in changes}) == len(changes)
    assert all(len(change.saved) == 1 and change.saved[0].is_file() for change in changes)


def test_fastbuild_and_stock_pelican_get_the_same_site(tmp_path: Path) -> None:
    for site in (PARITY, FULL):
        for name in (FASTBUILD, PELICAN):
            Place(tools(site, None)[name], tmp_path / site / name, new_corpus(5)).settle_in()
        assert believing.digests(tmp_path / site / FASTBUILD) == believing.digests(tmp_path / site / PELICAN)
