"""A topic is renamed twice, and whoever comes by one of its old names gets where it is now: on real hosts, pages and feeds."""

from __future__ import annotations

import re
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import feedparser
import pytest
from bs4 import BeautifulSoup
from pelican.utils import get_date
from site_owner.slugs import slug_of
from tag_pages.doctor import Means, tags

from tests.site_files.conftest import open_folder
from tests.site_files.hosting import HOSTS, Answer, ask, plain

from .sample_site import write_sample
from .variants import Variant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .builds import Build, Builds

FIRST, SECOND, THIRD = "Ladders", "Climbing gear", "Ways up & down"
NEW_PAGE, NEW_FEED = "tags/ways-up-down/", "feeds/tags/ways-up-down.atom.xml"
PUBLIC = "https://rungs.example"
MEANS = Means(slug_of, frozenset(), "tags", get_date, datetime(2026, 11, 25, tzinfo=UTC))


def write_renamed(folder: Path) -> None:
    """The sample after two renames by our own command."""
    write_sample(folder)
    for old, new in ((FIRST, SECOND), (SECOND, THIRD)):
        assert tags(folder, ("rename", old, new), MEANS, yes=True, as_json=False) == 0


@pytest.fixture(scope="module")
def renamed(builds: Builds) -> Build:
    return builds.make("renamed-twice", Variant(write_renamed, publish=True))


@pytest.fixture(scope="module")
def folder(renamed: Build) -> Iterator[Path]:
    """The site where every host may read it."""
    with open_folder() as place:
        shutil.copytree(renamed.output, place / "site")
        yield place / "site"


@dataclass(frozen=True)
class Host:
    name: str
    port: int

    def get(self, path: str) -> Answer:
        return ask(self.port, f"/{path}")


@pytest.fixture(scope="module", params=[*HOSTS, "plain"])
def host(request: pytest.FixtureRequest, folder: Path) -> Iterator[Host]:
    with ExitStack() as running:
        if request.param == "plain":
            port = running.enter_context(plain(folder))
        else:
            port = running.enter_context(HOSTS[request.param](folder, "/", running.enter_context(open_folder())))
        yield Host(request.param, port)


def old_addresses(builds: Builds) -> tuple[list[str], list[str]]:
    """Pages and feeds that the topic had before the first rename, and would have had after it; aliases that it already had, too."""
    before = builds["sample-published"]
    own = {path for path in before.files if path.startswith(("tags/ladders/", "feeds/tags/ladders."))}
    aliases = {path for path in (*before.redirects, *before.files) if re.search(r"tags/(rungs-and-rails|step-ladders|steps)[./]", path)}
    between = {path.replace("ladders", "climbing-gear") for path in own}
    everything = sorted(path.removesuffix("index.html") for path in own | aliases | between)
    return [path for path in everything if path.startswith("tags/")], [path for path in everything if path.startswith("feeds/")]


def test_every_old_page_leads_to_the_page_of_now(builds: Builds, host: Host) -> None:
    pages, _ = old_addresses(builds)
    assert len(pages) >= 5 + 3 * 2  # three pages under two names, and three aliases
    for address in pages:
        further = re.search(r"page/\d+/$", address)
        target = f"{NEW_PAGE}{further[0] if further else ''}"
        answer = host.get(address)
        if host.name == "plain":
            page = BeautifulSoup(answer.body, "html5lib")
            assert answer.status == 200
            assert page.select_one(f'meta[http-equiv="refresh"][content="0; url={PUBLIC}/{target}"]'), address
            assert page.select_one(f'link[rel="canonical"][href="{PUBLIC}/{target}"]'), address
            assert page.select_one('meta[name="robots"][content="noindex"]'), address
        else:
            assert (answer.status, answer.location) == (302 if host.name == "serve" else 301, f"/{target}"), address
        assert BeautifulSoup(host.get(target).body, "html5lib").select_one("h1").get_text() == THIRD  # type: ignore[union-attr]


def test_every_old_feed_is_the_feed_of_now(builds: Builds, host: Host) -> None:
    _, feeds = old_addresses(builds)
    assert len(feeds) == 5
    now = host.get(NEW_FEED)
    for path in feeds:
        answer = host.get(path)
        assert (answer.status, answer.body) == (200, now.body), path
        if host.name != "plain":
            assert answer["content-type"] == "application/atom+xml; charset=utf-8"
        feed = feedparser.parse(answer.body.encode())
        assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{PUBLIC}/{NEW_FEED}"]
        assert feed.feed.title.startswith(THIRD)


def test_subscribers_get_nothing_twice(builds: Builds, renamed: Build) -> None:
    before, after = (feedparser.parse(build.read("feeds/all.atom.xml").encode()) for build in (builds["sample-published"], renamed))
    assert [entry.id for entry in before.entries] == [entry.id for entry in after.entries]
    assert [entry.updated for entry in before.entries] == [entry.updated for entry in after.entries]


def test_the_build_says_nothing_and_shows_the_new_name_alone(renamed: Build) -> None:
    assert renamed.problems == []
    shown = {page.path: page.one("main").get_text() for page in renamed.pages.values()}
    assert [path for path, text in shown.items() if SECOND in text] == []
    assert THIRD in shown["plain/index.html"]
    assert not re.search(r"climbing-gear|tags/ladders", renamed.read("sitemap.xml") + renamed.read("feeds/all.opml"))


def test_articles_changed_in_one_line(builds: Builds, renamed: Build) -> None:
    before = builds["sample-published"].project / "content/articles"
    for path in sorted((renamed.project / "content/articles").glob("*.md")):
        old, new = (before / path.name).read_bytes().splitlines(keepends=True), path.read_bytes().splitlines(keepends=True)
        changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
        assert all(one.startswith(b"Tags:") and other.startswith(b"Tags:") for one, other in changed)
        has_it = re.search(rb"(?im)^Tags:[^;\n]*\bladders\b[^;\n]*$", b"".join(old))  # a semicolon makes another list of it
        assert len(changed) == (1 if has_it else 0), path.name
