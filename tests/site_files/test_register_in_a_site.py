"""The register over what Pelican really makes of an author's files: told before the build stops, or loses a page without a word."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from pelican import signals
from pelican.writers import FileOverwriteFailedError
from site_files.outputs import site_outputs
from site_files.register import problems
from site_files.report import report

if TYPE_CHECKING:
    from tests.conftest import Site

Told = tuple[str, str, int, str]
CLEAN = {"PAGE_SAVE_AS": "{slug}.html", "PAGE_URL": "{slug}.html"}


def told(site: Site, caplog: pytest.LogCaptureFixture, **settings: Any) -> list[Told]:
    """Rule, file, line and message of all that the register says of a build, whatever becomes of the build."""

    def compare(generators: list[Any]) -> None:
        report(problems(site_outputs(generators)), is_strict=False)

    signals.all_generators_finalized.connect(compare)
    with contextlib.suppress(FileOverwriteFailedError, OSError):
        site.build(**CLEAN | settings)
    records = [record.__dict__ for record in caplog.records if record.name == "site_files.report"]
    folder = f"{site.folder / 'content'}/"
    return [
        (given["rule"], given.get("source_path", "").removeprefix(folder), given.get("line", 0), given["message"].replace(folder, ""))
        for given in records
    ]


def article(site: Site, name: str, *fields: str) -> None:
    site.write(f"{name}.md", "\n".join([f"Title: {name}", "Date: 2026-01-01", "Category: Notes", *fields, "", "Text."]))


@pytest.mark.parametrize("field", ["Status: published", "Status: hidden", "Lang: en"])
def test_articles_of_one_slug(site: Site, caplog: pytest.LogCaptureFixture, field: str) -> None:
    article(site, "articles/a", "Slug: same")
    article(site, "articles/b", field, "Slug: same")
    ((rule, place, line, message),) = told(site, caplog)
    assert (rule, place, line) == ("output-double", "articles/b.md", 5)
    assert "the article “articles/b” and the article “articles/a” (articles/a.md:4) would both be written to 'same.html'" in message


@pytest.mark.parametrize("fields", [("Status: draft",), ("Lang: de",)])
def test_drafts_and_translations_of_one_slug(site: Site, caplog: pytest.LogCaptureFixture, fields: tuple[str, ...]) -> None:
    article(site, "articles/original", "Slug: same")
    article(site, "articles/a", *fields, "Slug: same")
    article(site, "articles/b", *fields, "Slug: same")
    assert [(rule, place, line) for rule, place, line, _ in told(site, caplog)] == [("output-double", "articles/b.md", 5)]


def test_a_page_that_would_replace_an_article_without_a_word(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    article(site, "articles/a", "Slug: same")
    article(site, "pages/b", "Save_as: same.html")
    ((rule, place, line, message),) = told(site, caplog)
    assert (rule, place, line) == ("output-double", "pages/b.md", 4)
    assert message.endswith("Change its line `Save_as`, or the other's.")


def test_a_page_over_a_list_that_has_no_file(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    article(site, "articles/a", "Tags: Trust")
    article(site, "pages/b", "Slug: tag/trust")
    assert [found[:3] for found in told(site, caplog, PAGE_SAVE_AS="{slug}.html")] == [("output-double", "pages/b.md", 4)]


def test_pages_of_one_tag_over_another_tag(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """With Pelican's own pattern `tag/tag-1` continues in `tag/tag-12`."""
    for name in ("a", "b"):
        article(site, f"articles/{name}", "Tags: Tag 1, Tag 12")
    ((rule, place, _, message),) = told(site, caplog, PAGINATED_TEMPLATES={"tag": 1, "index": None, "category": None, "author": None})
    assert (rule, place) == ("output-double", "")
    assert "tag “Tag 12” and tag “Tag 1”, page 2 would both be written to 'tag/tag-12.html'" in message


def test_tags_that_windows_does_not_tell_apart(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    article(site, "articles/a", "Tags: Trust, trust", "Slug: A")
    article(site, "articles/b", "Slug: a")
    article(site, "articles/c", "Slug: aux")
    assert {found[0] for found in told(site, caplog, SLUGIFY_PRESERVE_CASE=True)} >= {"output-case", "output-windows"}


def test_a_picture_where_a_folder_must_be(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    article(site, "articles/a", "Save_as: images/index.html/a.html")
    site.write("images/index.html", "x")
    ((rule, place, line, message),) = told(site, caplog)
    assert (rule, place, line) == ("output-folder", "articles/a.md", 4)
    assert "content/images/index.html the file 'images/index.html', but" in message
