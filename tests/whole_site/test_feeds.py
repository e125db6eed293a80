"""What feeds of a whole site hold, and which pages offer which of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urldefrag
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from site_check.readers import READERS, kept_by

from .feeds import MARK, Item, format_of, is_copy, outlines, paths_of_feeds, read_feed, read_feeds
from .links import SiteMap, addresses_in, paths_of_listed_feeds, strings_in
from .pages import representatives

if TYPE_CHECKING:
    from bs4 import Tag

    from .builds import Build, Builds
    from .pages import Page
    from .sources import Source

SITE_FEED = "feeds/all.atom.xml"
OPML = "feeds/all.opml"
FEED_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}
FEED_LINKS = 'main a[type^="application/"]'
SCOPES = ("tags", "categories", "authors", "series")


def shown(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html5lib").get_text().split())


def path_of(build: Build, link: Tag) -> str:
    path = SiteMap(build).own_path(str(link["href"]))
    assert path is not None, f"{link} leads to another site"
    return path


def entry_ids(build: Build, path: str) -> list[str]:
    return [item.id for item in read_feed(build.output / path).items]


def items_of(build: Build) -> list[tuple[str, Item]]:
    """Every entry of every feed; what is the same in several is there once."""
    found = {item: path for path, feed in read_feeds(build.output).items() for item in feed.items}
    return [(path, item) for item, path in found.items()]


# --- Pages


def feeds_of_page(build: Build, page: Page) -> list[str]:
    """The site's feed, and that of what the page is about, as the page's address says."""
    scope, _, rest = page.address.partition("/")
    slug = rest.partition("/")[0]
    about = f"feeds/{scope}/{slug}.atom.xml" if scope in SCOPES else f"feeds/{scope}/all.atom.xml"
    return [feed for feed in (SITE_FEED, *([about] if slug else [])) if feed in build.files]


def test_each_page_offers_the_sites_feed_and_that_of_what_it_is_about(published: Build) -> None:
    for page in published.pages.values():
        links = page.soup.select('link[rel="alternate"][type]')
        assert [path_of(published, link) for link in links] == feeds_of_page(published, page), page.path
        assert {link["type"] for link in links} <= {FEED_TYPES["atom"]}
        assert len({link["title"] for link in links}) == len(links)


def test_every_list_with_a_page_and_every_other_language_has_a_feed(builds: Builds) -> None:
    build = builds["sample-published"]
    offered = {kind: feeds_of_page(build, page)[1:] for kind, page in representatives(build.pages).items()}
    assert {kind for kind, feeds in offered.items() if feeds} >= {"tag", "tag, later page", "category", "author", "series"}
    assert feeds_of_page(build, build.pages["de/two-tongues/index.html"]) == [SITE_FEED, "feeds/de/all.atom.xml"]


@pytest.fixture
def on_subscribing(published: Build) -> list[Tag]:
    """The links to feeds on the page that lists them."""
    page = published.pages.get("subscribe/index.html")
    if page is None or not paths_of_feeds(published.output):
        pytest.skip("the owner has no such page, or no article")
    return page.soup.select(FEED_LINKS)


def test_the_page_on_subscribing_lists_every_feed_and_no_other(published: Build, on_subscribing: list[Tag]) -> None:
    listed = [path_of(published, link) for link in on_subscribing]
    assert sorted(listed) == paths_of_listed_feeds(published)
    assert [link["type"] for link in on_subscribing] == [FEED_TYPES[format_of(path)] for path in listed]


def test_the_page_on_subscribing_and_the_list_of_feeds_are_of_one_mind(published: Build, on_subscribing: list[Tag]) -> None:
    on_page = {path_of(published, link) for link in on_subscribing}
    in_list = {SiteMap(published).own_path(address) for address, _ in outlines(published.output / OPML)}
    assert in_list == {path for path in on_page if format_of(path) == "atom"}
    assert len(published.pages["subscribe/index.html"].soup.select(f'main a[href$="{OPML}"]')) == 1


# --- Which articles


def id_of(source: Source) -> str:
    """What an entry's id ends in."""
    return source.fields.get("id", source.slug)


def test_the_sites_feed_has_every_public_article_once(published: Build) -> None:
    """Of an article in several languages it has one."""
    public = [source for source in published.sources if source.kind == "article" and source.is_public]
    for path in (SITE_FEED, "feeds/all.json"):
        found = [name for each in documents_of(published, path) for name in entry_ids(published, each)]
        assert len(found) == len(set(found)) == len({source.slug for source in public})
        assert {name.rpartition(":")[2] for name in found} <= {id_of(source) for source in public}


def documents_of(build: Build, path: str) -> list[str]:
    """A feed and its archives."""
    stem, ending = re.fullmatch(r"(.+?)(\..+)", path).groups()  # type: ignore[union-attr]
    return [each for each in paths_of_feeds(build.output) if each == path or (each.startswith(f"{stem}/") and each.endswith(ending))]


def test_no_draft_hidden_or_future_article_is_in_any_feed(published: Build) -> None:
    kept_back = {id_of(source) for source in published.sources if source.kind == "article" and not source.is_public}
    text = "".join(published.read(path) for path in published.files if path.startswith("feeds/"))
    assert [name for name in kept_back if f":{name}" in text] == []


def test_the_sample_has_articles_to_keep_back(builds: Builds) -> None:
    articles = [source for source in builds["sample-published"].sources if source.kind == "article"]
    assert {"draft", "hidden", "published"} <= {source.status for source in articles}
    assert any(source.is_future for source in articles)


def test_feeds_of_lists_have_the_articles_of_their_pages(published: Build) -> None:
    site_map, newest = SiteMap(published), 20
    for path, feed in read_feeds(published.output, archives=False).items():
        scope, _, slug = path.removeprefix("feeds/").removesuffix(".atom.xml").partition("/")
        if scope in SCOPES and not is_copy(published.output, path):
            pages = [page for page in published.pages.values() if re.fullmatch(rf"{scope}/{re.escape(slug)}/(page/\d+/)?", page.address)]
            listed = [
                path_of(published, link) for page in pages for link in page.soup.select('.list-link:not([aria-labelledby="start"] *)')
            ]
            own = [site_map.own_path(item.url) for item in feed.items]
            assert len(own) == min(len(listed), newest), path
            assert set(own) <= set(listed), path


def test_an_entry_is_the_same_in_every_feed_of_a_format(published: Build) -> None:
    counted = Counter((format_of(path), item.id) for path, item in items_of(published) if format_of(path) != "json")
    assert {name: number for name, number in counted.items() if number > 1} == {}


# --- What they hold


def test_links_in_contents_lead_to_what_exists(published: Build) -> None:
    site_map = SiteMap(published)
    dead = []
    for path, item in items_of(published):
        for address in addresses_in(BeautifulSoup(item.html, "html5lib")):
            assert re.match(r"[a-z][a-z0-9+.-]*:", address), f"{path}: a reader does not know what {address} is relative to"
            if site_map.problem_with("", address):
                dead.append(f"{path}: {address}: {site_map.problem_with('', address)}")
    assert dead == []


def test_contents_have_pictures_and_links_into_pages(builds: Builds) -> None:
    """The test above has looked at something."""
    build = builds["sample-published"]
    everything = BeautifulSoup("".join(item.html for _, item in items_of(build)), "html5lib")
    assert everything.select(f'img[src^="{SiteMap(build).public}"]')
    assert any(urldefrag(str(link["href"])).fragment for link in everything.select(f'a[href^="{SiteMap(build).public}"]'))


def test_all_other_addresses_in_feeds_lead_to_what_exists(published: Build) -> None:
    """Those of feeds, pages, authors, icons and style sheets; ids and names of vocabularies lead nowhere."""
    site_map = SiteMap(published)
    for path in paths_of_feeds(published.output):
        dead = [address for address in outside_of_contents(published.read(path), path) if site_map.problem_with("", address)]
        assert dead == [], path


def outside_of_contents(text: str, path: str) -> list[str]:
    """Web addresses that stand by themselves, as a value or as the text of an element."""
    if format_of(path) == "json":
        values = strings_in(json.loads(text))
    else:
        root = ET.fromstring(text)  # noqa: S314  (what the build has just written)
        style = re.findall(r'<\?xml-stylesheet[^>]* href="(.*?)"', text)
        assert style, f"{path} has no style sheet"
        values = iter([*style, *(part for element in root.iter() for part in (element.text or "", *element.attrib.values()))])
    found = [value for value in values if re.fullmatch(r"https?://\S+", value)]
    assert found
    return found


# --- How they end


def test_every_entry_ends_in_an_invitation_with_a_way_to_reply(builds: Builds) -> None:
    for path, item in items_of(builds["sample-published"]):
        assert item.html.count(MARK) == 1, path
        assert shown(item.article_html)
        assert ways_to_reply(item.invitation) >= {"mailto:", f"{item.url}#write"}, f"{path}: {item.url}"
        if path == "feeds/all.json":
            assert f"{item.url}#write" in item.text


def ways_to_reply(html: str) -> set[str]:
    """Where links lead; of mail and telephone only the scheme."""
    links = (str(link["href"]) for link in BeautifulSoup(html, "html5lib").select("a[href]"))
    return {re.sub(r"^(mailto:|tel:).*", r"\1", link) for link in links}


@pytest.mark.parametrize("reader", sorted(READERS))
def test_readers_keep_the_invitation(published: Build, reader: str) -> None:
    """All its words, and every way to reply but the telephone, which some of them show as a number."""
    for path, item in items_of(published):
        kept = kept_by(reader, item.html)
        assert shown(kept).endswith(shown(item.invitation)), path
        assert ways_to_reply(kept) >= ways_to_reply(item.invitation) - {"tel:"}, path
