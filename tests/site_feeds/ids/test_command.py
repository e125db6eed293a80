"""The command in a folder: which files, what is written, what is told."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from site_feeds.ids import writing

if TYPE_CHECKING:
    from tests.site_feeds.ids.blogs import Blog

ARTICLE = "Title: A\nDate: 2026-01-02\n\nText\n"


# --- Which files


def test_every_article_gets_an_id_once(blog: Blog) -> None:
    blog.write("b.md", ARTICLE)
    blog.write("2026/draft.md", "Title: A\nStatus: draft\nSlug: b\nLang: de\n\nText\n")
    blog.write("c.md", "Title: C\nid: J0R6E2\n\nText\n")
    assert blog.ids() == (
        0,
        ["content/articles/2026/draft.md:5: Id: 000001", "content/articles/b.md:3: Id: 000002", "3 articles: 2 Ids added."],
        [],
    )
    written = blog.content()
    assert written["content/articles/b.md"] == b"Title: A\nDate: 2026-01-02\nId: 000002\n\nText\n"
    assert blog.ids() == (0, ["3 articles, nothing to do."], [])
    assert blog.content() == written


def test_what_is_no_article_is_left_alone(blog: Blog) -> None:
    for name in (".a.md", ".git/a.md", "a.txt", "a.md~", "README.md", "LICENSE.md", "../pages/a.md", "../b.md"):
        blog.write(name, ARTICLE)
    before = blog.content()
    assert blog.ids() == (0, ["0 articles, nothing to do."], [])
    assert blog.content() == before


def test_a_blog_without_articles(blog: Blog) -> None:
    assert blog.ids() == (0, ["0 articles, nothing to do."], [])


def test_a_folder_that_ends_as_a_file_does(blog: Blog) -> None:
    blog.write("folder.md/a.md", ARTICLE)
    assert blog.ids()[1] == ["content/articles/folder.md/a.md:3: Id: 000001", "1 article: 1 Id added."]


# --- What is told


def test_all_problems_are_told_at_once_by_path_and_the_rest_is_done(blog: Blog) -> None:
    blog.write("h.md", ARTICLE)
    blog.write("g.md", "Only a text.\n")
    blog.write("f.md", b"Title: A\r\nSummary: Caf\xe9\r\n\r\nText\r\n")
    blog.write("e.md", "Title: E\nId: 7KQ2MU\n\nText\n")
    blog.write("d.md", "Title: D\nId: AAAAAA\nTags: x\nid: BBBBBB\n\nText\n")
    blog.write("c.md", "Title: C\nId:\n    CCCCCC\n\nText\n")
    blog.write("b.md", b"")
    blog.write("a/a.md", "Title: A\nDate: 2026-01-03\nId: DDDDDD\n")
    blog.write("z.md", "Title: A\nDate: 2026-01-02\nId: DDDDDD\n")
    before = blog.content()
    code, out, errors = blog.ids()
    assert (code, out) == (1, ["content/articles/h.md:3: Id: 000001", "9 articles: 1 Id added, 7 problems."])
    assert [error.split(". ")[0] for error in errors] == [
        "content/articles/a/a.md:3: the Id DDDDDD is that of content/articles/z.md:3 already, and this is the newer file",
        "content/articles/b.md:1: the file has no front matter, so there is no place for an Id",
        "content/articles/c.md:2: Id has more than one value, on the lines 2 and 3",
        "content/articles/d.md:2: Id has more than one value, on the lines 2 and 4",
        "content/articles/e.md:2: '7KQ2MU' is no Id",
        "content/articles/f.md:2: the file is not UTF-8, so it is left as it is",
        "content/articles/g.md:1: the file has no front matter, so there is no place for an Id",
    ]
    assert all(error.endswith(".") and ". " in error for error in errors)
    assert {path: content for path, content in blog.content().items() if content != before[path]}.keys() == {"content/articles/h.md"}


def test_fix_leaves_what_it_cannot_know(blog: Blog) -> None:
    blog.write("a.md", "Title: A\nId: nonsense\n")
    blog.write("b.md", "Title: B\nId: nonsense\n")
    before = blog.content()
    code, out, errors = blog.ids(fix=True)
    assert (code, out, len(errors)) == (1, ["2 articles: 2 problems."], 2)
    assert blog.content() == before


def test_ids_of_files_that_cannot_be_mended_are_not_drawn(blog: Blog) -> None:
    blog.write("a.md", b"Title: \xff\nId: 000001\n\n")
    blog.write("b.md", b"Title: B\nId: 000002\nId: 000003\n\n")
    blog.write("c.md", ARTICLE)
    assert blog.ids()[1][0] == "content/articles/c.md:3: Id: 000004"


# --- Links


def test_a_link_to_a_file_elsewhere_stays_a_link(blog: Blog) -> None:
    (blog.root / "notes").mkdir()
    real = blog.root / "notes" / "real.md"
    real.write_text(ARTICLE, encoding="utf-8")
    link = blog.write("a.md", "")
    link.unlink()
    link.symlink_to(real)
    assert blog.ids()[:2] == (0, ["content/articles/a.md:3: Id: 000001", "1 article: 1 Id added."])
    assert link.is_symlink()
    assert b"Id: 000001" in real.read_bytes()


def test_one_file_in_two_places_is_told(blog: Blog) -> None:
    real = blog.write("m.md", "Title: A\nId: RV6XFG\n\n")
    for name in ("a.md", "z.md"):
        (real.parent / name).symlink_to("m.md")
    code, _, errors = blog.ids(fix=True)
    assert code == 1
    assert [error.split(",")[0] for error in errors] == [
        "content/articles/a.md:1: this is a link to content/articles/m.md",
        "content/articles/z.md:1: this is a link to content/articles/m.md",
    ]
    assert real.read_bytes() == b"Title: A\nId: RV6XFG\n\n"


def test_folders_that_lead_into_each_other_and_links_that_lead_nowhere(blog: Blog) -> None:
    articles = blog.write("a.md", ARTICLE).parent
    (articles / "again").symlink_to(articles, target_is_directory=True)
    (articles / "lost.md").symlink_to("nowhere.md")
    (articles / "loop.md").symlink_to("loop.md")
    code, out, errors = blog.ids()
    assert (code, out) == (1, ["content/articles/a.md:3: Id: 000001", "3 articles: 1 Id added, 2 problems."])
    assert [error.partition(" (")[0] for error in errors] == [
        "content/articles/loop.md: it cannot be read",
        "content/articles/lost.md: it cannot be read",
    ]


# --- Writing


def test_permissions_stay_and_nothing_is_left_beside(blog: Blog) -> None:
    path = blog.write("a.md", ARTICLE)
    path.chmod(0o640)
    blog.ids()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["a.md"]


def refused(blog: Blog, told: str) -> None:
    before = blog.content()
    code, out, errors = blog.ids()
    assert (code, out, errors) == (1, ["1 article: 1 problem."], [f"content/articles/a.md:3: {told}"])
    assert blog.content() == before


def test_a_file_that_is_read_only_is_left_alone(blog: Blog) -> None:
    path = blog.write("a.md", ARTICLE)
    path.chmod(0o444)
    refused(blog, "the Id cannot be written (the file is read-only). Allow writing the file and its folder.")


def test_a_folder_that_is_read_only_is_told(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **given: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, "Permission denied", str(given["dir"]))

    blog.write("a.md", ARTICLE)
    monkeypatch.setattr(tempfile, "mkstemp", forbidden)
    refused(blog, "the Id cannot be written (Permission denied). Allow writing the file and its folder.")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_really_read_only_is_told(blog: Blog) -> None:
    folder = blog.write("a.md", ARTICLE).parent
    folder.chmod(0o555)
    try:
        refused(blog, "the Id cannot be written (Permission denied). Allow writing the file and its folder.")
    finally:
        folder.chmod(0o755)


def test_a_full_disk_leaves_the_old_file_and_the_others_are_done(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(handle: int, content: bytes) -> None:
        if b"Title: B" not in content:
            os.close(handle)
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle, content)

    real = writing._fill
    monkeypatch.setattr(writing, "_fill", fill)
    blog.write("a.md", ARTICLE)
    blog.write("b.md", ARTICLE.replace("Title: A", "Title: B"))
    code, out, errors = blog.ids()
    assert (code, out) == (1, ["content/articles/b.md:3: Id: 000002", "2 articles: 1 Id added, 1 problem."])
    assert errors == ["content/articles/a.md:3: the Id cannot be written (No space left on device). Allow writing the file and its folder."]
    assert blog.content()["content/articles/a.md"] == ARTICLE.encode()
    assert len(blog.content()) == 2


def test_a_file_that_an_editor_saves_meanwhile_is_left_to_the_editor(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    path = blog.write("a.md", ARTICLE)
    monkeypatch.setattr(Path, "chmod", lambda *_: path.write_text("Title: Saved\n\n", encoding="utf-8"))
    code, _, errors = blog.ids()
    assert (code, errors) == (
        1,
        ["content/articles/a.md:3: the file was changed just now, so no Id was written. Save it, then call ids again."],
    )
    assert blog.content() == {"content/articles/a.md": b"Title: Saved\n\n"}


def test_an_interruption_leaves_nothing_half_written(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    blog.write("a.md", ARTICLE)
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        blog.ids()
    assert blog.content() == {"content/articles/a.md": ARTICLE.encode()}


# --- YAML


@pytest.mark.parametrize("fields", ["tags:\n- a", "tags:\n  - a\ntitle: B", "summary: |\n    Some\n\n    words"])
def test_a_file_in_yaml_is_left_alone(blog: Blog, fields: str) -> None:
    blog.write("a.md", f"---\nTitle: A\n{fields}\n---\n\nText\n")
    before = blog.content()
    code, _, errors = blog.ids()
    assert (code, blog.content()) == (1, before)
    assert errors[0].startswith("content/articles/a.md:1: the fields are in YAML")


@pytest.mark.parametrize("text", ["---\nId: 7KQ2MX\ntags:\n- a\n---\n\nText\n", "---\nTitle: A\nId: 7KQ2MX\n\nText\n\n---\n"])
def test_a_file_between_fences_that_has_an_id_is_in_order(blog: Blog, text: str) -> None:
    blog.write("a.md", text)
    assert blog.ids() == (0, ["1 article, nothing to do."], [])


def test_between_fences_an_id_goes_behind_the_last_field(blog: Blog) -> None:
    blog.write("a.md", "---\nTitle: A\ntags: [a, b]\n---\n\nText\n")
    assert blog.ids()[0] == 0
    assert blog.content()["content/articles/a.md"] == b"---\nTitle: A\ntags: [a, b]\nId: 000001\n---\n\nText\n"
