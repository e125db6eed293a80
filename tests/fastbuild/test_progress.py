"""How far a build has come is shown to whoever looks, and not before it takes long."""

from __future__ import annotations

import io
import threading

import pytest
from fastbuild.progress import Progress, is_wanted, shown_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def test_a_short_build_shows_nothing() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    for done in range(100):
        clock.time += 0.0099
        progress.at("Reading", done, 100)
    progress.end()
    assert stream.getvalue() == ""


def test_a_long_build_shows_how_far_it_is_and_leaves_nothing() -> None:
    threads = threading.active_count()
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    clock.time = 1.5
    progress.at("Reading", 30, 100)
    progress.at("Reading", 31, 100)  # too soon for another drawing
    shown = stream.getvalue()
    assert "30/100" in shown
    assert "31/100" not in shown
    clock.time = 2.0
    progress.at("Writing", 7, 9)
    assert "7/9" in stream.getvalue()
    assert threading.active_count() == threads  # a fork with threads may hang
    progress.end()
    assert stream.getvalue().endswith("\x1b[2K")  # the line is erased
    progress.end()


@pytest.mark.parametrize(
    ("stream", "environment", "wanted"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {}, True),
        (Terminal(), {"CI": "true"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_it_is_shown_to_whoever_looks(stream: io.StringIO, environment: dict[str, str], *, wanted: bool) -> None:
    assert is_wanted(stream, environment) is wanted
    with shown_progress(stream, environment) as progress:
        progress.patience = 0
        progress.at("Reading", 1, 2)
        assert bool(stream.getvalue()) is wanted
    assert wanted or stream.getvalue() == ""


def test_it_goes_when_a_build_fails() -> None:
    stream = Terminal()

    def build() -> None:
        with shown_progress(stream, {}) as progress:
            progress.patience = 0
            progress.at("Reading", 1, 2)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        build()
    assert stream.getvalue().endswith("\x1b[2K")
