"""What machines read: JSON-LD through a JSON-LD processor, microformats through a microformats parser."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import mf2py
import pytest
from pyld import jsonld

from .links import SiteMap
from .pages import page_type

if TYPE_CHECKING:
    from .builds import Build
    from .pages import Page
    from .sources import Source

VOCABULARY = "https://schema.org/"
CONTEXT = {
    "@context": {
        "@vocab": VOCABULARY,
        **{name: {"@type": "@id"} for name in ("url", "item", "mainEntityOfPage", "image")},
    }
}
"""Stands for the document at https://schema.org, which no test fetches."""


def load_document(url: str, _options: Any) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def nodes(page: Page, kind: str) -> list[dict[str, Any]]:
    """Nodes of a type among all that the page's JSON-LD says, in JSON-LD's expanded form."""
    graph = {"@context": "https://schema.org", "@graph": page.graph}
    flat = jsonld.flatten(graph, options={"documentLoader": load_document})
    return [node for node in flat if VOCABULARY + kind in node.get("@type", [])]


def value(node: dict[str, Any], name: str) -> str:
    """The single value of a property, text or address."""
    (found,) = node[VOCABULARY + name]
    return str(found.get("@value", found.get("@id")))


def articles(build: Build) -> list[tuple[Source, Page]]:
    """Public articles in the site's language, with their pages."""
    return [
        (source, build.pages[f"{source.slug}/index.html"])
        for source in build.sources
        if source.kind == "article" and source.is_public and not source.fields.get("lang")
    ]


def same_moment(written: str, source: Source) -> bool:
    moment = datetime.fromisoformat(written)
    given = datetime.fromisoformat(source.fields["date"])
    assert moment.tzinfo is not None
    return moment == given if given.tzinfo else moment.replace(tzinfo=None) == given


def test_an_article_describes_itself(published: Build) -> None:
    for source, page in articles(published):
        (posting,) = nodes(page, "BlogPosting")
        assert value(posting, "headline") == source.title
        assert same_moment(value(posting, "datePublished"), source)
        assert value(posting, "url") == page.attribute('link[rel="canonical"]', "href")
        assert value(posting, "dateModified") >= value(posting, "datePublished")


def test_times_are_those_of_the_site(builds: Any) -> None:
    (posting,) = nodes(builds["sample-published"].pages["third/index.html"], "BlogPosting")
    london = datetime(2026, 4, 1, 23, 30, tzinfo=ZoneInfo("Europe/London"))
    assert datetime.fromisoformat(value(posting, "datePublished")) == london


def test_an_article_names_its_authors(published: Build) -> None:
    for source, page in articles(published):
        if source.authors:
            people = {value(person, "name"): person for person in nodes(page, "Person")}
            assert set(people) == set(source.authors)
            known = SiteMap(published)
            assert [value(person, "url") for person in people.values() if known.problem_with("", value(person, "url"))] == []


def test_a_trail_leads_to_each_article(published: Build) -> None:
    for source, page in articles(published):
        (trail,) = nodes(page, "BreadcrumbList")
        assert trail[VOCABULARY + "itemListElement"]
        steps = sorted(nodes(page, "ListItem"), key=lambda step: int(value(step, "position")))
        assert [int(value(step, "position")) for step in steps] == list(range(1, len(steps) + 1))
        assert value(steps[-1], "name") == source.title
        assert value(steps[-1], "item") == page.attribute('link[rel="canonical"]', "href")


def test_home_describes_the_site(published: Build) -> None:
    page = published.pages["index.html"]
    (site,) = nodes(page, "WebSite")
    assert value(site, "url") == page.attribute('link[rel="canonical"]', "href")
    assert value(site, "name") in page.one("header.masthead").get_text()


def test_an_author_page_describes_the_person(published: Build) -> None:
    for page in published.pages.values():
        if page_type(page) == "author":
            (person,) = nodes(page, "Person")
            heading = page.one("h1").get_text(strip=True)
            assert value(person, "name") == heading
            (card,) = [item for item in microformats(page) if "h-card" in item["type"]]
            assert card["properties"]["name"] == [heading]


@pytest.mark.parametrize("kind", ["tag", "category", "series", "archive"])
def test_lists_have_a_trail(published: Build, kind: str) -> None:
    for page in published.pages.values():
        if page_type(page) == kind:
            assert nodes(page, "BreadcrumbList"), page.path


def microformats(page: Page) -> list[dict[str, Any]]:
    parsed = mf2py.parse(doc=page.text, url=f"https://page.example/{page.address}", html_parser="html5lib")
    return list(parsed["items"])


def test_an_article_is_an_entry(published: Build) -> None:
    for source, page in articles(published):
        entries = [item for item in microformats(page) if "h-entry" in item["type"]]
        assert entries, page.path
        said = entries[0]["properties"]
        assert said["name"] == [source.title]
        assert same_moment(said["published"][0], source)
        assert said["url"], page.path
        if source.authors:
            assert {author["properties"]["name"][0] for author in said["author"]} == set(source.authors)
            assert all(author["properties"]["url"] for author in said["author"])
        assert said["content"][0]["value"].strip()


def test_lists_are_made_of_entries(published: Build) -> None:
    for page in published.pages.values():
        if page_type(page) == "tag":
            listed = [item for item in _all_items(microformats(page)) if "h-entry" in item["type"]]
            assert listed, page.path
            assert all(item["properties"]["url"] and item["properties"]["name"] for item in listed)


def _all_items(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return items + [child for item in items for child in _all_items(item.get("children", []))]


def test_pages_have_a_description(published: Build) -> None:
    for page in published.pages.values():
        if not page.is_unlisted and page.path != "404.html" and page_type(page) in {"article", "home", "page"}:
            assert page.attribute('meta[name="description"]', "content").strip(), page.path


def test_each_page_has_a_title_and_an_address_of_its_own(published: Build) -> None:
    pages = list(published.pages.values())
    titles = [page.one("title").get_text() for page in pages]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []
    canonical = [page.attribute('link[rel="canonical"]', "href") for page in pages]
    assert len(set(canonical)) == len(canonical)


def test_the_head_is_complete(published: Build) -> None:
    page = published.pages["index.html"]
    assert page.soup.html is not None
    assert page.soup.html["lang"]
    for selector in ('meta[name="theme-color"][media*="light"]', 'meta[name="theme-color"][media*="dark"]', 'meta[name="color-scheme"]'):
        page.one(selector)
    for selector in ('link[rel="icon"][type="image/svg+xml"]', 'link[rel="apple-touch-icon"]', 'meta[property="og:image"]'):
        page.one(selector)
