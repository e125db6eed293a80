"""Builds of sites with mistakes: stock Pelican, watched."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fastbuild import running
from fastbuild.diagnostics.watching import watched
from fastbuild.problems import Problem, ProblemCollector, exit_code, settled
from fastbuild.running import SettingsError, run_pelican
from fastbuild.sources import Sources

from tests.reading_aids.pictures import write_png

if TYPE_CHECKING:
    from tests.sites_invalid.cases import Case

PLUGINS = Path(running.__file__).parents[1]
SETTINGS = """\
SITENAME = "A small site"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
LOCALE = ["C"]
PATH = "content"
THEME = "simple"
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = ["articles"], ["pages"], ["images"]
SLUGIFY_SOURCE = "basename"
ARTICLE_URL = PAGE_URL = "{slug}/"
ARTICLE_SAVE_AS = PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_LANG_URL = PAGE_LANG_URL = "{lang}/{slug}/"
ARTICLE_LANG_SAVE_AS = PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FASTBUILD_FIELDS = ["mood"]
FASTBUILD_RESERVED_SLUGS = ["letters"]
PLUGINS = []
"""
SOUND = "Title: A sound one\nDate: 2026-01-02\nCategory: Notes\n\nNothing is wrong here.\n"


ABOUT = "Title: About\n\nWho we are.\n"


def write_site(root: Path, plugins: list[str], cases: list[Case]) -> None:
    """A site of these cases, with a sound article, a page, a picture and a document for them to refer to."""
    (root / "conf.py").write_text(f"{SETTINGS}PLUGINS, PLUGIN_PATHS = {plugins}, [{str(PLUGINS)!r}]\n", encoding="utf-8")
    for path, text in (("articles/sound.md", SOUND), ("pages/about.md", ABOUT), ("images/table.pdf", "a document")):
        (root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / path).write_text(text, encoding="utf-8")
    for name in ("chairs.png", "a b.png"):
        write_png(root / "content" / "images" / name, 40, 30)
    for case in cases:
        case.write(root)


def write_apart(root: Path, case: Case) -> None:
    """A site of its own, which stands on base.py, with a sound article."""
    files = {
        "base.py": SETTINGS,
        "conf.py": 'exec(__import__("pathlib").Path("base.py").read_text())\n',
        "content/articles/sound.md": SOUND,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    case.write(root)


@dataclass(frozen=True)
class Result:
    """What was told, in the order in which a person sees it, the exit code, and the files of the site."""

    problems: tuple[Problem, ...]
    refused: str
    code: int
    files: frozenset[str]

    @property
    def lines(self) -> list[str]:
        return self.refused.splitlines() if self.refused else [str(problem) for problem in self.problems]


def build(root: Path) -> Result:
    """Build the site in `root`, whose settings are in conf.py."""
    stage = root / "stage"
    stage.mkdir(exist_ok=True)
    collector, refused = ProblemCollector(renamed=((str(stage), "output"),)), ""
    with contextlib.chdir(root), watched(collector, root / "conf.py"):
        try:
            run_pelican(Sources(root / "conf.py"), stage, collector)
        except SettingsError as error:
            refused = str(error)
        problems = settled(collector.problems)
        files = frozenset(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())
        lines = tuple(problems)
        return Result(lines, refused, 2 if refused else exit_code(problems), files)
