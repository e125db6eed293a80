"""The review for people: one page of HTML that needs nothing else, and that no search engine should know."""

from __future__ import annotations

from html import escape
from itertools import filterfalse, islice
from typing import TYPE_CHECKING

from ..model import Action
from .model import TEXTS, Outcome, is_loss

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Note, Trouble
    from .model import Counts, Entry

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; } th, td { text-align: start; padding: .15rem 1rem .15rem 0; } td.n { text-align: end; }
section, article { margin-top: 2rem; } article { border-top: 1px solid; } h3 { margin-bottom: 0; }
.from { margin-top: 0; overflow-wrap: anywhere; } ul { padding-inline-start: 1.2rem; } li { margin: .4rem 0; }
q { display: block; white-space: pre-wrap; overflow-wrap: anywhere; border-inline-start: 3px solid; padding-inline-start: .6rem; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"  # a text in here can load nothing
_WORDS = {
    Action.DOUBTFUL: "Kept, look at it",
    Action.DROPPED: "Taken out",
    Action.CHANGED: "Changed",
    Action.TAKEN: "Taken over",
}
_HEADINGS = {
    3: ("doubtful", "Look at these"),
    2: ("dropped", "Words were taken out"),
    1: ("changed", "Words were changed, or went into other fields"),
    0: ("kept", "Kept as they were"),
}


def review(entries: Iterable[Entry], troubles: Sequence[Trouble], counts: Counts, title: str = "Review of the import") -> Iterator[str]:
    """The whole page, line by line. The entries come in their order and can be walked twice; the counts are theirs."""
    return (f"{part}\n" for part in _parts(entries, troubles, counts, title))


def _parts(entries: Iterable[Entry], troubles: Sequence[Trouble], counts: Counts, title: str) -> Iterator[str]:
    yield from _head(title)
    yield from _summary(counts)
    yield from _troubles("troubles", "What could not be read", list(filter(is_loss, troubles)))
    yield from _troubles("mended", "What was passed over or mended", list(filterfalse(is_loss, troubles)))
    texts = (entry for entry in entries if entry.outcome in TEXTS)
    for rank in _HEADINGS:  # in which order they come
        yield from _texts(islice(texts, counts.ranks[rank]), rank, counts.ranks[rank])
    left_out = dict(counts.outcomes)[Outcome.LEFT_OUT]
    yield from _left_out((entry for entry in entries if entry.outcome is Outcome.LEFT_OUT), left_out)
    yield "</main></body></html>"


def _head(title: str) -> Iterator[str]:
    yield '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
    yield '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main><h1>{escape(title)}</h1>"
    yield "<p>This page is for you alone. Nothing leads to it, and it is not part of your site.</p>"


def _summary(counts: Counts) -> Iterator[str]:
    yield '<section id="numbers"><h2>In numbers</h2><table>'
    yield _row("Read in all", counts.read)
    yield from (_row(outcome.value.capitalize(), number) for outcome, number in counts.outcomes if number)
    yield from (_row(f"– {reason}", number) for reason, number in counts.reasons)
    if counts.kept_out:
        yield _row("No posts, such as menus and templates", counts.kept_out)
    if counts.unreadable:
        yield _row("Could not be read", counts.unreadable)
    if counts.missing:
        yield _row("Unaccounted for: do not publish this import", counts.missing)
    yield "</table><p>Of the articles and pages:</p><table>"
    for rank, (anchor, heading) in _HEADINGS.items():
        yield f'<tr><th scope="row"><a href="#{anchor}">{heading}</a></th><td class="n">{counts.ranks[rank]}</td></tr>'
    yield "</table></section>"


def _row(name: str, number: int) -> str:
    return f'<tr><th scope="row">{escape(name)}</th><td class="n">{number}</td></tr>'


def _troubles(anchor: str, heading: str, troubles: Iterable[Trouble]) -> Iterator[str]:
    ordered = sorted(troubles, key=lambda trouble: (trouble.place.file, trouble.place.line, trouble.rule, trouble.what))
    if ordered:
        yield f'<section id="{anchor}"><h2>{heading}</h2><ul>'
        for trouble in ordered:
            place = f"{trouble.place.file}:{trouble.place.line}" if trouble.place.line else trouble.place.file
            said = f"{escape(trouble.what)}. {escape(trouble.fix)}. <small>{escape(trouble.rule)}</small>"
            yield f"<li><code>{escape(place)}</code>: {said}</li>"
        yield "</ul></section>"


def _texts(entries: Iterable[Entry], rank: int, number: int) -> Iterator[str]:
    anchor, heading = _HEADINGS[rank]
    yield f'<section id="{anchor}"><h2>{heading} ({number})</h2>'
    if rank:
        yield from (part for entry in entries for part in _text(entry))
    elif number:
        yield "<ul>"
        yield from (f"<li>{_name(entry)}<br>{_from(entry)}</li>" for entry in entries)
        yield "</ul>"
    yield "</section>"


def _name(entry: Entry) -> str:
    return f'<bdi dir="auto">{escape(entry.title or "(without a title)")}</bdi>'


def _from(entry: Entry) -> str:
    place = f"{entry.place.file}:{entry.place.line}" if entry.place.line else entry.place.file
    facts = [entry.date[:10], entry.status.value, f"now {entry.written}" if entry.written else "", f"from {place}", entry.url]
    return escape(" · ".join(fact for fact in facts if fact))


def _text(entry: Entry) -> Iterator[str]:
    yield f'<article><h3>{_name(entry)}</h3><p class="from">{_from(entry)}</p>'
    if entry.ask:
        yield f'<p>Its question to the reader: <bdi dir="auto">{escape(entry.ask)}</bdi></p>'
    yield "<ul>"
    yield from map(_note, sorted(entry.notes, key=lambda note: note.action is not Action.DOUBTFUL))
    yield "</ul></article>"


def _note(note: Note) -> str:
    words = f'<q dir="auto">{escape(note.text)}</q>' if note.text else ""
    return f"<li><b>{_WORDS[note.action]}</b>: {escape(note.what)}. <small>{escape(note.rule)}</small>{words}</li>"


def _left_out(entries: Iterable[Entry], number: int) -> Iterator[str]:
    if number:
        yield f'<section id="left-out"><h2>Left out ({number})</h2><ul>'
        yield from (f"<li>{_name(entry)}: {escape(entry.reason or 'no reason is known')}<br>{_from(entry)}</li>" for entry in entries)
        yield "</ul></section>"
