"""Two sources for one file, and files outside of the site: what Pelican really raises, and what the author is told of it."""

from __future__ import annotations

import errno
import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastbuild.colliding import TOLD_BY, collision, is_named
from fastbuild.problems import Problem, ProblemCollector
from fastbuild.running import run_pelican
from fastbuild.sources import Sources
from pelican import signals

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = """\
SITENAME = "A small site"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
LOCALE = ["C"]
PATH = "content"
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = ["articles"], ["pages"], []
PAGE_SAVE_AS = PAGE_URL = "{slug}.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., list[Problem]]:
    """Builds a site of contents given as path and front matter; returns its errors."""

    def run(contents: dict[str, str], settings: str = "") -> list[Problem]:
        for path, fields in contents.items():
            file = tmp_path / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"Title: {file.stem}\nDate: 2026-01-02\nCategory: Notes\n{fields}\n\nText.\n", encoding="utf-8")
        (tmp_path / "conf.py").write_text(SETTINGS + settings, encoding="utf-8")
        stage, told = tmp_path / "out" / "stage", list[Problem]()
        stage.mkdir(parents=True)
        collector = ProblemCollector(told.append, renamed=((str(stage), "output"),))
        run_pelican(Sources(tmp_path / "conf.py"), stage, collector)
        return [problem for problem in told if problem.is_error]

    return run


TWO = "Give one of them another `Slug`, or another `Save_as` if it has one."


@pytest.mark.parametrize(
    ("contents", "path"),
    [
        ({"articles/a.md": "Slug: same", "articles/b.md": "Slug: same"}, "same.html"),
        ({"articles/a.md": "Slug: same\nStatus: draft", "articles/b.md": "Slug: same\nStatus: draft"}, "drafts/same.html"),
        ({"articles/a.md": "Slug: same", "articles/b.md": "Slug: same\nStatus: hidden"}, "same.html"),
        ({"articles/a.md": "Slug: a", "articles/b.md": "Slug: a\nLang: de", "articles/c.md": "Slug: a\nLang: de"}, "a-de.html"),
        ({"articles/a.md": "Slug: same", "pages/b.md": "Slug: same"}, "same.html"),
        ({"articles/a.md": "Save_as: same.html", "pages/b.md": "Save_as: same.html"}, "same.html"),
    ],
)
def test_two_sources_for_one_file(build: Callable[..., list[Problem]], contents: dict[str, str], path: str) -> None:
    assert [problem.message for problem in build(contents)] == [f"two sources are written to output/{path}. {TWO}"]


@pytest.mark.parametrize("place", ["../../x.html", "/x.html"])
def test_a_content_outside_of_the_site(build: Callable[..., list[Problem]], tmp_path: Path, place: str) -> None:
    (problem,) = build({"articles/a.md": f"Save_as: {place}", "articles/b.md": ""})
    assert problem.message == f"this would be written to '{place}', which is outside of the site."
    assert (problem.line, problem.fix) == (4, "Change its line `Save_as`, or `Slug`.")
    assert problem.path == tmp_path / "content" / "articles" / "a.md"
    assert (tmp_path / "out" / "stage" / "b.html").is_file()


def test_a_list_outside_of_the_site(build: Callable[..., list[Problem]], tmp_path: Path) -> None:
    (problem,) = build({"articles/a.md": ""}, 'ARCHIVES_SAVE_AS = "../archives.html"\n')
    place = tmp_path / "out" / "archives.html"
    assert problem.message.startswith(f"a file would be written to {place}, which is outside of the site. Look for `..`, ")


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        (
            {"articles/a.md": "Save_as: x", "articles/b.md": "Save_as: x/b.html"},
            "output/x is to be a file and a folder. Give one ",
        ),
        ({"articles/a.md": "Save_as: x/a.html", "pages/b.md": "Save_as: x"}, "output/x is to be a file and a folder. "),
        ({"articles/a.md": f"Save_as: {'a' * 300}.html"}, f"the name {'a' * 40}… is too long for a file. Give it a shorter `Slug`"),
        ({"articles/a.md": "Save_as: ."}, "the address of a page is empty. "),
    ],
)
def test_files_that_cannot_be(build: Callable[..., list[Problem]], contents: dict[str, str], told: str) -> None:
    (problem,) = build(contents)
    assert problem.message.startswith(told)


@pytest.mark.parametrize("rule", ["output-double", None])
def test_what_a_plugin_has_told_is_not_told_again(build: Callable[..., list[Problem]], rule: str | None) -> None:
    def compare(generators: object) -> None:
        logging.getLogger("plugin").error("a and b would both be written to 'same.html'", extra={"rule": rule})

    signals.all_generators_finalized.connect(compare)
    problems = build({"articles/a.md": "Slug: same", "articles/b.md": "Slug: same"})
    assert len(problems) == (1 if rule else 2)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (Problem("ERROR", "both to 'same.html'", rule="output-double"), True),
        (Problem("WARNING", "both to 'same.html'", rule="output-double"), False),
        (Problem("ERROR", "both to 'other.html'", rule="output-double"), False),
        (Problem("ERROR", "no link to 'same.html'", rule="dead-link"), False),
    ],
)
def test_only_an_error_of_the_same_path_stands_for_it(problem: Problem, *, told: bool) -> None:
    met = collision(IsADirectoryError(errno.EISDIR, "Is a directory", str(Path.cwd() / "out" / "same.html")), Path("out"))
    assert met
    collector = ProblemCollector(lambda _problem: None)
    collector.add(problem)
    assert is_named(met, collector.messages(TOLD_BY)) is told


def test_a_folder_that_is_a_file_was_told_with_the_folder() -> None:
    met = collision(NotADirectoryError(errno.ENOTDIR, "Not a directory", "/out/x/y/z.html"), Path("/out"))
    assert met
    assert is_named(met, ["needs the folder 'x' and b the file 'x'"])


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EISDIR, "Is a directory", "/elsewhere"),
        OSError(errno.ENOSPC, "No space", "/out/a"),
        OSError("?"),
        RuntimeError("?"),
        KeyError(),
    ],
)
def test_other_errors_are_no_collisions(error: Exception) -> None:
    assert collision(error, Path("/out")) is None


def test_a_message_that_is_longer_than_any_name_is_told_whole(build: Callable[..., list[Problem]]) -> None:
    def complain(generators: object) -> None:
        logging.getLogger("plugin").error("a: %s", "b" * 5000)

    signals.all_generators_finalized.connect(complain)
    assert [problem.message for problem in build({"articles/a.md": ""})] == [f"a: {'b' * 5000}"]
