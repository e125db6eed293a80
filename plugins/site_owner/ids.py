"""The permanent `Id` of an article: six characters of Crockford's base32, drawn once."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

# Douglas Crockford's alphabet: no I, L, O (read as 1 and 0) and no U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6


def new_id(taken: Container[str]) -> str:
    """An Id that is not taken; `taken` holds Ids in upper case. 32 to the 6th are a thousand million, so this ends soon."""
    while (drawn := "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))) in taken:
        continue
    return drawn
