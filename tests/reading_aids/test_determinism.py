"""The same site from any order of sets: Pelican is started twice under different hash seeds."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

TEMPLATE = "{{ article.related|map(attribute='slug')|list }} {{ article.neighbours.newer.slug }} {{ article.series.number }}"


def build(site: Site, seed: str) -> dict[str, str]:
    output = site.folder / f"output-{seed}"
    command = [sys.executable, "-m", "pelican", str(site.folder / "content"), "-s", str(site.folder / "conf.py"), "-o", str(output)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(command, env=environment, cwd=site.folder, check=True, capture_output=True)
    return {path.relative_to(output).as_posix(): path.read_text(encoding="utf-8") for path in files_of(output)}


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.html"))


def test_builds_agree_under_different_hash_seeds(site: Site) -> None:
    (site.folder / "templates").mkdir()
    (site.folder / "templates" / "article.html").write_text(TEMPLATE)
    (site.folder / "conf.py").write_text(
        f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nPLUGINS = ['reading_aids']\nARTICLE_PATHS = ['articles']\nTIMEZONE = 'UTC'\n"
        "THEME_TEMPLATES_OVERRIDES = ['templates']\nSITENAME = 'Small'\nSITEURL = ''\nDEFAULT_LANG = 'en'\nLOCALE = ['C']\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
    )
    for number in range(12):
        tags = ", ".join(f"tag{number % divisor}-{divisor}" for divisor in (2, 3, 5))
        fields = f"Date: 2026-01-0{number % 3 + 1} 10:00\nTags: {tags}\nSeries: Series {number % 2}\n"
        site.write(f"articles/a{number}.md", f"Title: A{number}\n{fields}\nText.\n")
        site.write(f"articles/a{number}-de.md", f"Title: D{number}\nSlug: a{number}\nLang: de\n{fields}\nText.\n")
    first, second = build(site, "1"), build(site, "2")
    assert "series/series-1/index.html" in first
    assert first == second
