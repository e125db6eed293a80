"""What is not finished, not due or not for everyone."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .builds import Build, Builds
    from .sources import Source

TEXT_FILES = (".html", ".xml", ".json", ".txt", ".css", ".svg", ".vcf", ".opml", ".webmanifest")


def texts(build: Build, *, without: str = "") -> dict[str, str]:
    """The text files of a build, with entities resolved."""
    return {path: html.unescape(build.read(path)) for path in build.files if path.endswith(TEXT_FILES) and path != without}


def traces(source: Source) -> list[str]:
    """Strings that only this text has; a trace must be long enough not to stand elsewhere by chance."""
    first_line = next((line for line in source.body.splitlines() if len(line) > 12 and line[0].isalpha()), "")
    plain = first_line.split("*")[0].split("[")[0].split('"')[0].split("'")[0].split("`")[0]
    return [text for text in (source.title, source.fields.get("summary", ""), plain) if len(text) > 12]


def test_drafts_and_future_articles_are_nowhere_in_a_published_site(published: Build) -> None:
    held_back = [source for source in published.sources if source.status == "draft" or source.is_future]
    output = texts(published)
    assert not [path for path in published.files if path.startswith("drafts/")]
    for source in held_back:
        assert not [path for path in published.files if source.slug in path.split("/")[:-1]], source.slug
        for trace in traces(source):
            assert [path for path, text in output.items() if trace in text] == [], trace


def test_a_tag_that_only_a_draft_has_is_nowhere(builds: Builds) -> None:
    assert [path for path, text in texts(builds["sample-published"]).items() if "raftonlytag" in text] == []


def test_drafts_and_future_articles_are_in_the_preview(preview: Build) -> None:
    for source in preview.sources:
        if source.kind == "article" and (source.status == "draft" or source.is_future):
            page = preview.pages[f"drafts/{source.slug}/index.html"]
            assert page.one("h1").get_text(strip=True) == source.title
            assert page.is_unlisted
            assert page.one(".notice").get_text(strip=True)
            assert preview.pages["drafts/index.html"].soup.find("a", string=source.title), "the list of drafts names it"
            assert f"{source.slug}/index.html" not in preview.pages


def test_a_draft_of_a_page_is_marked_too(builds: Builds) -> None:
    page = builds["sample"].pages["drafts/pages/draft-page/index.html"]
    assert page.is_unlisted
    assert page.one(".notice").get_text(strip=True)


def test_the_preview_lists_drafts_among_drafts_only(preview: Build) -> None:
    for source in preview.sources:
        if source.kind == "article" and (source.status == "draft" or source.is_future):
            naming = [page.path for page in preview.pages.values() if page.soup.find("a", string=source.title)]
            assert [path for path in naming if not path.startswith("drafts/")] == [], source.title


@pytest.mark.parametrize("kind", ["article", "page"])
def test_hidden_texts_have_their_page_and_nothing_else(published: Build, kind: str) -> None:
    for source in published.sources:
        if source.kind == kind and source.status == "hidden":
            own = f"{source.slug}/index.html"
            assert published.pages[own].is_unlisted
            elsewhere = texts(published, without=own)
            for trace in [source.title, *traces(source)]:
                assert [path for path, text in elsewhere.items() if trace in text] == [], trace


def test_public_pages_may_be_found(published: Build) -> None:
    for source in published.sources:
        if source.is_public and source.fields.get("lang") is None:
            assert not published.pages[f"{source.slug}/index.html"].is_unlisted, source.slug
