"""Topics in whole sites: what their pages say, whom they lead to, and where their old names lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mf2py
import pytest

from .feeds import is_copy, paths_of_feeds, read_feed
from .links import SiteMap

if TYPE_CHECKING:
    from .builds import Build, Builds
    from .pages import Page

LADDERS = "tags/ladders/index.html"


@pytest.fixture
def built(builds: Builds) -> Build:
    return builds["sample-published"]


def shown(page: Page, selector: str) -> list[str]:
    return [" ".join(element.get_text().split()) for element in page.soup.select(selector)]


def test_a_topic_introduces_itself_on_its_first_page_alone(built: Build) -> None:
    first, second = built.pages[LADDERS], built.pages["tags/ladders/page/2/index.html"]
    assert shown(first, ".prose p:first-child") == ["Begin with a plain letter, or look at one:"]
    assert shown(first, ".heading-lede") == ['What we know of ladders & <rungs>, "all of it".']
    assert shown(first, '[aria-labelledby="start"] .list-link') == ["A plain letter", "Everything an author uses"]
    assert [shown(second, selector) for selector in (".prose", ".heading-lede", '[aria-labelledby="start"]')] == [[], [], []]
    assert first.attribute('meta[name="description"]', "content") == 'What we know of ladders & <rungs>, "all of it".'


def test_the_number_of_letters_is_text_and_one_sentence_says_how_to_follow(built: Build) -> None:
    (line,) = [line for line in shown(built.pages[LADDERS], "main > .meta") if "Follow" in line]
    number, _, how = line.partition(" letters. ")
    listed = {
        link
        for path, page in built.pages.items()
        if path.startswith("tags/ladders/")
        for link in shown(page, '[data-kind="full"] .list-link')
    }
    assert int(number) == len(listed)
    assert how.startswith("Follow this by feed: ")
    assert built.pages[LADDERS].attribute("main .meta a[type]", "href").endswith("feeds/tags/ladders.atom.xml")


def test_pages_of_a_topic_know_their_neighbours_and_their_own_address(built: Build) -> None:
    public = SiteMap(built).public
    first, second = built.pages[LADDERS], built.pages["tags/ladders/page/2/index.html"]
    assert first.attribute('link[rel="next"]', "href") == f"{public}tags/ladders/page/2/"
    assert not first.soup.select('link[rel="prev"]')
    assert second.attribute('link[rel="prev"]', "href") == f"{public}tags/ladders/"
    assert [page.attribute('link[rel="canonical"]', "href") for page in (first, second)] == [
        f"{public}tags/ladders/",
        f"{public}tags/ladders/page/2/",
    ]


def test_a_topic_invites_in_its_own_words(built: Build) -> None:
    page = built.pages[LADDERS]
    assert shown(page, "#write h2") == ["Whose ladder was it?"]
    assert page.attribute("#write", "data-kind") == "story"


def test_a_topics_page_is_an_h_feed_of_h_entries(built: Build) -> None:
    parsed = mf2py.parse(doc=built.pages[LADDERS].text, url="https://rungs.example/tags/ladders/", html_parser="html5lib")
    (feed,) = [item for item in parsed["items"] if item["type"] == ["h-feed"]]
    assert feed["properties"]["name"] == ["Ladders"]
    assert feed["properties"]["url"] == ["https://rungs.example/tags/ladders/"]
    assert len([child for child in feed["children"] if child["type"] == ["h-entry"]]) >= 5


def test_topics_that_stand_together_lead_to_each_other(builds: Builds) -> None:
    page = builds["yours-published"].pages.get("tags/listening/index.html")
    if page is None:
        pytest.skip("the site has no topic Listening")
    assert "Notes and memory 3" in shown(page, '[aria-labelledby="nearby"] a')


def test_all_topics_stand_by_letter_and_by_size(built: Build) -> None:
    page = built.pages["tags/index.html"]
    largest = [int(text.rpartition(" ")[2]) for text in shown(page, '[aria-labelledby="largest"] a')]
    assert largest
    assert largest == sorted(largest, reverse=True)
    initials = shown(page, "section[aria-labelledby^=initial] h2")
    assert initials == [*sorted(initials[:-1]), "#"]
    names = shown(page, "section[aria-labelledby^=initial] .list-link")
    assert "Ladders" in names
    assert "Secret shelf" not in names
    assert all(" letter" in count for count in shown(page, "section[aria-labelledby^=initial] .meta"))


def test_one_name_everywhere(built: Build) -> None:
    """The letter says `ladders`; its file says `Ladders`."""
    page = built.pages["plain/index.html"]
    assert "Ladders" in shown(page, ".chip.p-category")
    posting = next(node for node in page.graph if node["@type"] == "BlogPosting")
    assert posting["keywords"] == ["Ladders"]
    assert 'label="Ladders"' in built.read("feeds/all.atom.xml")
    assert 'label="ladders"' not in built.read("feeds/all.atom.xml")


def test_a_hidden_topic_has_its_page_and_nothing_else(built: Build) -> None:
    assert built.pages["tags/secret/index.html"].is_unlisted
    others = [page for page in built.pages.values() if not page.path.startswith("tags/secret/")]
    assert [page.path for page in others if page.soup.select('a[href*="tags/secret"]')] == []
    feeds = [path for path in built.files if path.startswith("feeds/") and path != "feeds/tags/secret.atom.xml"]
    assert [path for path in feeds if "Secret shelf" in built.read(path)] == []


def test_a_thin_topic_is_reachable_and_asks_not_to_be_found(built: Build) -> None:
    page = built.pages["tags/alert1/index.html"]
    assert page.attribute('meta[name="robots"]', "content") == "noindex,follow"
    assert "tags/alert1/index.html" in SiteMap(built).reachable()
    assert "feeds/tags/alert1.atom.xml" in built.files
    assert "tags/alert1" not in built.read("feeds/all.opml")
    assert "tags/alert1" not in built.read("subscribe/index.html")


def test_old_names_keep_their_feeds(built: Build) -> None:
    copies = {path for path in paths_of_feeds(built.output) if is_copy(built.output, path)}
    assert copies == {f"feeds/tags/{slug}.atom.xml" for slug in ("rungs-and-rails", "step-ladders", "steps")}
    for path in copies:
        assert built.read(path) == built.read("feeds/tags/ladders.atom.xml")
        assert read_feed(built.output / path).url == "https://rungs.example/feeds/tags/ladders.atom.xml"
