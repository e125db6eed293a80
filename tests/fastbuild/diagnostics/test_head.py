"""The fields of a file are those that Pelican gets, whatever stands in it."""

from __future__ import annotations

import markdown
import pytest
from fastbuild.diagnostics.examining import examine
from fastbuild.diagnostics.head import Head, plain_head, universal
from fastbuild.diagnostics.rules import Rules
from fastbuild.diagnostics.yaml_head import yaml_head
from hypothesis import example, given
from hypothesis import strategies as st

NAMES = st.sampled_from(["Title", "date", "Tags", "x-y", "A_b", "Straße", "two words", "", "- a", "# a", "---", "..."])
VALUES = st.sampled_from(["", " A", " a: b", " [a, b]", ' "a"', " 'a", " a # b", "\ta", " |", " >", " *a", " {a: b}", " :", " -"])
BLANKS = st.sampled_from(["", "", "", " ", "   ", "    ", "\t", "     - "])
LINES = st.one_of(
    st.tuples(BLANKS, NAMES, st.sampled_from([":", "", " :"]), VALUES).map("".join),
    st.sampled_from(["", "", " ", "---", "---", "--- a", "...", "- a", "  - b", "    c", "text", "\x0c", "a: \u2028b"]),
)
TEXTS = st.lists(LINES, max_size=9).flatmap(lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(lines)))


def read(text: str, *extensions: str) -> dict[str, list[str]]:
    reader = markdown.Markdown(extensions=["meta", *extensions])
    reader.convert(text)
    meta: dict[str, list[str]] = vars(reader)["Meta"]
    return meta


def fields_of(head: Head) -> dict[str, list[str]]:
    return {name: [value.text for value in values] for name, values in head.fields.items()}


@given(TEXTS)
@example("---\nTitle: a\n----\nDate: b")
def test_the_plain_style_is_read_as_python_markdown_reads_it(text: str) -> None:
    assert fields_of(plain_head(universal(text))) == read(universal(text))


@given(TEXTS.map(universal))
@example("---\ntags:\n- a\n-  b\n\n- ''\ntitle: |\n  a\n\n  b\n---")
@example("---\ntitle: a\ntitle: b\ntags: []\n...")
@example("---\n    Title: a: b\n---")
@example("---\n---:\n---")
def test_yaml_is_read_as_the_plugin_reads_it(text: str) -> None:
    plain = plain_head(text)
    if not plain.has_fence or plain.lines[0].rstrip() != "---":
        return
    head, findings = yaml_head(plain)
    wrong = [finding for finding in findings if finding.level == "ERROR"]
    if wrong and "nothing closes them" not in wrong[0].message:
        with pytest.raises(ValueError, match="line "):
            read(text, "reading_aids.markup")
    else:
        assert fields_of(head) == read(text, "reading_aids.markup")


@given(st.one_of(TEXTS.map(str.encode), st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_whatever_a_file_holds_is_examined(data: bytes) -> None:
    rules = Rules(reads_yaml=True, templates=frozenset(["article"]), reserved=frozenset(["tags"]))
    findings = examine(data, rules)
    assert findings == examine(data, rules)
    assert list(findings) == sorted(findings)
    lines = len(universal(data.decode("latin-1")).split("\n"))
    for finding in findings:
        assert 1 <= finding.line <= lines
        assert not finding.message.endswith(".")
        assert finding.fix[-1] in ".?"
        assert "\n" not in finding.message + finding.fix


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_line_has_the_number_that_an_editor_shows(ending: str, mark: str) -> None:
    text = mark + ending.join(["Title: A", "Tags: a", "    b", "Date: never", "", "Text."])
    (finding,) = examine(text.encode(), Rules(several=frozenset(["tags"])))
    assert (finding.line, finding.rule) == (4, "front-date")


def test_a_file_that_breaks_off_is_named_as_that() -> None:
    (finding,) = examine(b"Title: A\nDate: 2026-01-02\n\nCaf\xc3", Rules())
    assert (finding.line, finding.message) == (4, "the file breaks off in the middle of a character")
