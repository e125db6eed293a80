"""Rules over invitations and contact cards, as their files' front matter has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .model import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import CheckConfig
    from .texts import SourceText

STALE_AFTER = 24
"""Months after which somebody should look whether the channels of a card still work."""

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?")


def without_invitation(text: SourceText, _config: CheckConfig) -> Iterator[Hit]:
    """A file that says `Cta: none`."""
    for field in text.fields():
        if field.name.lower() == "cta" and field.value.lower() == "none":
            yield Hit(field.line, "Ends without an invitation, as `Cta: none` asks for.", "Remove the line to have one again.")


def not_confirmed(text: SourceText, config: CheckConfig) -> Iterator[Hit]:
    """A contact card whose `Confirmed` is a month two years ago or longer."""
    if not text.place.startswith(f"{config.authors_path}/"):
        return
    for field in text.fields():
        month = _MONTH.fullmatch(field.value) if field.name.lower() == "confirmed" else None
        if month and _months_since(month, config) >= STALE_AFTER:
            yield Hit(
                field.line,
                f"Nobody has checked this card's addresses and numbers since {field.value}.",
                f"Try each of them, then write `{field.name}: {config.today:%Y-%m}`.",
            )


def _months_since(month: re.Match[str], config: CheckConfig) -> int:
    return (config.today.year - int(month[1])) * 12 + config.today.month - int(month[2])
