"""Counting replies: goes once through the messages and keeps numbers, never the letters.

What is kept grows with the number of replies (eight bytes each, to know a second copy), not with the mail folder.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from .subjects import UnreadableSubjectError, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .articles import Article
    from .heads import Message
    from .matching import Match, Matcher

NO_MONTH = "undated"
# A folder with thousands of damaged messages is one problem; all are counted, so many are named.
_DAMAGED_NAMED = 50


@dataclass(frozen=True, order=True, slots=True)
class Damaged:
    """A message that was left out, by the file and line where it begins."""

    path: str
    line: int
    what: str


@dataclass(slots=True)
class Tally:
    """The numbers. `unclear` are replies that fit several articles, by their titles; of `damaged` messages only the first are named."""

    messages: int = 0
    replies: int = 0
    damaged: int = 0
    by_article: Counter[Article] = field(default_factory=Counter)
    by_tag: Counter[str] = field(default_factory=Counter)
    by_kind: Counter[str] = field(default_factory=Counter)
    by_month: Counter[str] = field(default_factory=Counter)
    unclear: Counter[tuple[Article, ...]] = field(default_factory=Counter)
    named: list[Damaged] = field(default_factory=list)


def count(messages: Iterable[Message], matcher: Matcher, *, own: frozenset[str]) -> Tally:
    """Go through the messages; those from `own` addresses (in lower case) are nobody's reply."""
    tally, seen = Tally(), set[bytes]()
    for message in messages:
        tally.messages += 1
        try:
            match = _match(message, matcher)
        except UnreadableSubjectError as error:
            _leave_out(tally, message, str(error))
            continue
        if message.damage:
            _leave_out(tally, message, message.damage)
        elif match and _is_letter(message, match, own=own) and _is_first_copy(message, seen):
            _add(tally, match, month_of(message.field(b"date")))
    return tally


def _match(message: Message, matcher: Matcher) -> Match | None:
    subject = decoded(message.field(b"subject"))
    return matcher.match(subject) if subject else None


def _leave_out(tally: Tally, message: Message, what: str) -> None:
    tally.damaged += 1
    if len(tally.named) < _DAMAGED_NAMED:
        tally.named.append(Damaged(message.path, message.line, what))


def _is_letter(message: Message, match: Match, *, own: frozenset[str]) -> bool:
    """Written by a person who is none of the authors, and not the article itself as a list sends it out."""
    is_automatic = message.field(b"auto-submitted").lower() not in {b"", b"no"}  # RFC 3834, 5
    sender = parseaddr(message.field(b"from").decode("utf-8", "replace"))[1].lower()
    return not is_automatic and sender not in own and not (match.is_bare and _is_from_a_list(message))


def _is_from_a_list(message: Message) -> bool:
    return any(message.field(name) for name in (b"list-id", b"list-unsubscribe")) or message.field(b"precedence").lower() in {
        b"bulk",
        b"list",
    }


def _is_first_copy(message: Message, seen: set[bytes]) -> bool:
    """Folders of mail services hold copies; without a Message-ID every message is taken for one of its own."""
    identity = message.field(b"message-id")
    digest = blake2b(identity, digest_size=8).digest()
    if identity and digest in seen:
        return False
    seen.add(digest)
    return True


def _add(tally: Tally, match: Match, month: str) -> None:
    if len(match.articles) > 1:
        tally.unclear[match.articles] += 1
        return
    (article,) = match.articles
    tally.replies += 1
    tally.by_article[article] += 1
    tally.by_tag.update(article.tags)
    tally.by_kind[match.kind or article.kind] += 1
    tally.by_month[month] += 1


def month_of(date: bytes) -> str:
    """`2026-11` of a `Date:` field, where the sender was; `undated` if it is missing or cannot be read."""
    try:
        sent = parsedate_to_datetime(date.decode("utf-8", "replace"))
    except (ValueError, TypeError, OverflowError):
        return NO_MONTH
    return f"{sent.year:04}-{sent.month:02}"
