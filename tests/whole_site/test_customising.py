"""What belongs to the owner is used, and wins over what is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .links import SiteMap

if TYPE_CHECKING:
    from .builds import Build, Builds


@pytest.fixture
def customised(builds: Builds) -> Build:
    return builds["sample-customised"]


def test_files_of_extra_go_to_the_root(customised: Build) -> None:
    assert customised.read("CNAME") == "rungs.example\n"
    assert customised.read("texts/about.txt") == "Ladders.\n"


def test_a_template_of_the_owner_replaces_ours(customised: Build) -> None:
    assert customised.pages["authors/index.html"].one("h1").get_text() == "Our own list"


def test_a_style_of_the_owner_comes_last_and_outside_all_layers(customised: Build, builds: Builds) -> None:
    (sheet,) = [path for path in customised.files if path.startswith("theme/css/")]
    assert customised.read(sheet).rstrip().endswith(".heading-title{text-transform:uppercase}")
    assert sheet not in builds["sample-published"].files, "another sheet has another name, so that no browser keeps the old one"


def test_a_file_of_the_owner_replaces_the_one_of_the_theme(customised: Build) -> None:
    assert "Ours" in customised.read("theme/images/icon.svg")


def test_a_customised_site_is_whole(customised: Build) -> None:
    assert SiteMap(customised).dead_links() == []
    assert customised.problems == []


def test_a_language_from_right_to_left_turns_the_page(builds: Builds) -> None:
    pages = builds["sample-from-right-to-left"].pages
    for page in pages.values():
        assert page.one("html")["dir"] == "rtl", page.path
        assert page.one("html")["lang"] == "he", page.path
    german = pages["de/two-tongues/index.html"].one("article")
    assert (german["lang"], german["dir"]) == ("de", "ltr")


def test_a_door_that_the_owner_opens_is_in_the_policy_and_on_the_page_on_privacy(customised: Build, builds: Builds) -> None:
    opened = "frame-src https://www.youtube-nocookie.com"
    policy = 'meta[http-equiv="Content-Security-Policy"]'
    for page in customised.pages.values():
        assert opened in page.attribute(policy, "content").split("; "), page.path
    assert "www.youtube-nocookie.com" in customised.pages["privacy/index.html"].one("main").get_text()
    for page in builds["sample-published"].pages.values():
        assert "frame-src" not in page.attribute(policy, "content"), page.path
