from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from contact_cta.replies.articles import read_library
from contact_cta.replies.fields import fields_of, items

from tests.contact_cta.replies.folders import write, write_article

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "text", ["Tags: a, b c", "Tags: a; b c", "Tags: a; b c;", "Tags: a\n    b c", "Tags:\n    a\n    b c", "Tags: a\nTags: b c"]
)
def test_lists_in_every_spelling(text: str) -> None:
    assert items(fields_of(text + "\n\nTags: not this\n"), "tags") == ("a", "b c")


def test_semicolons_keep_commas() -> None:
    assert items(fields_of("Tags: a, b; c"), "tags") == ("a, b", "c")


def test_a_fence_around_the_front_matter() -> None:
    assert fields_of("---\nTitle: One\n---\nId: not this\n") == {"title": ["One"]}


def kinds(root: Path) -> dict[str, str]:
    return {article.title: article.kind for article in read_library(root, "thanks").articles}


def test_the_kind_is_the_articles_the_tags_the_authors_or_the_sites(tmp_path: Path) -> None:
    write(tmp_path, "content/tags/small-shops.md", "Title: Small shops\nAliases: corner shops\nCta: story\n\n")
    write(tmp_path, "content/authors/ann.md", "Name: Ann\nCta: meeting\n\n")
    write_article(tmp_path, "own", "Cta: referral", "Author: Ann", "Tags: Small shops")
    write_article(tmp_path, "tagged", "Author: Ann", "Tags: Trust, Small Shops")
    write_article(tmp_path, "aliased", "Author: Ann", "Tags: Corner Shops")
    write_article(tmp_path, "authored", "Authors: Ann; Bo", "Tags: Trust")
    write_article(tmp_path, "neither", "Author: Bo")
    write_article(tmp_path, "without", "Cta: none", "Tags: Small shops")
    assert kinds(tmp_path) == {
        "own": "referral",
        "tagged": "story",
        "aliased": "story",
        "authored": "meeting",
        "neither": "thanks",
        "without": "none",
    }


def test_one_name_for_a_tag_and_its_spellings(tmp_path: Path) -> None:
    write(tmp_path, "content/tags/trust.md", "Title: Trust\nAliases: Faith; Being trusted\n\n")
    write_article(tmp_path, "one", "Tags: trust, Faith, saying no")
    write_article(tmp_path, "two", "Tags: Saying No")
    assert [article.tags for article in read_library(tmp_path, "x").articles] == [("Trust", "saying no"), ("saying no",)]


def test_what_is_read_of_an_article(tmp_path: Path) -> None:
    write(tmp_path, "content/articles/2026/one.md", "\ufeffTitle: One\nId: J0R6E2\nSlug: first\n\nText")
    write(tmp_path, "content/articles/two.markdown", "Title: Two\n\nText")
    write(tmp_path, "content/articles/.three.md", "Title: Three\n\nText")
    write(tmp_path, "content/articles/notes.md", "No front matter")
    found = [(it.path, it.title, it.id, it.slug) for it in read_library(tmp_path, "x").articles]
    assert found == [("content/articles/2026/one.md", "One", "J0R6E2", "first"), ("content/articles/two.markdown", "Two", "", "two")]


def test_subjects_of_all_languages_and_all_own_addresses(tmp_path: Path) -> None:
    write(tmp_path, "content/ctas/story.md", "Subject: My story: {title}\n\nBody")
    write(tmp_path, "content/ctas/story.de.md", "Subject: Meine Geschichte: {title}\n\nBody")
    write(tmp_path, "content/authors/ann.md", "Name: Ann\nEmail: Ann@example.com\nFormerly: old@example.com, +1 202 555 0143\n\n")
    write_article(tmp_path, "one", "Contact_email: one@example.com")
    library = read_library(tmp_path, "x")
    assert set(library.subjects) == {("story", "My story: {title}"), ("story", "Meine Geschichte: {title}")}
    assert library.own == {"ann@example.com", "old@example.com", "one@example.com"}
