"""The whole import, from exports to files, again and again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from legacy_import import record as records
from legacy_import.model import Status
from legacy_import.record import RecordError

from .site import SAMPLES, NewSite

if TYPE_CHECKING:
    from pathlib import Path

WORDPRESS, BLOGGER, TAKEOUT = (SAMPLES / name for name in ("wordpress-1.2.xml", "blogger-backup.xml", "takeout.atom"))
SOURCES = (WORDPRESS, BLOGGER, TAKEOUT)
ENTRY = """\
<item><title>{title}</title><link>https://mine.example/2012/08/{slug}/</link><guid isPermaLink="false">https://mine.example/?p={number}</guid>
<wp:post_id>{number}</wp:post_id><wp:post_date>2012-08-0{number} 10:00:00</wp:post_date>
<wp:post_date_gmt>2012-08-0{number} 09:00:00</wp:post_date_gmt>
<wp:post_name>{slug}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>
<content:encoded><![CDATA[{text}]]></content:encoded></item>
"""
EXPORT = """\
<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Mine</title><link>https://mine.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://mine.example</wp:base_blog_url>
{items}</channel></rss>
"""


@pytest.fixture
def new(tmp_path: Path) -> NewSite:
    return NewSite(tmp_path / "site")


def export(folder: Path, *texts: str, status: str = "publish") -> Path:
    """A WordPress export with a post for each text."""
    items = "".join(
        ENTRY.format(title=f"Post {number}", slug=f"post-{number}", number=number, status=status, text=text)
        for number, text in enumerate(texts, 1)
    )
    path = folder / "mine.xml"
    path.write_text(EXPORT.format(items=items), encoding="utf-8")
    return path


# --- Again and again


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, new: NewSite) -> None:
    other = NewSite(tmp_path / "other")
    assert new.bring(*SOURCES) == other.bring(*SOURCES) == 0
    first = new.files()
    assert first == other.files()
    assert new.bring(*SOURCES) == 0
    assert new.files() == first


def test_a_dry_run_writes_nothing_and_says_what_it_would_do(new: NewSite, capsys: pytest.CaptureFixture[str]) -> None:
    before = new.files()
    assert new.bring(*SOURCES, dry_run=True) == 0
    assert new.files() == before
    assert "Nothing has been written" in capsys.readouterr().out


def test_what_an_author_has_edited_stays_and_the_difference_is_shown(
    tmp_path: Path, new: NewSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new.bring(export(tmp_path, "One.", "Two.")) == 0
    new.write("content/articles/post-1.md", new.read("content/articles/post-1.md") + "\nMy own words.\n")
    assert new.bring(export(tmp_path, "One, changed.", "Two, changed.")) == 1
    assert "My own words." in new.read("content/articles/post-1.md")
    assert "One, changed." not in new.read("content/articles/post-1.md")
    assert "Two, changed." in new.read("content/articles/post-2.md")
    assert "+One, changed." in capsys.readouterr().out


def test_what_an_author_has_removed_stays_so(tmp_path: Path, new: NewSite) -> None:
    source = export(tmp_path, "One.", "Two.")
    new.bring(source)
    (new.root / "content/articles/post-1.md").unlink()
    assert new.bring(source) == 0
    assert not (new.root / "content/articles/post-1.md").exists()


def test_texts_that_were_there_are_never_touched(tmp_path: Path, new: NewSite) -> None:
    new.write("content/articles/post-1.md", "Title: Mine\n")
    new.bring(export(tmp_path, "One."))
    assert new.read("content/articles/post-1.md") == "Title: Mine\n"
    assert "One." in new.read("content/articles/post-1-2.md")


def test_new_posts_join_and_old_ones_keep_their_files(tmp_path: Path, new: NewSite) -> None:
    new.bring(export(tmp_path, "One."))
    new.bring(export(tmp_path, "One.", "Two."))
    assert {path for path in new.files() if path.startswith("content/articles/")} == {
        "content/articles/post-1.md",
        "content/articles/post-2.md",
    }


def test_a_damaged_record_is_told_and_nothing_is_written(tmp_path: Path, new: NewSite) -> None:
    new.write("import-review/record.json", "{")
    before = new.files()
    with pytest.raises(RecordError):
        new.bring(export(tmp_path, "One."))
    assert new.files() == before


def test_a_source_that_is_not_there_is_a_mistake_in_the_call(new: NewSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new.bring(tmp_path / "none.xml") == 2
    assert "There is no" in capsys.readouterr().err


# --- What becomes public


@pytest.mark.parametrize("status", ["draft", "private", "pending", "future", "auto-draft", "odd"])
def test_what_was_not_public_is_a_draft(tmp_path: Path, new: NewSite, status: str) -> None:
    new.bring(export(tmp_path, "Secret.", status=status))
    assert "\nStatus: draft\n" in new.read("content/articles/post-1.md")


def test_trash_is_left_out_and_counted(tmp_path: Path, new: NewSite) -> None:
    new.bring(export(tmp_path, "Rubbish.", status="trash"))
    assert not (new.root / "content/articles").exists()
    counts = json.loads(new.read("import-review/report.json"))["counts"]
    assert (counts["read"], counts["left_out"]) == (1, 1)


def test_the_counts_add_up(new: NewSite) -> None:
    new.bring(*SOURCES)
    report = json.loads(new.read("import-review/report.json"))
    counts = report["counts"]
    assert counts["missing"] == 0
    assert counts["read"] == sum(
        counts[name] for name in ("article", "page", "comment", "spam", "media", "left_out", "kept_out", "unreadable")
    )
    written = {path for path in new.files() if path.startswith(("content/articles/", "content/pages/"))}
    assert {item["written"] for item in report["items"] if item["written"]} == written
    assert counts["article"] + counts["page"] == len(written)
    assert Status.TRASHED.value in {item["status"] for item in report["items"] if item["outcome"] == "left out"}


# --- What comes along


def test_links_between_posts_lead_to_files(tmp_path: Path, new: NewSite) -> None:
    new.bring(export(tmp_path, 'See <a href="https://mine.example/2012/08/post-2/">the second</a>.', 'And <a href="/?p=1">back</a>.'))
    assert "[the second]({filename}/articles/post-2.md)" in new.read("content/articles/post-1.md")
    assert "[back]({filename}/articles/post-1.md)" in new.read("content/articles/post-2.md")


def test_pictures_come_along(tmp_path: Path, new: NewSite) -> None:
    picture = tmp_path / "uploads/2012/08/desk.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"picture")
    html = '<img src="https://mine.example/wp-content/uploads/2012/08/desk-300x200.jpg" alt="A desk" />'
    new.bring(export(tmp_path, html), media=(tmp_path / "uploads",))
    assert "![A desk]({static}/images/desk.jpg)" in new.read("content/articles/post-1.md")
    assert (new.root / "content/images/desk.jpg").read_bytes() == b"picture"


def test_pictures_that_lie_among_the_sources_come_along(tmp_path: Path, new: NewSite) -> None:
    (tmp_path / "takeout/album").mkdir(parents=True)
    export(tmp_path / "takeout", '<img src="https://blogger.googleusercontent.com/img/b/x/s1600/desk.jpg" alt="A desk" />')
    (tmp_path / "takeout/album/desk.jpg").write_bytes(b"picture")
    new.bring(tmp_path / "takeout")
    assert "![A desk]({static}/images/desk.jpg)" in new.read("content/articles/post-1.md")


def test_missing_pictures_are_listed(tmp_path: Path, new: NewSite) -> None:
    new.bring(export(tmp_path, '<img src="https://mine.example/none.jpg" alt="A desk" />'))
    assert "https://mine.example/none.jpg\n    shown in articles/post-1.md" in new.read("import-review/missing-files.txt")


def test_what_asked_for_comments_is_gone_and_told(tmp_path: Path, new: NewSite) -> None:
    text = "I met her on a Tuesday.\n\nWhat do you think? Please leave me your comments, or email me at old@example.com."
    new.bring(export(tmp_path, text))
    article = new.read("content/articles/post-1.md")
    assert "\nAsk: What do you think?\n" in article
    assert article.endswith("\n\nI met her on a Tuesday.\n")
    assert "old@example.com" in new.read("import-review/authors/author.md")
    told = new.read("import-review/index.html")
    assert "leave me your comments" in told


def test_old_contacts_stay_only_if_that_is_asked_for(tmp_path: Path, new: NewSite) -> None:
    new.bring(export(tmp_path, "I met her on a Tuesday, and it rained.\n\nEmail me at old@example.com."), keep_contacts=True)
    assert "\nContact_email: old@example.com\n" in new.read("content/articles/post-1.md")


def test_old_addresses_lead_on_or_stay(tmp_path: Path, new: NewSite) -> None:
    source = export(tmp_path, "One.")
    new.bring(source)
    assert "\nRedirect_from: /2012/08/post-1\n" in new.read("content/articles/post-1.md")
    assert new.bring(source, keep_addresses=True) == 0
    article = new.read("content/articles/post-1.md")
    assert "\nUrl: 2012/08/post-1/\nSave_as: 2012/08/post-1/index.html\n" in article


def test_addresses_that_belong_to_no_text_go_into_the_settings_once(tmp_path: Path, new: NewSite) -> None:
    source = export(tmp_path, "One.")
    new.bring(source)
    toml = new.read("site.toml")
    assert "'/feed/' = '/feeds/all.rss.xml'" in toml
    assert "'/comments/feed/' = '/feeds/closed.atom.xml'" in toml
    new.bring(source)
    assert new.read("site.toml") == toml


def test_comments_are_kept_for_the_author_alone(new: NewSite) -> None:
    new.bring(BLOGGER)
    assert any(path.startswith("import-review/comments/") for path in new.files())
    assert not [path for path in new.files() if path.startswith("content/comments")]


def test_an_import_that_is_stopped_goes_on_where_it_was(tmp_path: Path, new: NewSite, monkeypatch: pytest.MonkeyPatch) -> None:
    source = export(tmp_path, "One.", "Two.", "Three.")
    real = records.replace_file

    def stop(path: Path, data: bytes) -> None:
        if path.name == "post-2.md":
            raise KeyboardInterrupt
        real(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(records, "replace_file", stop)
        with pytest.raises(KeyboardInterrupt):
            new.bring(source)
    assert new.bring(source) == 0
    assert {path for path in new.files() if path.startswith("content/articles/")} == {
        f"content/articles/post-{number}.md" for number in (1, 2, 3)
    }
