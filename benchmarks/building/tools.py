"""The tools that build, as data: how each wants its site, what it is called with, and what it leaves behind."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import hugo_site, our_site, pelican_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from .corpus import Article, Corpus

ROOT = Path(__file__).resolve().parent.parent.parent
FASTBUILD, PELICAN, HUGO = "fastbuild", "pelican", "hugo"
PARITY, FULL = "parity", "full"
OUTPUT, CACHE = "out", "cache"
IN_LETTERS = "letters/{slug}/index.html"
ENVIRONMENT = {
    "PYTHONPATH": str(ROOT / "plugins"),
    "PYTHONDONTWRITEBYTECODE": "",  # bytecode is kept from build to build, as on an author's machine
    "PYTHONUTF8": "1",
}


@dataclass(frozen=True, slots=True)
class Tool:
    """`command` is a command line, in which `{folder}` is the site's folder; with `reporting` behind it, it ends with a report in JSON.

    `page` is where an article's page is written, with `{slug}` in it.
    """

    name: str
    write_site: Callable[[Path, Corpus], None]
    write_article: Callable[[Path, Article], Path]
    command: tuple[str, ...]
    caches: tuple[str, ...]
    page: str
    reporting: tuple[str, ...] = ()


@dataclass(slots=True)
class Place:
    """A site of one tool in a folder of its own, and the corpus that it now holds."""

    tool: Tool
    folder: Path
    corpus: Corpus

    @property
    def output(self) -> Path:
        return self.folder / OUTPUT

    @property
    def command(self) -> list[str]:
        return [part.replace("{folder}", str(self.folder)) for part in self.tool.command]

    def settle_in(self) -> None:
        self.tool.write_site(self.folder, self.corpus)

    def page_of(self, slug: str) -> str:
        """The page of that article, as it was built."""
        return (self.output / self.tool.page.format(slug=slug)).read_text(encoding="utf-8")

    def save(self, article: Article) -> Path:
        """Write the article, new or changed; the answer is its file."""
        self.corpus = self.corpus.with_article(article)
        return self.tool.write_article(self.folder, article)

    def forget(self, *, caches: bool) -> None:
        """Remove the built site, and what the tool keeps besides if that is wanted."""
        for name in (OUTPUT, *(self.tool.caches if caches else ())):
            shutil.rmtree(self.folder / name, ignore_errors=True)


def tools(site: str, hugo: Path | None) -> dict[str, Tool]:
    """Those that can build a site of that kind, by name; Hugo only if there is one."""
    writer = pelican_site if site == PARITY else our_site
    settings, page = ("settings.py", IN_LETTERS) if site == PARITY else ("publishconf.py", "{slug}/index.html")
    ours = f"-m fastbuild build --settings {settings} --content content --output {OUTPUT} --cache {CACHE}"
    stock = f"-m pelican content -s {settings} -o {OUTPUT} -q"
    both = {
        FASTBUILD: Tool(FASTBUILD, writer.write_site, writer.write_article, (sys.executable, *ours.split()), (CACHE,), page, ("--json",)),
        PELICAN: Tool(PELICAN, writer.write_site, writer.write_article, (sys.executable, *stock.split()), (CACHE,), page),
    }
    if site == FULL or hugo is None:
        return both
    command = (str(hugo), "--quiet", "--destination", OUTPUT, "--cacheDir", f"{{folder}}/{CACHE}")
    return {**both, HUGO: Tool(HUGO, hugo_site.write_site, hugo_site.write_article, command, (CACHE, "resources"), IN_LETTERS)}
