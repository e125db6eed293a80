"""The corpus as a Hugo site that writes the same files: front matter in TOML, links to files that Hugo resolves, an Atom feed by template.

Layouts hold what the Pelican theme's templates hold, element by element. Off is what Pelican does not do either: typographic quotes, ids of
headings, a sitemap. Links are resolved by Hugo's own embedded render hook, which is what `{filename}` is to Pelican.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from .corpus import Link

if TYPE_CHECKING:
    from .corpus import Article, Block, Corpus

THEME = Path(__file__).resolve().parent / "hugo_theme"
TITLE = "Letters of the Long Table"
"""As in its configuration."""
STYLE = Path(__file__).resolve().parent / "pelican_theme" / "static" / "style.css"


def write_site(folder: Path, corpus: Corpus) -> None:
    """Write configuration, layouts and content into `folder`."""
    shutil.copytree(THEME, folder)
    content_folder(folder).mkdir(parents=True)
    (folder / "static" / "theme").mkdir(parents=True)
    shutil.copyfile(STYLE, folder / "static" / "theme" / STYLE.name)
    for article in corpus.articles:
        write_article(folder, article)


def content_folder(folder: Path) -> Path:
    return folder / "content" / "letters"


def write_article(folder: Path, article: Article) -> Path:
    """Write the article into the site in `folder`, or over the one that is there; the answer is its path."""
    path = content_folder(folder) / f"{article.slug}.md"
    path.write_text(text_of(article), encoding="utf-8", newline="\n")
    return path


def text_of(article: Article) -> str:
    fields = {
        "title": article.title,
        "date": article.date.isoformat(),
        "authors": [article.author],
        "categories": [article.category],
        "tags": list(article.tags),
        "summary": article.summary,
    }
    front = "".join(f"{name} = {json.dumps(value)}\n" for name, value in fields.items())  # a JSON string or list is one of TOML too
    return f"+++\n{front}+++\n\n" + "\n\n".join(_markdown(block) for block in article.blocks) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, str):
        return block
    return "".join(f"[{part.text}]({part.slug}.md)" if isinstance(part, Link) else part for part in block)
