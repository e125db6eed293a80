"""The review for programs."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from ..model import Action
from .model import KEPT_OUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Note, Trouble
    from .model import Counts, Entry

_FIX = "Read the text there, and change it if you would have decided otherwise"


def as_json(entries: Iterable[Entry], troubles: Sequence[Trouble], counts: Counts) -> Iterator[str]:
    """One object, piece by piece: version, findings (what somebody should look at), counts, and every item with its notes.

    The entries come in their order and can be walked twice; the counts are theirs.
    """
    findings = chain(
        _missing(counts),
        map(_of_trouble, sorted(troubles, key=_order)),
        (found for entry in entries for found in _of_entry(entry)),
    )
    yield '{\n "version": 1,\n "findings": '
    yield from _list(findings)
    yield f',\n "counts": {_within(_counts(counts), " ")},\n "items": '
    yield from _list(map(_item, entries))
    yield "\n}"


def _list(values: Iterable[dict[str, object]]) -> Iterator[str]:
    """As `json.dumps` writes a list, one member after the other: as objects those of ten years would need many times the memory."""
    before = "["
    for value in values:
        yield f"{before}\n  {_within(value, '  ')}"
        before = ","
    yield "\n ]" if before == "," else "[]"


def _within(value: object, blanks: str) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", f"\n{blanks}")


def _order(trouble: Trouble) -> tuple[str, int, str, str]:
    return (trouble.place.file, trouble.place.line, trouble.rule, trouble.what)


def _counts(counts: Counts) -> dict[str, object]:
    names = ("kept", "changed", "with_words_dropped", "doubtful")
    return {
        "read": counts.read,
        **{outcome.name.lower(): number for outcome, number in counts.outcomes},
        "kept_out": counts.kept_out,
        "unreadable": counts.unreadable,
        "missing": counts.missing,
        "reasons": dict(counts.reasons),
        "texts": dict(zip(names, counts.ranks, strict=True)),
    }


def _missing(counts: Counts) -> Iterator[dict[str, object]]:
    if counts.missing:
        message = f"{counts.read} items were read, and {counts.read - counts.missing} are told of here"
        yield _finding(
            "import-count", "error", "", 0, message, "Do not publish this import, and send us the export's first lines if you can"
        )


def _of_trouble(trouble: Trouble) -> dict[str, object]:
    severity = "error" if trouble.items and trouble.rule != KEPT_OUT else "info"
    return _finding(trouble.rule, severity, trouble.place.file, trouble.place.line, trouble.what, trouble.fix)


def _of_entry(entry: Entry) -> Iterator[dict[str, object]]:
    for note in entry.notes:
        if note.action is Action.DOUBTFUL:
            message = f"{note.what}: “{note.text}”" if note.text else note.what
            path, line = (entry.written, 0) if entry.written else (entry.place.file, entry.place.line)
            yield _finding(note.rule, "warning", path, line, message, _FIX)


def _finding(rule: str, severity: str, path: str, line: int, message: str, fix: str) -> dict[str, object]:
    return {"rule": rule, "severity": severity, "path": path, "line": line, "message": message, "fix": fix}


def _item(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind.value,
        "status": entry.status.value,
        "outcome": entry.outcome.value,
        "reason": entry.reason,
        "title": entry.title,
        "date": entry.date,
        "url": entry.url,
        "file": entry.place.file,
        "line": entry.place.line,
        "written": entry.written,
        "ask": entry.ask,
        "notes": [_note(note) for note in entry.notes],
    }


def _note(note: Note) -> dict[str, str]:
    return {"action": note.action.value, "rule": note.rule, "what": note.what, "text": note.text}
