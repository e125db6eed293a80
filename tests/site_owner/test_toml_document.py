"""Mistakes in TOML: every one of them, with its line, in plain words."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_owner.problems import SiteError
from site_owner.text import one_line, toml_string
from site_owner.toml_document import parse_document, read_document

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = [
    ("name = My letters", 1, "straight quotation marks"),
    ("name = “My letters”", 1, "straight quotation marks"),
    ('a = 1\nname = "My letters\nb = 2', 2, "a quotation mark is missing"),
    ('name = "My "best" letters"', 1, "something follows"),
    ('a = 1\n\nname "x"', 3, "the = after the key"),
    ('name = "C:\\data"', 1, "written twice"),
    ('menu = ["a", "b"\nb = 2', 1, "closing ]"),
    ('menu = [\n  "a",\n  "b"\n  "c",\n]\nb = 2', 4, "comma"),
    ('text = """\nHello\nb = 2', 1, "has no end"),
    ('name = "a"\n\nname = "b"\n', 3, "twice"),
    ("[labels]\ntag = 1\n[counts]\n[labels]\ntag = 2", 4, "twice"),
    ("[labels\ntag = 1", 1, "]"),
    ("= 3", 1, "not understood"),
    ("# a bell: \x07", 1, "not understood"),
    ("n = " + "9" * 5000, 1, "not understood"),
    ("n = " + "[" * 5000, 1, "not understood"),
]


@pytest.mark.parametrize(("text", "line", "words"), MISTAKES)
def test_a_mistake_has_its_line_and_plain_words(text: str, line: int, words: str) -> None:
    (problem,) = parse_document("site.toml", text).problems
    assert (problem.line, words in problem.message) == (line, True), problem


def test_all_mistakes_are_found_and_the_rest_is_read() -> None:
    document = parse_document("site.toml", 'a = x\nb = "fine"\nc = "open\nd = [\n "x"\n "y"\n]\n[e]\nf = 1\n')
    assert [problem.line for problem in document.problems] == [1, 3, 6]
    assert document.table == {"b": "fine", "e": {"f": 1}}


def test_what_stands_below_a_broken_heading_is_not_taken_for_something_else() -> None:
    document = parse_document("site.toml", 'a = 1\n[labels\ntag = "x"\n[counts]\nlist = 3')
    assert document.table == {"a": 1, "counts": {"list": 3}}


DOCUMENT = '''# name = "no"
introduction = """
name = "neither"
"""

name = "yes"
menu = [
  # "about"
  "letters",
  'about',
]
[labels]
name = "of labels"
more.dotted = 1
'''


@pytest.mark.parametrize(
    ("keys", "having", "line"),
    [
        (("introduction",), "", 2),
        (("name",), "", 6),
        (("menu",), "", 7),
        (("menu",), "about", 10),
        (("menu",), "abou", 7),
        (("labels",), "", 12),
        (("labels", "name"), "", 13),
        (("labels", "more"), "", 14),
        (("labels", "none"), "", 1),
        (("name", "none"), "", 1),
    ],
)
def test_the_line_of_a_key(keys: tuple[str, ...], having: str, line: int) -> None:
    assert parse_document("site.toml", DOCUMENT).line_of(*keys, having=having) == line


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_every_system(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "site.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ending.join(["a = 1", "b = x"]).encode())
    document = read_document(path)
    assert (document.table, [problem.line for problem in document.problems]) == ({"a": 1}, [2])


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SiteError) as caught:
        read_document(tmp_path / "site.toml")
    assert str(caught.value).startswith("site.toml: the file is missing. Put it back, or write it anew")


def test_a_file_in_another_encoding_says_which_to_choose(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("name = 'x'", encoding="utf-16")
    with pytest.raises(SiteError, match="Save it again and choose UTF-8"):
        read_document(tmp_path / "site.toml")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "site.toml").mkdir()
    with pytest.raises(SiteError, match="cannot be read"):
        read_document(tmp_path / "site.toml")


@given(st.text(st.sampled_from("ab\"'=[]{}#,.\n\\ 1"), max_size=60))
def test_nothing_that_is_typed_breaks_the_reading(text: str) -> None:
    document = parse_document("site.toml", text)
    lines = text.count("\n") + 1
    assert all(1 <= problem.line <= lines for problem in document.problems)
    assert len(document.problems) <= lines


@given(st.text())
def test_every_text_comes_back_out_of_a_toml_string(text: str) -> None:
    line = one_line(text)
    assert tomllib.loads(f"name = {toml_string(line)}")["name"] == line
