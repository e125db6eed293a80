"""Ends what takes too long, if it takes long in Python: the regular expressions of `re` look out for signals as well.

Where there are no timers (Windows), or outside the main thread, there is no limit.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

AGAIN = 1.0
"""Seconds until the next ring: whoever catches everything may have caught the first."""


class TimeLimitError(BaseException):
    """No Exception, so that `except Exception` in an extension does not swallow it."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TimeLimitError in the block after `seconds`; 0 is no limit."""
    if seconds <= 0 or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    is_over = False

    def ring(*_: object) -> None:
        if not is_over:
            raise TimeLimitError

    former = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former or signal.SIG_DFL)  # None: it was not Python's
