"""The files that a site has to consist of, counted from its articles, and what is wrong with a site that a tool built.

A time is believed only if every tool wrote these files, no fewer and no more.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .corpus import Corpus

ON_A_PAGE = 10
NAMED = 5
"""Files that a complaint names."""


@dataclass(frozen=True, slots=True)
class Files:
    """What a built site consists of: paths below its folder, and bytes in all."""

    paths: frozenset[str]
    size: int


NOTHING = Files(frozenset(), 0)


def expected(corpus: Corpus) -> frozenset[str]:
    """Articles, lists by ten, the lists of tags, categories and authors, the archive, feeds of the site and of each tag, a style sheet."""
    articles = corpus.articles
    lists = {
        "": len(articles),
        **_counted("tags", (tag for article in articles for tag in article.tags)),
        **_counted("categories", (article.category for article in articles)),
        **_counted("authors", (article.author for article in articles)),
    }
    pages = {f"letters/{article.slug}/" for article in articles} | {"letters/", "tags/", "categories/", "authors/"}
    pages |= {page for place, count in lists.items() for page in _list_pages(place, count)}
    feeds = {f"{place}feed.xml" for place in lists if place.startswith("tags/") or not place}
    return frozenset({f"{page}index.html" for page in pages} | feeds | {"theme/style.css"})


def written(folder: Path) -> Files:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Files(frozenset(path.relative_to(folder).as_posix() for path in files), sum(path.stat().st_size for path in files))


def difference(tool: str, wanted: frozenset[str], found: frozenset[str]) -> str | None:
    """A sentence that names what is missing and what is too much; None if it is the same."""
    kinds = {"lacks": wanted - found, "has too many": found - wanted}
    parts = [f"{verb} {len(paths)}, among them {', '.join(sorted(paths)[:NAMED])}" for verb, paths in kinds.items() if paths]
    return f"{tool} does not write the page set: it {' and '.join(parts)}." if parts else None


def _counted(section: str, names: Iterator[str]) -> dict[str, int]:
    return {f"{section}/{name.lower().replace(' ', '-')}/": count for name, count in Counter(names).items()}


def _list_pages(place: str, count: int) -> Iterator[str]:
    yield place
    for number in range(2, -(-count // ON_A_PAGE) + 1):
        yield f"{place}page/{number}/"
