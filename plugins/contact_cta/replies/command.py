"""The task `replies`, from the paths that are given to the lines that are printed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from . import report
from .articles import read_library
from .counting import count
from .mailboxes import MailboxError, messages_in
from .matching import Matcher
from .published import PublishedError, former_titles

if TYPE_CHECKING:
    from .articles import Article, Library
    from .counting import Tally

FINE, UNUSABLE = 0, 2


def replies(root: Path, mailbox: str | Path, *, as_json: bool = False, default_kind: str = "question") -> int:
    """Count the replies in `mailbox` to the articles below `root/content`; print a table or JSON; return the exit code.

    `default_kind` is the kind of an article for which neither it nor its tags nor its author name one (`CONTACT_DEFAULT_KIND`).
    0: counted, though messages may be damaged (standard error names them). 2: the path is no mail folder, or there are no articles.
    """
    try:
        library = _library(root, default_kind)
        messages = messages_in(Path(mailbox).expanduser())
        tally = count(messages, Matcher(library, _former(root, library.articles)), own=library.own)
    except MailboxError as error:
        _complain(str(error))
        return UNUSABLE
    _print(tally, as_json=as_json)
    return FINE


def _library(root: Path, default_kind: str) -> Library:
    try:
        library = read_library(root, default_kind)
    except OSError as error:
        raise MailboxError(f"{error.filename}: it cannot be read ({error.strerror}). Allow reading it.") from error
    if not library.articles:
        raise MailboxError(
            f"{root / 'content' / 'articles'}: no article with a title is there, so nothing can be a reply. Write one first."
        )
    return library


def _former(root: Path, articles: tuple[Article, ...]) -> tuple[tuple[str, Article], ...]:
    """Without former titles the rest is still worth counting."""
    try:
        return former_titles(root, articles)
    except PublishedError as error:
        _complain(str(error))
        return ()


def _print(tally: Tally, *, as_json: bool) -> None:
    """If nobody reads it any more (`| head`), the task ends in silence."""
    try:
        sys.stdout.write((report.as_json(tally) if as_json else report.as_table(tally)) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not as_json:
        for line in report.problems(tally):
            _complain(line)


def _complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")
