"""What reading one file gave."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Logged:
    """A warning or an error; `extra` is what the record carried besides (`limit_msg`, `source_path`, `line`, `rule`, `fix`)."""

    logger: str
    level: int
    message: str
    arguments: tuple[Plain, ...] = ()
    extra: tuple[tuple[str, Plain], ...] = ()

    def log_again(self) -> None:
        """As the reader logged it, so that the same filters apply."""
        logging.getLogger(self.logger).log(self.level, self.message, *self.arguments, extra=dict(self.extra))

    @property
    def text(self) -> str:
        return self.message % self.arguments if self.arguments else self.message


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read: the exception's name, or one of ours; a sentence; and the line where it is known."""

    kind: str
    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """`content` and `metadata` are the reader's, without fields that Pelican discards.

    `others` are the files that it opened besides, with their digests ("" for one that was not there): when one of them differs, the
    reading is stale. `content` is None after a `failure`.
    """

    content: str | None
    metadata: dict[str, Any] = field(default_factory=dict)
    logged: tuple[Logged, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    failure: Failure | None = None
    digest: str = field(default="", compare=False)
    """Of the file's own bytes; "" if there were none, or a reader of somebody else's read them."""

    def is_current(self, digest_of: Callable[[str], str]) -> bool:
        """Whether the other files are as they were; `digest_of` a path is "" where there is no file."""
        return all(digest_of(path) == digest for path, digest in self.others)
