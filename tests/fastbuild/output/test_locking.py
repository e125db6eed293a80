"""The lock: one build at a time, and whoever waits is told for whom."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import fastbuild
import pytest
from fastbuild.output import LockedError, locking
from fastbuild.output.locking import Holder, held

HOLD = """
import sys, time
from pathlib import Path
from fastbuild.output.locking import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "lock"


def holding(lock: Path) -> subprocess.Popen[bytes]:
    """Another process that holds the lock."""
    paths = str(Path(fastbuild.__file__).parent.parent)
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": paths})
    assert child.stdout
    assert child.stdout.readline().strip() == b"held"
    child.stdout.close()
    return child


def test_who_comes_second_is_told_who_is_at_work(lock: Path) -> None:
    child = holding(lock)
    try:
        with pytest.raises(LockedError) as error, held(lock):
            pass
    finally:
        child.kill()
        child.wait()
    assert error.value.holder
    assert error.value.holder.pid == child.pid
    assert error.value.holder.command == f"-c {lock}"
    assert f"process {child.pid} on {os.uname().nodename if sys.platform != 'win32' else ''}" in str(error.value)
    assert "Wait until it has ended, or end it, then build again." in str(error.value)


def test_a_lock_ends_with_its_process(lock: Path) -> None:
    child = holding(lock)
    child.kill()
    child.wait()
    with held(lock):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_what_a_killed_build_forked_does_not_hold_its_lock(lock: Path) -> None:
    """A worker that reads an endless file may outlive the build that started it."""
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        with held(lock):
            worker = os.fork()
            if worker == 0:
                time.sleep(60)
                os._exit(0)
            os.write(writing, worker.to_bytes(4, "little"))
            os.kill(os.getpid(), signal.SIGKILL)
    worker = int.from_bytes(os.read(reading, 4), "little")
    os.waitpid(parent, 0)
    try:
        with held(lock):
            pass
    finally:
        os.kill(worker, signal.SIGKILL)
        os.close(reading)
        os.close(writing)


def test_within_a_process_it_is_held_once_and_stays_held(lock: Path) -> None:
    with held(lock):
        for _ in range(2):
            with pytest.raises(LockedError, match=f"process {os.getpid()} "), held(lock):
                pass
        assert is_refused_elsewhere(lock)
    assert not is_refused_elsewhere(lock)


def is_refused_elsewhere(lock: Path) -> bool:
    code = "import sys; from pathlib import Path; from fastbuild.output import locking\nwith locking.held(Path(sys.argv[1])): pass"
    env = os.environ | {"PYTHONPATH": str(Path(fastbuild.__file__).parent.parent)}
    return b"LockedError" in subprocess.run([sys.executable, "-c", code, str(lock)], env=env, capture_output=True, check=False).stderr


def test_a_lock_that_was_cleaned_away_is_made_anew(lock: Path) -> None:
    with held(lock):
        lock.unlink()
    with held(lock):
        assert lock.exists()


def test_a_lock_cleaned_away_between_opening_and_locking_is_not_enough(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cleaned, and made a new one, would not meet us there."""
    cleaned: list[int] = []

    def slow(file: int) -> None:
        if not cleaned:
            cleaned.append(lock.stat().st_ino)
            lock.rename(lock.with_name("away"))
            lock.touch()
        real(file)

    real = locking._lock
    monkeypatch.setattr(locking, "_lock", slow)
    with held(lock):
        assert cleaned
        assert is_refused_elsewhere(lock)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b'{"pid": 1}', b"\xff"])
def test_a_holder_that_says_nothing_clear_is_still_a_holder(lock: Path, text: bytes) -> None:
    child = holding(lock)
    try:
        lock.write_bytes(text)
        with pytest.raises(LockedError, match="another build is at work with") as error, held(lock):
            pass
    finally:
        child.kill()
        child.wait()
    assert error.value.holder is None


def test_how_a_holder_is_named() -> None:
    holder = Holder(7, "desk", "2026-03-04 09:30:00", "tasks.py build")
    assert str(holder) == "'tasks.py build', process 7 on desk, since 2026-03-04 09:30:00"
