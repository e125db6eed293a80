"""Fields, lists and their places, against what Python-Markdown and Pelican read in the same bytes."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.meta import MetaExtension
from pelican.readers import DUPLICATES_DEFINITIONS_ALLOWED, ensure_metadata_list  # type: ignore[attr-defined]
from tag_pages.front_matter import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

BOM = b"\xef\xbb\xbf"


def read_by_pelican(data: bytes) -> tuple[dict[str, list[str]], str]:
    """The fields, each with its lines, and the text behind them; the text as it is before tabs become blanks."""
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig").read()
    markdown = Markdown(extensions=[MetaExtension()])
    lines = markdown.preprocessors["normalize_whitespace"].run(text.split("\n"))
    number = len(lines)
    rest = markdown.preprocessors["meta"].run(lines)
    meta: dict[str, list[str]] = markdown.Meta  # type: ignore[attr-defined]
    return meta, "\n".join(text.split("\n")[number - len(rest) :])


def members(name: str, lines: Sequence[str]) -> list[str]:
    is_text = len(lines) == 1 or not DUPLICATES_DEFINITIONS_ALLOWED.get(name, True)  # as in MarkdownReader
    read: list[str] = ensure_metadata_list(lines[0] if is_text else lines)
    return read


LETTERS = st.sampled_from("aZ9-_:;,.#  \t\x02\x03\x0b\x1c\u2028\xa0é\U0001f600\ufeff") | st.characters(exclude_categories=["Cs"])
PIECES = st.sampled_from(
    [
        "Tags: a, b",
        "tags:",
        "TAGS: c; d, e",
        "    f; g",
        "\tTags: h",
        "Pinned: a; b",
        "pinned: c, d",
        "Title: x",
        " Tags:\x02 ,\x03,",
        "---",
        "...",
        "--- #",
        "    ",
        ":",
        "",
    ],
) | st.text(LETTERS, max_size=8)
ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r", "\n\n", "\n \n"])


@st.composite
def any_file(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(st.tuples(st.lists(PIECES, max_size=3).map("".join), ENDS), max_size=7))
    return draw(st.sampled_from([b"", BOM])) + "".join(text + end for text, end in lines).encode() + draw(PIECES).encode()


@given(any_file())
@example(b"---\r\n---")
@example(BOM + b"---\rTags:\t\x02a\x03 ;\tb;;a\r---\rText")
@example(b"Tags: a\nTitle: x\nTags: b, c\n    d\n")
def test_reads_what_pelican_reads(data: bytes) -> None:
    meta, body = read_by_pelican(data)
    head = parse(data)
    assert {name: [line.text for line in field.lines] for name, field in head.fields.items()} == meta
    assert list(head.fields) == list(meta)
    if data.decode("utf-8-sig").strip():  # else Python-Markdown does not come so far
        for name, lines in meta.items():
            assert [*dict.fromkeys(part.text for part in head.parts(name))] == members(name, lines)
        assert head.body.rstrip("\n") == body.rstrip("\n")


@given(any_file())
def test_every_part_is_where_it_says(data: bytes) -> None:
    head = parse(data)
    for name in head.fields:
        behind = 0
        for part in head.parts(name):
            bare = data[part.start : part.stop].decode().replace("\x02", "").replace("\x03", "")
            assert bare.split("\t")[0].split(" ")[0] == part.text.split(" ")[0]
            assert "".join(bare.split()) == "".join(part.text.split())
            assert part.start >= behind
            assert data[: part.start].decode().replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1 == part.line
            behind = part.stop


@given(any_file())
def test_every_line_is_where_it_says(data: bytes) -> None:
    head = parse(data)
    lines = sorted((line for field in head.fields.values() for line in field.lines), key=lambda line: line.number)
    assert all(data[line.stop : line.next] in {b"\n", b"\r\n", b"\r", b""} for line in lines)
    assert all(upper.next == lower.start for upper, lower in pairwise(lines))
    assert all(data[line.start : line.value].endswith(b":") for line in lines if line.opens)
    assert not lines or lines[0].start == head.start


@given(st.binary(max_size=60), st.binary(max_size=20))
def test_any_bytes_can_be_read(front: bytes, value: bytes) -> None:
    for data in (front, b"Title: x\nTags: " + value + b"\n" + front):
        head = parse(data)
        assert head.text("tags") == head.text("tags").strip()
        assert all(data[part.start : part.stop] for part in head.parts("tags"))
        assert head.body.encode(errors="replace") is not None


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"Title: \xff\n", 1),
        (b"Title: x\r\nTags: a\rSummary: \xe9\n\nText", 3),
        (b"Title: x\n\n\xc3\xa9\n\xc3", 4),
        ("Title: é".encode(), 0),
        (b"", 0),
    ],
)
def test_says_which_line_is_not_utf8(data: bytes, line: int) -> None:
    assert parse(data).utf8_error_line == line


def test_what_is_not_there_is_empty_and_on_the_first_line() -> None:
    head = parse(b"Just a text.\n")
    assert (head.has_fields, head.text("tags"), head.line("tags"), head.parts("tags")) == (False, "", 1, ())
    assert (head.body, head.body_line) == ("Just a text.\n", 1)


def test_a_field_of_several_lines_is_one_text() -> None:
    head = parse(b"\xef\xbb\xbf---\nTitle: x\nSummary: One\n    sentence\n---\nBody\r\nmore\r")
    assert (head.text("summary"), head.line("summary")) == ("One sentence", 3)
    assert (head.body, head.body_line) == ("Body\nmore\n", 6)


def test_members_have_the_line_on_which_they_stand() -> None:
    parts = parse("Title: é\nPinned: Trust\n    a, b\npinned:\n    Ärger\n".encode()).parts("pinned")
    assert [(part.text, part.line) for part in parts] == [("Trust", 2), ("a, b", 3), ("Ärger", 5)]


def test_of_several_lines_each_is_a_member() -> None:
    assert [part.text for part in parse(b"Tags: a, b\n    c\nTags: d\n").parts("tags")] == ["a, b", "c", "d"]
    assert [part.text for part in parse(b"Tags:\n    a\n    b\n").parts("tags")] == ["a", "b"]


def test_a_member_that_comes_twice_is_there_twice() -> None:
    assert [part.text for part in parse(b"Tags: a,, b ,a,").parts("tags")] == ["a", "b", "a"]


@pytest.mark.parametrize(
    ("data", "end"),
    [(b"Title: x\r\nTags: a\nBody: y", b"\n"), (b"Title: x", b"\n"), (b"Title: x\r\n\r\nText\n", b"\r\n"), (b"Text\rmore\r", b"\r")],
)
def test_a_new_line_ends_as_the_others_do(data: bytes, end: bytes) -> None:
    assert parse(data).line_end == end
