"""What is asked of results, and what a person reads of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.building import command_line
from benchmarks.building.bars import BARS, judge
from benchmarks.building.document import document
from benchmarks.building.options import wanted
from benchmarks.building.report import as_text, tables
from benchmarks.building.results import Measured, Results, from_json, growth, ratio
from benchmarks.building.tools import FASTBUILD, FULL, HUGO, PARITY, PELICAN

if TYPE_CHECKING:
    from pathlib import Path

MIB = 1024 * 1024
LARGE = (PARITY, 10_000)


def cold(tool: str, *seconds: float, articles: int = 10_000, peak: int | None = None) -> Measured:
    return Measured(PARITY, articles, "cold", tool, seconds, processor=seconds, peak=peak, files=16_812, size=170_000_000)


def results(*measured: Measured) -> Results:
    return Results({"day": "2026-11-25", "Python": "3.11.9"}, measured)


def verdicts(*measured: Measured) -> dict[str, str]:
    return {judged.bar.what: judged.verdict for judged in judge(results(*measured))}


def test_a_ratio_is_the_median_of_the_pairs_not_the_ratio_of_the_medians() -> None:
    """Two quick rounds of the machine and a slow one: each pair says a half."""
    assert ratio(cold(FASTBUILD, 1, 10, 2), cold(HUGO, 2, 20, 4)) == 0.5
    assert ratio(cold(FASTBUILD, 1, 5, 9), cold(HUGO, 10, 5, 3)) == 1
    assert ratio(cold(FASTBUILD, 1), None) is None


def test_growth_is_an_exponent() -> None:
    assert growth(cold(FASTBUILD, 2, articles=1000), cold(FASTBUILD, 20)) == pytest.approx(1)
    assert growth(cold(FASTBUILD, 2, articles=1000), cold(FASTBUILD, 200)) == pytest.approx(2)
    assert growth(cold(FASTBUILD, 2), cold(FASTBUILD, 2)) is None


def test_a_budget_is_held_missed_or_not_measured() -> None:
    found = verdicts(cold(FASTBUILD, 10, 11, 12, peak=400 * MIB), cold(HUGO, 11, 12, 13, peak=500 * MIB))
    assert found["10,000 articles, cold"] == "held"
    assert found["10,000 articles, cold, peak memory of all processes"] == "missed"
    assert found["1,000 articles, cold"] == "not measured"


def test_growth_is_judged_between_the_smallest_and_the_largest_site() -> None:
    what = BARS[-2].what
    sizes = {1000: 1.0, 10_000: 9.0}
    assert verdicts(*(cold(FASTBUILD, seconds, articles=articles) for articles, seconds in sizes.items()))[what] == "held"
    assert (
        verdicts(*(cold(FASTBUILD, seconds, articles=articles) for articles, seconds in {**sizes, 100_000: 300.0}.items()))[what]
        == "missed"
    )


def test_a_budget_in_seconds_needs_no_other_tool() -> None:
    what = "100 articles, our theme and all plugins, nothing changed"
    assert verdicts(Measured(FULL, 100, "no-change", FASTBUILD, (0.2, 0.3, 9.0)))[what] == "held"
    assert verdicts(Measured(FULL, 100, "no-change", FASTBUILD, (0.2, 0.4, 0.4)))[what] == "missed"


def test_results_are_kept_and_read_again() -> None:
    made = results(cold(FASTBUILD, 1.5, 2.5, peak=3), Measured(FULL, 100, "cold", PELICAN, (3.0,), stages={"reading": 1.0}))
    assert from_json(made.as_json()) == made


def test_tables_say_how_many_times_another_tool_ours_takes() -> None:
    made = results(cold(FASTBUILD, 5, peak=100 * MIB), cold(HUGO, 10, peak=200 * MIB), cold(PELICAN, 50))
    rows = {row[1]: row for row in tables(made)[0].rows}
    assert list(rows) == ["Rapport", "Pelican", "Hugo"]
    assert rows["Hugo"][6] == "0.500"
    assert rows["Pelican"][6] == "0.100"
    assert rows["Rapport"][6:9] == ("-", "100", "16,812")


def test_the_document_has_every_number_every_budget_and_the_machine() -> None:
    stages = Measured(FULL, 200, "cold", FASTBUILD, (3.25,), stages={"reading": 1.75, "rendering": 0.5})
    text = document(results(cold(FASTBUILD, 5), cold(HUGO, 10), stages))
    assert text.startswith("# Performance\n")
    assert "* Python: 3.11.9\n" in text
    assert "| cold: nothing built, nothing cached | Hugo | 10.000 | 10.000 | 10.000 | 10.00 | 0.500 |" in text
    assert "| 1.75 | 0.50 |" in text
    assert all(bar.what in text for bar in BARS)


def test_columns_of_a_terminal_are_even() -> None:
    lines = as_text(tables(results(cold(FASTBUILD, 5), cold(HUGO, 110)))[0]).splitlines()
    assert lines[0] == "10,000 articles, one page set, a plain theme"
    assert [line.index(number) + len(number) for line, number in zip(lines[3:5], ("5.000", "110.000"), strict=True)] == [
        lines[2].index("median s") + len("median s")
    ] * 2


@pytest.mark.parametrize(("ours", "code"), [(5.0, 0), (30.0, 1)])
def test_an_earlier_run_is_judged_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ours: float, code: int
) -> None:
    kept, written = tmp_path / "results.json", tmp_path / "performance.md"
    kept.write_text(results(cold(FASTBUILD, ours), cold(HUGO, 10)).as_json(), encoding="utf-8")
    monkeypatch.setattr(command_line, "DOCUMENT", written)
    assert command_line.main(["--from", str(kept), "--write"]) == code
    assert ("missed" in capsys.readouterr().out) == bool(code)
    assert f"{ours:.3f}" in written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--cases", "cold,colder"], "what is colder? There are cold, no-change,"),
        (["--tools", "jekyll"], "what is jekyll?"),
        (["--articles", "1000,many"], "'many' is not a number"),
        (["--rounds", "0"], "'0' is not a number from 1 up"),
    ],
)
def test_a_mistake_on_the_command_line_is_named(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        wanted(arguments)
    assert stop.value.code == 2
    assert said in capsys.readouterr().err


def test_what_is_not_said_is_everything() -> None:
    asked = wanted([])
    assert (asked.site, asked.cases, asked.tools, asked.rounds) == ((PARITY, FULL), None, None, 5)
    assert wanted(["--articles", "1000,10000"]).articles == (1000, 10000)


def test_what_is_in_the_folder_already_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "parity-3" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    there = ["--folder", str(tmp_path), "--results", str(tmp_path / "results.json")]
    assert command_line.main([*there, "--site", "parity", "--articles", "3", "--tools", "pelican"]) == 2
    assert "Remove it, or choose another --folder." in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_run_leaves_its_results_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, kept = tmp_path / "sites", tmp_path / "results.json"
    there = ["--folder", str(folder), "--results", str(kept)]
    asked = ["--site", "parity", "--articles", "3,4", "--tools", "pelican", "--cases", "cold", "--rounds", "1"]
    assert command_line.main([*there, *asked]) == 0
    made = from_json(kept.read_text(encoding="utf-8"))
    assert [(it.articles, it.case, it.tool, len(it.seconds)) for it in made.measured] == [(3, "cold", PELICAN, 1), (4, "cold", PELICAN, 1)]
    assert made.circumstances["Pelican"].startswith("4.")
    assert not folder.exists()
    assert "3 articles, one page set" in capsys.readouterr().out
