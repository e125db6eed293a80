"""The life of a small site: whatever its owner does, no article comes to subscribers twice, and `impact` says what they will see.

Letters stand for articles, whose Ids end in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_feeds.impact.comparing import compare
from site_feeds.impact.digests import Digester
from site_feeds.impact.documents import read_folder
from site_feeds.impact.model import KINDS
from site_feeds.impact.wording import sentence

from tests.whole_site.feeds import read_feeds

from .synthetic import new_blog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from site_feeds.impact.model import Change, Comparison, State

    from tests.conftest import Built, Site
    from tests.whole_site.feeds import Feed

OPML = "feeds/all.opml"
FEEDS = {"site": ("all.atom.xml", "all.rss.xml", "all.json")}
"""Files of a feed that is in several formats."""

ARTICLES = {
    "A": {"Title": "Ash", "Date": "2026-01-01", "Author": "Ann Lee", "Category": "Notes", "Tags": "Wood"},
    "B": {"Title": "Birch", "Date": "2026-01-02", "Author": "Bea Moss", "Category": "Notes", "Tags": "Wood, Glue"},
    "C": {"Title": "Cork", "Date": "2026-01-03", "Author": "Ann Lee", "Category": "Craft", "Tags": "Glue"},
    "D": {"Title": "Date palm", "Date": "2026-01-04", "Author": "Bea Moss", "Category": "Craft"},
}


@dataclass
class Owner:
    """Who writes articles and settings of a blog."""

    blog: Site
    texts: dict[str, str] = field(default_factory=dict)
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)

    def write(self, letter: str, *, text: str = "", **fields: str) -> None:
        """Write an article, or change in it what is given."""
        self.letters.add(letter)
        self.fields[letter] = self.fields.get(letter, {}) | fields
        self.texts[letter] = text or self.texts.get(letter, f"The text of {letter}.")
        front = "".join(f"{name}: {value}\n" for name, value in self.fields[letter].items())
        self.blog.write(f"articles/{letter.lower()}.md", f"{front}Id: ST0RY{letter}\n\n{self.texts[letter]}\n")

    def delete(self, letter: str) -> None:
        self.letters.remove(letter)
        (self.blog.folder / "content/articles" / f"{letter.lower()}.md").unlink()

    def card(self, name: str, phone: str) -> None:
        slug = name.lower().replace(" ", "-")
        self.blog.write(f"authors/{slug}.md", f"Name: {name}\nEmail: {slug}@example.com\nPhone: {phone}\n\nWrites.\n")

    def move(self, address: str) -> None:
        self.blog.settings |= {"SITEURL": address, "SITE_PUBLIC_URL": address}


@dataclass(frozen=True)
class Step:
    """What the owner does, and what comes of it.

    `told` has all feeds whose files change, and what happens in them: "changed A" or "new B, dropped C", nothing where only labels change.
    """

    act: Callable[[Owner], None]
    told: Mapping[str, str]
    sentence: str
    redated: str = ""
    """Articles whose `updated` is another."""
    lists_change: bool = False
    """Whether the list of feeds is another."""


SAME = "A subscriber of the site's feed will see nothing new."
ONCE = "Nothing is delivered twice."

LIFE = {
    "a new slug": Step(
        lambda owner: owner.write("A", Slug="the-ash-tree"),
        dict.fromkeys(("site", "tags/wood", "categories/notes", "authors/ann-lee"), "changed A"),
        f"{SAME} 1 article changes in place. {ONCE}",
    ),
    "a new title": Step(
        lambda owner: owner.write("D", Title="Doum palm"),
        dict.fromkeys(("site", "categories/craft", "authors/bea-moss"), "changed D"),
        f"{SAME} 1 article changes in place. {ONCE}",
    ),
    "another date": Step(
        lambda owner: owner.write("B", Date="2026-01-09"),
        dict.fromkeys(("site", "tags/wood", "tags/glue", "categories/notes", "authors/bea-moss"), "changed B"),
        f"{SAME} 1 article changes in place. {ONCE}",
        redated="B",
    ),
    "another domain": Step(
        lambda owner: owner.move("https://moved.example/blog"),
        {
            "site": "changed A B C D",
            "tags/wood": "changed A B",
            "tags/glue": "changed B C",
            "categories/notes": "changed A B",
            "categories/craft": "changed C D",
            "authors/ann-lee": "changed A C",
            "authors/bea-moss": "changed B D",
        },
        f"{SAME} 4 articles change in place. {ONCE}",
        lists_change=True,
    ),
    "another category": Step(
        lambda owner: owner.write("C", Category="Notes"),
        {"site": "", "tags/glue": "", "authors/ann-lee": "", "categories/notes": "new C", "categories/craft": "dropped C"},
        f"{SAME} {ONCE}",
    ),
    "another author, with another card": Step(
        lambda owner: owner.write("D", Author="Ann Lee"),
        {"site": "invitation D", "categories/craft": "invitation D", "authors/ann-lee": "new D", "authors/bea-moss": "dropped D"},
        f"{SAME} In 1 article only the invitation changes. {ONCE}",
    ),
    "another telephone number": Step(
        lambda owner: owner.card("Ann Lee", "+1 202 555 0199"),
        {
            "site": "invitation A C D",
            "tags/wood": "invitation A",
            "tags/glue": "invitation C",
            "categories/notes": "invitation A C",
            "categories/craft": "invitation D",
            "authors/ann-lee": "invitation A C D",
        },
        f"{SAME} In 3 articles only the invitation changes. {ONCE}",
    ),
    "a mistake mended": Step(
        lambda owner: owner.write("C", text="Cork is bark."),
        dict.fromkeys(("site", "tags/glue", "categories/notes", "authors/ann-lee"), "changed C"),
        f"{SAME} 1 article changes in place. {ONCE}",
    ),
    "a text written anew": Step(
        lambda owner: owner.write("B", text="Birch is white.", Modified="2026-02-01"),
        dict.fromkeys(("site", "tags/wood", "tags/glue", "categories/notes", "authors/bea-moss"), "changed B"),
        f"{SAME} 1 article changes in place. {ONCE}",
        redated="B",
    ),
    "nothing": Step(lambda _owner: None, {}, f"{SAME} {ONCE}"),
    "an article deleted, the last of its category": Step(
        lambda owner: owner.delete("D"),
        dict.fromkeys(("site", "categories/craft", "authors/ann-lee"), "dropped D"),
        f"{SAME} {ONCE} 1 article is gone.",
        lists_change=True,
    ),
    "an article, with a tag that is new": Step(
        lambda owner: owner.write("E", Title="Elm", Date="2026-03-01", Author="Bea Moss", Category="Notes", Tags="Wood, Roots"),
        dict.fromkeys(("site", "tags/wood", "tags/roots", "categories/notes", "authors/bea-moss"), "new E"),
        f"A subscriber of the site's feed will see 1 new article. {ONCE}",
        lists_change=True,
    ),
}


@dataclass(frozen=True)
class Snapshot:
    """What subscribers can fetch at one time."""

    files: Mapping[str, bytes]
    feeds: Mapping[str, Feed]
    state: State

    @property
    def ids(self) -> set[str]:
        """Of all entries of all feeds."""
        return {item.id for feed in self.feeds.values() for item in feed.items}

    @property
    def dates(self) -> dict[str, datetime | None]:
        """When each article was `updated`, by its letter; the same in every feed."""
        return {item.id[-1]: item.updated for feed in self.feeds.values() for item in feed.items if feed.format != "rss"}


def snapshot(built: Built) -> Snapshot:
    assert built.problems == ()
    files = {path: (built.folder / path).read_bytes() for path in built.files() if path.startswith("feeds/")}
    read = read_folder(built.folder, Digester(), shown="", fix="")
    assert read.notes == ()
    return Snapshot(files, read_feeds(built.folder), {document.path: document for document in read.documents})


def changed_files(before: Snapshot, after: Snapshot) -> set[str]:
    return {path for path in before.files.keys() | after.files.keys() if before.files.get(path) != after.files.get(path)}


def expected_files(step: Step) -> set[str]:
    return {file for feed in step.told for file in files_of(feed)} | ({OPML} if step.lists_change else set())


def files_of(feed: str) -> list[str]:
    return [f"feeds/{name}" for name in FEEDS.get(feed, (f"{feed}.atom.xml",))]


def told(comparison: Comparison) -> dict[str, str]:
    """What happens in each feed, in the words of `Step.told`."""
    return {change.path: ", ".join(_kinds(change)) for change in comparison.changes}


def _kinds(change: Change) -> list[str]:
    found = {kind: sorted(entry.id[-1] for entry in change.entries(kind)) for kind in KINDS}
    return [f"{kind} {' '.join(letters)}" for kind, letters in found.items() if letters]


def test_a_site_delivers_each_article_once_in_all_its_life(tmp_path: Path) -> None:
    owner = Owner(new_blog(tmp_path, ARTICLE_URL="{slug}/", ARTICLE_SAVE_AS="{slug}/index.html", DELETE_OUTPUT_DIRECTORY=True))
    for letter, fields in ARTICLES.items():
        owner.write(letter, **fields)
    before = snapshot(owner.blog.build())
    for name, step in LIFE.items():
        step.act(owner)
        after = snapshot(owner.blog.build())
        assert changed_files(before, after) == expected_files(step), name
        assert after.ids == {f"tag:many.example,2026:ST0RY{letter}" for letter in owner.letters}, name
        assert renamed(before, after) == [], name
        assert redated(before, after) == set(step.redated), name
        comparison = compare(before.state, after.state)
        expected = {file: words for feed, words in step.told.items() for file in files_of(feed)}
        assert told(comparison) == {path: expected.get(path, "") for path in before.state | after.state}, name
        assert sentence(comparison.main) == step.sentence, name
        before = after


def renamed(before: Snapshot, after: Snapshot) -> list[str]:
    """Feeds that are there as before, under another id."""
    return [path for path in before.feeds.keys() & after.feeds.keys() if before.feeds[path].id != after.feeds[path].id]


def redated(before: Snapshot, after: Snapshot) -> set[str]:
    """Articles that were there before and have another `updated`."""
    return {letter for letter in before.dates.keys() & after.dates.keys() if before.dates[letter] != after.dates[letter]}
