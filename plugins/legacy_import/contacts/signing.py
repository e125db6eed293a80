"""The author's leave: `Best to you, Ann`, a name alone, and the lines of a signature below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold
from .kinds import ASKS, Kind
from .sentences import BREAK
from .words import LANGUAGES

if TYPE_CHECKING:
    from .blocks import Block
    from .ending import Ending, Sentence

RULE = "contact-signoff"
_EDGE = f" \n\t\u00a0,.!:;–—-~*_{BREAK}"
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|&|and|und|et|y|e|von|van|de|da|do|dos|di|la|le|the)")
_FAREWELLS = tuple((language.farewell, language.farewell_short) for language in LANGUAGES.values())
_LOOKED_AT, _LINES, _LINE = 16, 7, 80


def sign_off(ending: Ending, author: str) -> str:
    """Mark the sign-off as gone and give it in one line; empty if there is none."""
    open_ones = [sentence for sentence in ending.sentences if sentence.is_left and id(sentence.block) not in ending.postscripts]
    pictures = [sentence for sentence in open_ones if sentence.kind is Kind.PICTURE]
    open_ones = [sentence for sentence in open_ones if sentence.kind is not Kind.PICTURE]
    for is_one in (_is_farewell, _is_name_line):
        for at in reversed(range(max(0, len(open_ones) - _LOOKED_AT), len(open_ones))):
            farewell, below = open_ones[at], open_ones[at + 1 :]
            if is_one(farewell, below, author) and _is_signature(farewell, below, author):
                _doubt(pictures, farewell, ending)
                return _signed(farewell, below, author)
    return ""


def _doubt(pictures: list[Sentence], farewell: Sentence, ending: Ending) -> None:
    """A picture below a farewell may be a signature that was written by hand; it stays."""
    below = ending.sentences[ending.sentences.index(farewell) :]
    for picture in pictures:
        if picture in below:
            picture.doubt = "contact-signature"


def _is_name_line(sentence: Sentence, _below: list[Sentence], author: str) -> bool:
    return sentence.opens_line and is_author(sentence.text, author)


def _signed(farewell: Sentence, below: list[Sentence], author: str) -> str:
    for sentence in (farewell, *below):
        sentence.rule = RULE
    lines = [farewell.words.replace("\n", " ").strip()]
    if below and not is_author(farewell.text, author) and _is_name(below[0].text, author) and not _name_in(farewell.text, author):
        lines.append(below[0].words.strip(" –—-~*"))
    joined = lines[0] if len(lines) == 1 else _joined(*lines)
    return " ".join(joined.split()).strip(" –—-~*").rstrip(",")


def _joined(farewell: str, name: str) -> str:
    return f"{farewell} {name}" if farewell.endswith(("!", "…")) else f"{farewell.rstrip(' ,.')}, {name}"


def _rest(text: str) -> tuple[str, bool] | None:
    """What stands behind the words of a farewell, and whether these mean nothing else; None if there are none."""
    bare = text.strip(_EDGE)
    plain = fold(bare).replace(BREAK, " ")
    for clear, short in _FAREWELLS:
        if found := clear.match(plain):
            return bare[found.end() :], True
        if found := short.match(plain):
            return bare[found.end() :], False
    return None


def _is_farewell(sentence: Sentence, below: list[Sentence], author: str) -> bool:
    found = _rest(sentence.text)
    if found is None or len(sentence.text) > 2 * _LINE or sentence.text.rstrip().endswith("?"):
        return False
    rest, clear = found
    name = rest.strip(_EDGE)
    if not name:
        has_name = bool(below) and _is_name(below[0].text, author)
        return has_name or (clear and (sentence.opens_line or sentence.text.rstrip(f" \n{BREAK}").endswith((",", "!"))))
    if rest.lstrip()[:1] in {",", "–", "—", "-", "!", ".", BREAK}:
        return _is_name(name, author)
    return clear and (_is_name(name, author) or is_author(name.rpartition(",")[2], author))


def _name_in(text: str, author: str) -> bool:
    found = _rest(text)
    return bool(found and _is_name(found[0], author))


def _is_name(text: str, author: str) -> bool:
    words = text.replace(BREAK, " ").strip(_EDGE).split()
    return is_author(text, author) or (0 < len(words) <= 4 and all(_NAME.fullmatch(word.strip(",")) for word in words))


def is_author(text: str, author: str) -> bool:
    """Whether a line is the author's name, or its first or last part, and nothing else."""
    bare = re.sub(r"^(?:by|von|par|por|xo+x*|your|ihre?|deine?)\s+|\s+(?:x+|xo+x*)$", "", fold(text).replace(BREAK, " ").strip(_EDGE))
    whole = fold(author).split()
    return bool(whole) and bare.split() in (whole, whole[:1], [whole[0], whole[-1]])


def _is_signature(farewell: Sentence, below: list[Sentence], author: str) -> bool:
    """Whether all that is left below a farewell can be lines of a signature: short, no sentences, and named after its first line."""
    if len(below) > _LINES or any(len(sentence.text) > _LINE or sentence.kind in ASKS for sentence in below):
        return False
    named = [below[0].block] if below and _is_name(below[0].text, author) else []
    return all(_is_line(sentence, [farewell.block, *named], author) for sentence in below)


def _is_line(sentence: Sentence, signature: list[Block], author: str) -> bool:
    if _is_name(sentence.text, author):
        return True
    ends = sentence.text.rstrip(f" \n{BREAK}").endswith((".", "?", "!"))
    return any(sentence.block is block for block in signature) and sentence.opens_line and not ends
