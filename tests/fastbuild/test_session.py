"""A site that stays in memory: what it builds again, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import pelican
import pytest
from fastbuild.output import LockedError, opened
from fastbuild.session import Outcome, Session
from pelican.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SETTINGS = """\
SITENAME = "A small site"
SITEURL = "https://example.com"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
LOCALE = ["C"]
PATH = "content"
THEME = "simple"
PLUGINS = []
SLUGIFY_SOURCE = "basename"
FEED_ALL_ATOM, FEED_MAX_ITEMS = "feed.xml", 3
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS = ["images"]
"""
ARTICLE = "Title: {title}\nDate: 2026-01-{day:02} 10:00\nCategory: Notes\nTags: {tags}\nSummary: A sentence.\n\n{text}\n"


class Site:
    """A site in a folder, and how stock Pelican would build it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "conf.py").write_text(SETTINGS, encoding="utf-8")
        for day in range(1, 8):
            self.article(day)

    def article(self, day: int, *, title: str = "", text: str = "Some *words*.", tags: str = "Tea") -> Path:
        path = self.root / "content" / f"day-{day}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE.format(title=title or f"Day {day}", day=day, tags=tags, text=text), encoding="utf-8")
        return path

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def stock(self) -> dict[str, bytes]:
        folder = self.root / "stock"
        shutil.rmtree(folder, ignore_errors=True)
        pelican.Pelican(read_settings(str(self.root / "conf.py"), override={"OUTPUT_PATH": str(folder)})).run()
        return files_in(folder)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    return Site(tmp_path)


@pytest.fixture
def session(site: Site) -> Iterator[Session]:
    time.sleep(0.05)  # files that are older than a moment are known by how they look
    with Session(settings=site.root / "conf.py", output=site.root / "output", cache=site.root / ".cache") as found:
        found.build()
        yield found


def rendered(outcome: Outcome) -> int:
    assert outcome.counts
    return outcome.counts.rendered


def test_a_session_builds_what_stock_pelican_builds(site: Site, session: Session) -> None:
    assert files_in(site.root / "output") == site.stock()
    again = session.build()
    assert again.placed
    assert (rendered(again), again.read, again.placed.changed) == (0, 0, ())


def test_of_a_changed_text_only_the_pages_that_show_it_are_looked_at(site: Site, session: Session) -> None:
    outcome = session.build([site.article(7, text="Other words.")])
    assert outcome.was_narrow
    assert outcome.placed
    assert outcome.placed.changed == ("day-7.html", "feed.xml")
    assert rendered(outcome) == 2
    assert files_in(site.root / "output") == site.stock()
    older = session.build([site.article(1, text="Other words.")])
    assert older.placed
    assert older.placed.changed == ("day-1.html",)


@pytest.mark.parametrize(
    "edit",
    [
        lambda site: site.article(3, title="Another title"),
        lambda site: site.article(3, tags="Tea, Coffee"),
        lambda site: site.article(9),
        lambda site: site.article(3, text="[a file]({static}/images/a.txt)"),
        lambda site: site.write("content/images/a.txt", "text"),
        lambda site: site.article(3, text="[the fourth]({filename}day-4.md)"),
        lambda site: site.write("content/pages/about.md", "Title: About\n\nWords.\n"),
    ],
    ids=["title", "tags", "new", "link to a file", "file", "link", "page"],
)
def test_any_other_change_is_a_build_that_leaves_alone_what_is_current(site: Site, session: Session, edit: Callable[[Site], Path]) -> None:
    session.build([edit(site)])
    assert files_in(site.root / "output") == site.stock()
    after = session.build([site.article(5, text="And then a text.")])
    assert after.was_narrow
    assert files_in(site.root / "output") == site.stock()


def test_what_is_gone_goes(site: Site, session: Session) -> None:
    gone = site.article(3)
    gone.unlink()
    outcome = session.build([gone])
    assert outcome.placed
    assert "day-3.html" in outcome.placed.removed
    assert files_in(site.root / "output") == site.stock()


def test_links_follow_a_text_that_moves(site: Site, session: Session) -> None:
    session.build([site.article(3, text="[the fourth]({filename}day-4.md)")])
    moved = site.article(4).read_text(encoding="utf-8").replace("Title:", "Slug: elsewhere\nTitle:")
    session.build([site.write("content/day-4.md", moved)])
    assert files_in(site.root / "output") == site.stock()


def test_a_mistake_is_told_and_mended(site: Site, session: Session) -> None:
    path = site.article(3, title="Three")
    path.write_text(path.read_text(encoding="utf-8").replace("2026-01-03", "2026-13-03"), encoding="utf-8")
    outcome = session.build([path])
    assert [(problem.path, problem.line) for problem in outcome.problems] == [(path, 2)]
    assert not (site.root / "output" / "day-3.html").exists()
    assert session.build([site.article(3)]).problems == ()
    assert files_in(site.root / "output") == site.stock()


def test_a_template_that_fails_leaves_the_site_and_the_next_build_right(site: Site) -> None:
    site.write("conf.py", SETTINGS + "THEME_TEMPLATES_OVERRIDES = ['templates']\n")
    template = site.write("templates/article.html", "{{ article.title }}")
    with Session(settings=site.root / "conf.py", output=site.root / "output", cache=site.root / ".cache") as session:
        session.build()
        before = files_in(site.root / "output")
        site.write("templates/article.html", "{{ article.title.nothing.more }}")
        assert session.build([template]).problems
        assert files_in(site.root / "output") == before
        site.write("templates/article.html", "<b>{{ article.title }}</b>")
        session.build([template])
        assert files_in(site.root / "output") == site.stock()


def test_settings_and_code_want_a_new_process(site: Site, session: Session) -> None:
    assert session.build([site.write("conf.py", SETTINGS + "SITESUBTITLE = 'x'\n")]).needs_restart


def test_a_session_holds_the_output_folder_until_it_is_closed(site: Site, session: Session) -> None:
    with pytest.raises(LockedError, match=str(os.getpid())), opened(site.root / "output", site.root / ".cache"):
        pass
    session.close()
    with opened(site.root / "output", site.root / ".cache") as tree:
        assert tree.current.keys() == files_in(site.root / "output").keys()


def test_a_session_goes_on_where_another_has_ended(site: Site, session: Session) -> None:
    session.close()
    site.article(3, title="Changed meanwhile")
    time.sleep(0.05)  # a file that has just been written is read once more
    with Session(settings=site.root / "conf.py", output=site.root / "output", cache=site.root / ".cache") as again:
        outcome = again.build()
    assert outcome.read == 1
    assert 0 < rendered(outcome) < 12
    assert files_in(site.root / "output") == site.stock()
