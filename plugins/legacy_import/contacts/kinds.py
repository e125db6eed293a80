"""What a sentence at the end of a post can be."""

from __future__ import annotations

from enum import Enum, auto


class Kind(Enum):
    """What a sentence is; all up to `CALL` goes by itself, `PRELUDE` and the rest depend on where they stand."""

    COMMENTS = auto()
    REACH = auto()
    FOLLOW = auto()
    SUBSCRIBE = auto()
    SPONSOR = auto()
    DATA = auto()
    CALL = auto()
    PRELUDE = auto()
    ASK_OPEN = auto()
    ASK = auto()
    ASK_WEAK = auto()
    RHETORICAL = auto()
    UNCLEAR = auto()
    PICTURE = auto()
    TEXT = auto()


GONE = frozenset((Kind.COMMENTS, Kind.REACH, Kind.FOLLOW, Kind.SUBSCRIBE, Kind.SPONSOR, Kind.DATA))
ASKS = frozenset((Kind.ASK_OPEN, Kind.ASK, Kind.ASK_WEAK))
