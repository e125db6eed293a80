"""What is logged while a text is read, kept instead of shown: whoever uses the reading logs it again, at this build and at later ones."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from pelican.log import FatalLogger, LimitFilter

from .model import Logged, Plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_PLAIN = (str, int, float, bool, type(None))


class Recorder(logging.Handler):
    """Keeps every record from WARNING up; less than that is not worth keeping."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._kept: list[Logged] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._kept.append(_logged(record))

    def take(self) -> tuple[Logged, ...]:
        """What was logged since the last call."""
        kept, self._kept = tuple(self._kept), []
        return kept


@contextlib.contextmanager
def recording() -> Iterator[Recorder]:
    """Takes the place of the root logger's handlers, and of Pelican's filters, which would count a record that nobody sees yet."""
    root, recorder = logging.getLogger(), Recorder()
    handlers, level = root.handlers, root.level
    fatal, filtered = FatalLogger.fatal_lvl, LimitFilter.LOGS_DEDUP_MIN_LEVEL
    root.handlers = [recorder]
    root.setLevel(logging.WARNING)
    FatalLogger.fatal_lvl, LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.CRITICAL + 1, logging.DEBUG
    try:
        yield recorder
    finally:
        root.handlers = handlers
        root.setLevel(level)
        FatalLogger.fatal_lvl, LimitFilter.LOGS_DEDUP_MIN_LEVEL = fatal, filtered


def _logged(record: logging.LogRecord) -> Logged:
    message, arguments = str(record.msg), _plain_arguments(record)
    if arguments is None:
        message, arguments = record.getMessage(), ()
    extra = {name: value for name, value in record.__dict__.items() if name not in _STANDARD and isinstance(value, _PLAIN)}
    return Logged(record.name, record.levelno, message, arguments, tuple(extra.items()))


def _plain_arguments(record: logging.LogRecord) -> tuple[Plain, ...] | None:
    """The record's arguments, others than plain ones as text; None where that would change the message."""
    if not isinstance(record.args, tuple):
        return () if not record.args else None
    arguments = tuple(value if isinstance(value, _PLAIN) else str(value) for value in record.args)
    try:
        is_same = not arguments or str(record.msg) % arguments == record.getMessage()
    except (TypeError, ValueError):
        return None
    return arguments if is_same else None
