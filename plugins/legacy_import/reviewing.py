"""The folder of the review: what a person looks through after an import, and nobody else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from .model import Contacts, Item, Kind, Place, Post
from .redirects import with_redirects
from .report import Entry, Outcome, as_json, comments_file, proposed_card, proposed_site, review, spam_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .importing import Reading, Written
    from .index import Index
    from .shelf import Shelf

NOWHERE = Post(Item(Kind.POST, Place(""), title="posts that are in no source"), "")
"""Stands for the post of a comment that came without it."""


SPAM_IN_A_FILE = 5000
SPONSOR = "furniture-sponsor"
"""The rule of a note that says who paid for a post."""


@dataclass(slots=True)
class Told:
    """What is told of texts, of each as soon as it is written: its notes and contacts, and nothing of the text itself."""

    entries: list[Entry] = field(default_factory=list)
    said: list[tuple[Post, Contacts]] = field(default_factory=list)
    """Posts that say how to reach somebody, or who paid, without all else."""
    titles: dict[str, str] = field(default_factory=dict)
    """By a post's id its title, where that is not the source's."""

    def add(self, text: Written) -> None:
        self.entries.append(_entry(text))
        if text.post and text.known and text.post.item.title != text.known.title:
            self.titles[text.item.id] = text.post.item.title
        sponsors = tuple(note for note in text.post.notes if note.rule == SPONSOR) if text.post else ()
        if text.post and (sponsors or text.post.contacts != Contacts()):
            item = Item(text.item.kind, text.item.place, published=text.post.item.published, author=text.post.item.author)
            self.said.append((Post(item, "", contacts=text.post.contacts, notes=sponsors), text.post.contacts))


@dataclass(frozen=True, slots=True)
class Done:
    """Everything that an import knows when it has ended."""

    told: Told
    index: Index
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
    entries = done.told.entries
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
    strays: list[Item] = []
    for parent, comments in done.comments.by_post():
        known = done.index.by_id(parent)
        if known:
            title = done.told.titles.get(parent, known.title)
            yield f"comments/{known.slug}.md", comments_file(Post(Item(known.kind, Place(""), title=title), ""), comments)
        else:
            strays += comments
    if strays:
        yield "comments-without-a-post.md", comments_file(NOWHERE, strays)
    unwanted, number = done.comments.unwanted(), 0
    while some := list(islice(unwanted, SPAM_IN_A_FILE)):
        number += 1
        yield "spam.md" if number == 1 else f"spam-{number}.md", spam_file(some)


def _cards(done: Done) -> Iterator[tuple[str, str]]:
    """A card for each author of whom the posts said something, and what they said of sponsors."""
    by_author: dict[str, list[tuple[Post, Contacts]]] = defaultdict(list)
    for post, contacts in done.told.said:
        if contacts != Contacts():
            by_author[post.item.author].append((post, contacts))
    for author, own in sorted(by_author.items()):
        yield f"authors/{done.slug_of(author) or 'author'}.md", proposed_card(author or "The author", own)
    site = proposed_site(done.told.said)
    if site:
        yield "site.md", site
