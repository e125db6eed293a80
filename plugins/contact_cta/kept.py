"""Keeps what a macro has made, since a card is shown on every page of its author, and the site's invitation on every list."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 256
"""Texts kept at a time: enough for the parts of each card and the lists that follow each other, and no heap of invitations seen once."""


def kept() -> Callable[..., Any]:
    """A filter for templates: `macro` called with `arguments`, made once for equal ones."""

    @lru_cache(MOST)
    def call(macro: Callable[..., Any], *arguments: Any) -> Any:
        return macro(*arguments)

    return call
