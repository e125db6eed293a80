"""From bytes to bytes: reading front matter as Pelican does, and putting an Id there without touching anything else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.meta import MetaExtension
from pelican.readers import MarkdownReader
from pelican.settings import read_settings
from site_feeds.ids.edits import edit_for
from site_feeds.ids.front_matter import BOM, FrontMatter, parse
from site_owner.pages import front_matter as owner_front_matter

if TYPE_CHECKING:
    from pathlib import Path

NEW = "7KQ2MX"


def meta_of(data: bytes) -> dict[str, list[str]]:
    """What Python-Markdown reads in a file that Pelican opens."""
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig").read()
    markdown = Markdown(extensions=[MetaExtension()])
    lines = text.split("\n")
    for name in ("normalize_whitespace", "meta"):
        lines = markdown.preprocessors[name].run(lines)
    found: dict[str, list[str]] = markdown.Meta  # type: ignore[attr-defined]
    return found


def texts_of(head: FrontMatter) -> dict[str, list[str]]:
    return {name: [value.text for value in values] for name, values in head.fields.items()}


def with_id(data: bytes, new: str = NEW) -> bytes:
    return edit_for(data, parse(data), new).applied_to(data)


# --- Properties

CHARACTERS = st.sampled_from("aZ9-_:.#>  \t\x02\x03\x0b\x1c\u2028\xa0é\U0001f600\ufeff") | st.characters(exclude_categories=["Cs"])
PIECES = st.sampled_from(
    [
        "Title: x",
        "id",
        "ID:",
        "Id: rv6xfg",
        "Id:\t",
        " Id:\x02",
        "---",
        "...",
        "--- #",
        "----",
        "    ",
        "  \t",
        "Tags:",
        "http://x",
        ":",
        "",
    ]
) | st.text(CHARACTERS, max_size=8)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n \n"])
BOMS = st.sampled_from([b"", BOM])


@st.composite
def any_file(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(st.tuples(st.lists(PIECES, max_size=3).map("".join), ENDS), max_size=6))
    return draw(BOMS) + "".join(text + end for text, end in lines).encode() + draw(PIECES).encode()


NAMES = st.sampled_from(["Title", "SUMMARY", "ask", "x-Note", "Series_index", "  Cta"])
BLANKS = st.sampled_from(["    ", "\t", "  \t ", "       "])
VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\t"), max_size=12)


@st.composite
def article(draw: st.DrawFn, blanks: st.SearchStrategy[str] = BLANKS, *, may_have_id: bool = True) -> bytes:
    """Front matter without an Id, or with an empty one, as somebody may have typed it, and a body."""
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    fence = draw(st.sampled_from([None, ("---", "---"), ("---", "..."), ("--- # about", "---")]))
    fields = draw(st.lists(st.tuples(NAMES, VALUES), min_size=1, max_size=5))
    lines = [f"{name}: {value}" for name, value in fields]
    for at in draw(st.sets(st.integers(1, len(lines)), max_size=2)):
        lines.insert(at, draw(blanks) + "goes on")
    if may_have_id and draw(st.booleans()):
        lines.append(draw(st.sampled_from(["Id:", "ID: ", " id:\t", "iD:   "])))
    body = draw(st.sampled_from(["", end, f"{end}{end}Text.", f"{end}{end}{end}Id: none{end}", f"{end} \t{end}Text\tgoes{end}    on"]))
    body = f"{end}{fence[1]}{body}" if fence else body
    return draw(BOMS) + ((fence[0] + end if fence else "") + end.join(lines) + body).encode()


@given(any_file())
def test_any_file_is_read_as_python_markdown_reads_it(data: bytes) -> None:
    assert texts_of(parse(data)) == meta_of(data)


@given(any_file())
def test_places_are_those_of_whole_lines(data: bytes) -> None:
    for values in parse(data).fields.values():
        for value in values:
            before = io.TextIOWrapper(io.BytesIO(data[: value.start]), encoding="utf-8-sig").read()
            assert before.count("\n") == value.line - 1
            assert value.text.replace("\t", "") in data[value.start : value.stop].decode().translate({2: None, 3: None}).expandtabs(4)
            assert data[value.stop : value.stop + 1] in {b"", b"\r", b"\n"}


@given(any_file() | article())
def test_an_id_is_added_and_nothing_else_changes(data: bytes) -> None:
    head = parse(data)
    values = head.values("id")
    assume(head.last is not None and [value.text for value in values] in ([], [""]))
    edit = edit_for(data, head, NEW)
    after = edit.applied_to(data)
    assert edit.start == edit.stop
    assert after[: edit.start] + after[edit.start + len(edit.new) :] == data
    assert edit.new.strip() in {NEW.encode(), f"Id: {NEW}".encode()}
    assert meta_of(after) == meta_of(data) | {"id": [NEW]}
    assert texts_of(parse(after)) == meta_of(after)
    assert parse(after).values("id")[0].line == edit.line


@given(article(may_have_id=False), st.sampled_from(["", " ", "\t", "  \x02"]), st.sampled_from(["", " ", "\t ", "\x03 \xa0"]))
def test_an_id_is_replaced_and_nothing_else_changes(data: bytes, before: str, behind: str) -> None:
    head = parse(data)
    assert head.last is not None
    old = "tag:old.example,2010:\u00e9"
    typed = data[: head.last.stop] + head.line_end + f"iD:{before}{old}{behind}".encode() + data[head.last.stop :]
    after = with_id(typed)
    assert after == typed.replace(f"iD:{before}{old}{behind}".encode(), f"iD:{before}{NEW}{behind}".encode())
    assert meta_of(after) == meta_of(data) | {"id": [NEW]}


@settings(max_examples=60)
@given(data=article())
def test_pelican_reads_the_id_that_was_written(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "article.md"
    path.write_bytes(with_id(data))
    assert read_by_pelican(path)["id"] == NEW


@given(article(blanks=st.just("    ")))
def test_the_owner_s_commands_read_the_id_that_was_written(data: bytes) -> None:
    text = io.TextIOWrapper(io.BytesIO(with_id(data)), encoding="utf-8").read()
    assert owner_front_matter(text)["id"] == NEW


def read_by_pelican(path: Path) -> dict[str, Any]:
    _, metadata = MarkdownReader(read_settings(override={"FORMATTED_FIELDS": []})).read(str(path))
    return metadata


# --- Examples


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Title: A\n\nText\n", b"Title: A\nId: 7KQ2MX\n\nText\n"),
        (b"Title: A\r\n\r\nText", b"Title: A\r\nId: 7KQ2MX\r\n\r\nText"),
        (b"Title: A\rTags: b\r\rText", b"Title: A\rTags: b\rId: 7KQ2MX\r\rText"),
        (b"Title: A", b"Title: A\nId: 7KQ2MX"),
        (b"Title: A\r\nTags: b", b"Title: A\r\nTags: b\r\nId: 7KQ2MX"),
        (b"Title: A\n", b"Title: A\nId: 7KQ2MX\n"),
        (b"---\nTitle: A\n---\nText\n", b"---\nTitle: A\nId: 7KQ2MX\n---\nText\n"),
        (b"---\r\nTitle: A", b"---\r\nTitle: A\r\nId: 7KQ2MX"),
        (b"---\nTitle: A\n...\nText\n", b"---\nTitle: A\nId: 7KQ2MX\n...\nText\n"),
        (b"Title: A\nTags: b\n    c\n\td\n \nText", b"Title: A\nTags: b\n    c\n\td\nId: 7KQ2MX\n \nText"),
        (b"Title: A\nText right away\n", b"Title: A\nId: 7KQ2MX\nText right away\n"),
        (BOM + b"Title: A\n\n", BOM + b"Title: A\nId: 7KQ2MX\n\n"),
        (BOM + b"Id:\nTitle: A\n\n", BOM + b"Id: 7KQ2MX\nTitle: A\n\n"),
        (b"Title: A\nID:\nTags: b\n\nId:", b"Title: A\nID: 7KQ2MX\nTags: b\n\nId:"),
        (b"id:  \r\nTitle: A\r\n", b"id:  7KQ2MX\r\nTitle: A\r\n"),
        (b"Title: A\n\nId: none\n", b"Title: A\nId: 7KQ2MX\n\nId: none\n"),
        (b"Title: A\nId: RV6XFG \t\nTags: b\n", b"Title: A\nId: 7KQ2MX \t\nTags: b\n"),
        (b"Title: A\nID:RV6XFG", b"Title: A\nID:7KQ2MX"),
    ],
)
def test_where_it_goes(before: bytes, after: bytes) -> None:
    assert with_id(before) == after


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"Text.\n", b"\nTitle: A\n", b"---\n---\n", b"---\n\nTitle: A\n", b"    Title: A\n", b"# A\n\nId: RV6XFG\n", BOM]
)
def test_without_front_matter_there_is_no_place(data: bytes) -> None:
    assert parse(data).last is None
    with pytest.raises(ValueError, match="not one place"):
        edit_for(data, parse(data), NEW)


@pytest.mark.parametrize("data", [b"Id: A\nId: B\n", b"Id:\n    RV6XFG\n", b"ID: A\nTitle: x\nid:\n"])
def test_with_two_values_there_is_no_single_place(data: bytes) -> None:
    with pytest.raises(ValueError, match="not one place"):
        edit_for(data, parse(data), NEW)
