"""Reading an author's file by hand: what Pelican's plain style allows, and lines that are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from contact_cta.front_matter import files_in, parse, read_front_matter

if TYPE_CHECKING:
    from pathlib import Path


def test_fields_and_body() -> None:
    front = parse("Name: Ann Lee\nROLE:  Joiner \n\n\nShe makes stairs.\n\nNote: of oak.\n", "ann.md")
    assert (front.text("name"), front.text("role"), front.text("email")) == ("Ann Lee", "Joiner", "")
    assert (front.body, front.body_line) == ("She makes stairs.\n\nNote: of oak.", 5)
    assert (front.line("role"), front.findings) == (2, ())


@pytest.mark.parametrize(
    "field",
    [
        "Profiles: a, b c",
        "Profiles: a; b c",
        "Profiles: a\n    b c",
        "Profiles:\n    a\n\tb c",
        "Profiles: a,\r\n    b c,",
        "Profiles: ;a;b c;",
    ],
)
def test_a_list_is_written_in_any_of_three_ways(field: str) -> None:
    assert [text for _, text in parse(f"{field}\n", "ann.md").parts("profiles")] == ["a", "b c"]


def test_a_comma_belongs_to_the_text_where_semicolons_separate() -> None:
    assert [text for _, text in parse("Profiles: a, b; c\n", "ann.md").parts("profiles")] == ["a, b", "c"]


def test_each_part_knows_its_line() -> None:
    assert parse("Name: A\nProfiles: a\n    b\n", "ann.md").parts("profiles") == ((2, "a"), (3, "b"))


def test_only_line_feeds_end_a_line() -> None:
    front = parse("Name: Ann\u2028Email: bad@example.com\x0bRole: x\nRole: Joiner\n", "ann.md")
    assert front.text("name") == "Ann Email: bad@example.com Role: x"
    assert (front.text("email"), front.line("role")) == ("", 2)


def test_lines_of_a_letter_stay_lines() -> None:
    assert parse("Mail_body: Dear Ann,\n    two times:\n", "q.md").lines("mail_body") == "Dear Ann,\ntwo times:"


@pytest.mark.parametrize("text", ["---\nName: Ann\n---\nBody\n", "---\nName: Ann\n...\n\nBody\n", "Name: Ann\n\nBody"])
def test_a_fence_is_no_text(text: str) -> None:
    front = parse(text, "ann.md")
    assert (front.text("name"), front.body) == ("Ann", "Body")


@pytest.mark.parametrize("text", ["Only a text.\n\nName: Ann\n", "", "\n", "---"])
def test_a_file_without_fields(text: str) -> None:
    front = parse(text, "ann.md")
    assert not front.fields
    assert front.body == text.strip("\n")


def test_what_is_no_field_is_told_with_its_line() -> None:
    front = parse("Name: Ann\nshe makes stairs\nName: Bea\n", "ann.md")
    assert [(finding.line, finding.what) for finding in front.findings] == [(2, "'she makes stairs' is no field"), (3, "Name stands twice")]
    assert front.text("name") == "Ann"


def test_an_unknown_field_is_told_with_the_nearest() -> None:
    findings = list(parse("Name: Ann\nEmial: a@example.com\nShoes: 42\n", "ann.md").unknown_fields(("name", "email")))
    assert [(finding.line, finding.what, finding.fix) for finding in findings] == [
        (2, "unknown field Emial", "Did you mean Email?"),
        (3, "unknown field Shoes", "Use Name, Email"),
    ]


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "ann.md"
    path.write_bytes(b"Name: Ann\nRole: Tischlerm\xe4dchen\n")
    (finding,) = read_front_matter(path).findings
    assert (finding.rule, finding.line) == ("contact-encoding", 2)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "ann.md"
    path.write_bytes(b"\xef\xbb\xbfName: Ann\n")
    assert read_front_matter(path).text("name") == "Ann"


def test_files_that_editors_leave_are_nobody(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", ".#a.md", "README.md", "a.md~", "c.txt"):
        (tmp_path / name).touch()
    (tmp_path / "d.md").mkdir()
    assert [path.name for path in files_in(tmp_path, ["README*"])] == ["a.md", "b.md"]
