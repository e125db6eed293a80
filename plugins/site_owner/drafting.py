"""Beginning an article: a draft in `content/articles/SLUG.md` with the fields that an author fills in.

The fields stand in the order in which all articles have them. Those without a value do nothing until they get one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ids import new_id
from .pages import read_front_matter
from .problems import only
from .slugs import reserved_because, short_slug_of, slug_of
from .text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_DRAFT = """\
Title: {title}
Date: {date:%Y-%m-%d %H:%M}
{author}Category:
Tags:
Summary:
Ask:
Status: draft
Id: {id}

Write here. When the text is ready, remove the line `Status: draft` above, and it will be published with the next build.
"""


def new_article(root: Path, title: str, *, now: datetime, author: str) -> Path:
    """The file of a new draft with this title; `now`, in the site's time zone, becomes its `Date`; an empty author is left out.

    SiteError, and nothing written, if the title gives no address, or one that another text or the site itself has.
    """
    title = one_line(title)
    slug = short_slug_of(title)
    path = root / "content" / "articles" / f"{slug}.md"
    _refuse(root, title, slug)
    byline = f"Author: {one_line(author)}\n" if author.strip() else ""
    _create(path, root, _DRAFT.format(title=title, date=now, author=byline, id=new_id(_ids(path.parent))))
    return path


def _create(path: Path, root: Path, text: str) -> None:
    """A new file with this text; one that is there is left as it is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise only(_shown(path, root), "this file is there already. Open it, or choose another title.") from error
    except OSError as error:
        raise only(_shown(path, root), f"the file cannot be written ({error.strerror}). Allow writing into its folder.") from error


def _refuse(root: Path, title: str, slug: str) -> None:
    if not slug:
        raise only("title", f'"{title}" has no letter or digit of which an address can be made. Add a word to it.')
    if reason := reserved_because(slug):
        raise only("title", f'"{title}" cannot be the title of a new article: {reason}. Add a word to it.')
    for path, taken in _slugs(root / "content"):
        if taken == slug:
            raise only(_shown(path, root), f"this text has the address /{slug}/ already. Open it, or choose another title.")


def _texts(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.md")) if not path.name.startswith("."))


def _slugs(content: Path) -> Iterator[tuple[Path, str]]:
    for folder in ("articles", "pages"):
        for path in _texts(content / folder):
            yield path, read_front_matter(path).get("slug") or slug_of(path.stem)


def _ids(articles: Path) -> frozenset[str]:
    return frozenset(read_front_matter(path).get("id", "").upper() for path in _texts(articles))


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
