"""A line of text: pieces and what was said of each, put together again with blanks where they belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString

from .spaces import BLANKS, one_blank, visible, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

Wrapper = tuple[str, tuple[tuple[str, str], ...]]
"""The name of an element and its attributes."""
Wrappers = tuple[Wrapper, ...]

_PIECES = re.compile(f"([{BLANKS}]+)")
_ODD = re.compile(r"[^\S \t\n\r\f]")
"""A blank that may have to stay what it is."""


class Run:
    """Pieces of text, each with its wrappers from outside in; a piece is a word, a blank or an element."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str | Tag, Wrappers]] = []

    def text(self, text: str, wrappers: Wrappers) -> None:
        if text:
            self._pieces.append((text, _without_repetition(wrappers)))

    def leaf(self, tag: Tag, wrappers: Wrappers) -> None:
        self._pieces.append((tag, _without_repetition(wrappers)))

    def paragraphs(self) -> Iterator[Tag]:
        """One `<p>` a paragraph: two line breaks end it. Empty ones are none."""
        part: list[tuple[str | Tag, Wrappers]] = []
        breaks = 0
        for piece, wrappers in self._pieces:
            is_break = isinstance(piece, Tag) and piece.name == "br"
            breaks = breaks + 1 if is_break else breaks if isinstance(piece, str) and not piece.strip() else 0
            if breaks >= 2:
                yield from _paragraph(part)
                part = []
            else:
                part.append((piece, wrappers))
        yield from _paragraph(part)


def _without_repetition(wrappers: Wrappers) -> Wrappers:
    """Bold in bold is bold, and a link in a link is none: the first counts."""
    seen: dict[str, Wrapper] = {}
    for wrapper in wrappers:
        seen.setdefault(wrapper[0], wrapper)
    return tuple(seen.values())


def _paragraph(pieces: list[tuple[str | Tag, Wrappers]]) -> Iterator[Tag]:
    if not pieces:
        return
    paragraph = Tag(name="p")
    _fill(paragraph, _with_blanks_outside(_split(pieces)))
    if paragraph.get_text(strip=True) or paragraph.find(["img", "audio", "a"]):
        yield paragraph


def _split(pieces: list[tuple[str | Tag, Wrappers]]) -> list[tuple[str | Tag, Wrappers]]:
    """Words and blanks apart; what belongs to blanks is decided over the whole line, since they run across elements."""
    line = "".join(piece if isinstance(piece, str) else "\n" if piece.name == "br" else "\ufffc" for piece, _ in pieces)
    kept = wanted(line)
    result: list[tuple[str | Tag, Wrappers]] = []
    at = 0
    for piece, wrappers in pieces:
        parts = [piece] if isinstance(piece, Tag) else _odd_parts(piece, at, kept) if _ODD.search(piece) else _parts(piece)
        result += [(part, wrappers) for part in parts if part != ""]
        at += len(piece) if isinstance(piece, str) else 1
    return result


def _parts(text: str) -> tuple[str, ...]:
    """Of a text with ordinary blanks only: those at its ends apart, each of the others one space."""
    plain = one_blank(text)
    inner = plain.strip(" ")
    return (" " if plain.startswith(" ") else "", inner, " " if inner and plain.endswith(" ") else "")


def _odd_parts(text: str, at: int, kept: set[int]) -> Iterator[str]:
    """Each word and each run of blanks of a text that begins at this place of its line, in which those at the kept places stay."""
    for part in _PIECES.split(text):
        if part.strip(BLANKS):
            yield visible(part)
        elif part:
            yield part if at in kept and len(part) == 1 else " "
        at += len(part)


def _with_blanks_outside(pieces: list[tuple[str | Tag, Wrappers]]) -> list[tuple[str | Tag, Wrappers]]:
    """One blank between words, none at the ends or beside a line break, and each as far outside of elements as it goes."""
    result: list[tuple[str | Tag, Wrappers]] = []
    blank = ""
    for piece, wrappers in pieces:
        if isinstance(piece, str) and not piece.strip():
            blank = blank or piece
            continue
        is_break = isinstance(piece, Tag) and piece.name == "br"
        if blank and result and not is_break and not _is_break(result[-1][0]):
            result.append((blank, _common(result[-1][1], wrappers)))
        blank = ""
        result.append((piece, _common(result[-1][1], wrappers) if is_break and result else () if is_break else wrappers))
    while result and _is_break(result[-1][0]):
        result.pop()
    while result and _is_break(result[0][0]):
        result.pop(0)
    return result


def _is_break(piece: str | Tag) -> bool:
    return isinstance(piece, Tag) and piece.name == "br"


def _common(left: Wrappers, right: Wrappers) -> Wrappers:
    same = []
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        same.append(one)
    return tuple(same)


def _fill(parent: Tag, pieces: list[tuple[str | Tag, Wrappers]]) -> None:
    """Nest the pieces again; neighbours of which the same is said share an element."""
    opened: list[tuple[Wrapper, Tag]] = []
    texts: list[str] = []

    def end_text() -> None:
        if texts:
            (opened[-1][1] if opened else parent).append(NavigableString("".join(texts)))
            texts.clear()

    for piece, wrappers in pieces:
        same = len(_common(tuple(wrapper for wrapper, _ in opened), wrappers))
        if same < len(opened) or same < len(wrappers):
            end_text()
        del opened[same:]
        for wrapper in wrappers[same:]:
            tag = Tag(name=wrapper[0], attrs=dict(wrapper[1]))
            (opened[-1][1] if opened else parent).append(tag)
            opened.append((wrapper, tag))
        if isinstance(piece, str):
            texts.append(piece)
        else:
            end_text()
            (opened[-1][1] if opened else parent).append(piece)
    end_text()
