"""The post's own question to its reader, and what leads to it or follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..folding import fold
from .kinds import ASKS, Kind
from .questions import finished
from .words import LANGUAGES

if TYPE_CHECKING:
    from .blocks import Block
    from .ending import Ending, Sentence

RULE, CALL_RULE, HEADING_RULE = "ask-question", "ask-call", "ask-heading"
_AT_MOST, _LONGEST = 3, 240
"""So many sentences are one question, and so long it may be."""
_CALLS = frozenset((Kind.COMMENTS, Kind.REACH, Kind.CALL, Kind.DATA))


def ask_of(ending: Ending) -> str:
    """Mark the question as gone and give it; empty if there is none. What may be one and stays gets a doubt."""
    _drop_calls(ending)
    left = [block for block in ending.left() if id(block) not in ending.postscripts]
    ask = ""
    for number, block in enumerate(left[:2]):
        if not block.closed and not block.is_item and (ask := _ask_in(block, ending, is_last=number == 0)):
            break
    _drop_calls(ending)
    _drop_headings(ending)
    return ask or _kept(ending)


def _kept(ending: Ending) -> str:
    return next((sentence.judged.ask for sentence in reversed(ending.sentences) if sentence.rule and sentence.judged.ask), "")


def _ask_in(block: Block, ending: Ending, *, is_last: bool) -> str:
    run = _run(ending.of(block))
    if not run:
        return ""
    near = _is_near_call(run, ending)
    alone = len(run) == sum(sentence.is_left for sentence in ending.of(block))
    if any(_is_ask(sentence, near=near, is_last=is_last, alone=alone) for sentence in run):
        chosen = _chosen(run)
        for sentence in chosen:
            sentence.rule = RULE
        return " ".join(finished(sentence.words) for sentence in chosen)
    for sentence in run:
        sentence.doubt = "ask-doubtful" if is_last or near else ""
    return ""


def _is_ask(sentence: Sentence, *, near: bool, is_last: bool, alone: bool) -> bool:
    if sentence.kind is Kind.ASK_OPEN:
        return is_last or near or alone
    return (sentence.kind is Kind.ASK and (is_last or near)) or (sentence.kind is Kind.ASK_WEAK and near)


def _run(sentences: list[Sentence]) -> list[Sentence]:
    """The questions at the end of a paragraph. What is gone does not count."""
    run: list[Sentence] = []
    for sentence in reversed(sentences):
        if not sentence.is_left or sentence.kind in {Kind.PICTURE, Kind.CALL}:
            continue
        if sentence.kind not in ASKS | {Kind.RHETORICAL}:
            break
        run.append(sentence)
    return run[::-1]


def _chosen(run: list[Sentence]) -> list[Sentence]:
    chosen: list[Sentence] = []
    for sentence in reversed(run):
        long = sum(len(each.text) for each in chosen) + len(sentence.text) > _LONGEST
        if chosen and (sentence.kind not in {Kind.ASK_OPEN, Kind.ASK} or len(chosen) == _AT_MOST or long):
            break
        if sentence.kind is not Kind.RHETORICAL or chosen:
            chosen.append(sentence)
    return chosen[::-1]


def _is_near_call(run: list[Sentence], ending: Ending) -> bool:
    solid = [sentence for sentence in ending.sentences if not sentence.is_blank]
    first, last = solid.index(run[0]), solid.index(run[-1])
    around = [*solid[max(0, first - 1) : first], *solid[last + 1 : last + 2]]
    return any(sentence.kind in _CALLS and (sentence.rule or sentence.kind is Kind.CALL) for sentence in around)


def _drop_calls(ending: Ending) -> None:
    """`Any questions?` goes with how to reach the author behind it, `Let me know!` with whatever it belongs to."""
    solid = [sentence for sentence in ending.sentences if not sentence.is_blank]
    for before, sentence, after in zip([None, *solid], solid, [*solid[1:], None], strict=False):
        if sentence.kind is Kind.CALL and sentence.is_left and any(other and other.rule for other in (before, after)):
            sentence.rule = CALL_RULE
    for sentence, after in zip(reversed(solid[:-1]), reversed(solid[1:]), strict=True):
        if sentence.kind is Kind.PRELUDE and after.rule:
            sentence.rule = CALL_RULE
        elif after.rule and after.block is sentence.block and sentence.kind is Kind.TEXT and not any(map(str.isalnum, sentence.text)):
            sentence.rule = sentence.rule or HEADING_RULE


def _drop_headings(ending: Ending) -> None:
    """A heading, or a row of stars, with nothing below it any more."""
    for block in ending.left():
        after = ending.blocks.index(block) + 1
        if block.closed or not ending.blocks[after:] or not (_is_heading(block) or not any(map(str.isalnum, block.text))):
            return
        if any(sentence.kind is Kind.PICTURE for sentence in ending.of(block)):
            return
        for sentence in ending.of(block):
            sentence.rule = sentence.rule or HEADING_RULE


def _is_heading(block: Block) -> bool:
    bare = fold(block.text).strip(" \n\t:!.…\u2028")
    return any(language.headings.fullmatch(bare) for language in LANGUAGES.values())
