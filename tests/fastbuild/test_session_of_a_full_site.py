"""A session over a site with everything of ours: after each change it shows what stock Pelican makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastbuild.session import Session

from .engine_site import EngineSite, differing, new_process, tree
from .sites import ROOT, full_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HIDE = "content/articles/hide.md"
OAK = "content/articles/oak.md"

CHANGES = [
    ("a body", HIDE, "| 1 | 2 |", "| 1 | 3 |"),
    ("a body with other headings", OAK, "## A plan", "## A plan\n\n## Another\n\n### And more"),
    ("a longer body", HIDE, "| 1 | 2 |", "| 1 | 2 |\n\n" + "Many words. " * 900),
    ("a body with a picture", HIDE, "| 1 | 2 |", "| 1 | 2 |\n\n![dot]({static}/images/dot.png)"),
    ("a body with a link", HIDE, "| 1 | 2 |", "| 1 | 2 |\n\n[bone]({filename}bone.md)"),
    ("a body without its link", OAK, "[bone glue]({filename}bone.md)", "bone glue"),
    ("a title", HIDE, "Title: Hide glue", "Title: Hide"),
    ("a tag's introduction", "content/tags/wood.md", "See [oak]", "Look at [oak]"),
    ("a page", "content/pages/about.md", "Two people", "Three people"),
    ("an author", "content/authors/bo-example.md", "Bo holds them", "Bo holds all of them"),
]


@pytest.fixture
def site(tmp_path: Path) -> EngineSite:
    site = full_site(tmp_path)
    own = f'PLUGIN_PATHS = [{str(ROOT / "plugins")!r}]\nSTATIC_PATHS = ["images", "extra", "articles"]\nEXTRA_PATH_METADATA = {{}}\n'
    site.write("pelicanconf.py", (tmp_path / "pelicanconf.py").read_text(encoding="utf-8") + own)
    for name in ("article", "authors", "categories"):
        site.remove(f"custom/templates/{name}.html")
    site.settings = {}
    return site


@pytest.fixture
def session(site: EngineSite, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.chdir(site.folder)
    with new_process(site.folder), Session(settings=site.folder / "pelicanconf.py", output=site.output, cache=site.cache) as session:
        session.build()
        yield session


def test_after_each_change_it_shows_what_stock_makes_of_it(site: EngineSite, session: Session) -> None:
    assert differing(tree(site.output), site.stock()) == []
    for name, path, old, new in CHANGES:
        for one, other in ((old, new), (new, old)):
            site.edit(path, one, other)
            session.build({site.folder / path})
            assert differing(tree(site.output), site.stock()) == [], name


def test_changes_add_up(site: EngineSite, session: Session) -> None:
    for name, path, old, new in CHANGES:
        text = (site.folder / path).read_text(encoding="utf-8")
        if old in text:
            site.edit(path, old, new)
            session.build({site.folder / path})
            assert differing(tree(site.output), site.stock()) == [], name
