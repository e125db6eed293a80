"""The end of a text, sentence by sentence, and what is decided of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .blocks import Block, blocks
from .judging import Judge, Judged, is_postscript
from .kinds import GONE, Kind
from .sentences import BREAK, PICTURE, pieces

if TYPE_CHECKING:
    from bs4 import Tag

KEPT, MOST = 3, 40
"""So many paragraphs with something else to say are looked at, from the end, and so many blocks in all."""
SHORT = 60
"""A paragraph with less to say than that many characters does not count."""


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence of one block; `rule` is why it goes, empty while it stays."""

    block: Block
    start: int
    end: int
    judged: Judged
    rule: str = ""
    doubt: str = ""

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def words(self) -> str:
        """As a note has them."""
        return self.text.replace(PICTURE, "").replace(BREAK, "\n").strip()

    @property
    def kind(self) -> Kind:
        return self.judged.kind

    @property
    def is_blank(self) -> bool:
        return not self.text.strip(f" \n\t\u00a0{BREAK}")

    @property
    def opens_line(self) -> bool:
        return BREAK in self.block.text[max(0, self.start - 3) : self.start] or not self.block.text[: self.start].strip()

    @property
    def is_left(self) -> bool:
        return not self.rule and not self.is_blank


@dataclass(slots=True)
class Ending:
    """The last blocks, in the order of the text."""

    blocks: list[Block]
    sentences: list[Sentence]
    postscripts: frozenset[int]
    """The `id` of each block that is a P.S."""
    is_whole: bool
    """Whether nothing stands before them."""
    by_block: dict[int, list[Sentence]] = field(default_factory=dict)

    def of(self, block: Block) -> list[Sentence]:
        return self.by_block.get(id(block), [])

    def left(self) -> list[Block]:
        """The blocks that still have something to read or to see, the last first."""
        return [block for block in reversed(self.blocks) if block.closed or any(sentence.is_left for sentence in self.of(block))]


_RULES = {
    Kind.COMMENTS: "contact-comments",
    Kind.REACH: "contact-line",
    Kind.DATA: "contact-line",
    Kind.FOLLOW: "contact-follow",
    Kind.SUBSCRIBE: "contact-subscribe",
    Kind.SPONSOR: "contact-sponsor",
}


def ending_of(tree: Tag, author: str, language: str) -> Ending:
    """The end of the text, with what goes by itself marked already."""
    judge, every = Judge(author, language), blocks(tree)
    chosen: list[tuple[Block, list[Sentence]]] = []
    kept = 0
    for block in reversed(every[-MOST:]):
        sentences = [] if block.closed else _sentences(block, judge)
        chosen.append((block, sentences))
        kept += _says_something(block, sentences)
        if kept == KEPT:
            break
    chosen.reverse()
    postscripts = frozenset(id(block) for block, _ in chosen if not block.closed and is_postscript(block.text))
    ending = Ending([block for block, _ in chosen], [each for _, found in chosen for each in found], postscripts, len(chosen) == len(every))
    ending.by_block = {id(block): found for block, found in chosen}
    return ending


def _sentences(block: Block, judge: Judge) -> list[Sentence]:
    found = []
    of_author = judge.is_about_author(block.text)
    for start, end in pieces(block.text):
        judged = judge.judged(block.text[start:end], block.links(start, end), of_author=of_author)
        found.append(Sentence(block, start, end, judged, _RULES[judged.kind] if judged.kind in GONE else ""))
    return found


def _says_something(block: Block, sentences: list[Sentence]) -> bool:
    if block.closed:
        return block.owner.name != "figure"
    return sum(len(sentence.text) for sentence in sentences if sentence.is_left) > SHORT
