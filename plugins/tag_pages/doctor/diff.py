"""The changes as a unified diff, one hunk a file: what changes in a file stands close together."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ..front_matter import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .model import FileChange

_CONTEXT = 3


def diff_of(change: FileChange) -> Iterator[str]:
    """Lines without ends. Paths begin with a/ and b/, so that `git apply` takes them; line ends are shown as LF."""
    before, after = _lines(change.before), _lines(change.after)
    yield f"--- {'/dev/null' if change.before is None else f'a/{change.path}'}"
    yield f"+++ {'/dev/null' if change.after is None else f'b/{change.path}'}"
    head, tail = _common(before, after)
    start, behind = max(0, head - _CONTEXT), max(0, tail - _CONTEXT)
    old, new = before[start : len(before) - behind], after[start : len(after) - behind]
    if old or new:
        yield f"@@ -{_range(start, old)} +{_range(start, new)} @@"
        yield from _hunk(old, new)


def _hunk(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for kind, old_start, old_stop, new_start, new_stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from _marked(" ", old[old_start:old_stop])
        else:
            yield from _marked("-", old[old_start:old_stop])
            yield from _marked("+", new[new_start:new_stop])


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line.rstrip("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(data: bytes | None) -> list[str]:
    *lines, last = LINE_END.sub(b"\n", data or b"").decode(errors="replace").split("\n")
    return [*(f"{line}\n" for line in lines), *filter(None, [last])]


def _common(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many lines are equal at the beginning, and how many of the rest at the end."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - head
    return head, next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)


def _range(start: int, lines: Sequence[str]) -> str:
    """An empty range names the line before it (the format of GNU diff)."""
    return f"{start + bool(lines)},{len(lines)}"
