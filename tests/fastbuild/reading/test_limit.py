"""The time limit: it ends what takes too long, and leaves nothing behind."""

from __future__ import annotations

import signal
import sys
import threading
import time

import pytest
from fastbuild.reading.limit import TimeLimitError, time_limit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no timers")


def busy(turns: int) -> int:
    return sum(range(turns))


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TimeLimitError), time_limit(0.05):
        time.sleep(60)


def test_what_is_quick_is_not_and_nothing_rings_afterwards() -> None:
    former = signal.getsignal(signal.SIGALRM)
    with time_limit(0.05):
        busy(10)
    assert signal.getsignal(signal.SIGALRM) is former
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    time.sleep(0.1)


def test_no_limit_and_no_main_thread_are_no_error() -> None:
    done: list[int] = []

    def work() -> None:
        with time_limit(0.01):
            time.sleep(0.05)
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    with time_limit(0):
        done.append(2)
    assert done == [1, 2]
