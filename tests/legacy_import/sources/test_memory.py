"""An export of any size is read with the memory that its largest post needs."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "legacy_import.py"


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="no peak of memory is told there")
def test_sixty_megabytes_need_no_more_memory_than_six() -> None:
    spec = importlib.util.spec_from_file_location("benchmark_of_legacy_import", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    _, little, few = benchmark.measured(6)
    _, much, many = benchmark.measured(60)
    assert many > 9 * few
    assert much < benchmark.BAR
    assert much < little + 10
