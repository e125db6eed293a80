"""The articles that every tool builds: made from their number alone, so that two runs on two machines have the same ones.

631 words an article on average, 6 authors, 12 categories, two to five tags, a link to another article in four paragraphs, code in every
fourth article. An article is data here; `pelican_site` and `hugo_site` write it as their tool wants it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from . import prose

AUTHORS = ("Ann Lee", "Bea Moss", "Cy Rowe", "Di Hart", "Ed Vale", "Flo Penn")
CATEGORIES = tuple(f"Room {number}" for number in range(1, 13))
FEW_TAGS, MANY_TAGS = 63, 200
LARGE = 1000
"""Articles up to which a corpus has few tags."""
FIRST = datetime(2001, 1, 1, tzinfo=UTC)
APART = timedelta(hours=2)
"""Between two articles, so that 100,000 of them end in 2023: none lies in the future, and no two are of one moment."""
PARAGRAPHS = 8
LINKED_PARAGRAPHS = (1, 3, 5, 6)
CODE_IN_EVERY = 4
SEED = 631


@dataclass(frozen=True, slots=True)
class Link:
    """A place in a text that leads to the article of that slug."""

    text: str
    slug: str


Block = str | tuple[str | Link, ...]
"""Markdown that is the same for every tool, or a paragraph in pieces, with links that each tool writes in its own way."""


@dataclass(frozen=True, slots=True)
class Article:
    slug: str
    title: str
    date: datetime
    author: str
    category: str
    tags: tuple[str, ...]
    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles, oldest first; `size` is how many it began with, which says how many tags it has."""

    articles: tuple[Article, ...]
    size: int

    def with_article(self, changed: Article) -> Corpus:
        """The same with `changed` instead of the article of its slug, or with it as the newest."""
        if all(article.slug != changed.slug for article in self.articles):
            return replace(self, articles=(*self.articles, changed))
        return replace(self, articles=tuple(changed if article.slug == changed.slug else article for article in self.articles))


def new_corpus(articles: int) -> Corpus:
    return Corpus(tuple(article(number, among=articles) for number in range(articles)), articles)


def article(number: int, *, among: int) -> Article:
    """The article of that number in a corpus of `among`; a number from there on is one that the corpus does not have yet."""
    chance = random.Random(f"{SEED}/{number}")  # noqa: S311  (nothing secret)
    title, summary = prose.title(chance), prose.sentence(chance)
    return Article(
        slug=slug(number),
        title=f"{title}, {number}",
        date=FIRST + number * APART,
        author=chance.choice(AUTHORS),
        category=chance.choice(CATEGORIES),
        tags=_tags(chance, FEW_TAGS if among <= LARGE else MANY_TAGS),
        summary=summary,
        blocks=_blocks(number, among, chance),
    )


def slug(number: int) -> str:
    return f"letter-{number:06}"


def with_new_body(of: Article, mark: str) -> Article:
    """The article with one more sentence, which holds `mark`, at the end of its first paragraph."""
    first, *others = of.blocks
    return replace(of, blocks=(f"{first} This was added later: {mark}.", *others))


def with_new_title(of: Article, mark: str) -> Article:
    return replace(of, title=f"{of.title}, {mark}")


def _tags(chance: random.Random, how_many: int) -> tuple[str, ...]:
    chosen = chance.sample(range(1, how_many + 1), chance.randint(2, 5))
    return tuple(f"Thread {number}" for number in chosen)


def _blocks(number: int, among: int, chance: random.Random) -> tuple[Block, ...]:
    blocks: list[Block] = [_paragraph(place, min(number, among), chance) for place in range(PARAGRAPHS)]
    blocks[2:2] = [f"## {prose.title(chance)}", prose.list_of(chance)]
    blocks[6:6] = [f"## {prose.title(chance)}", f"> {prose.sentence(chance)}"]
    if number % CODE_IN_EVERY == 0:
        blocks.insert(5, prose.code(chance))
    return tuple(blocks)


def _paragraph(place: int, older: int, chance: random.Random) -> Block:
    text = prose.paragraph(chance)
    if place not in LINKED_PARAGRAPHS or not older:
        return text
    target = chance.randrange(max(0, older - 400), older) if place % 2 else chance.randrange(older)
    return (f"{text} See ", Link(f"what is in letter {target}", slug(target)), f", and *mind* the **{chance.choice(prose.NOUNS)}**.")
