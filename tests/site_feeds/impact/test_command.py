"""The whole report, from folders to what is printed, with a build that somebody else has made."""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from site_feeds.impact import Options, impact
from site_feeds.impact.published import read_published

from tests.site_feeds.impact.samples import WRITERS, article, write, write_feed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from site_feeds.model import Entry

A, B, C = article("a"), article("b"), article("c")


@dataclass(frozen=True)
class Problem:
    text: str
    is_error: bool = True

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Build:
    output: Path
    problems: tuple[Problem, ...] = ()


@dataclass
class Site:
    """A project's folder, and a build whose feeds a test writes."""

    root: Path
    output: Path
    capsys: pytest.CaptureFixture[str]
    problems: tuple[Problem, ...] = ()

    def feeds(self, *articles: Entry, trust: tuple[Entry, ...] = ()) -> None:
        """Let the next build have the site's own feed in all formats, and one of a tag."""
        shutil.rmtree(self.output)
        self.output.mkdir()
        for suffix in WRITERS:
            write_feed(self.output, f"feeds/all{suffix}", *articles)
        if trust:
            write_feed(self.output, "feeds/tags/trust.atom.xml", *trust)

    def run(self, *live: str, **options: Any) -> tuple[int, str, str]:
        """Exit code, standard output and standard error."""
        code = impact(self.root, live, Options(**options), self.build)
        return code, *self.capsys.readouterr()

    def told(self, *live: str, **options: Any) -> str:
        code, out, err = self.run(*live, **options)
        assert (code, err) == (0, "")
        return out

    @contextlib.contextmanager
    def build(self) -> Iterator[Build]:
        yield Build(self.output, self.problems)


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Site:
    made = Site(tmp_path / "root", tmp_path / "output", capsys)
    made.root.mkdir()
    made.output.mkdir()
    return made


def sentence(text: str) -> str:
    return text.splitlines()[-1]


def test_before_anything_is_recorded_all_is_new(site: Site) -> None:
    site.feeds(B, A, trust=(A,))
    told = site.told()
    assert told.startswith("Nothing has been recorded as live (published.json is not there), so everything is new.\n\n")
    assert "feeds/all.atom.xml: a new feed with 2 entries; " in told
    assert "    new: B\n    new: A\n" in told
    assert "feeds/tags/trust.atom.xml: a new feed with 1 entry; " in told
    assert "In total, each article once (Atom, 2 feeds): 2 new, 0 changed, " in told
    assert sentence(told) == "A subscriber of the site's feed will see 2 new articles. Nothing is delivered twice."
    assert list(site.root.iterdir()) == []


def test_what_was_recorded_is_live(site: Site) -> None:
    site.feeds(B, A)
    assert sentence(site.told(record=True)) == "Recorded in published.json. Commit it."
    recorded = (site.root / "published.json").read_bytes()
    assert sorted(read_published(site.root) or {}) == ["feeds/all.atom.xml", "feeds/all.json", "feeds/all.rss.xml"]
    assert "3 feeds are as before." in site.told(record=True)
    assert (site.root / "published.json").read_bytes() == recorded
    assert [path.name for path in site.root.iterdir()] == ["published.json"]
    site.feeds(C, B, A)
    told = site.told()
    assert told.startswith("Compared with published.json.\n")
    assert sentence(told) == "A subscriber of the site's feed will see 1 new article. Nothing is delivered twice."
    assert (site.root / "published.json").read_bytes() == recorded


def test_everything_that_can_happen_in_one_sentence(site: Site) -> None:
    site.feeds(*(article(name) for name in "abcde"), trust=(A, B))
    site.told(record=True)
    other = article("b", id="tag:other")
    site.feeds(article("f"), article("a", title="Other"), other, article("c", invitation="<p>Call me.</p>"), article("d"), trust=(A, other))
    told = site.told()
    assert sentence(told) == (
        "A subscriber of the site's feed will see 1 new article. 1 article changes in place. In 1 article only the invitation changes."
        " 1 article is delivered twice. 1 article is gone."
    )
    assert "feeds/all.rss.xml: 1 new, 1 changed, 1 with another invitation, 1 delivered twice, 1 dropped; " in told
    assert "feeds/tags/trust.atom.xml: 1 delivered twice; " in told
    assert "    delivered twice: B (its id was tag:me.example,2026:b, now it is tag:other)\n" in told
    assert "(Atom, 2 feeds): 1 new, 1 changed, 1 with another invitation, 1 delivered twice, 1 dropped; " in told


def test_nothing_new(site: Site) -> None:
    site.feeds(A)
    site.told(record=True)
    assert sentence(site.told()) == "A subscriber of the site's feed will see nothing new. Nothing is delivered twice."


def test_of_many_entries_some_are_named(site: Site) -> None:
    site.feeds(*(article(f"a{number}") for number in range(14)))
    told = site.told()
    assert told.count("    new: A") == 10
    assert "    new: and 4 more\n" in told


def test_all_that_is_delivered_twice_is_named_once(site: Site) -> None:
    articles = [article(f"a{number}") for number in range(14)]
    site.feeds(*articles, trust=(A, B, articles[0]))
    site.told(record=True)
    others = [article(f"a{number}", id=f"tag:x{number}") for number in range(14)]
    site.feeds(*others, trust=(article("a", id="tag:x"), B, others[0]))
    told = site.told()
    assert [told.count(f"now it is tag:x{number})\n") for number in range(14)] == [1] * 14
    trust, _, after = told.partition("feeds/tags/trust.atom.xml: 2 delivered twice; ")[2].partition("\n\n")
    assert trust.splitlines()[1:] == ["    delivered twice: A (its id was tag:me.example,2026:a, now it is tag:x)"]
    assert after.startswith(
        "In total, each article once (Atom, 2 feeds): 0 new, 0 changed, 0 with another invitation, 15 delivered twice, "
    )


def test_a_feed_that_is_gone(site: Site) -> None:
    site.feeds(A, trust=(A,))
    site.told(record=True)
    site.feeds(A)
    assert "feeds/tags/trust.atom.xml: gone, with 1 entry. Its subscribers will get nothing any more.\n" in site.told()
    shutil.rmtree(site.output / "feeds")
    assert sentence(site.told()) == "The site's feed feeds/all.atom.xml is gone: its subscribers will see nothing of this."


def test_a_site_without_articles(site: Site) -> None:
    assert sentence(site.told()) == "The site has no feeds: they begin with the first article that is published."
    site.told(record=True)
    assert read_published(site.root) == {}
    assert json.loads(site.told(as_json=True))["totals"] is None


def test_live_may_be_a_folder_or_an_old_feed(site: Site, tmp_path: Path) -> None:
    site.feeds(A, B)
    shutil.copytree(site.output, tmp_path / "old")
    site.feeds(C, A, B)
    assert sentence(site.told(str(tmp_path / "old"))).startswith("A subscriber of the site's feed will see 1 new article.")
    write_feed(tmp_path, "wordpress.rss.xml", article("a", id="https://me.example/?p=1"), article("b", id="https://me.example/?p=2"))
    told = site.told(str(tmp_path / "wordpress.rss.xml"))
    assert sentence(told) == "A subscriber of the site's feed will see 1 new article. 2 articles are delivered twice."
    assert not (site.root / "published.json").exists()


def test_what_a_former_title_was_is_kept(site: Site, tmp_path: Path) -> None:
    site.feeds(A)
    site.told(record=True)
    shutil.copytree(site.output, tmp_path / "old")
    site.feeds(article("a", title="Other"))
    site.told(str(tmp_path / "old"), record=True)
    site.told(record=True)
    found = read_published(site.root) or {}
    assert [(entry.title, entry.former_titles) for document in found.values() for entry in document.entries.values()] == [
        ("Other", ("A",))
    ] * 3


@pytest.mark.parametrize(("allowed", "code"), [(0, 1), (1, 1), (2, 0)])
def test_too_much_that_is_delivered_twice(site: Site, allowed: int, code: int) -> None:
    site.feeds(A, B, C)
    site.told(record=True)
    recorded = (site.root / "published.json").read_bytes()
    site.feeds(article("a", id="tag:x"), article("b", id="tag:y"), C)
    done, out, err = site.run(max_redelivered=allowed, record=True)
    assert done == code
    assert "2 articles are delivered twice." in out
    assert ("Recorded" in out) == (code == 0)
    assert ((site.root / "published.json").read_bytes() == recorded) == (code == 1)
    told = f"impact: 2 would be delivered twice, and --max-redelivered allows {allowed}. "
    assert err.startswith(told) if code else err == ""


def test_a_limit_below_zero_is_a_wrong_call(site: Site) -> None:
    assert site.run(max_redelivered=-1) == (2, "", "impact: --max-redelivered is -1. Give 0 or more.\n")


def test_a_build_with_errors_is_not_compared(site: Site) -> None:
    site.feeds(A)
    site.problems = (Problem("WARNING odd", is_error=False),)
    site.told()
    site.problems += (Problem("ERROR content/a.md:3: broken"),)
    code, out, err = site.run(record=True, as_json=True)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "ERROR content/a.md:3: broken",
        "impact: nothing is compared as long as the build has errors. Mend what is said above.",
    ]
    assert list(site.root.iterdir()) == []


def test_a_feed_that_the_build_has_damaged(site: Site) -> None:
    write(site.output, "feeds/all.atom.xml", "<feed")
    code, out, err = site.run(record=True)
    assert (code, out) == (1, "")
    assert err.startswith("impact: output/feeds/all.atom.xml: no feed can be read here: ")
    assert "a defect of the plugin or template" in err


@pytest.mark.parametrize("live", [[], ["old"]])
def test_a_damaged_record_is_not_written_over(site: Site, live: list[str], tmp_path: Path) -> None:
    site.feeds(A)
    shutil.copytree(site.output, tmp_path / "old")
    write(site.root, "published.json", "{")
    code, out, err = site.run(*(str(tmp_path / name) for name in live), record=True)
    assert (code, out) == (1, "")
    assert err.startswith(f"impact: {site.root / 'published.json'}: it is damaged: ")
    assert (site.root / "published.json").read_bytes() == b"{"


def test_where_live_files_are_named_a_damaged_record_does_not_matter(site: Site, tmp_path: Path) -> None:
    site.feeds(A)
    shutil.copytree(site.output, tmp_path / "old")
    write(site.root, "published.json", "{")
    assert "3 feeds are as before." in site.told(str(tmp_path / "old"))


def test_a_path_that_is_not_there_ends_before_the_build(site: Site, tmp_path: Path) -> None:
    def never() -> Any:
        raise AssertionError

    assert impact(site.root, [str(tmp_path / "none")], Options(), never) == 2
    assert site.capsys.readouterr().err.endswith("there is no such file or folder. Name a built site, or a feed.\n")


def test_notes_are_told(site: Site) -> None:
    site.feeds(A, article("a"))
    assert "Note: output/feeds/all.atom.xml: ids that several entries have, " in site.told()


def test_the_same_as_json(site: Site) -> None:
    site.feeds(A, B)
    assert json.loads(site.told(as_json=True))["live"] is None
    site.told(record=True)
    site.feeds(C, article("a", id="tag:x"))
    told = json.loads(site.told(as_json=True, record=True))
    assert list(told) == ["version", "live", "recorded", "notes", "feeds", "totals", "sentence"]
    assert (told["version"], told["live"], told["recorded"], told["notes"]) == (1, "published.json", True, [])
    first = told["feeds"][0]
    assert [feed["path"] for feed in told["feeds"]] == ["feeds/all.atom.xml", "feeds/all.json", "feeds/all.rss.xml"]
    assert first["new"] == [{"id": C.id, "url": C.url, "title": "C"}]
    assert first["redelivered"] == [{"id": "tag:x", "url": A.url, "title": "A", "former_id": A.id}]
    assert first["dropped"] == [{"id": B.id, "url": B.url, "title": "B"}]
    assert (first["changed"], first["invitation"], first["archived"], first["format"]) == ([], [], 0, "atom")
    assert first["bytes"]["after"] == (site.output / "feeds/all.atom.xml").stat().st_size
    assert told["totals"] == {
        "format": "atom", "feeds": 1, "new": 1, "changed": 0, "invitation": 0, "redelivered": 1, "dropped": 1,
        **told["feeds"][0]["bytes"],
    }  # fmt: skip
    assert told["sentence"] == "A subscriber of the site's feed will see 1 new article. 1 article is delivered twice. 1 article is gone."
    assert json.loads(site.told(as_json=True))["feeds"] == []
