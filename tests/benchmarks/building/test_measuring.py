"""Whole processes: their time, their memory, what they said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.building import cases, memory, resident
from benchmarks.building.believing import WrongSiteError, must_show
from benchmarks.building.corpus import new_corpus
from benchmarks.building.measuring import ProgramFailedError, run
from benchmarks.building.tools import FASTBUILD, PARITY, Place, tools

MIB = 1024 * 1024
TWO_LARGE_PROCESSES = """
import subprocess, sys, time
large = "import time; held = bytearray(60 << 20); held[::4096] = b'x' * len(held[::4096]); time.sleep(1)"
other = subprocess.Popen([sys.executable, "-c", large])
exec(large)
other.wait()
"""


def test_what_a_process_started_is_below_it() -> None:
    parents = [(30, 20), (20, 10), (21, 10), (99, 98), (10, 1)]
    assert memory.tree(10, parents) == [10, 20, 21, 30]


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells")
def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    weighed = run([sys.executable, "-c", TWO_LARGE_PROCESSES], tmp_path, {}, weigh=True)
    assert weighed.peak
    assert 120 * MIB < weighed.peak < 200 * MIB
    assert run([sys.executable, "-c", "pass"], tmp_path, {}).peak is None


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell")
def test_the_time_of_the_processor_counts_what_was_started_too(tmp_path: Path) -> None:
    busy = "import time; end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
    started = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    cost = run([sys.executable, "-c", started], tmp_path, {})
    assert cost.processor
    assert cost.processor >= 0.3


def test_a_program_is_run_in_its_folder_and_what_it_says_is_kept(tmp_path: Path) -> None:
    cost = run([sys.executable, "-c", "import os; print(os.getcwd(), os.environ['GIVEN'])"], tmp_path, {"GIVEN": "this"})
    assert cost.said.split() == [str(tmp_path.resolve()), "this"]


def test_a_failure_shows_what_was_said_last(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailedError, match=r"ended with 3 (?s:.*)line 49"):
        run([sys.executable, "-c", "print(*[f'line {n}' for n in range(50)], sep='\\n'); raise SystemExit(3)"], tmp_path, {})


def test_a_session_answers_a_word_for_each_change(tmp_path: Path) -> None:
    place = Place(tools(PARITY, None)[FASTBUILD], tmp_path / "site", new_corpus(5))
    place.settle_in()
    with resident.STARTED[FASTBUILD](place) as session:
        for change in (cases.body_edit(place, 0), cases.title_edit(place, 0)):
            with pytest.raises(WrongSiteError):
                must_show(place, change)
            session.see(change)
            must_show(place, change)


def test_a_session_that_cannot_build_is_not_measured(tmp_path: Path) -> None:
    place = Place(tools(PARITY, None)[FASTBUILD], tmp_path / "site", new_corpus(1))
    place.settle_in()
    (place.folder / "theme" / "templates" / "article.html").write_text("{% if %}", encoding="utf-8")
    with pytest.raises(ProgramFailedError, match="could not build"), resident.STARTED[FASTBUILD](place):
        pass
