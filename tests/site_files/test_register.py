"""The register: pure, over outputs that no site needs to exist for."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_files.deciding import deciding_line
from site_files.file_names import leaves_the_site, trouble_with
from site_files.model import Finding, Output, Source
from site_files.register import one_name, problems

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.text("abAB.ä", min_size=1, max_size=3).filter(lambda name: name.strip("."))
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def nowhere(path: str) -> tuple[str, int]:
    return "", 0


def outputs(*paths: str) -> list[Output]:
    return [Output(path, Source(f"source {number}")) for number, path in enumerate(paths)]


def rules(*paths: str) -> list[str]:
    return [finding.rule for finding in problems(outputs(*paths))]


def test_a_site_without_trouble_has_no_findings() -> None:
    assert not problems(
        outputs("index.html", "a/index.html", "a/page/2/index.html", "ä.html", "images/.well-known", "con-man.html", "x..y")
    )


def test_two_sources_for_one_path_are_named_with_file_and_line(tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text("Title: A\nDate: 2026-01-01\n\nSlug: not here\n", encoding="utf-8")
    second.write_text("Title: B\nDate: 2026-01-01\nSlug: a\n\nText\n", encoding="utf-8")
    pair = [Output("a/index.html", Source("the article “B”", str(second))), Output("a//index.html", Source("the article “A”", str(first)))]
    for given_order in (pair, pair[::-1]):
        double = next(finding for finding in problems(given_order) if finding.rule == "output-double")
        assert double.source == Source("the article “B”", str(second), 3)
        assert double.what == f"the article “B” and the article “A” ({first}:1) would both be written to 'a/index.html'"
        assert double.fix == "Change its line `Slug`, or the other's"
        assert double.is_unsafe


def test_the_one_with_a_file_is_told(tmp_path: Path) -> None:
    page = tmp_path / "tags.md"
    page.write_text("Title: My tags\nSave_as: tags.html\n", encoding="utf-8")
    found = problems([Output("tags.html", Source("the page “My tags”", str(page))), Output("tags.html", Source("the site's page “tags”"))])
    assert [(finding.source.path, finding.source.line) for finding in found] == [(str(page), 2)]
    assert "the site's page “tags” would both" in found[0].what
    assert found[0].fix.startswith("Change its line `Save_as`")


def test_three_for_one_path_are_two_findings_and_one_source_twice_is_none() -> None:
    assert rules("a", "a", "a") == ["output-double"] * 2
    assert not problems([Output("a", Source("one")), Output("a", Source("one"))])


@pytest.mark.parametrize("path", ["../a.html", "/etc/passwd", "a/../../b", "a/../b", "C:/a", "c:a", "a\\b", "..", "\\\\host\\share"])
def test_what_leaves_the_site_is_unsafe(path: str) -> None:
    (finding,) = problems(outputs(path))
    assert (finding.rule, finding.is_unsafe) == ("output-outside", True)
    assert f"'{path}'" in finding.what


@pytest.mark.parametrize(
    "path",
    [
        "con",
        "aux.html",
        "a/NUL/b.html",
        "Com1.tar.gz",
        "lpt¹.txt",
        "image:b.html",
        "what?.html",
        "a/b*",
        "a|b",
        "a<b",
        '"a"',
        "a\tb",
        "a.",
        "a ",
        "a./b",
    ],
)
def test_what_windows_cannot_have(path: str) -> None:
    assert rules(path) == ["output-windows"]


@pytest.mark.parametrize("path", ["console.html", "com10", "null", "a.con", ".con", "a b", "a.b", "aux-en-provence/index.html"])
def test_what_windows_can_have(path: str) -> None:
    assert not rules(path)


@pytest.mark.parametrize("path", ["", ".", "./", "tags//index.html", "a/"])
def test_a_name_that_is_missing(path: str) -> None:
    assert rules(path) == ["output-empty"]


def test_long_names_are_measured_in_bytes() -> None:
    assert not rules("a" * 255)
    assert rules("a" * 256) == ["output-long"]
    assert not rules("ä" * 127)
    assert rules("ä" * 128, "b/" + "ä" * 128) == ["output-long"] * 2


def test_a_folder_is_told_once() -> None:
    assert rules("aux/a", "aux/b", "aux/c/d") == ["output-windows"]
    assert rules("Tags/a", "Tags/b", "tags/a", "tags/b") == ["output-case"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.html", "A.html"), ("é.html", unicodedata.normalize("NFD", "é.html")), ("É/x", unicodedata.normalize("NFD", "é/y")), ("ς", "Σ")],
)
def test_what_is_one_name_elsewhere(one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        assert rules(*pair) == ["output-case"]


def test_a_file_where_a_folder_must_be() -> None:
    (breaks,) = problems(outputs("a", "a/b", "a/c"))
    assert (breaks.rule, breaks.is_unsafe) == ("output-folder", True)
    (finding,) = problems(outputs("A", "a/b"))
    assert finding.rule == "output-folder"
    assert finding.what == "source 0 needs the file 'A' and source 1 the folder 'a', which are one name on Windows and macOS"


def test_a_picture_is_renamed(tmp_path: Path) -> None:
    picture = tmp_path / "a:b.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    (finding,) = problems([Output("images/a:b.png", Source("content/images/a:b.png", str(picture)))])
    assert finding == Finding(
        Source("content/images/a:b.png", str(picture)),
        "output-windows",
        "content/images/a:b.png is written to 'images/a:b.png', but Windows has no : in names",
        "Rename the file",
    )


@pytest.mark.parametrize(
    ("text", "field", "line"),
    [
        ("Title: A\nslug: b\nSAVE_AS: c.html\n\nText", "Save_as", 3),
        ("Title: A\nSlug: b\n\nSave_as: no", "Slug", 2),
        ("Date: 2026-01-01\n\nText", "Date", 1),
        ("A\n=\n\n:date: 2026-01-01\n:slug: b\n\nText", "Slug", 5),
        ('<html>\n<meta name="slug" content="b">', "Slug", 2),
        ("Text", "", 0),
        ("\ufeffSlug: b", "Slug", 1),
    ],
)
def test_the_line_that_decides_an_address(tmp_path: Path, text: str, field: str, line: int) -> None:
    (tmp_path / "a").write_text(text, encoding="utf-8")
    assert deciding_line(str(tmp_path / "a")) == (field, line)


def test_files_that_cannot_be_read_have_no_line(tmp_path: Path) -> None:
    assert deciding_line(str(tmp_path / "missing.md")) == deciding_line(str(tmp_path)) == ("", 0)


def test_files_are_read_for_findings_alone() -> None:
    def refuse(path: str) -> tuple[str, int]:
        raise AssertionError(path)

    assert not problems([Output(f"{number}.html", Source("a", "a.md")) for number in range(9)], refuse)


@given(st.lists(PATHS, max_size=8))
def test_without_findings_the_files_fit_on_every_file_system(paths: list[str]) -> None:
    found = problems(outputs(*paths), nowhere)
    folders = {one_name(folder) for path in paths for folder in _folders(path)}
    fits = len({one_name(path) for path in paths}) == len(paths) and not folders & {one_name(path) for path in paths}
    spelled = {folder for path in paths for folder in _folders(path)}
    usable = not any(trouble_with(name) or name == ".." for path in paths for name in path.split("/"))
    assert (not found) == (fits and usable and len(spelled) == len(folders))


@given(st.lists(PATHS, max_size=8))
def test_the_order_of_outputs_does_not_matter(paths: list[str]) -> None:
    given_outputs = outputs(*paths)
    shuffled = sorted(given_outputs, key=lambda output: output.source.words, reverse=True)
    assert problems(given_outputs, nowhere) == problems(shuffled, nowhere)


@given(st.text("./\\aC:", max_size=12))
def test_whatever_stays_below_the_folder(path: str) -> None:
    if not leaves_the_site(path):
        assert posixpath.normpath(posixpath.join("/site", path)).startswith("/site")


def _folders(path: str) -> list[str]:
    names = path.split("/")
    return ["/".join(names[:end]) for end in range(1, len(names))]
