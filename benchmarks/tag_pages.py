"""What tag pages cost: the time that the plugin takes in a build, for so many articles and for four times as many.

    .venv/bin/python benchmarks/tag_pages.py                     # 1,000 and 4,000 articles with 63 tags
    .venv/bin/python benchmarks/tag_pages.py --articles 250 --rounds 3

Times are processor time, medians of the rounds; pages, which Pelican renders, are not among them. Exit code 1: four times the articles
take more than four times the time by a half.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from pelican import Pelican, signals  # noqa: E402  (the lines above make ours importable)
from pelican.settings import read_settings  # noqa: E402
from tag_pages import hooks  # noqa: E402

from tests.conftest import QUIET_SETTINGS, Site  # noqa: E402
from tests.site_feeds.synthetic import new_blog, write_articles  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelican.generators import ArticlesGenerator

STEEPEST = 1.5
"""How much more than four times the time four times the articles may take; twice as much would be quadratic."""


def blog(folder: Path, articles: int) -> Site:
    """A blog of that many articles; every third tag has a file with two old names."""
    made = new_blog(folder)
    write_articles(made, range(articles))
    for number in range(0, 63, 3):
        fields = f"Title: Tag {number}\nSummary: What it is.\nAliases: Old {number}, Older {number}\n"
        made.write(f"tags/tag-{number}.md", f"{fields}\nAn introduction.\n")
    return made


def timed(step: Callable[[ArticlesGenerator], None], spent: list[float]) -> Callable[[ArticlesGenerator], None]:
    def run(generator: ArticlesGenerator) -> None:
        start = time.process_time()
        step(generator)
        spent.append(time.process_time() - start)

    return run


def milliseconds(site: Site) -> float:
    """What the plugin's two steps take in one build that writes nothing."""
    spent: list[float] = []
    steps = (timed(hooks.name_everything, spent), timed(hooks.complete_tags, spent))
    paths = {"PATH": str(site.folder / "content"), "OUTPUT_PATH": str(site.folder / "output")}
    pelican = Pelican(read_settings(override=QUIET_SETTINGS | site.settings | paths | {"PLUGINS": []}))
    hooks.read_settings(pelican)
    with (
        signals.article_generator_pretaxonomy.connected_to(steps[0]),
        signals.article_generator_finalized.connected_to(steps[1]),
    ):
        context = {**pelican.settings, "generated_content": {}, "static_links": set(), "static_content": {}, "localsiteurl": ""}
        for kind in pelican._get_generator_classes()[:1]:  # noqa: SLF001  (the articles alone)
            settings = pelican.settings
            generator = kind(context=context, settings=settings, path=pelican.path, theme=pelican.theme, output_path=pelican.output_path)
            generator.generate_context()
    return 1000 * sum(spent)


def main() -> int:
    parser = argparse.ArgumentParser(description="What tag pages cost.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        sizes = (given.articles, 4 * given.articles)
        blogs = [blog(Path(name, str(size)), size) for size in sizes]
        few, many = (median(milliseconds(made) for _ in range(given.rounds)) for made in blogs)
    growth = many / few / 4
    for size, taken in zip(sizes, (few, many), strict=True):
        print(f"{size} articles: {taken:.0f} ms, {1000 * taken / size:.0f} µs an article")  # noqa: T201
    print(f"four times the articles take {4 * growth:.1f} times the time")  # noqa: T201
    return int(growth > STEEPEST)


if __name__ == "__main__":
    sys.exit(main())
