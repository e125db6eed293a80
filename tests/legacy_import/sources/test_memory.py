"""An export of any size is read with the memory that its largest post needs."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "legacy_import.py"


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="no peak of memory is told there")
def test_ten_times_as_many_posts_are_read_with_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("benchmark_of_legacy_import", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, benchmark)  # dataclasses look their module up
    spec.loader.exec_module(benchmark)
    _, little = benchmark.measured_reading(benchmark.Size(posts=1_000, text=6_000, comments=2, attic=0))
    _, much = benchmark.measured_reading(benchmark.Size(posts=10_000, text=6_000, comments=2, attic=0))
    assert much < benchmark.BAR << 20
    assert much < little + (10 << 20)
