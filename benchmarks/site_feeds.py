"""What feeds cost: what an entry takes to make, what a feed takes once its entries exist, and a whole build with and without feeds.

    .venv/bin/python benchmarks/site_feeds.py                     # a blog of 1,000 articles with 63 tags
    .venv/bin/python benchmarks/site_feeds.py --articles 4000 --rounds 3

Times are processor time, medians of the rounds. Exit code 1: a feed takes more than the bar, or four times the articles take more than
four times the time by a half.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from pelican import Pelican, signals  # noqa: E402  (the lines above make ours importable)
from pelican.settings import read_settings  # noqa: E402
from site_feeds.generator import FeedsGenerator, MadeEntries  # noqa: E402

from tests.conftest import QUIET_SETTINGS, Site  # noqa: E402
from tests.site_feeds.synthetic import new_blog, write_articles  # noqa: E402

BAR = 1.0
"""Milliseconds a feed, once its entries exist."""
STEEPEST = 1.5
"""How much more than four times the time four times the articles may take; twice as much would be quadratic."""

STOCK = {
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "FEED_ALL_RSS": "feeds/all.rss.xml",
    "FEED_MAX_ITEMS": 20,
    "FEED_DOMAIN": "https://many.example",
}
STOCK |= {f"{name}_FEED_ATOM": f"feeds/{name.lower()}/{{slug}}.atom.xml" for name in ("TAG", "CATEGORY", "AUTHOR")}
KINDS = {
    "no feeds": {"PLUGINS": []},
    "Pelican's": {"PLUGINS": [], **STOCK},
    "ours": {"PLUGINS": ["site_feeds"]},
}


def blog(folder: Path, articles: int) -> Site:
    """A blog of that many articles; the theme writes hardly anything."""
    made = new_blog(folder)
    write_articles(made, range(articles))
    return made


def generator_of(site: Site) -> FeedsGenerator:
    """The generator of a build that is finished."""
    found: list[FeedsGenerator] = []

    def keep(generators: list[object]) -> None:
        found.extend(generator for generator in generators if isinstance(generator, FeedsGenerator))

    settings = QUIET_SETTINGS | site.settings | KINDS["ours"]
    with signals.all_generators_finalized.connected_to(keep):
        paths = {"PATH": str(site.folder / "content"), "OUTPUT_PATH": str(site.folder / "output")}
        Pelican(read_settings(override=settings | paths)).run()
    return found[0]


def in_process(site: Site, rounds: int) -> tuple[float, float, int]:
    """Milliseconds of all entries with their feeds, milliseconds of a feed whose entries exist, and the number of files."""
    generator = generator_of(site)
    whole, again, files = [], [], 0
    for _ in range(rounds):
        entries = MadeEntries(generator.maker())
        for times in (whole, again):
            start = time.process_time()
            files = sum(bool(output.render({})) for _, output in generator.files(entries))
            times.append(1000 * (time.process_time() - start))
    return median(whole), median(again) / files, files


def whole_build(site: Site, kind: str) -> float:
    """Seconds of processor time of a build in a process of its own."""
    settings = QUIET_SETTINGS | site.settings | KINDS[kind]
    name = f"settings_{list(KINDS).index(kind)}.py"
    (site.folder / name).write_text("".join(f"{key} = {value!r}\n" for key, value in settings.items()), encoding="utf-8")
    before = os.times()
    command = [sys.executable, "-m", "pelican", "content", "-s", name, "-o", f"output-{name}", "-q"]
    subprocess.run(command, check=True, cwd=site.folder, stdout=subprocess.DEVNULL)  # noqa: S603  (our own command)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> int:
    parser = argparse.ArgumentParser(description="What feeds cost.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        small, large = blog(Path(name, "small"), given.articles // 4), blog(Path(name, "large"), given.articles)
        few, _, _ = in_process(small, given.rounds)
        all_of_them, a_feed, files = in_process(large, given.rounds)
        builds = {kind: [] for kind in KINDS}
        for _ in range(given.rounds):
            for kind, seconds in builds.items():
                seconds.append(whole_build(large, kind))
    growth = all_of_them / few / 4
    print(f"{given.articles} articles in {files} files: {all_of_them / given.articles:.2f} ms an entry, its part of the feeds included")  # noqa: T201
    print(f"a feed whose entries exist: {a_feed:.2f} ms, bar {BAR}; four times the articles take {4 * growth:.1f} times the time")  # noqa: T201
    for kind, seconds in builds.items():
        print(f"whole build, {kind:>9}: {median(seconds):.2f} s")  # noqa: T201
    return int(a_feed > BAR or growth > STEEPEST)


if __name__ == "__main__":
    sys.exit(main())
