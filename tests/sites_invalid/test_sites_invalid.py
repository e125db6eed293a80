"""Every mistake of these sites is told once, at its line and with what mends it, and everything else is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sites_invalid import building, cases

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sites_invalid.cases import Case


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are told as one would type them in the folder of the site."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("group", "plugins"), [(cases.TOGETHER, ["reading_aids"]), (cases.PLAIN, [])], ids=["together", "plain"])
def test_of_many_mistakes_each_is_told_with_its_file_and_line(tmp_path: Path, group: list[Case], plugins: list[str]) -> None:
    building.write_site(tmp_path, plugins, group)
    result = building.build(tmp_path)
    told = {case.name: tuple(line for line in result.lines if f" {case.article}:" in line) for case in group}
    assert told == {case.name: case.told for case in group}
    assert len(result.lines) == sum(map(len, told.values()))
    assert (result.code, result.refused) == (1, "")
    assert "sound/index.html" in result.files


@pytest.mark.parametrize("case", cases.APART, ids=repr)
def test_of_a_site_of_its_own_all_is_told(tmp_path: Path, case: Case) -> None:
    building.write_apart(tmp_path, case)
    result = building.build(tmp_path)
    assert tuple(result.lines) == case.told
    is_refused = any(".py" in line for line in case.told)
    assert result.code == (2 if is_refused else int(any(line.startswith("ERROR") for line in case.told)))
    assert not is_refused or not result.files
    assert case.told or "sound/index.html" in result.files


def test_no_case_hides_another() -> None:
    for group in (cases.TOGETHER, cases.PLAIN):
        assert len({case.article for case in group}) == len({case.name for case in group}) == len(group)
    assert len({case.name for case in cases.APART}) == len(cases.APART)


def test_there_are_as_many_mistakes_as_people_make() -> None:
    assert sum(bool(case.told) for case in (*cases.TOGETHER, *cases.PLAIN, *cases.APART)) > 200
