"""A tool that leaves something out, adds something, or does nothing, is found out."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.building import page_set, rounds
from benchmarks.building.believing import WrongSiteError, must_be_stock
from benchmarks.building.cases import EVERY
from benchmarks.building.corpus import new_corpus
from benchmarks.building.measuring import ProgramFailedError
from benchmarks.building.rounds import Experiment
from benchmarks.building.tools import FASTBUILD, FULL, PARITY, PELICAN, Place, tools

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.building.results import Measured

ARTICLES = 12
STOCK = tools(PARITY, None)[PELICAN]
ONLY_ONCE = "import pathlib, subprocess, sys; pathlib.Path('out').exists() or subprocess.run(sys.argv[1:], check=True)"


def place_of(folder: Path, *further: str, name: str = PELICAN, wrapper: tuple[str, ...] = ()) -> Place:
    """A site that stock Pelican builds, with further arguments, or by way of another program."""
    place = Place(replace(STOCK, name=name, command=(*wrapper, *STOCK.command, *further)), folder / name, new_corpus(ARTICLES))
    place.settle_in()
    return place


def measured(*places: Place, cases: tuple[str, ...] = ("cold",), turns: int = 0, site: str = PARITY) -> list[Measured]:
    by_name = {place.tool.name: place for place in places}
    chosen = [replace(EVERY[name], tools=tuple(by_name)) for name in cases]
    return list(rounds.measure(Experiment(site, ARTICLES, by_name), chosen, turns, lambda _line: None))


def test_a_file_that_is_left_out_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongSiteError, match=r"pelican does not write the page set: it lacks 1, among them feed\.xml"):
        measured(place_of(tmp_path, "-e", "FEED_ALL_ATOM=null"))


def test_a_file_too_many_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongSiteError, match=r"it has too many 1, among them feed\.rss"):
        measured(place_of(tmp_path, "-e", 'FEED_ALL_RSS="feed.rss"'))


def test_a_tool_that_builds_only_once_does_not_pass_for_a_fast_one(tmp_path: Path) -> None:
    idle = place_of(tmp_path, wrapper=(sys.executable, "-c", ONLY_ONCE))
    with pytest.raises(WrongSiteError, match="does not show what was changed, 'remark 0'"):
        measured(idle, cases=("cold", "no-change", "body-edit"))


def test_another_byte_than_stock_pelican_is_named(tmp_path: Path) -> None:
    (tmp_path / "same").mkdir()
    measured(place_of(tmp_path / "same", name=FASTBUILD), place_of(tmp_path / "same"))
    with pytest.raises(WrongSiteError, match="fastbuild and pelican differ in"):
        measured(place_of(tmp_path, "-e", 'SITENAME="Another"', name=FASTBUILD), place_of(tmp_path))


def test_a_file_that_only_stock_pelican_has_is_a_difference(tmp_path: Path) -> None:
    ours, stock = (Place(replace(STOCK, name=name), tmp_path / name, new_corpus(1)) for name in (FASTBUILD, PELICAN))
    for place in (ours, stock):
        place.output.mkdir(parents=True)
    (stock.output / "only-here.html").write_text("x", encoding="utf-8")
    with pytest.raises(WrongSiteError, match="differ in 1 files, among them only-here"):
        must_be_stock([ours, stock])


def test_of_a_whole_site_of_ours_the_tools_must_write_the_same_files(tmp_path: Path) -> None:
    with pytest.raises(WrongSiteError, match=r"lacks 1, among them feed\.xml"):
        measured(place_of(tmp_path), place_of(tmp_path, "-e", "FEED_ALL_ATOM=null", name="other"), site=FULL)


def test_what_a_failing_build_said_last_is_shown(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailedError, match=r"ended with 1 .*\n(?s:.*)no such settings"):
        measured(place_of(tmp_path, wrapper=(sys.executable, "-c", "raise SystemExit('no such settings')")))


def test_rounds_count_and_the_warm_up_does_not(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    cold, edited = measured(place, cases=("cold", "new-article"), turns=2)
    assert (cold.case, edited.case) == ("cold", "new-article")
    assert len(cold.seconds) == len(edited.seconds) == 2
    assert min(cold.seconds) > 0
    assert len(place.corpus.articles) == ARTICLES + 3
    assert edited.files == len(page_set.expected(place.corpus))
    assert edited.size > 10_000
    if sys.platform == "linux":
        assert cold.peak
        assert cold.peak > 10_000_000
    assert len(cold.processor) == (0 if sys.platform == "win32" else 2)


def test_the_sites_of_all_tools_remain_the_same(tmp_path: Path) -> None:
    """Stock Pelican is not timed in an edit, but its next cold build has it too."""
    ours, stock = place_of(tmp_path, name=FASTBUILD), place_of(tmp_path)
    chosen = [EVERY["cold"], EVERY["title-edit"]]
    made = list(rounds.measure(Experiment(PARITY, ARTICLES, {FASTBUILD: ours, PELICAN: stock}), chosen, 1, lambda _line: None))
    assert [(it.case, it.tool) for it in made if it.case == "title-edit"] == [("title-edit", FASTBUILD)]
    assert ours.corpus == stock.corpus != new_corpus(ARTICLES)


def test_tools_take_turns_in_being_first(tmp_path: Path) -> None:
    places = [Place(replace(STOCK, name=name), tmp_path, new_corpus(1)) for name in "abc"]
    assert ["".join(place.tool.name for place in rounds.rotated(places, turn)) for turn in range(4)] == ["abc", "bca", "cab", "abc"]


def test_the_report_that_ends_what_was_said_is_read() -> None:
    report = {"seconds": {"reading": 1.5}, "counts": {"read": 3}}
    assert rounds.report_of(f"Building ...\n{json.dumps({'version': 1, **report}, indent=2)}\n") == report
    assert rounds.report_of("Building ...\n") == {}
    assert rounds.report_of("{not a report") == {}
