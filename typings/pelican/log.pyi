import logging
from collections import defaultdict

from rich.console import Console

console: Console

class LimitFilter(logging.Filter):
    LOGS_DEDUP_MIN_LEVEL: int
    _ignore: set[tuple[int, str]]
    _raised_messages: set[tuple[int, str]]
    _group_count: defaultdict[tuple[int, str], int]
    _threshold: int

class FatalLogger(logging.Logger):
    fatal_lvl: int
