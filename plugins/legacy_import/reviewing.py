"""The folder of the review: what a person looks through after an import, and nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from .model import Contacts, Item, Kind, Post
from .redirects import with_redirects
from .report import Counts, Entry, Outcome, as_json, comments_file, proposed_card, proposed_site, review, spam_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .comments import Comments
    from .importing import Reading, Written
    from .index import Index
    from .shelf import Rows, Shelf

STRAYS = "posts that are in no source"
SPAM_IN_A_FILE = 5000
SPONSOR = "furniture-sponsor"
"""The rule of a note that says who paid for a post."""


class Told:
    """What is told of texts, put on the shelf as soon as each is written: its notes and contacts, and nothing of the text itself."""

    def __init__(self, shelf: Shelf, index: Index) -> None:
        self._index = index
        self.entries: Rows[Entry] = shelf.rows("entries", "by_rank", "by_doubts", "file", "line", "title")
        self.contacts: Rows[tuple[Post, Contacts]] = shelf.rows("contacts", "author")
        """Of posts that say how to reach somebody, without all else, by their authors."""
        self.sponsored: Rows[tuple[Post, Contacts]] = shelf.rows("sponsored")
        """The same of posts that say who paid."""

    def add(self, text: Written) -> None:
        entry = _entry(text)
        self.entries.put(entry, *entry.order)
        if text.post and text.known:
            self._add_contacts(text.post)
            if text.post.item.title != text.known.title:
                self._index.retitle(text.known, text.post.item.title)

    def _add_contacts(self, post: Post) -> None:
        sponsors = tuple(note for note in post.notes if note.rule == SPONSOR)
        item = Item(post.item.kind, post.item.place, published=post.item.published, author=post.item.author)
        said = (Post(item, "", contacts=post.contacts, notes=sponsors), post.contacts)
        if post.contacts != Contacts():
            self.contacts.put(said, item.author)
        if sponsors or post.contacts.sponsor:
            self.sponsored.put(said)


@dataclass(frozen=True, slots=True)
class Done:
    """Everything that an import knows when it has ended."""

    told: Told
    reading: Reading
    comments: Comments
    missing: Mapping[str, str]
    """Addresses of files that were not there, each with the text that shows it."""
    redirects: Mapping[str, str]
    slug_of: Callable[[str], str]

    @property
    def counts(self) -> Counts:
        """Of all items of the sources, with those that could not be read."""
        reading, comments = self.reading, self.comments
        read = sum(reading.counts.values()) + sum(trouble.items for trouble in reading.troubles)
        counted = {Outcome.COMMENT: comments.kept, Outcome.SPAM: comments.spam, Outcome.MEDIA: reading.counts[Kind.MEDIA]}
        return Counts.of(self.told.entries, reading.troubles, read=read, counted=counted)


def review_files(done: Done) -> Iterator[tuple[str, Iterable[str]]]:
    """Path below the review folder and text of each file, in pieces."""
    counts = done.counts
    yield "index.html", review(done.told.entries, done.reading.troubles, counts)
    yield "report.json", as_json(done.told.entries, done.reading.troubles, counts)
    yield from _comments(done.comments)
    yield from _cards(done)
    if done.missing:
        lines = (f"{url}\n    shown in {path}\n" for url, path in done.missing.items())
        yield "missing-files.txt", chain(("Give their folder with --media, or get them with --fetch.\n\n",), lines)
    if done.redirects:
        yield "redirects.toml", (with_redirects("", dict(done.redirects)).lstrip(),)


def _entry(text: Written) -> Entry:
    if text.known is None or text.post is None:
        return Entry.of(text.item, Outcome.LEFT_OUT, reason=text.why)
    outcome = Outcome.ARTICLE if text.item.kind is Kind.POST else Outcome.PAGE
    return Entry.of(text.post.item, outcome, written=f"content/{text.known.path}", ask=text.post.ask, notes=text.post.notes)


def _comments(all_comments: Comments) -> Iterator[tuple[str, Iterable[str]]]:
    """One file for each post that has some, named as the post's own."""
    for known, comments in all_comments.by_post():
        if known:
            yield f"comments/{known.slug}.md", comments_file(known.title, comments)
        else:
            yield "comments-without-a-post.md", comments_file(STRAYS, comments)
    unwanted, number = all_comments.unwanted(), 0
    while some := list(islice(unwanted, SPAM_IN_A_FILE)):
        number += 1
        yield "spam.md" if number == 1 else f"spam-{number}.md", spam_file(some)


def _cards(done: Done) -> Iterator[tuple[str, Iterable[str]]]:
    """A card for each author of whom the posts said something, and what they said of sponsors."""
    for author, said in done.told.contacts.grouped():
        yield f"authors/{done.slug_of(author) or 'author'}.md", (proposed_card(author or "The author", said),)
    if site := proposed_site(done.told.sponsored):
        yield "site.md", (site,)
