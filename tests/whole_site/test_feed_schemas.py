"""Every feed of a whole site is what its format's schema asks for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from .feeds import format_of, ill_formed, invalid, outlines, paths_of_feeds, read_feed
from .links import SiteMap, paths_of_listed_feeds

if TYPE_CHECKING:
    from pathlib import Path

    from .builds import Build, Builds

OPML = "feeds/all.opml"


@pytest.fixture(params=["sample-published", "yours-published", "sample-below-a-path", "yours-below-a-path"])
def build(request: pytest.FixtureRequest, builds: Builds) -> Build:
    return builds[request.param]


def test_every_feed_is_valid(build: Build) -> None:
    paths = paths_of_feeds(build.output)
    assert invalid(build.output, paths) == {}


def test_the_sample_has_feeds_of_every_format(builds: Builds) -> None:
    assert {format_of(path) for path in paths_of_feeds(builds["sample-published"].output)} == {"atom", "rss", "json"}


def test_feedparser_finds_nothing_wrong(build: Build) -> None:
    assert ill_formed(build.output, paths_of_feeds(build.output)) == {}


def test_every_feed_names_its_own_address_and_a_page_that_exists(build: Build) -> None:
    site_map = SiteMap(build)
    for path in paths_of_feeds(build.output):
        feed = read_feed(build.output / path)
        own = site_map.own_path(feed.url)
        assert own == path or build.read(str(own)) == build.read(path), path
        page = site_map.own_path(feed.page_url)
        assert page is not None, path
        assert site_map.file_of(page) in build.pages, path


def test_the_list_of_feeds_names_each_feed_once_and_its_page(build: Build) -> None:
    """In the first of its formats."""
    site_map = SiteMap(build)
    lines = outlines(build.output / OPML) if OPML in build.files else []
    assert all(feed.startswith(site_map.public) and page.startswith(site_map.public) for feed, page in lines)
    listed = [unquote(feed.removeprefix(site_map.public)) for feed, _ in lines]
    assert sorted(listed) == [path for path in paths_of_listed_feeds(build) if format_of(path) == "atom"]
    assert [page for _, page in lines if site_map.problem_with("", page)] == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.atom.xml", "<id>", "<guid>"),
        ("a.atom.xml", "T10:00:00", " 10:00:00"),
        ("a.atom.xml", 'rel="self"', 'rel="self" href="https://example.com/"'),
        ("a.rss.xml", "&amp;", "&"),
        ("a.rss.xml", "<rss ", "<rss2 "),
        ("a.json", '"version"', '"versions"'),
        ("a.json", '"id": "', '"id": 7, "_id": "'),
    ],
)
def test_the_checks_find_mistakes(builds: Builds, tmp_path: Path, name: str, before: str, after: str) -> None:
    suffix = name.removeprefix("a")
    text = builds["sample-published"].read(f"feeds/all{suffix}")
    assert before in text
    (tmp_path / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    assert invalid_or_ill_formed(tmp_path, name)


def invalid_or_ill_formed(folder: Path, name: str) -> bool:
    try:
        return bool(invalid(folder, [name]) or ill_formed(folder, [name]))
    except (SyntaxError, json.JSONDecodeError):  # lxml's errors are SyntaxErrors
        return True
