"""What a change does to the bytes of an article, read back through Pelican's own reader."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pelican.readers import MarkdownReader
from pelican.settings import read_settings
from tag_pages.doctor.changes import changed
from tag_pages.doctor.edits import Member, with_body, with_list, with_text
from tag_pages.front_matter import parse
from tag_pages.names import name_key, shown

BOM = b"\xef\xbb\xbf"


def renamed(data: bytes, old: str, new: str) -> bytes:
    own = {name_key(old)}
    return changed(data, own, own | {name_key(new)}, new)


def read_by_pelican(data: bytes) -> tuple[list[str], dict[str, Any], str]:
    """Tags with one blank where there are several, all other fields, and the text as HTML."""
    reader = MarkdownReader(read_settings(None, {"FORMATTED_FIELDS": []}))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.md"
        file.write_bytes(data)
        html, meta = reader.read(str(file))
    found = meta.pop("tags", [])
    tags = (
        [*dict.fromkeys(" ".join(tag.name.split()) for tag in found)] if isinstance(found, list) else []
    )  # else Pelican's mark of an empty field
    return tags, meta, html or ""


def meant(tags: list[str], old: str, new: str) -> list[str]:
    """The members with `old` replaced: one stays of all that are one tag now."""
    if not any(name_key(tag) == name_key(old) and tag != new for tag in tags):
        return tags
    result: list[str] = []
    for tag in tags:
        name = new if name_key(tag) in {name_key(old), name_key(new)} else tag
        if name != new or new not in result:
            result.append(name)
    return result


# --- Properties

LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
NAMES = st.sampled_from(
    ["Trust", "trust", "TRÚST", "Faith", "a, b", "c; d", "x, y; z", "#1", "—", "http://x", "  Ärger ", "<b>", "مرحبا", "😀"]
)
NAMES |= st.text(LETTERS, min_size=1, max_size=12)
MEMBERS = st.sampled_from(["Trust", " trust", "Trust ", "TRUST\t", "\x02Trust", "Faith", "Tea", "Tea\tfor", "", " ", "Z\u00a0"])
MEMBERS |= st.text(LETTERS, max_size=6)
ENDS = st.sampled_from([b"\n", b"\r\n", b"\r"])
OTHERS = st.sampled_from([b"Title: x", b"title:", b"Note: Trust, Tea", b"Note: a\tb", b"  Cta: none", b"X-y: Trust"])
REST = st.sampled_from([b"", b"\nTrust\n", b"\r\n\r\nTags: Trust\r\n", b"---\nTags: Trust", b"No field\n", b"\n# Trust\n\n    code\n"])


@st.composite
def tag_lines(draw: st.DrawFn) -> list[str]:
    """The field in one of its styles."""
    members = draw(st.lists(MEMBERS, min_size=1, max_size=5))
    style = draw(st.sampled_from([",", ", ", ";", "; ", "lines", "below", "again"]))
    key = draw(st.sampled_from(["Tags: ", "tags:", "TAGS:\t", "  Tags:"]))
    lines = [member.replace("\n", " ") for member in members]
    if style == "lines":
        return [key + lines[0], *(f"    {line}" for line in lines[1:] if line.strip())]
    if style == "below":
        return [key, *(f"     {line}" for line in lines if line.strip())]
    if style == "again":
        return [key + line for line in lines]
    return [key + style.join(lines)]


@st.composite
def articles(draw: st.DrawFn) -> bytes:
    blocks = [[line.encode() for line in draw(tag_lines())], *([other] for other in draw(st.lists(OTHERS, max_size=3)))]
    lines = [line for block in draw(st.permutations(blocks)) for line in block]
    if draw(st.booleans()):
        lines.insert(0, b"---")
    text = b"".join(line + draw(ENDS) for line in lines) + draw(REST)
    return (BOM if draw(st.booleans()) else b"") + (text if draw(st.booleans()) else text.rstrip(b"\r\n"))


def without_tags(data: bytes) -> bytes:
    """The file without the lines of its tags, and without the line end before the last of them if that has none."""
    front = parse(data)
    lines = sorted(front.fields["tags"].lines, key=lambda line: -line.number) if "tags" in front.fields else []
    for line in lines:
        data = data[: line.start] + data[line.next :]
    return data.rstrip(b"\r\n") if lines and lines[0].stop == lines[0].next else data


@given(articles(), NAMES, NAMES)
@example(b"Tags: A, B; a, b; Trust", "Trust", "A, B")
@example(b"Tags: Trust\nNote: a\nTags: Faith\n    Tea", "Trust", "Faith")
@example(b"Tags: Trust;", "Trust", "a, b")
def test_pelican_reads_the_new_name_and_nothing_else_changes(data: bytes, old: str, new: str) -> None:
    new = shown(new)
    assume(name_key(old) and name_key(new) and ";" not in new)
    tags, others, text = read_by_pelican(data)
    result = renamed(data, old, new)
    tags_now, others_now, text_now = read_by_pelican(result)
    expected = meant([tag for part in parse(data).parts("tags") if (tag := " ".join(part.text.split()))], old, new)
    assert tags_now == [*dict.fromkeys(expected)]
    assert (others_now, text_now) == (others, text)
    assert without_tags(result) == without_tags(data)
    if old not in tags and result == data:
        assert tags_now == tags


@given(articles(), st.sampled_from(["Faith", "Ärger, sehr", "ζ"]))
def test_without_the_tag_no_byte_changes(data: bytes, new: str) -> None:
    assert renamed(data, "Nobody has this", new) == data


SIMPLE = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
SIMPLE = SIMPLE.filter(lambda text: name_key(text) not in {"", "trust", "faith"})


@given(st.lists(SIMPLE, max_size=3), st.lists(SIMPLE, max_size=3), st.sampled_from([",", ", ", " ;\t"]), ENDS)
def test_there_and_back_is_the_same_file(before: list[str], after: list[str], separator: str, end: bytes) -> None:
    """Where the old name stood once, spelled as its tag is, and the new one not at all, and the list could hold both as it was."""
    data = f"Title: x\nTags:  {separator.join([*before, 'Trust', *after])} ".encode() + end + end + b"Text"
    there = renamed(data, "Trust", "Faith")
    assert there == data.replace(b"Trust", b"Faith", 1)
    assert renamed(there, "Faith", "Trust") == data


@given(
    st.lists(NAMES.map(shown).filter(name_key), min_size=1, max_size=4),
    st.sampled_from([b"", b"Title: x", b"Text\n", b"---\n---\nText", b"Aliases: a\r\n"]),
)
def test_any_list_can_be_written_anywhere(names: list[str], data: bytes) -> None:
    result = with_list(data, "aliases", [Member(name) for name in names])
    assert [" ".join(part.text.split()) for part in parse(result).parts("aliases")] == names
    assert parse(result).body.strip() == parse(data).body.strip()


# --- Examples


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("Tags: Trust, Tea", "Trust", "Faith", "Tags: Faith, Tea"),
        ("Tags: Tea ,Trust , Milk", "Trust", "Faith", "Tags: Tea ,Faith , Milk"),
        ("Tags: Faith, Tea, Trust", "Trust", "Faith", "Tags: Faith, Tea"),
        ("Tags: Trust, Tea, FAITH, Milk", "Trust", "Faith", "Tags: Faith, Tea, Milk"),
        ("Tags: Trust", "Trust", "a, b", "Tags: a, b;"),
        ("Tags: Trust, Tea", "Trust", "a, b", "Tags: a, b; Tea"),
        ("Tags: Trust; Tea", "Trust", "a, b", "Tags: a, b; Tea"),
        ("Tags: Trust\n    Tea, milk\n    Trust", "Trust", "Faith", "Tags: Faith\n    Tea, milk"),
        ("Tags:\n    Tea\n    Trust", "Trust", "a, b", "Tags:\n    Tea\n    a, b"),
        ("Tags: a, b; Trust; a, B", "a, b", "A, B", "Tags: A, B; Trust"),
        ("Tags: x, y; X, Y", "x, y", "A, B", "Tags: A, B;"),
    ],
)
def test_a_list_changes_as_little_as_it_can(before: str, old: str, new: str, after: str) -> None:
    assert renamed(f"{before}\n\nText".encode(), old, new).decode() == f"{after}\n\nText"


@pytest.mark.parametrize(
    "name", ["C", "C++", 'a "b" c', "a'b", "<script>", "a/b\\c", "👩‍👩‍👧 talk", "שלום", "x" * 200, "Tags: y", "---", "%20", "$HOME"]
)
def test_hostile_names_go_in_and_out(name: str) -> None:
    data = b"\xef\xbb\xbfTitle: x\r\nTags: Tea, Trust\r\n\r\nText"
    there = renamed(data, "Trust", name)
    assert read_by_pelican(there)[0] == ["Tea", name]
    assert renamed(there, name, "Trust") == data


@pytest.mark.parametrize(
    ("before", "kept", "added", "after"),
    [
        ("a, b, c", ["a", "c"], [], "a, c"),
        ("a, b, c", ["c"], [], "c"),
        ("a; b, c;", ["b, c"], [], "b, c;"),
        ("a , b", ["a", "b"], ["c"], "a , b, c"),
        ("a; b", ["a", "b"], ["c, d"], "a; b; c, d"),
        ("a, b", ["a", "b"], ["c, d"], "a; b; c, d"),
        ("a, b", ["b"], ["c; d"], "\n    b\n    c; d"),
        ("", [], ["c", "d"], "c, d"),
        ("a", [], ["c, d"], "c, d;"),
        ("a\n    b\n    c", ["a", "c"], [], "a\n    c"),
        ("a\n    b", ["b"], ["c, d"], "\n    b\n    c, d"),
        ("a, b\n    c", ["a, b"], [], "a, b;"),
        ("a\nNote: y\nAliases: b\n    c", ["a", "c"], [], "a\nNote: y\nAliases:\n    c"),
        ("a\nNote: y\nAliases: b", ["a"], [], "a\nNote: y"),
        ("a\nNote: y\nAliases: b", ["a", "b"], ["c"], "a\nNote: y\nAliases: b\n    c"),
    ],
)
def test_a_list_of_aliases_grows_and_shrinks_in_its_style(before: str, kept: list[str], added: list[str], after: str) -> None:
    data = f"Title: x\nAliases: {before}".encode()
    members = [Member(part.text, part) for part in parse(data).parts("aliases") if part.text in kept]
    result = with_list(data, "aliases", [*members, *map(Member, added)])
    assert result.decode().replace(":\n", ": \n") == f"Title: x\nAliases: {after}".replace(":\n", ": \n")


def test_a_text_goes_where_the_field_is_or_belongs() -> None:
    assert with_text(b"Title:\t a\r\n    b\nCta: x", "title", "New") == b"Title:\t New\r\nCta: x"
    assert with_text(b"Title:\nCta: x", "title", "New") == b"Title: New\nCta: x"
    assert with_text(b"Title: a\r\nCta: x", "summary", "S") == b"Title: a\r\nSummary: S\r\nCta: x"
    assert with_text(b"---\nCta: x\n---\n", "title", "New") == b"---\nTitle: New\nCta: x\n---\n"
    assert with_text(b"Only a text", "title", "New") == b"Title: New\n\nOnly a text"


@pytest.mark.parametrize("head", [b"Title: x", b"Title: x\n", b"Title: x\n\n", b"---\nTitle: x\n---\n"])
@pytest.mark.parametrize("body", [b"Note: this is no field.\n", b"    code\n", b"\nText", b"Text"])
def test_a_text_behind_the_fields_stays_one(head: bytes, body: bytes) -> None:
    front = parse(with_body(head, body))
    assert list(front.fields) == ["title"]
    assert front.body.encode() in {body, body.removeprefix(b"\n")}
