"""A small site with everything that hosts are told of, built by stock Pelican in a process of its own, at a root and below a path."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from .hosting import HOSTS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]

ODD = (
    *("a blank", 'say "hi"', "it's", "100%", "$1", "${HOME}", "{a}", "ü", "日本", "a+b", "a&b", "a;b", "a,b", "a=b", "~a", "^a$", "a|b"),
    *("<b>", "a*", "(a)", "[a]", "`a`", "a#b", "a?b", ":a", "a.b.c", "%41", "-", "@a", "!", r"%{HTTP_HOST}", "location"),
)
"""Names in old addresses, decoded."""

ELSEWHERE = "https://elsewhere.example/%C3%BC/a%20b?q=a%20b&r=%24x#part"
REDIRECTS = (
    *((f"/odd/{quote(name, safe='')}/", "/first/") for name in ODD),
    ("/to-odd.html", f"/{quote('ü & co $1 {x} 100%')}/"),
    ("/old.php", "/second/"),
    ("/elsewhere/", ELSEWHERE),
    ("/chain/", "/old.php"),
)
SETTINGS = """\
PATH, OUTPUT_PATH, THEME, TIMEZONE, DEFAULT_LANG, LOCALE = "content", "output", "simple", "Europe/London", "en", ["C"]
SITENAME, SITEURL = "A small site", "https://me.example{prefix}"
SITE_AUTHORITY = "me.example,2026"
PLUGIN_PATHS, PLUGINS = [{plugins!r}], ["site_feeds", "site_files"]
ARTICLE_PATHS, STATIC_PATHS = ["articles"], ["static"]
ARTICLE_URL, ARTICLE_SAVE_AS = "{{slug}}/", "{{slug}}/index.html"
STATIC_SAVE_AS = STATIC_URL = "{{path}}"
EXTRA_PATH_METADATA = {{"static/site.0123456789.css": {{"path": "theme/css/site.0123456789.css"}}}}
THEME_TEMPLATES_OVERRIDES = ["templates"]
DIRECT_TEMPLATES = ["index", "404"]
SITE_FILES_REDIRECTS = {redirects!r}
CACHE_CONTENT = False
"""
STATIC = (
    "a.png",
    "a.svg",
    "a.woff2",
    "a.avif",
    "a.vcf",
    "a.txt",
    "a.json",
    "plain.css",
    "site.webmanifest",
    "site.0123456789.css",
    "a b.txt",
)
ARTICLE = "Title: {title}\nDate: 2026-01-01\nCategory: misc\nId: {number:06}\n{more}\n\nText\n"
ODD_PAGE = "Slug: odd\nUrl: ü & co $1 {x} 100%/\nSave_as: ü & co $1 {x} 100%/index.html"


def written_site(folder: Path, prefix: str) -> Path:
    """The output of a site whose public address ends in `prefix`."""
    for path, text in {
        "articles/first.md": ARTICLE.format(title="First", number=1, more="Redirect_from: /old/path.html, /older/"),
        "articles/second.md": ARTICLE.format(title="Second", number=2, more="Redirect_from: /2019/second/"),
        "articles/odd.md": ARTICLE.format(title="Odd", number=3, more=ODD_PAGE),
        **{f"static/{name}": "text" for name in STATIC},
    }.items():
        target = folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "templates").mkdir()
    (folder / "templates" / "404.html").write_text("<!doctype html><title>No such page</title>", encoding="utf-8")
    settings = SETTINGS.format(prefix=prefix.rstrip("/"), plugins=str(ROOT / "plugins"), redirects=REDIRECTS)
    (folder / "settings.py").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "settings.py", "--fatal", "warnings"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine may read, unlike those that pytest makes."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def output() -> Iterator[Path]:
    with open_folder() as folder:
        yield written_site(folder, "/")


@pytest.fixture(scope="session")
def output_below() -> Iterator[Path]:
    with open_folder() as folder:
        yield written_site(folder, "/blog/")


@dataclass(frozen=True)
class Hosted:
    """A running host: its port, and the path before the site's addresses."""

    name: str
    port: int
    prefix: str

    @property
    def leads(self) -> int:
        """The status of its redirects."""
        return 302 if self.name == "serve" else 301


KINDS = [*((name, "/") for name in HOSTS), ("nginx", "/blog/"), ("apache", "/blog/")]  # a preview is always at the root


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: f"{kind[0]}{kind[1]}")
def hosted(request: pytest.FixtureRequest) -> Iterator[Hosted]:
    """The site on each host."""
    name, prefix = request.param
    folder = request.getfixturevalue("output" if prefix == "/" else "output_below")
    with open_folder() as work, HOSTS[name](folder, prefix, work) as port:
        yield Hosted(name, port, prefix)
