"""How posts end: `html` stands below a paragraph of text, `left` is what must stay of it, the rest what must come out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ending:
    html: str
    left: str = ""
    """As text, with one blank between blocks."""
    ask: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    signoff: str = ""
    sponsor: str = ""
    doubts: tuple[str, ...] = ()
    """Rules of the notes on what stayed."""
