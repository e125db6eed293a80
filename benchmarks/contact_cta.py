"""What contact_cta costs: one site built with the plugin and without it, each build in a process of its own.

    .venv/bin/python benchmarks/contact_cta.py                     # 1,000 articles, eleven pairs of builds
    .venv/bin/python benchmarks/contact_cta.py --articles 100 --pairs 3
    .venv/bin/python benchmarks/contact_cta.py --stock             # in stock Pelican with the theme `simple`, which does little else

Processor time counts, and the median of the pairs' ratios. Every other pair begins with the plugin, since machines grow slower and faster
again. Python's bytecode is kept from build to build, as on an author's machine; a first pair, which writes it, does not count. With the
plugin every article shows its invitation, on the page and in the feeds. Exit code 1: the ratio is above the bar.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BAR = 1.05
WORDS_AN_ARTICLE = 630
AUTHORS = ("Ann Lee", "Bea Moss", "Cy Rowe", "Di Hart", "Ed Vale", "Flo Penn")
TAGS = [f"Tag {number}" for number in range(63)]
CATEGORIES = [f"Category {number}" for number in range(12)]
KINDS = ("question", "referral", "meeting", "story", "thanks", "question")
WORDS = """
letter answer question table kettle garden shop number morning promise visit reason paper street window customer friend
""".split()  # noqa: SIM905  (words in a row are easier to read)

SETTINGS = {
    "stock": """
SITENAME = "Benchmark"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
THEME = "simple"
DEFAULT_PAGINATION = 10
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"  # the default's second pages may collide
PAGINATION_PATTERNS = [
    (1, "/{base_name}/", "{base_name}/index.html"),
    (2, "/{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
""",
    "ours": """
import sys
sys.path.insert(0, HOUSE)
from pelicanconf import *
THEME = HOUSE + "/theme"
MENUITEMS = SITE_FOOTER = ()
""",
}
"""The rest of a settings file, for each kind of site."""

FOR_BOTH = """
SITEURL = SITE_PUBLIC_URL = "https://example.com"
AUTHOR = "Ann Lee"
ARTICLE_PATHS, PAGE_PATHS = ["articles"], ["pages"]
FEED_ALL_ATOM, TAG_FEED_ATOM = "feeds/all.atom.xml", "feeds/tags/{slug}.atom.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
PLUGIN_PATHS = [HOUSE + "/plugins"]
"""
TEMPLATE = '{% extends "!simple/article.html" %}{% block content %}{{ super() }}{% include "cta/page.html" %}{% endblock %}'

CODE = """```python
def names(lines):
    return [line.split("|")[1].strip() for line in lines if line]
```"""


def write_site(folder: Path, articles: int, *, kind: str) -> None:
    """The same content each time, and two settings files. About a quarter has code, all have a link, as in a blog that has grown."""
    chance = random.Random(20261124)  # noqa: S311  (the same articles in every run, nothing secret)
    for name in ("articles", "authors", "pages", "templates"):
        (folder / name).mkdir()
    for number in range(articles):
        (folder / "articles" / f"article-{number:05}.md").write_text(_article(number, chance), encoding="utf-8")
    for author, cta in zip(AUTHORS, KINDS, strict=True):
        slug = author.lower().replace(" ", "-")
        text = f"Name: {author}\nEmail: {slug}@example.com\nPhone: +1 202 555 0143\nCta: {cta}\n\nWrites.\n"
        (folder / "authors" / f"{slug}.md").write_text(text, encoding="utf-8")
    (folder / "templates" / "article.html").write_text(TEMPLATE, encoding="utf-8")
    for name in ("without", "with"):
        (folder / f"{name}.py").write_text(_settings(folder, kind, name), encoding="utf-8")


def _settings(folder: Path, kind: str, name: str) -> str:
    start = f"HOUSE = {str(ROOT)!r}\n{SETTINGS[kind]}{FOR_BOTH}PATH = {str(folder)!r}\n"
    plugins = ["theme_assets", "reading_aids", "site_feeds"] if kind == "ours" else []
    if name == "without":
        return f"{start}PLUGINS = {plugins!r}\n"
    templates = [str(folder / "templates")] if kind == "stock" else []
    return f"{start}PLUGINS = {[*plugins, 'contact_cta']!r}\nTHEME_TEMPLATES_OVERRIDES = {templates!r}\n"


def _article(number: int, chance: random.Random) -> str:
    fields = {
        "Title": f"Article {number} on the {chance.choice(WORDS)}",
        "Date": f"{2010 + number % 16}-{number % 12 + 1:02}-{number % 28 + 1:02} 09:00",
        "Author": chance.choice(AUTHORS),
        "Category": chance.choice(CATEGORIES),
        "Tags": ", ".join(chance.sample(TAGS, chance.randint(2, 5))),
        "Ask": f"What about your {chance.choice(WORDS)}?",
    }
    text = [" ".join(chance.choices(WORDS, k=WORDS_AN_ARTICLE // 7)) for _ in range(7)]
    text.insert(2, f"## About the {chance.choice(WORDS)}")
    text[4] += (
        f" See [an earlier one]({{filename}}article-{chance.randrange(number + 1):05}.md), and *mind* the **{chance.choice(WORDS)}**."
    )
    if not number % 4:
        text.insert(5, CODE)
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + "\n" + "\n\n".join(text) + "\n"


def seconds(folder: Path, name: str) -> float:
    """Processor time of one build, start of Python included; other programs do not count. CalledProcessError if Pelican fails."""
    command = [sys.executable, "-m", "pelican", "-s", str(folder / f"{name}.py"), "-o", str(folder / f"output-{name}"), "-q"]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    before = os.times()
    subprocess.run(command, check=True, cwd=folder, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603  (our own command)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def pair(folder: Path, *, begin_with_it: bool) -> tuple[float, float]:
    """Seconds without the plugin and with it."""
    if begin_with_it:
        with_it = seconds(folder, "with")
        return seconds(folder, "without"), with_it
    return seconds(folder, "without"), seconds(folder, "with")


def main() -> int:
    parser = argparse.ArgumentParser(description="What contact_cta costs.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--pairs", type=int, default=11)
    parser.add_argument("--stock", action="store_true", help="a site with the theme `simple` instead of ours")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, given.articles, kind="stock" if given.stock else "ours")
        _, *pairs = [pair(folder, begin_with_it=bool(number % 2)) for number in range(given.pairs + 1)]
    for without, with_it in pairs:
        print(f"without {without:6.2f} s   with {with_it:6.2f} s   ratio {with_it / without:.3f}")  # noqa: T201
    median = statistics.median(with_it / without for without, with_it in pairs)
    print(f"{given.articles} articles: median ratio {median:.3f}, bar {BAR}")  # noqa: T201
    return int(median > BAR)


if __name__ == "__main__":
    sys.exit(main())
