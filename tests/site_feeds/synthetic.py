"""Blogs that nobody wrote, of as many articles as a test wants: the same each time, with a theme that writes hardly anything.

So the time of a build is that of reading and of the feeds.
"""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.conftest import QUIET_SETTINGS, Site

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ADDRESS = "https://many.example"
AUTHORS = ("Ann Lee", "Bea Moss", "Cy Rowe", "Di Hart", "Ed Vale", "Flo Penn")
TAGS = tuple(f"Tag {number}" for number in range(63))
CATEGORIES = tuple(f"Category {number}" for number in range(12))
WORDS_AN_ARTICLE = 600
PARAGRAPHS = 6
WORDS = """
letter answer question table kettle garden shop number morning promise visit reason paper street window customer friend & “yes” naïve
""".split()  # noqa: SIM905  (words in a row are easier to read)
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of which Ids are made."""

SETTINGS: dict[str, Any] = {
    "SITENAME": "Many & more",
    "SITESUBTITLE": "Letters by the thousand",
    "SITEURL": ADDRESS,
    "SITE_AUTHORITY": "many.example,2026",
    "AUTHOR": AUTHORS[0],
    "PLUGINS": ["contact_cta", "site_feeds"],
    "DIRECT_TEMPLATES": [],
    "FORMATTED_FIELDS": [],
    "TAG_URL": "tags/{slug}/",
    "TAG_SAVE_AS": "tags/{slug}/index.html",
    "CONTACT_DEFAULT_AUTHOR": AUTHORS[0],
}
TEMPLATES = ("article", "page", "tag", "category", "author", "index")


def new_blog(folder: Path, **settings: Any) -> Site:
    """A blog with authors and no articles."""
    templates = folder / "theme" / "templates"
    templates.mkdir(parents=True)
    (folder / "theme" / "static").mkdir()
    for name in TEMPLATES:
        (templates / f"{name}.html").write_text("{{ output_file }}\n", encoding="utf-8")
    blog = Site(folder, SETTINGS | {"THEME": str(folder / "theme")} | settings)
    for name in AUTHORS:
        slug = name.lower().replace(" ", "-")
        blog.write(f"authors/{slug}.md", f"Name: {name}\nEmail: {slug}@example.com\nPhone: +1 202 555 0143\n\nWrites.\n")
    return blog


def write_articles(blog: Site, numbers: Iterable[int]) -> None:
    """Write the articles of these numbers, each the same in every blog."""
    for number in numbers:
        blog.write(f"articles/article-{number:05}.md", article(number))


def build_apart(blog: Site) -> Path:
    """Build in a process of its own, as is right for what lives longer than a test; the answer is the output folder."""
    settings = QUIET_SETTINGS | blog.settings
    text = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    (blog.folder / "settings.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", "settings.py", "-o", "output", "--fatal", "warnings"]
    subprocess.run(command, check=True, cwd=blog.folder, capture_output=True)
    return blog.folder / "output"


def article(number: int) -> str:
    """About 600 words with a heading, a link and a list; a later number has a later date, three of them the same day."""
    chance = random.Random(number)  # noqa: S311  (nothing secret)
    day = number // 3
    fields = {
        "Title": f"Letter {number} on the {chance.choice(WORDS)}",
        "Date": f"{2020 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02} {9 + number % 3:02}:00",
        "Author": chance.choice(AUTHORS),
        "Category": chance.choice(CATEGORIES),
        "Tags": ", ".join(chance.sample(TAGS, chance.randint(2, 5))),
        "Summary": " ".join(chance.choices(WORDS, k=20)),
        "Id": permanent(number),
    }
    parts = [" ".join(chance.choices(WORDS, k=WORDS_AN_ARTICLE // PARAGRAPHS)) for _ in range(PARAGRAPHS)]
    parts.insert(2, f"## About the {chance.choice(WORDS)}")
    parts[0] += f" See [an earlier one]({{filename}}article-{chance.randrange(number + 1):05}.md) and **mind** the *kettle*."
    parts.append("* one\n* two\n* three")
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + "\n" + "\n\n".join(parts) + "\n"


def permanent(number: int) -> str:
    """The Id of an article: its number in base 32, backwards, since Ids are in no order."""
    return "".join(DIGITS[number // 32**place % 32] for place in range(6))
