"""What readers wrote, kept for the author to read and to answer by letter; never published."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from ..model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Item

_PRIVATE = "Private: kept for you to read. Nothing here is published, and nothing here should be without asking who wrote it."
_SPAM = "Private: what the old blog took for spam. Look through it once, then remove the file."
_ASIDE = {
    Status.PENDING: "was waiting for your approval",
    Status.TRASHED: "had been thrown away",
    Status.DRAFT: "was not published",
    Status.PRIVATE: "was private",
}


def comments_file(title: str, comments: Iterable[Item]) -> Iterator[str]:
    """The comments on the post of that title as Markdown, line by line, in the order in which they come; without those that are spam."""
    heading = f"# Comments on “{_line(title) or 'a post without a title'}”"
    return _lines(_PRIVATE, heading, (item for item in comments if item.status is not Status.SPAM))


def spam_file(comments: Iterable[Item]) -> Iterator[str]:
    """All spam of an import as Markdown, and what had been thrown away, whatever it was written to; in the order in which it comes."""
    return _lines(_SPAM, "# Spam", comments)


def _lines(said: str, heading: str, comments: Iterable[Item]) -> Iterator[str]:
    return (f"{line}\n" for line in chain((said, "", heading), _all(comments)))


def _all(comments: Iterable[Item]) -> Iterator[str]:
    for item in comments:
        when = item.published.strftime("%Y-%m-%d %H:%M") if item.published else "without a date"
        aside = f" ({_ASIDE[item.status]})" if item.status in _ASIDE else ""
        yield f"\n## {_line(item.author) or 'Somebody'}, {when}{aside}\n"
        yield from (f"> {line}".rstrip() for line in _text(item.html))
        if item.url:
            yield f"\n    {_plain(item.url)}"


def _text(html: str) -> Iterator[str]:
    """A comment as lines of text. Markup is gone, and what looks like markup is made harmless; where a link led stands behind its words."""
    tree = BeautifulSoup(html, "lxml")
    for link in tree.find_all("a", href=True):
        if str(link["href"]) not in link.get_text():
            link.append(f" ({link['href']})")
    for part in tree.find_all(["script", "style"]):
        part.decompose()
    for part in tree.find_all(["p", "div", "br", "li", "blockquote"]):
        part.insert_after("\n")
    lines = [_line(line) for line in tree.get_text().splitlines()]
    yield from (line for at, line in enumerate(lines) if line or (0 < at < len(lines) - 1 and lines[at - 1]))


def _line(text: str) -> str:
    return _plain(" ".join(text.split()))


def _plain(text: str) -> str:
    return "".join(character for character in text if character.isprintable()).replace("&", "&amp;").replace("<", "&lt;")
