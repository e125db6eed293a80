"""What is logged while a text is read comes out later as if it had been logged then."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from fastbuild.reading.log_records import recording
from fastbuild.reading.model import Logged
from pelican.log import FatalLogger, LimitFilter

log = logging.getLogger("pelican.a_reader")
ARGUMENTS: list[tuple[Any, ...]] = [
    ("Nothing but this, 100 %",),
    ("%s and %d, %r", "a", 3, "b"),
    ("%s", Path("a/b")),
    ("%r", Path("a/b")),
    ("%(a)s", {"a": 1}),
    ("%s", ["a"]),
    ("%.1f %%", 2.55),
    (ValueError("an object"),),
]


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=repr)
def test_a_record_is_logged_again_with_the_same_words(arguments: tuple[Any, ...], caplog: pytest.LogCaptureFixture) -> None:
    log.warning(*arguments, extra={"limit_msg": "Others", "line": 3, "source_path": "a.md"})
    with recording() as recorder:
        log.warning(*arguments, extra={"limit_msg": "Others", "line": 3, "source_path": "a.md"})
    (logged,) = recorder.take()
    logged.log_again()
    genuine, again = caplog.records
    assert again.getMessage() == genuine.getMessage() == logged.text
    for name in ("name", "levelno", "limit_msg", "line", "source_path"):
        assert getattr(again, name) == getattr(genuine, name)


def test_nothing_comes_out_meanwhile_and_nothing_is_counted(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LimitFilter, "LOGS_DEDUP_MIN_LEVEL", logging.WARNING)
    monkeypatch.setattr(FatalLogger, "fatal_lvl", logging.WARNING)
    with recording() as recorder:
        for _ in range(9):
            log.warning("the same", extra={"limit_msg": "Others"})
    assert caplog.records == []
    assert len(recorder.take()) == 9
    assert recorder.take() == ()
    with pytest.raises(RuntimeError):
        log.warning("the same")


def test_a_quiet_build_knows_the_warnings_too(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        with recording() as recorder:
            log.warning("quietly")
            log.info("not worth it")
        assert logging.getLogger().level == logging.ERROR
    assert recorder.take() == (Logged("pelican.a_reader", logging.WARNING, "quietly"),)
