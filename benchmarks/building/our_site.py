"""The corpus as a whole site of ours: the project's settings, theme and plugins, cards of all authors, a topic with a text of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from . import pelican_site
from .corpus import AUTHORS

if TYPE_CHECKING:
    from .corpus import Article, Corpus

ROOT = Path(__file__).resolve().parent.parent.parent
OWNERS = Path(__file__).resolve().with_name("our_site")
"""What an owner sets and writes besides the articles."""
PROJECT = ("pelicanconf.py", "publishconf.py", "plugins", "theme")
KINDS = ("question", "referral", "meeting", "story", "thanks", "question")
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32, of which an Id has six
CARD = """\
Name: {name}
Role: Sits at the table
Email: {slug}@example.com
Phone: +44 20 7946 0114
Languages: en
Reply_promise: usually within two days
Cta: {kind}

{name} writes letters and answers them.
"""


def write_site(folder: Path, corpus: Corpus) -> None:
    """Write a project into `folder`: what is ours, copied, and an owner's site.toml and content."""
    shutil.copytree(OWNERS, folder)
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, folder / name)
    for kind in ("authors", "articles", "images", "extra"):
        (folder / "content" / kind).mkdir()
    for name, cta in zip(AUTHORS, KINDS, strict=True):
        slug = name.lower().replace(" ", "-")
        _write(folder / f"content/authors/{slug}.md", CARD.format(name=name, slug=slug, kind=cta))
    for article in corpus.articles:
        write_article(folder, article)


def write_article(folder: Path, article: Article) -> Path:
    """Write the article into the site in `folder`, or over the one that is there; the answer is its path."""
    question = f"Ask: What would you say to that, {article.author.split()[0]}'s reader?\n"
    return _write(
        folder / "content" / "articles" / f"{article.slug}.md",
        pelican_site.text_of(article, f"{question}Id: {_id(article.slug)}\n"),
    )


def _id(slug: str) -> str:
    number = int(slug.rpartition("-")[2])
    return "".join(DIGITS[number // 32**place % 32] for place in range(5, -1, -1))


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
