"""A new article: its file, its fields, its Id, and what is refused."""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_owner.drafting import new_article
from site_owner.pages import front_matter
from site_owner.problems import SiteError
from site_owner.slugs import LONGEST_SLUG, SITE_SLUGS, short_slug_of, slug_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/London"))


def draft(root: Path, title: str, author: str = "Ann") -> Path:
    return new_article(root, title, now=NOW, author=author)


def write(root: Path, path: str, text: str) -> None:
    (root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "content" / path).write_text(text, encoding="utf-8")


def test_the_file_of_a_draft(tmp_path: Path) -> None:
    path = draft(tmp_path, 'Über\n "Größe": <b>')
    text = path.read_text(encoding="utf-8")
    assert path == tmp_path / "content" / "articles" / "uber-grosse.md"
    assert [line.partition(":")[0] for line in text.partition("\n\n")[0].split("\n")] == (
        ["Title", "Date", "Author", "Category", "Tags", "Summary", "Ask", "Status", "Id"]
    )
    fields = front_matter(text)
    assert (fields["title"], fields["date"], fields["author"], fields["status"]) == (
        'Über "Größe": <b>',
        "2026-03-04 09:30",
        "Ann",
        "draft",
    )
    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{6}", fields["id"])


def test_nobody_as_author(tmp_path: Path) -> None:
    assert "author" not in front_matter(draft(tmp_path, "Hello", author=" ").read_text(encoding="utf-8"))


def test_pelican_takes_it_as_a_draft(site: Site) -> None:
    path = draft(site.folder, "Hello there")
    built = site.build(FORMATTED_FIELDS=[])
    assert built.problems == ()
    assert "drafts/hello-there.html" in built.files()
    assert path.exists()


def test_an_id_is_drawn_until_it_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "articles/old/first.md", "Title: First\nId: aaaaaa\n\n")
    drawn = iter("AAAAAA" + "BBBBBB")
    monkeypatch.setattr(secrets, "choice", lambda _alphabet: next(drawn))
    assert front_matter(draft(tmp_path, "Hello").read_text(encoding="utf-8"))["id"] == "BBBBBB"


def refusal(root: Path, title: str) -> str:
    before = sorted(root.rglob("*"))
    with pytest.raises(SiteError) as caught:
        draft(root, title)
    assert sorted(root.rglob("*")) == before
    return str(caught.value)


@pytest.mark.parametrize("slug", sorted(SITE_SLUGS | {"de", "pt-br", "con", "lpt1"}))
def test_reserved(tmp_path: Path, slug: str) -> None:
    assert refusal(tmp_path, slug.title()).endswith(" Add a word to it.")


@pytest.mark.parametrize("title", ["", "!!!", "  \n", "---", "<b>", "__"])
def test_nothing_to_make_an_address_of(tmp_path: Path, title: str) -> None:
    assert refusal(tmp_path, title).endswith("has no letter or digit of which an address can be made. Add a word to it.")


def test_an_article_is_never_overwritten(tmp_path: Path) -> None:
    text = draft(tmp_path, "Hello").read_text(encoding="utf-8")
    assert refusal(tmp_path, "Hello!").startswith("content/articles/hello.md: this text has the address /hello/ already.")
    assert (tmp_path / "content/articles/hello.md").read_text(encoding="utf-8") == text


def test_a_file_with_another_address_is_never_overwritten(tmp_path: Path) -> None:
    write(tmp_path, "articles/hello.md", "Title: Hello\nSlug: elsewhere\n\nMine.\n")
    assert refusal(tmp_path, "Hello").startswith("content/articles/hello.md: this file is there already.")


@pytest.mark.parametrize("path", ["articles/2026/Hello.md", "pages/hello.md"])
def test_another_text_with_this_address(tmp_path: Path, path: str) -> None:
    write(tmp_path, path, "Title: Hello\n\n")
    assert refusal(tmp_path, "Hello").startswith(f"content/{path}: this text has the address /hello/ already.")


def test_another_text_with_this_slug(tmp_path: Path) -> None:
    write(tmp_path, "articles/other.md", "Title: Other\nSlug: hello\n\n")
    assert refusal(tmp_path, "Hello").startswith("content/articles/other.md: ")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file", encoding="utf-8")
    assert "cannot be written" in refusal(tmp_path, "Hello")


def test_a_long_title_is_cut_at_a_word() -> None:
    slug = short_slug_of("word " * 40)
    assert len(slug) <= LONGEST_SLUG
    assert set(slug.split("-")) == {"word"}
    assert len(short_slug_of("w" * 300)) == LONGEST_SLUG
    assert short_slug_of("b " + "a" * (LONGEST_SLUG - 2) + " c") == "b-" + "a" * (LONGEST_SLUG - 2)


@given(st.text())
def test_a_slug_is_a_file_name_everywhere(title: str) -> None:
    slug = short_slug_of(title)
    assert re.fullmatch(r"([a-z0-9]([a-z0-9_-]*[a-z0-9])?)?", slug)
    assert len(slug) <= LONGEST_SLUG
    assert short_slug_of(slug) == slug


def test_tags_that_differ_in_signs_only() -> None:
    assert [slug_of(name) for name in ("C", "C++", "C#")] == ["c", "c-plus-plus", "c-sharp"]
