"""The feeds of large blogs: valid, not much larger than what they deliver, and with archives that stay as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from site_check.checking import Subject, check

from tests.whole_site.feeds import ill_formed, invalid, outlines, paths_of_feeds, read_feeds, walk

from .synthetic import ADDRESS, AUTHORS, CATEGORIES, SETTINGS, TAGS, build_apart, new_blog, permanent, write_articles

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Built

ARTICLES = 1000
MOST = 4
"""All feeds together are at most so many times as large as all entries once."""

WALKED = ("feeds/all.atom.xml", "feeds/all.json")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a blog of a thousand articles."""
    blog = new_blog(tmp_path_factory.mktemp("large"))
    write_articles(blog, range(ARTICLES))
    return build_apart(blog)


def ids(numbers: range) -> list[str]:
    """The entry ids of articles, newest first."""
    return [f"tag:{SETTINGS['SITE_AUTHORITY']}:{permanent(number)}" for number in reversed(numbers)]


def walked(folder: Path, path: str) -> list[str]:
    """The ids of all entries that a reader finds who begins with the feed at `path`."""
    return [item.id for _, feed in walk(folder, path, ADDRESS) for item in feed.items]


def test_every_feed_is_valid(large: Path) -> None:
    paths = paths_of_feeds(large)
    assert len([path for path in paths if "/archive-" not in path]) == 3 + len(TAGS) + len(CATEGORIES) + len(AUTHORS)
    assert invalid(large, paths) == {}
    assert ill_formed(large, paths) == {}


def test_our_own_rules_find_nothing_wrong(large: Path) -> None:
    report = check(Subject(large.parent, large.parent / "content", large), (), SETTINGS)
    assert [str(finding) for finding in report.findings if finding.rule.startswith("feed-")] == []


def test_the_list_of_feeds_names_all_that_there_are(large: Path) -> None:
    listed = {address.removeprefix(f"{ADDRESS}/") for address, _ in outlines(large / "feeds/all.opml")}
    assert listed == {path for path in paths_of_feeds(large, archives=False) if path.endswith(".atom.xml")}


def test_all_feeds_together_are_at_most_four_times_all_entries(large: Path) -> None:
    """An entry is as large as in Atom, where it stands alone with all its text."""
    files = sum(path.stat().st_size for path in (large / "feeds").rglob("*") if path.is_file())
    entries = [entry for path, _ in walk(large, "feeds/all.atom.xml", ADDRESS) for entry in entries_in(large / path)]
    assert len(entries) == ARTICLES
    assert files <= MOST * sum(len(entry) for entry in entries), f"{files / sum(map(len, entries)):.2f} times"


def entries_in(path: Path) -> list[bytes]:
    return re.findall(rb"<entry[ >].*?</entry>", path.read_bytes(), re.DOTALL)


@pytest.mark.parametrize("path", WALKED)
def test_archives_lead_to_every_article_once_newest_first(large: Path, path: str) -> None:
    assert walked(large, path) == ids(range(ARTICLES))


def test_feeds_of_a_part_have_its_newest_articles(large: Path) -> None:
    for path, feed in read_feeds(large, archives=False).items():
        if path.count("/") > 1:
            assert len(feed.items) == 20, path
            dates = [item.published for item in feed.items]
            assert dates == sorted(dates, reverse=True), path


def test_a_new_article_changes_at_most_two_documents_of_the_sites_feed(tmp_path: Path) -> None:
    only_the_sites = dict.fromkeys(("tag", "category", "author"), ())
    blog = new_blog(tmp_path, FEEDS_ENTRIES=5, FEEDS_ARCHIVE_ENTRIES=5, FEEDS_FORMATS=only_the_sites)
    write_articles(blog, range(17))
    before = documents(blog.build())
    for number in range(17, 26):
        write_articles(blog, [number])
        built = blog.build()
        after = documents(built)
        for ending in (".atom.xml", ".json"):
            changed = {path for path, data in after.items() if path.endswith(ending) and before.get(path) != data}
            assert f"feeds/all{ending}" in changed
            assert len(changed) <= 2, f"{number}: {changed}"
        assert before.keys() <= after.keys()
        for path in WALKED:
            assert walked(built.folder, path) == ids(range(number + 1))
        before = after


def documents(built: Built) -> dict[str, bytes]:
    """The site's feed and its archives."""
    paths = [path for path in paths_of_feeds(built.folder) if path.startswith(("feeds/all.", "feeds/all/"))]
    return {path: (built.folder / path).read_bytes() for path in paths}
