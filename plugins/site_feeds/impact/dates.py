"""Dates of any feed in one spelling, so that the same moment is the same text."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def in_utc(text: str) -> str:
    """`2026-03-04T09:30:00Z` of an RFC 3339 or RFC 822 date; without an offset it is taken for UTC. What is no date stays as it is."""
    words = " ".join(text.split())
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(words)
            aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return aware.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        except (ValueError, TypeError, OverflowError):
            continue
    return words
