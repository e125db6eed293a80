"""The corpus as a Pelican site with a plain theme: front matter in Pelican's style, links by `{filename}`, Pelican's own feeds.

Markdown's extensions are those that Pelican comes with. Feeds are made by Pelican's settings, as anybody's stock site makes them, though
20 full entries for each tag cost Pelican more than Hugo: whoever equals stock Pelican has to write them too.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from .corpus import Link

if TYPE_CHECKING:
    from .corpus import Article, Block, Corpus

THEME = Path(__file__).resolve().parent / "pelican_theme"
SITENAME, SITEURL = "Letters of the Long Table", "https://example.com"

SETTINGS = f"""\
SITENAME = {SITENAME!r}
SITEURL = FEED_DOMAIN = {SITEURL!r}
AUTHOR = "Ann Lee"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
LOCALE = ["C.UTF-8", "C"]
PATH = "content"
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = ["letters"], [], []
USE_FOLDER_AS_CATEGORY = False
THEME = "theme"
THEME_STATIC_PATHS = ["static"]
SLUGIFY_SOURCE = "basename"
FORMATTED_FIELDS = []  # a summary is text in both tools

ARTICLE_URL, ARTICLE_SAVE_AS = "letters/{{slug}}/", "letters/{{slug}}/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "letters/", "letters/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{{slug}}/", "tags/{{slug}}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "categories/{{slug}}/", "categories/{{slug}}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{{slug}}/", "authors/{{slug}}/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
CATEGORIES_URL, CATEGORIES_SAVE_AS = "categories/", "categories/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "authors/", "authors/index.html"
DIRECT_TEMPLATES = ["index", "archives", "tags", "categories", "authors"]
DEFAULT_PAGINATION = 10
PAGINATION_PATTERNS = [
    (1, "/{{base_name}}/", "{{base_name}}/index.html"),
    (2, "/{{base_name}}/page/{{number}}/", "{{base_name}}/page/{{number}}/index.html"),
]

FEED_ALL_ATOM, TAG_FEED_ATOM, FEED_MAX_ITEMS = "feed.xml", "tags/{{slug}}/feed.xml", 20
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
"""
FRONT = """\
Title: {title}
Date: {date:%Y-%m-%d %H:%M}
Author: {author}
Category: {category}
Tags: {tags}
Summary: {summary}
"""


def write_site(folder: Path, corpus: Corpus) -> None:
    """Write content, theme and `settings.py` into `folder`."""
    content_folder(folder).mkdir(parents=True)
    shutil.copytree(THEME, folder / "theme")
    (folder / "settings.py").write_text(SETTINGS, encoding="utf-8", newline="\n")
    for article in corpus.articles:
        write_article(folder, article)


def content_folder(folder: Path) -> Path:
    return folder / "content" / "letters"


def write_article(folder: Path, article: Article) -> Path:
    """Write the article into the site in `folder`, or over the one that is there; the answer is its path."""
    path = content_folder(folder) / f"{article.slug}.md"
    path.write_text(text_of(article), encoding="utf-8", newline="\n")
    return path


def text_of(article: Article, further_fields: str = "") -> str:
    """The article's file; `further_fields` are lines of front matter."""
    fields = {name: getattr(article, name) for name in ("title", "date", "author", "category", "summary")}
    front = FRONT.format(tags=", ".join(article.tags), **fields)
    return f"{front}{further_fields}\n" + "\n\n".join(_markdown(block) for block in article.blocks) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, str):
        return block
    return "".join(f"[{part.text}]({{filename}}{part.slug}.md)" if isinstance(part, Link) else part for part in block)
