"""The folder of the review: what a person looks through after an import, and nobody else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .model import Contacts, Item, Kind, Place, Post
from .redirects import with_redirects
from .report import Entry, Outcome, as_json, comments_file, proposed_card, proposed_site, review, spam_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .importing import Reading, Written
    from .shelf import Shelf

NOWHERE = Post(Item(Kind.POST, Place(""), title="posts that are in no source"), "")
"""Stands for the post of a comment that came without it."""


@dataclass(frozen=True, slots=True)
class Done:
    """Everything that an import knows when it has ended."""

    written: Sequence[Written]
    reading: Reading
    comments: Shelf
    counts: Mapping[Kind, int]
    missing: Mapping[str, str]
    """Addresses of files that were not there, each with the text that shows it."""
    redirects: Mapping[str, str]
    slug_of: Callable[[str], str]

    @property
    def read(self) -> int:
        """All items of the sources, with those that could not be read."""
        return sum(self.counts.values()) + sum(trouble.items for trouble in self.reading.troubles)

    @property
    def counted(self) -> dict[Outcome, int]:
        kept = self.comments.number - self.comments.spam
        return {Outcome.COMMENT: kept, Outcome.SPAM: self.comments.spam, Outcome.MEDIA: self.counts.get(Kind.MEDIA, 0)}


def review_files(done: Done) -> Iterator[tuple[str, str]]:
    """Path below the review folder and text of each file."""
    entries = [_entry(text) for text in done.written]
    yield "index.html", review(entries, done.reading.troubles, read=done.read, counted=done.counted)
    yield "report.json", as_json(entries, done.reading.troubles, read=done.read, counted=done.counted)
    yield from _comments(done)
    yield from _cards(done)
    if done.missing:
        lines = (f"{url}\n    shown in {path}\n" for url, path in sorted(done.missing.items()))
        yield "missing-files.txt", "Give their folder with --media, or get them with --fetch.\n\n" + "".join(lines)
    if done.redirects:
        yield "redirects.toml", with_redirects("", dict(done.redirects)).lstrip()


def _entry(text: Written) -> Entry:
    if text.known is None or text.post is None:
        return Entry.of(text.item, Outcome.LEFT_OUT, reason=text.why)
    outcome = Outcome.ARTICLE if text.item.kind is Kind.POST else Outcome.PAGE
    return Entry.of(text.post.item, outcome, written=f"content/{text.known.path}", ask=text.post.ask, notes=text.post.notes)


def _comments(done: Done) -> Iterator[tuple[str, str]]:
    """One file for each post that has some, named as the post's own."""
    posts = {text.item.id: text for text in done.written if text.item.id and text.known}
    strays: list[Item] = []
    for parent, comments in done.comments.by_post():
        text = posts.get(parent)
        if text and text.known and text.post:
            yield f"comments/{text.known.slug}.md", comments_file(text.post, comments)
        else:
            strays += comments
    if strays:
        yield "comments-without-a-post.md", comments_file(NOWHERE, strays)
    unwanted = list(done.comments.unwanted())
    if unwanted:
        yield "spam.md", spam_file(unwanted)


def _cards(done: Done) -> Iterator[tuple[str, str]]:
    """A card for each author of whom the posts said something, and what they said of sponsors."""
    posts = [(text.post, text.post.contacts) for text in done.written if text.post]
    by_author: dict[str, list[tuple[Post, Contacts]]] = defaultdict(list)
    for post, contacts in posts:
        if contacts != Contacts():
            by_author[post.item.author].append((post, contacts))
    for author, own in sorted(by_author.items()):
        yield f"authors/{done.slug_of(author) or 'author'}.md", proposed_card(author or "The author", own)
    site = proposed_site(posts)
    if site:
        yield "site.md", site
