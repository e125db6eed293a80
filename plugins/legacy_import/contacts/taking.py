"""Takes contact lines, the sign-off and the question out of a tree, and tells of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Action, Contacts, Note
from .asking import ask_of
from .blocks import Block, clear_end, cut
from .ending import Ending, Sentence, ending_of
from .kinds import Kind
from .networks import closed
from .sentences import PICTURE
from .signing import sign_off

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import Tag

_WHAT = {
    "contact-comments": (Action.DROPPED, "it asks for comments, and there are none"),
    "contact-line": (Action.TAKEN, "it says how to reach the author, which the card does"),
    "contact-follow": (Action.TAKEN, "it leads to profiles, which the card does"),
    "contact-subscribe": (Action.DROPPED, "it asks to subscribe, which every page does"),
    "contact-sponsor": (Action.TAKEN, "it names a sponsor"),
    "contact-signoff": (Action.TAKEN, "it is the author's sign-off, which the card has"),
    "ask-question": (Action.TAKEN, "it is the question to the reader, and became the post's Ask"),
    "ask-call": (Action.DROPPED, "it leads to what was taken out beside it"),
    "ask-heading": (Action.DROPPED, "there is nothing below it any more"),
}
_UNCLEAR = Note(Action.DOUBTFUL, "contact-unclear", "an address or a number stands here, and whose it is cannot be told, so it stayed")
_DOUBT = Note(Action.DOUBTFUL, "ask-doubtful", "this may be the question to the reader, or the argument's; it stayed")
_SIGNATURE = Note(Action.DOUBTFUL, "contact-signature", "this picture may be a signature by hand; it stayed")
_DOUBTS = {"ask-doubtful": _DOUBT, "contact-signature": _SIGNATURE}
_ALL = Note(Action.DOUBTFUL, "contact-all", "the whole text would be contact lines, so nothing was taken out")


def taken(tree: Tag, *, author: str = "", language: str = "") -> tuple[Contacts, str, tuple[Note, ...]]:
    """Take out of the end of the text in `tree` what asks for comments and what says how to reach `author`.

    Comes back: the contact data, the question to the reader (empty if there is none), and a note for each sentence that went, or that
    stayed although it may be one, with the words as they stood.
    """
    ending = ending_of(tree, author, language)
    signed = sign_off(ending, author)
    ask = ask_of(ending)
    contacts = _contacts(ending.sentences, signed)
    if _is_all(ending):
        return contacts, "", (_ALL, *_closed(contacts))
    notes = tuple(note for sentence in ending.sentences if (note := _note(sentence)))
    for block in ending.blocks:
        _cut(tree, block, ending.of(block))
    if any(sentence.rule for sentence in ending.sentences):
        clear_end(tree)
    return contacts, ask, (*notes, *_closed(contacts))


def _is_all(ending: Ending) -> bool:
    return ending.is_whole and not ending.left() and any(sentence.rule for sentence in ending.sentences)


def _cut(tree: Tag, block: Block, sentences: Iterable[Sentence]) -> None:
    if spans := [(sentence.start, sentence.end) for sentence in sentences if sentence.rule]:
        cut(tree, block, spans)


def _contacts(sentences: Iterable[Sentence], signed: str) -> Contacts:
    data = [sentence.judged.data for sentence in sentences if sentence.rule and sentence.kind not in {Kind.SPONSOR, Kind.SUBSCRIBE}]
    sponsors = [sentence.judged.sponsor for sentence in sentences if sentence.judged.sponsor]
    return Contacts(
        emails=tuple(dict.fromkeys(email for each in data for email in each.emails)),
        phones=tuple(dict.fromkeys(phone for each in data for phone in each.phones)),
        profiles=tuple(dict.fromkeys(profile for each in data for profile in each.profiles)),
        signoff=signed,
        sponsor=sponsors[-1] if sponsors else "",
    )


def _note(sentence: Sentence) -> Note | None:
    if not sentence.rule:
        doubt = _UNCLEAR if sentence.kind is Kind.UNCLEAR else _DOUBTS.get(sentence.doubt)
        return Note(doubt.action, doubt.rule, doubt.what, sentence.words) if doubt else None
    if sentence.is_blank:
        return None
    action, what = _WHAT[sentence.rule]
    if sentence.rule == "contact-line" and not sentence.judged.data:
        action = Action.DROPPED
    return Note(action, sentence.rule, what + _led_to(sentence), sentence.words)


def _led_to(sentence: Sentence) -> str:
    """Addresses that stand only behind the words."""
    hidden = [href for href, words in sentence.block.links(sentence.start, sentence.end) if href not in words]
    picture = "; a picture" if PICTURE in sentence.text else ""
    return f"{picture}; it led to {', '.join(hidden)}" if hidden else picture


def _closed(contacts: Contacts) -> tuple[Note, ...]:
    return tuple(
        Note(Action.DOUBTFUL, "contact-closed-service", f"{name} is no more, so this profile cannot be followed", profile)
        for profile in contacts.profiles
        if (name := closed(profile))
    )
