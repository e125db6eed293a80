"""The report as one JSON object."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .model import KINDS
from .wording import sentence

if TYPE_CHECKING:
    from .model import Change, Comparison, Entry

VERSION = 1


def as_json(comparison: Comparison, **more: object) -> str:
    """Version, feeds that changed, totals in the main feed's format (null without feeds), the sentence, and `more`."""
    main = comparison.main
    node = {
        "version": VERSION,
        **more,
        "feeds": [_feed(change) for change in comparison.changes if not change.is_empty],
        "totals": asdict(comparison.totals[main.format]) if main else None,
        "sentence": sentence(main),
    }
    return json.dumps(node, ensure_ascii=False, indent=2)


def _feed(change: Change) -> dict[str, Any]:
    entries = {kind: [_entry(entry, change) for entry in change.entries(kind)] for kind in KINDS}
    bytes_ = {"before": change.before, "after": change.after}
    return {"path": change.path, "format": change.format, "bytes": bytes_, **entries, "archived": change.archived}


def _entry(entry: Entry, change: Change) -> dict[str, str]:
    former = change.former_ids.get(entry.id)
    return {"id": entry.id, "url": entry.url, "title": entry.title} | ({"former_id": former} if former else {})
